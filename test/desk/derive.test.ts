import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { minutesLater } from '../../src/dates.ts'
import { DERIVATION } from '../../src/desk/press/derived.ts'
import { deriveAll, deriveDue, EVERY_MINUTES } from '../../src/desk/publishing/derive.ts'
import { columns, outbox, scripts } from '../../src/schema.ts'
import { config, db, NOW, site } from '../newsroom.ts'
import { column, print, retract, samples } from '../printed.ts'

const ALL = Object.keys(samples).length

/** Leaves the site as an older version of the software would have: its columns, and no shelf. */
async function age(): Promise<void> {
  await env.DB.batch(
    [
      'UPDATE columns SET derivation = 0',
      'DELETE FROM scripts',
      'DELETE FROM columns_fts',
      'DELETE FROM pairs',
    ].map((text) => env.DB.prepare(text)),
  )
}

/** What readers and followers are told of a column. */
async function told() {
  const { slug, version, changedAt, publishedAt, permanentId, liveHash, manuscript } = columns
  return db
    .select({ slug, version, changedAt, publishedAt, permanentId, liveHash, manuscript })
    .from(columns)
    .orderBy(slug)
}

async function tick(now: Date): Promise<void> {
  const context = createExecutionContext()
  await runClock(env, config(), { now, context })
  await waitOnExecutionContext(context)
}

async function shelf(): Promise<string[]> {
  const rows = await db.select().from(scripts)
  return rows.map((row) => `${row.columnId} ${row.place} ${row.situation}: ${row.words}`).sort()
}

test('What a new version derives, the clock gives every older column, one in ten minutes', async () => {
  await print(samples)
  const wanted = await shelf()
  expect(wanted.length).toBeGreaterThan(10)
  await age()
  const before = await told()
  for (let minute = 0; minute < ALL; minute += 1) {
    const [left] = await db
      .select({ count: sql<number>`count(*)` })
      .from(columns)
      .where(sql`derivation < ${DERIVATION}`)
    expect(left?.count).toBe(ALL - minute)
    for (let late = 0; late < EVERY_MINUTES; late += 9) await tick(minutesLater(NOW, late))
  }
  expect(await shelf()).toEqual(wanted)
  expect(await told(), 'no date and no version').toEqual(before)
  const hits = await (await site().get('/search.json?q=payslip')).json<{ results: unknown[] }>()
  expect(hits.results.length).toBeGreaterThan(0)
})

test('A reader who has the page is told that there is a new one, and caches forget the old', async () => {
  await print({ kettle: column() })
  const etag = (await site().get('/columns/kettle')).headers.get('ETag') ?? ''
  await db.update(columns).set({ derivation: 0 })
  await deriveDue(db, NOW)
  const answer = await site().get('/columns/kettle', { 'If-None-Match': etag })
  expect(answer.status).toBe(200)
  const [owed] = await db.select().from(outbox)
  expect(owed?.payload).toEqual(
    expect.arrayContaining(['scripts', 'column-kettle', 'headline-kettle']),
  )
  expect(await deriveDue(db, NOW)).toBe(0)
})

test('A push derives all of them at once, and says how far it is', async () => {
  await print(samples)
  const wanted = await shelf()
  await age()
  const reports: string[] = []
  await deriveAll(db, NOW, (done, all) => reports.push(`${done}/${all}`))
  expect(reports.at(-1)).toBe(`${ALL}/${ALL}`)
  expect(await shelf()).toEqual(wanted)
  reports.length = 0
  await deriveAll(db, NOW, (done, all) => reports.push(`${done}/${all}`))
  expect(reports).toEqual([])
})

test('A column that is published while it is derived is as it was published', async () => {
  const script = (words: string) =>
    column({ text: `# Letter\n\nTea.\n\n# Reply\n\n> [!SCRIPT] Soon\n> ${words}` })
  await print({ kettle: script('The old words.') })
  await db.update(columns).set({ derivation: 0 })
  const read = db.select.bind(db)
  const late = new Proxy(db, {
    get(target, key) {
      const value = Reflect.get(target, key)
      if (key !== 'batch') return typeof value === 'function' ? value.bind(target) : value
      return async (...given: Parameters<typeof db.batch>) => {
        await print({ kettle: script('The new words.') })
        return target.batch(...given)
      }
    },
  })
  await deriveDue(late, NOW)
  expect((await read().from(scripts)).map(({ words }) => words)).toEqual(['The new words.'])
})

test('A column that is retracted while it is derived stays gone', async () => {
  await print({ kettle: column() })
  await db.update(columns).set({ derivation: 0 })
  const late = new Proxy(db, {
    get(target, key) {
      const value = Reflect.get(target, key)
      if (key !== 'batch') return typeof value === 'function' ? value.bind(target) : value
      return async (...given: Parameters<typeof db.batch>) => {
        await retract('kettle')
        return target.batch(...given)
      }
    },
  })
  await deriveDue(late, NOW)
  expect((await site().get('/columns/kettle')).status).toBe(410)
  expect(await db.select().from(columns).where(eq(columns.id, 'kettle'))).toEqual([])
  const hits = await (await site().get('/search.json?q=kettle')).json<{ results: unknown[] }>()
  expect(hits.results).toEqual([])
})

test('A day of deriving leaves most of what the free plan may write to the desk', async () => {
  await print(samples)
  await age()
  let written = 0
  const noting = new Proxy(env.DB, {
    get(target, key) {
      const value = Reflect.get(target, key)
      if (key !== 'batch') return typeof value === 'function' ? value.bind(target) : value
      return async (statements: D1PreparedStatement[]) => {
        expect(statements.length).toBeLessThan(20)
        const results = await target.batch(statements)
        for (const { meta } of results) written += meta.rows_written
        return results
      }
    },
  })
  for (let minute = 0; minute < ALL; minute += 1) await deriveDue(drizzle(noting), NOW)
  const aDay = (written / ALL) * ((24 * 60) / EVERY_MINUTES)
  console.info(`${Math.round(written / ALL)} rows written for a column`)
  expect(aDay).toBeGreaterThan(0)
  expect(aDay).toBeLessThan(48_000)
})
