import { directionOf } from '../language.ts'
import { inEach, pathsIn } from '../paths.ts'
import { newRoom } from '../room.ts'
import { siteState } from '../schema.ts'
import { onceRead } from '../ui/assets.ts'
import { cacheable } from '../ui/caching.ts'
import type { Language } from '../ui/copy/index.ts'
import { HousePage, HouseSection } from './house-page.tsx'
import { KeptTable } from './kept-table.tsx'
import { PeopleCheck } from './people-check.tsx'
import type { WrittenPrivacy } from './written-privacy.ts'

type Pages = Record<string, string | undefined>

const readPages = onceRead<Pages>('pages.json')
const readPrivacy = onceRead<WrittenPrivacy>('privacy.json')

/** House pages: Markdown from `content/pages`, in a static file of the site; they need no database. */
export const houseRoom = newRoom()

for (const name of ['about', 'privacy', 'guidelines'] as const) {
  houseRoom.get(`/${name}`, async (c) => {
    const { config, copy, language } = c.var
    const known = cacheable(c, { version: 0 })
    if (known) return known
    const [pages, privacy] = await Promise.all([
      readPages(c.env.ASSETS),
      name === 'privacy' ? readPrivacy(c.env.ASSETS) : null,
    ])
    const page = read(pages, name, language)
    return c.render(
      <HousePage {...page} copy={copy}>
        {name === 'guidelines' && (
          <HouseSection {...read(pages, 'help', language)} {...{ copy }} id="help" />
        )}
        {privacy && config.turnstile && (
          <PeopleCheck language={language} words={privacy.peopleCheck} />
        )}
        {privacy && <KeptTable language={language} {...privacy} />}
      </HousePage>,
      {
        title: page.heading,
        canonical: pathsIn(language)[name](),
        editions: inEach(config.languages, (paths) => paths[name]()),
      },
    )
  })
}

/** Gives a page in a language; in English, and marked so, while nobody has translated it. */
function read(pages: Pages, name: 'about' | 'privacy' | 'guidelines' | 'help', language: Language) {
  const spoken = pages[`${name}.${language}`] ? language : 'en'
  const [first = '', ...rest] = (pages[`${name}.${spoken}`] ?? '').trim().split('\n')
  const heading = first.replace(/^#\s+/, '')
  return { heading, markdown: rest.join('\n'), lang: spoken, dir: directionOf(spoken) }
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
