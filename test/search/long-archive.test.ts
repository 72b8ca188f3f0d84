import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { nearestExchanges } from '../../src/nearest.ts'
import { readQuery } from '../../src/search/query.ts'
import { search } from '../../src/search/search.ts'
import { rowsRead } from '../rows-read.ts'

/** A word that no column has, and that as many words are like as an archive has exchanges. */
const MISTYPED = 'stbplers'

/** An archive in which every exchange says the same common words, and one of its own. */
async function fill(exchanges: number): Promise<void> {
  const { DB } = env
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers
    WHERE n < ${exchanges})`
  const at = "strftime('%Y-%m-%dT09:00:00Z', '2010-01-01', n || ' days')"
  await DB.batch(
    [
      `INSERT INTO topics (slug, language, name, description, position)
        VALUES ('money', 'en', 'Money', '', 1)`,
      `${numbers} INSERT INTO columns (id, slug, language, headline, standfirst, topics, published_at,
        changed_at, original_id, permanent_id, version, live_hash, manuscript)
        SELECT 'c' || n, 'c' || n, 'en', 'The kettle', '', '["money"]', ${at}, ${at}, 'c' || n, 'p' || n,
          1, '', '{}' FROM numbers`,
      `INSERT INTO column_topics (topic, language, published_at, column_id)
        SELECT 'money', 'en', published_at, id FROM columns`,
      `${numbers} INSERT INTO exchanges (id, column_id, position) SELECT n, 'c' || n, 1 FROM numbers`,
      `INSERT INTO exchange_texts SELECT id, 'My boss drinks my tea.', 'Label the kettle.' FROM exchanges`,
      `INSERT INTO columns_fts (rowid, head, body)
        SELECT id, 'enkettl', 'enmy enboss endrink enmy entea enlabel enthe enkettl' FROM exchanges`,
      `INSERT INTO search_words (language, stem, word, size, backwards, uses, witness)
        SELECT 'en', value, value, length(value), '', ${exchanges}, 1
        FROM json_each('["", "boss", "tea", "label", "kettl"]')`,
      `${numbers} INSERT INTO search_words (language, stem, word, size, backwards, witness)
        SELECT 'en', 'st' || substr('00000' || n, -6), 'st' || substr('00000' || n, -6), 8,
          'srelp' || n, n FROM numbers`,
    ].map((query) => DB.prepare(query)),
  )
}

const ask = (typed: string, filter = {}) =>
  rowsRead((db) => search(db, readQuery(typed, 'en'), { filter }))

test('A search reads no more rows in an archive of years, whatever is typed', async () => {
  await fill(4000)
  expect(await ask('boss drinks tea')).toBeLessThan(500)
  expect(await ask('kettle')).toBeLessThan(350)
  expect(await ask(`${MISTYPED} kettle`)).toBeLessThan(2000)
  const words = Array.from({ length: 16 }, (_, index) => `${MISTYPED}${'aeiou'[index % 5]}${index}`)
  expect(await ask(words.join(' '))).toBeLessThan(5500)
})

test('A search that is narrowed reads a bounded part of what it finds', async () => {
  await fill(4000)
  expect(await ask('kettle', { topic: 'money' })).toBeLessThan(400)
  expect(await ask('kettle', { year: '1999' })).toBeLessThan(4000)
})

test('What is near to a letter is found by reading a few rows', async () => {
  await fill(4000)
  const asked = { question: 'Who drinks my tea?', letter: 'The kettle, boss.', language: 'en' }
  expect(await rowsRead((db) => nearestExchanges(db, asked))).toBeLessThan(80)
})
