import aboutEn from '../../content/pages/about.en.md'
import aboutId from '../../content/pages/about.id.md'
import guidelinesEn from '../../content/pages/guidelines.en.md'
import guidelinesId from '../../content/pages/guidelines.id.md'
import privacyEn from '../../content/pages/privacy.en.md'
import privacyId from '../../content/pages/privacy.id.md'
import { pathsIn } from '../paths.ts'
import { newRoom } from '../room.ts'
import { siteState } from '../schema.ts'
import { cacheable } from '../ui/caching.ts'
import type { Language } from '../ui/copy/index.ts'
import { HousePage } from './house-page.tsx'

const pages: Record<'about' | 'privacy' | 'guidelines', Record<Language, string>> = {
  about: { en: aboutEn, id: aboutId },
  privacy: { en: privacyEn, id: privacyId },
  guidelines: { en: guidelinesEn, id: guidelinesId },
}

/** House pages: Markdown from `content/pages`, bundled with the Worker; they need no database. */
export const houseRoom = newRoom()

for (const name of ['about', 'privacy', 'guidelines'] as const) {
  houseRoom.get(`/${name}`, (c) => {
    const { config, copy, language } = c.var
    const [heading = '', ...rest] = pages[name][language].trim().split('\n')
    return (
      cacheable(c, { version: 0 }) ??
      c.render(<HousePage markdown={rest.join('\n')} heading={titleOf(heading)} copy={copy} />, {
        title: titleOf(heading),
        canonical: pathsIn(language)[name](),
        editions: config.languages.map((other) => ({
          language: other,
          path: pathsIn(other)[name](),
        })),
      })
    )
  })
}

function titleOf(heading: string): string {
  return heading.replace(/^#\s+/, '')
}

/** For monitors: 200 while the database answers, else 503. Tells nothing else. */
houseRoom.get('/healthz', async (c) => {
  try {
    await c.var.db.select({ version: siteState.version }).from(siteState)
    return c.text('ok\n')
  } catch {
    return c.text('The database does not answer.\n', 503)
  }
})
