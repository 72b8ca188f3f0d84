import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeSnapshot } from '../../src/cli/backup/snapshot.ts'
import { migrate, openDatabase } from '../../src/cli/database.ts'
import type { Db } from '../../src/schema.ts'
import { statement } from '../../src/statement.ts'

/** Each read is a request to a database that shares the machine with all other tests. */
const PATIENCE = 300_000

let folder: string
let db: Db
let close: () => Promise<void>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sincerely-snapshot-'))
  await migrate(folder)
  const site = await openDatabase({ dataDir: folder })
  db = site.db
  close = site.close
  const many = sql`(WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted
    WHERE n < 300) SELECT CAST(n AS INTEGER) AS n FROM counted)`
  await db.run(sql`INSERT INTO exchange_texts SELECT n, '0', 'long' FROM ${many}`)
  await db.run(sql`INSERT INTO settings SELECT 'setting ' || n, '0', 1 FROM ${many} WHERE n < 200`)
  await db.run(sql`INSERT INTO decline_texts VALUES ('reason', 'en', '0', 1)`)
}, PATIENCE)

afterAll(async () => {
  await close()
  await rm(folder, { recursive: true })
})

/** One act that must be seen whole or not at all: two large tables, at both their ends, and a small one. */
function act(number: number) {
  const text = String(number)
  return db.batch([
    statement(db, sql`UPDATE exchange_texts SET letter = ${text} WHERE exchange_id IN (1, 300)`),
    statement(
      db,
      sql`UPDATE settings SET value = ${text} WHERE name IN ('setting 1', 'setting 99')`,
    ),
    statement(db, sql`UPDATE decline_texts SET text = ${text}`),
  ])
}

/** The database, where somebody acts just before each of some reads. */
function disturbed(before: (read: number) => boolean): { db: Db; reads: () => number } {
  let reads = 0
  const batch: Db['batch'] = async (statements) => {
    reads += 1
    if (before(reads)) await act(reads)
    return db.batch(statements)
  }
  return {
    db: new Proxy(db, {
      get: (target, key) => (key === 'batch' ? batch : Reflect.get(target, key)),
    }),
    reads: () => reads,
  }
}

/** What the snapshot holds of the act: the distinct numbers that it wrote. */
async function seen(of: Db): Promise<string[]> {
  const place = await mkdtemp(join(folder, 'taken-'))
  await takeSnapshot(of, place, () => {})
  const lines = async (table: string) =>
    (await readFile(join(place, table), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  const texts = await lines('exchange_texts')
  const settings = await lines('settings')
  const declines = await lines('decline_texts')
  const ends = (rows: string[][], names: unknown[]) =>
    rows.filter(([key]) => names.includes(key)).map(([, value]) => String(value))
  return [
    ...ends(texts, [1, 300]),
    ...ends(settings, ['setting 1', 'setting 99']),
    ...declines.map(([, , text]) => text),
  ]
}

test(
  'Whenever somebody writes while the site is saved, the copy is of one moment',
  async () => {
    await act(0)
    const quiet = disturbed(() => false)
    expect(await seen(quiet.db)).toEqual(['0', '0', '0', '0', '0'])
    const reads = quiet.reads()
    expect(reads).toBeGreaterThan(8)
    // The first reads ask which tables there are.
    for (let moment = 4; moment <= reads + 1; moment += 1) {
      await act(0)
      const values = await seen(disturbed((read) => read === moment).db)
      expect(new Set(values).size, `a write before read ${moment}: ${values}`).toBe(1)
    }
    for (const gap of [3, 5]) {
      await act(0)
      const values = await seen(disturbed((read) => read < 40 && read % gap === 0).db)
      expect(new Set(values).size, `a write at each ${gap}. read: ${values}`).toBe(1)
    }
  },
  PATIENCE,
)

test(
  'A site that never holds still is not saved',
  async () => {
    await expect(seen(disturbed(() => true).db)).rejects.toThrow('quieter hour')
  },
  PATIENCE,
)
