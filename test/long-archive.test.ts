import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'
import { surprise, yearPage } from '../src/columns/archive.ts'
import { findColumn } from '../src/columns/column.ts'
import { frontPage, topicPage } from '../src/columns/lists.ts'
import { searchShelf, topicShelf, wholeShelf } from '../src/columns/shelf.ts'
import { listColumns } from '../src/desk/column/column-list.ts'
import { openDrafts } from '../src/desk/draft/draft.ts'
import { eraseDue } from '../src/letters/erase.ts'
import { newId } from '../src/text.ts'
import { NOW } from './newsroom.ts'
import { column, print } from './printed.ts'
import { rowsRead } from './rows-read.ts'

/** Rows of an archive of years, in which what a query looks for is rare. */
const ARCHIVE = 2000

async function fill(columns: string, row: (index: number) => unknown[]): Promise<void> {
  const rows = JSON.stringify(Array.from({ length: ARCHIVE }, (_, index) => row(index)))
  const values = row(0).map((_, place) => `value ->> ${place}`)
  await env.DB.prepare(`INSERT INTO ${columns} SELECT ${values} FROM json_each(?)`).bind(rows).run()
}

/** An archive of years: half its columns on one topic, and each with a script. */
async function fillColumns(): Promise<void> {
  const at = (index: number) =>
    `${new Date(Date.UTC(2010, 0, index)).toISOString().slice(0, 10)}T09:00:00Z`
  const topic = (index: number) => (index % 2 ? 'money' : 'colleagues')
  await env.DB.batch(
    ['colleagues', 'money'].map((slug) =>
      env.DB.prepare(
        "INSERT INTO topics (slug, language, name, description, position) VALUES (?, 'en', ?, '', 1)",
      ).bind(slug, slug),
    ),
  )
  await fill(
    `columns (id, slug, language, headline, standfirst, topics, published_at, changed_at,
      original_id, permanent_id, version, live_hash, manuscript, related)`,
    (index) => {
      const [id, topics] = [`c${index}`, JSON.stringify(['colleagues', 'money'])]
      const related = JSON.stringify([index + 1, index + 2, index + 3].map((other) => `c${other}`))
      return [id, id, 'en', '', '', topics, at(index), at(index), id, '', 1, '', '{}', related]
    },
  )
  await fill('column_topics (topic, language, published_at, column_id)', (index) => {
    return [topic(index), 'en', at(index), `c${index}`]
  })
  await fill(
    'scripts (column_id, place, exchange, language, topic, published_at, situation, words)',
    (index) => [`c${index}`, 1, 1, 'en', topic(index), at(index), `When ${index}`, 'No kettle.'],
  )
}

test('A column by chance, and the desk’s list, are found without reading the archive', async () => {
  await fillColumns()
  for (const language of ['en', 'id']) {
    const chosen = { from: newId(), chance: Math.random() }
    expect(await rowsRead((db) => surprise(db, language, chosen))).toBeLessThan(30)
  }
  expect(await rowsRead((db) => listColumns(db, null))).toBeLessThan(120)
})

test('A reader’s page reads as many rows in an archive of years as in a new one', async () => {
  await fillColumns()
  const language = 'en'
  const older = '2012-06-01T09:00:00Z_c882'
  expect(await rowsRead((db) => findColumn(db, 'c1000'))).toBeLessThanOrEqual(12)
  expect(await rowsRead((db) => frontPage(db, language))).toBeLessThanOrEqual(40)
  for (const from of [null, older]) {
    const asked = { slug: 'money', language, older: from }
    expect(await rowsRead((db) => topicPage(db, asked))).toBeLessThanOrEqual(40)
  }
  const year = await rowsRead((db) =>
    yearPage(db, { year: '2012', language, languages: ['en'], older: null }),
  )
  expect(year).toBeLessThanOrEqual(80)
  const onShelf = { topic: 'money', language, older: `${older}_1` }
  expect(await rowsRead((db) => wholeShelf(db, language))).toBeLessThan(60)
  expect(await rowsRead((db) => topicShelf(db, onShelf))).toBeLessThan(60)
  expect(await rowsRead((db) => searchShelf(db, 'kettle', language))).toBeLessThan(150)
})

test('A surprise is one of all columns, and none is met much more often than the others', async () => {
  const slugs = Array.from({ length: 40 }, (_, index) => `column-${index}`)
  const ids = Object.fromEntries(slugs.map((slug) => [slug, newId()]))
  await print(Object.fromEntries(slugs.map((slug) => [slug, column()])), { ids })
  const met = new Map<string | null, number>()
  for (let time = 0; time < 200; time += 1) {
    const chosen = { from: newId(), chance: Math.random() }
    const slug = await surprise(drizzle(env.DB), 'en', chosen)
    met.set(slug, (met.get(slug) ?? 0) + 1)
  }
  const often = [...met.values()].sort((one, other) => one - other)
  console.info(`of 200, met ${often[0]} to ${often.at(-1)} times`)
  expect(met.size).toBeGreaterThan(30)
  expect(often.at(-1)).toBeLessThan(25)
})

test('What is in work is found without reading every column that the desk published', async () => {
  await fill(
    `drafts (id, status, version, slug, headline, language, pinned_version, changed_by, changed_at,
      document)`,
    (index) => [`d${index}`, 'live', 1, '', '', 'en', 1, '', '2026-01-01T09:00:00Z', ''],
  )
  expect(await rowsRead((db) => db.batch([openDrafts(db)]))).toBeLessThan(10)
})

test('The clock erases without reading every letter that was answered, or put aside of late', async () => {
  await fill(
    `letters (id, ticket_hash, status, consent, language, words, received_on, changed_on,
      settled_on, data_key)`,
    (index) => {
      const on = index % 2 ? '2026-11-20' : '2020-01-01'
      const [status, key] = index % 2 ? ['spam', 'k'] : ['answered', null]
      return [`l${index}`, `h${index}`, status, 'publish', 'en', 1, on, on, on, key]
    },
  )
  expect(await rowsRead((db) => eraseDue(db, NOW))).toBeLessThan(50)
})
