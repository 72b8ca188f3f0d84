import aboutEn from '../../content/pages/about.en.md'
import aboutId from '../../content/pages/about.id.md'
import guidelinesEn from '../../content/pages/guidelines.en.md'
import guidelinesId from '../../content/pages/guidelines.id.md'
import helpEn from '../../content/pages/help.en.md'
import helpId from '../../content/pages/help.id.md'
import privacyEn from '../../content/pages/privacy.en.md'
import privacyId from '../../content/pages/privacy.id.md'
import { inEach, pathsIn } from '../paths.ts'
import { newRoom } from '../room.ts'
import { siteState } from '../schema.ts'
import { cacheable } from '../ui/caching.ts'
import type { Language } from '../ui/copy/index.ts'
import { HousePage, HouseSection } from './house-page.tsx'
import { KeptTable } from './kept-table.tsx'

const pages: Record<'about' | 'privacy' | 'guidelines' | 'help', Record<Language, string>> = {
  about: { en: aboutEn, id: aboutId },
  privacy: { en: privacyEn, id: privacyId },
  guidelines: { en: guidelinesEn, id: guidelinesId },
  help: { en: helpEn, id: helpId },
}

/** House pages: Markdown from `content/pages`, bundled with the Worker; they need no database. */
export const houseRoom = newRoom()

for (const name of ['about', 'privacy', 'guidelines'] as const) {
  houseRoom.get(`/${name}`, (c) => {
    const { config, copy, language } = c.var
    const page = read(name, language)
    return (
      cacheable(c, { version: 0 }) ??
      c.render(
        <HousePage {...page} copy={copy}>
          {name === 'guidelines' && (
            <HouseSection {...read('help', language)} {...{ copy }} id="help" />
          )}
          {name === 'privacy' && <KeptTable language={language} />}
        </HousePage>,
        {
          title: page.heading,
          canonical: pathsIn(language)[name](),
          editions: inEach(config.languages, (paths) => paths[name]()),
        },
      )
    )
  })
}

function read(name: keyof typeof pages, language: Language) {
  const [first = '', ...rest] = pages[name][language].trim().split('\n')
  return { heading: first.replace(/^#\s+/, ''), markdown: rest.join('\n') }
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
