import { noteFailure } from '../failure.ts'
import { countMiss } from '../misses.ts'
import { paths as everywhere } from '../paths.ts'
import { newRoom } from '../room.ts'
import { openSearchDescription } from './open-search.ts'
import { readQuery } from './query.ts'
import { ResultsPage } from './results-page.tsx'
import { search, searchAmongTopics } from './search.ts'
import { plain } from './snippet.ts'

/**
 * Readers find. What they look for is their own worry: no cache keeps it, no index lists it, and of
 * what is not found the page counts only what `misses.ts` says.
 */
export const searchRoom = newRoom()

searchRoom.get('/search', async (c) => {
  const { copy, db, language } = c.var
  const query = readQuery(c.req.query('q') ?? '', language)
  const found = await searchAmongTopics(db, query.match, language)
  if (query.match && found.hits.length === 0) {
    const missed = { typed: query.text, language, now: c.var.now }
    c.executionCtx.waitUntil(countMiss(db, c.var.vault, missed).catch(noteFailure))
  }
  return c.render(<ResultsPage {...c.var} {...found} query={query} />, { title: copy.site.search })
})

searchRoom.get('/search.json', async (c) => {
  const { db, language, origin, paths } = c.var
  const query = readQuery(c.req.query('q') ?? '', language)
  const hits = await search(db, query.match)
  return c.json({
    query: query.text,
    corrected: null,
    results: hits.map((hit) => ({
      url: origin + paths.column(hit.slug, hit.anchor),
      headline: hit.headline,
      exchange: hit.position,
      snippet: plain(hit.snippet),
    })),
  })
})

searchRoom.get(everywhere.openSearch(), (c) => {
  const { config, origin } = c.var
  return c.body(openSearchDescription(config, origin), 200, {
    'Content-Type': 'application/opensearchdescription+xml; charset=utf-8',
    'Cache-Control': 'public, max-age=3600',
  })
})
