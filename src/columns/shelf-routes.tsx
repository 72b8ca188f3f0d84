import type { Context } from 'hono'
import { madeFrom } from '../cache-tags.ts'
import { inEach } from '../paths.ts'
import { type AppEnv, newRoom } from '../room.ts'
import { clean } from '../text.ts'
import { cacheable } from '../ui/caching.ts'
import { problem } from '../ui/problem.tsx'
import { searchShelf, topicShelf, wholeShelf } from './shelf.ts'
import { FoundScriptsPage, ShelfPage, TopicShelfPage } from './shelf-page.tsx'
import { mergedInto } from './topic.ts'

/** The longest text that is looked for, in UTF-16 units: what the field takes. */
const LONGEST = 200

/** Readers who need words to say. */
export const shelfRoom = newRoom()

/**
 * The whole shelf, one topic's part of it, or what is found for some words. Those are a reader's
 * own worry: no cache keeps what was looked for, and no index lists it.
 */
shelfRoom.get('/scripts', async (c) => {
  const { config, copy, db, language, paths } = c.var
  const editions = inEach(config.languages, (one) => one.scripts())
  const query = clean((c.req.query('q') ?? '').slice(0, LONGEST))
  if (query !== '') {
    const found = await searchShelf(db, query, language)
    const page = <FoundScriptsPage {...c.var} {...found} query={query} />
    return c.render(page, { title: copy.site.scripts, editions, script: 'column.js' })
  }
  const topic = c.req.query('topic')
  if (topic) return topicPage(c, topic)
  const { version, ...shelf } = await wholeShelf(db, language)
  return (
    cacheable(c, { version, tags: madeFrom.scripts(shelf.scripts) }) ??
    c.render(<ShelfPage {...c.var} {...shelf} />, {
      title: copy.site.scripts,
      description: copy.scripts.lead,
      canonical: paths.scripts(),
      editions,
      script: 'column.js',
    })
  )
})

async function topicPage(c: Context<AppEnv>, slug: string) {
  const { config, copy, db, language, paths } = c.var
  const older = c.req.query('older') ?? null
  const { version, languages, ...shelf } = await topicShelf(db, { topic: slug, language, older })
  const topic = shelf.topics.find((one) => one.slug === slug)
  if (!topic) {
    const target = await mergedInto(db, slug)
    return target ? c.redirect(paths.scripts(target), 301) : problem(c, 404, 'notFound')
  }
  const spoken = config.languages.filter((one) => languages.includes(one))
  const tags = madeFrom.scripts(shelf.scripts)
  return (
    cacheable(c, { version, tags, parameters: ['topic', 'older'] }) ??
    c.render(<TopicShelfPage {...c.var} {...shelf} topic={topic} isFirst={!older} />, {
      title: `${copy.site.scripts}: ${topic.name}`,
      description: copy.scripts.lead,
      canonical: older ? undefined : paths.scripts(slug),
      editions: inEach(spoken, (one) => one.scripts(slug)),
      script: 'column.js',
    })
  )
}
