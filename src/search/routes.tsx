import type { Context } from 'hono'
import { noteFailure } from '../failure.ts'
import { readLists } from '../identifying/lists-file.ts'
import { countMiss } from '../misses.ts'
import { inEach } from '../paths.ts'
import { type AppEnv, newRoom } from '../room.ts'
import { readFilter } from './filter.ts'
import { openSearchDescription } from './open-search.ts'
import { readQuery } from './query.ts'
import { ResultsPage } from './results-page.tsx'
import { search } from './search.ts'
import { plain } from './snippet.ts'
import { readSynonyms } from './synonyms-file.ts'

/**
 * Readers find. What they look for is their own worry: no cache keeps it, no index lists it, and of
 * what is not found the page counts only what `misses.ts` says.
 */
export const searchRoom = newRoom()

/** Reads what is asked, and answers it. */
async function asked(c: Context<AppEnv>) {
  // Without them the words that were typed are still looked for.
  await readSynonyms(c.env.ASSETS).catch(noteFailure)
  const query = readQuery(c.req.query('q') ?? '', c.var.language)
  const filter = readFilter(c.req.query())
  const isExact = c.req.query('exact') === '1'
  const answers = await search(c.var.db, query, { filter, isExact })
  return { query, filter, ...answers }
}

searchRoom.get('/search', async (c) => {
  const { config, copy, db, language, now, paths, vault } = c.var
  const found = await asked(c)
  const { hits, query, filter } = found
  if (query.concepts.length > 0 && hits.length === 0 && !filter.topic && !filter.year) {
    const missed = { typed: query.text, language, now }
    const counted = readLists(c.env.ASSETS).then(() => countMiss(db, vault, missed))
    c.executionCtx.waitUntil(counted.catch(noteFailure))
  }
  const isAsked = Object.keys(c.req.query()).length > 0
  return c.render(<ResultsPage {...c.var} {...found} />, {
    title: copy.site.search,
    description: `${copy.search.label}. ${copy.search.hint}`,
    canonical: isAsked ? undefined : paths.search(),
    editions: inEach(config.languages, (one) => one.search(query.text)),
    hasForm: true,
    script: 'search.js',
  })
})

searchRoom.get('/search.json', async (c) => {
  const { origin, paths } = c.var
  const { query, corrected, hits } = await asked(c)
  return c.json({
    query: query.text,
    corrected: corrected?.searched ?? null,
    results: hits.map((hit) => ({
      url: origin + paths.column(hit.slug, hit.anchor),
      headline: hit.headline,
      exchange: hit.position,
      snippet: plain(hit.snippet),
    })),
  })
})

searchRoom.get('/opensearch.xml', (c) => {
  const { config, language, origin, paths } = c.var
  return c.body(openSearchDescription(config, { language, paths, origin }), 200, {
    'Content-Type': 'application/opensearchdescription+xml; charset=utf-8',
    'Cache-Control': 'public, max-age=3600',
  })
})
