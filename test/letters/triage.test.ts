import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Decision, decline, hold, restore, shortlist, spam } from '../../src/letters/letter.ts'
import { deskLog, LETTER_STATUSES, type LetterStatus, letters } from '../../src/schema.ts'
import { db, NOW } from '../newsroom.ts'
import { letterIn } from './writer.ts'

/** The product's table of what an editor may do, from which states, and what becomes of it. */
const TABLE = [
  { verb: shortlist, from: ['received', 'held'], to: 'shortlisted', settledOn: null },
  { verb: hold, from: ['received', 'shortlisted'], to: 'held', settledOn: null },
  {
    verb: decline,
    from: ['received', 'shortlisted', 'waiting', 'held'],
    to: 'declined',
    settledOn: '2026-11-23',
  },
  { verb: spam, from: ['received', 'shortlisted'], to: 'spam', settledOn: '2026-11-23' },
  { verb: restore, from: ['declined', 'spam', 'held'], to: 'received', settledOn: null },
] satisfies { verb: unknown; from: LetterStatus[]; to: LetterStatus; settledOn: string | null }[]

const DECISION: Decision = { version: 1, by: 'Ana', now: NOW, reason: 'covered' }

const now = async (id: string) => (await db.select().from(letters).where(eq(letters.id, id)))[0]

describe.each(TABLE)('An editor may $verb.name a letter', ({ verb, from, to, settledOn }) => {
  test.each(from)('that is %s', async (status) => {
    const { row } = await letterIn({ status, settledOn: '2026-11-21' })
    const moved = await verb(db, row.id, DECISION)
    expect(moved).toMatchObject({ status: to, version: 2, settledOn, changedOn: '2026-11-23' })
    expect(await now(row.id)).toEqual(moved)
    expect(await db.select().from(deskLog)).toMatchObject([
      { by: 'Ana', verb: verb.name, letterId: row.id, reason: 'covered' },
    ])
  })

  const others = LETTER_STATUSES.filter((status) => !from.some((one) => one === status))
  test.each(others)('but not one that is %s', async (status) => {
    const { row } = await letterIn({ status })
    expect(await verb(db, row.id, DECISION)).toBeNull()
    expect(await now(row.id)).toEqual(row)
    expect(await db.$count(deskLog)).toBe(0)
  })

  test('and loses to a colleague who was first', async () => {
    const { row } = await letterIn({ status: from[0], version: 2 })
    expect(await verb(db, row.id, DECISION)).toBeNull()
    expect(await now(row.id)).toEqual(row)
    expect(await db.$count(deskLog)).toBe(0)
  })
})

test('Of two editors at once, one decides', async () => {
  const { row } = await letterIn()
  const decided = await Promise.all([
    shortlist(db, row.id, DECISION),
    decline(db, row.id, DECISION),
    hold(db, row.id, DECISION),
    spam(db, row.id, DECISION),
  ])
  expect(decided.filter((one) => one !== null)).toHaveLength(1)
  expect(await db.$count(deskLog)).toBe(1)
})

test('Nobody is declined without a reason', async () => {
  const { row } = await letterIn()
  for (const reason of [undefined, '', '  \n']) {
    expect(await decline(db, row.id, { ...DECISION, reason })).toBeNull()
  }
  expect(await now(row.id)).toEqual(row)
})
