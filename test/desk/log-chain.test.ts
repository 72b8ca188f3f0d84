import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { getTableColumns, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { hashOf, type Seal, sealLog, writtenSeal } from '../../src/desk/log/log-chain.ts'
import { verifyLog, type Walk } from '../../src/desk/log/log-verify.ts'
import { logged } from '../../src/desk-log.ts'
import { type DeskLogRow, deskLog, deskLogChain } from '../../src/schema.ts'
import { asEditor, config, db, NOW, site } from '../newsroom.ts'
import { countedDatabase } from '../round-trips.ts'

/** Writes so many acts into the log, not sealed yet. */
async function act(times: number, verb = 'hold') {
  for (let done = 1; done <= times; done += 1) {
    await logged(db, {
      verb,
      letterId: `l${done}`,
      reason: `Reason ${done}`,
      by: 'clock',
      now: NOW,
    })
  }
}

async function verified(noted: Seal | null = null): Promise<Walk> {
  let last: Walk | null = null
  for await (const walk of verifyLog(db, noted)) last = walk
  if (!last) throw new Error('Nothing was told of the log')
  return last
}

async function runsTheClock() {
  const context = createExecutionContext()
  await runClock(env, config(), { now: NOW, context })
  await waitOnExecutionContext(context)
}

/** Whoever owns the database can take its triggers off: what the chain is there for. */
async function tampers(...statements: ReturnType<typeof sql>[]) {
  for (const name of ['desk_log_keep', 'desk_log_stay']) {
    await db.run(sql`DROP TRIGGER IF EXISTS ${sql.identifier(name)}`)
    await db.run(sql`DROP TRIGGER IF EXISTS ${sql.identifier(name.replace('log', 'log_chain'))}`)
  }
  for (const statement of statements) await db.run(statement)
}

const hashes = async () => (await db.select().from(deskLogChain)).map(({ hash }) => hash)

describe('An act', () => {
  test('is sealed right after the form that did it, and by the clock', async () => {
    const editor = await asEditor()
    await site().post('/desk/sign-out', {}, editor)
    const log = await db.select().from(deskLog)
    expect(log.map(({ verb }) => verb)).toEqual(['invite', 'join', 'end-session'])
    expect(await db.$count(deskLogChain)).toBe(3)
    await act(2)
    await runsTheClock()
    expect(await verified()).toMatchObject({ breach: null, sealed: 5, unsealed: 0 })
  })

  test('costs the clock one query when nothing was done, and one more when something was', async () => {
    const { database, roundTrips: trips } = countedDatabase()
    const clock = async () => {
      const before = trips()
      const context = createExecutionContext()
      await runClock({ ...env, DB: database }, config(), { now: NOW, context })
      await waitOnExecutionContext(context)
      return trips() - before
    }
    const idle = await clock()
    await act(3)
    expect(await clock()).toBe(idle + 1)
  })

  test('waits for a later run when there are more than fifty', async () => {
    await act(130)
    expect(await sealLog(db)).toBe(50)
    expect(await verified()).toMatchObject({ breach: null, sealed: 50, unsealed: 80 })
    expect([await sealLog(db), await sealLog(db), await sealLog(db)]).toEqual([50, 30, 0])
    expect(await verified()).toMatchObject({ breach: null, sealed: 130, unsealed: 0 })
  })

  test('is sealed once and the same however many seal at the same moment', async () => {
    await act(40)
    await Promise.all(Array.from({ length: 20 }, () => sealLog(db)))
    expect(await db.$count(deskLogChain)).toBe(40)
    expect(await verified()).toMatchObject({ breach: null, sealed: 40 })
  })

  test('is sealed with every field that the table has', async () => {
    const fields = await db.all<{ name: string }>(
      sql`SELECT name FROM pragma_table_info('desk_log')`,
    )
    const known = Object.values(getTableColumns(deskLog)).map(({ name }) => name)
    expect(known.sort()).toEqual(fields.map(({ name }) => name).sort())
    await act(1)
    const [entry] = await db.select().from(deskLog)
    const plain = await hashOf('', entry as DeskLogRow)
    for (const field of Object.keys(getTableColumns(deskLog))) {
      expect(await hashOf('', { ...entry, [field]: 'other' } as DeskLogRow), field).not.toBe(plain)
    }
    expect(await hashOf('before', entry as DeskLogRow)).not.toBe(plain)
  })

  test('keeps its seal when the table gets a field that it does not have', async () => {
    await act(1)
    const [entry] = await db.select().from(deskLog)
    const later = { ...(entry as DeskLogRow), undoes: null } as DeskLogRow
    expect(await hashOf('', later)).toBe(await hashOf('', entry as DeskLogRow))
  })
})

describe('Whoever verifies the log', () => {
  test('learns of nothing wrong in an empty one, and of one that nobody sealed yet', async () => {
    expect(await verified()).toMatchObject({ breach: null, sealed: 0, unsealed: 0 })
    await act(2)
    expect(await verified()).toMatchObject({ breach: null, sealed: 0, unsealed: 2 })
  })

  test.each([
    ['changed', 3, [sql`UPDATE desk_log SET reason = 'Better' WHERE id = 3`]],
    ['changed', 3, [sql`UPDATE desk_log SET by = 'nobody' WHERE id >= 3`]],
    ['changed', 5, [sql`UPDATE desk_log_chain SET hash = 'forged' WHERE entry_id = 5`]],
    ['removed', 1, [sql`DELETE FROM desk_log WHERE id = 1`]],
    ['removed', 4, [sql`DELETE FROM desk_log WHERE id = 4`]],
    ['removed', 8, [sql`DELETE FROM desk_log WHERE id = 8`]],
    [
      'removed',
      8,
      [sql`DELETE FROM desk_log WHERE id = 8`, sql`DELETE FROM desk_log_chain WHERE entry_id = 8`],
    ],
    [
      'changed',
      4,
      [
        sql`DELETE FROM desk_log WHERE id = 4`,
        sql`INSERT INTO desk_log (id, at, by, verb) VALUES (4, 'now', 'clock', 'hold')`,
      ],
    ],
    ['inserted', 0, [sql`INSERT INTO desk_log (id, at, by, verb) VALUES (0, 'now', 'me', 'hold')`]],
    ['inserted', 6, [sql`DELETE FROM desk_log_chain WHERE entry_id = 6`]],
  ] as const)('finds what was %s: act %i (%#)', async (what, entryId, statements) => {
    await act(8)
    await sealLog(db)
    await tampers(...statements)
    expect((await verified()).breach).toEqual({ entryId, what })
  })

  test('finds any single change, wherever it was made', async () => {
    await act(30)
    await sealLog(db)
    await tampers()
    const fields = ['at', 'by', 'verb', 'letter_id', 'draft_id', 'editor_id', 'reason'] as const
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(...fields),
        async (id, field) => {
          const column = sql.identifier(field)
          const [before] = await db.all<{ value: string | null }>(
            sql`SELECT ${column} AS value FROM desk_log WHERE id = ${id}`,
          )
          await db.run(sql`UPDATE desk_log SET ${column} = 'other' WHERE id = ${id}`)
          const { breach } = await verified()
          await db.run(sql`UPDATE desk_log SET ${column} = ${before?.value} WHERE id = ${id}`)
          expect(breach).toEqual({ entryId: id, what: 'changed' })
          expect((await verified()).breach).toBeNull()
        },
      ),
      { numRuns: 25, verbose: true },
    )
  })

  test('with a head from earlier finds a chain that was made anew from its first entry', async () => {
    await act(8)
    await sealLog(db)
    const noted = (await verified()).head
    expect(writtenSeal(noted)).toMatch(/^8:[\w-]{43}$/)
    await act(4)
    await sealLog(db)
    expect((await verified(noted)).breach).toBeNull()
    await tampers(
      sql`UPDATE desk_log SET reason = 'Better' WHERE id = 2`,
      sql`DELETE FROM desk_log_chain`,
    )
    await sealLog(db)
    expect((await verified()).breach).toBeNull()
    expect((await verified(noted)).breach).toEqual({ entryId: 8, what: 'head' })
    expect((await verified({ ...noted, entryId: 99 })).breach).toEqual({
      entryId: 99,
      what: 'head',
    })
  })

  test('goes through more than a page', async () => {
    await db.run(
      sql`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2100)
        INSERT INTO desk_log (at, by, verb) SELECT 'then', 'clock', 'hold' FROM n`,
    )
    while ((await sealLog(db)) > 0);
    expect(await verified()).toMatchObject({ breach: null, seen: 2100, sealed: 2100 })
    await tampers(sql`UPDATE desk_log SET verb = 'spam' WHERE id = 1001`)
    expect((await verified()).breach).toEqual({ entryId: 1001, what: 'changed' })
  })
})

test('Nobody can change or remove a seal', async () => {
  await act(1)
  await sealLog(db)
  const [seal] = await hashes()
  await expect(db.update(deskLogChain).set({ hash: 'other' })).rejects.toThrow()
  await expect(db.delete(deskLogChain)).rejects.toThrow()
  expect(await hashes()).toEqual([seal])
})

test('The log page shows the newest seal and says what it is for', async () => {
  const editor = await asEditor()
  const html = await (await site().get('/desk/log', editor)).text()
  const { head } = await verified()
  expect(head.entryId).toBe(2)
  expect(html).toContain('The log is sealed up to act 2.')
  expect(html).toContain(writtenSeal(head))
})
