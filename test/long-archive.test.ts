import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'
import { surprise } from '../src/columns/lists.ts'
import { listColumns } from '../src/desk/column/column-list.ts'
import { openDrafts } from '../src/desk/draft/draft.ts'
import { eraseDue } from '../src/letters/erase.ts'
import type { Db } from '../src/schema.ts'
import { newId } from '../src/text.ts'
import { NOW } from './newsroom.ts'

/** Rows of an archive of years, in which what a query looks for is rare. */
const ARCHIVE = 2000

async function fill(columns: string, row: (index: number) => unknown[]): Promise<void> {
  const rows = JSON.stringify(Array.from({ length: ARCHIVE }, (_, index) => row(index)))
  const values = row(0).map((_, place) => `value ->> ${place}`)
  await env.DB.prepare(`INSERT INTO ${columns} SELECT ${values} FROM json_each(?)`).bind(rows).run()
}

/** Gives how many rows D1 reads while something is done. */
async function rowsRead(doing: (db: Db) => Promise<unknown>): Promise<number> {
  let count = 0
  const note = ({ meta }: D1Result) => {
    count += meta.rows_read
  }
  const database = new Proxy(env.DB, {
    get(target, key) {
      const value = Reflect.get(target, key)
      if (key !== 'batch') return typeof value === 'function' ? value.bind(target) : value
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements)
        for (const result of results) note(result)
        return results
      }
    },
  })
  await doing(drizzle(database))
  return count
}

test('A column by chance, and the desk’s list, are found without reading the archive', async () => {
  await fill(
    `columns (id, slug, language, headline, standfirst, topics, published_at, changed_at,
      original_id, permanent_id, version, live_hash, manuscript)`,
    (index) => {
      const day = new Date(Date.UTC(2010, 0, index)).toISOString().slice(0, 10)
      const at = `${day}T09:00:00Z`
      return [`c${index}`, `c${index}`, 'en', '', '', '[]', at, at, `c${index}`, '', 1, '', '{}']
    },
  )
  for (const language of ['en', 'id']) {
    expect(await rowsRead((db) => surprise(db, language, newId()))).toBeLessThan(10)
  }
  expect(await rowsRead((db) => listColumns(db, null))).toBeLessThan(120)
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
