import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { reply } from '../../src/letters/ask.ts'
import { group, split } from '../../src/letters/group.ts'
import { decline, restore, spam } from '../../src/letters/letter.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import { deskLog, LETTER_STATUSES, type LetterStatus, letters, nudges } from '../../src/schema.ts'
import { db, NOW, site, vault } from '../newsroom.ts'
import { letterIn } from './writer.ts'

const HAND = { by: 'Ana', now: NOW }
const now = async (id: string) => (await db.select().from(letters).where(eq(letters.id, id)))[0]

const LEADING: LetterStatus[] = ['received', 'shortlisted', 'waiting', 'held', 'in_column']

describe('An editor groups', () => {
  test.each(['received', 'shortlisted'] as const)('a letter that is %s', async (status) => {
    const lead = await letterIn()
    const { row } = await letterIn({ status })
    const grouped = await group(db, row.id, { ...HAND, version: 1, lead: lead.row.id })
    expect(grouped).toMatchObject({ status: 'grouped', leadId: lead.row.id, version: 2 })
    expect(await now(row.id)).toEqual(grouped)
    expect(await now(lead.row.id)).toEqual(lead.row)
    expect(await db.select().from(deskLog)).toMatchObject([{ verb: 'group', letterId: row.id }])
  })

  const others = LETTER_STATUSES.filter((status) => !['received', 'shortlisted'].includes(status))
  test.each(others)('no letter that is %s', async (status) => {
    const lead = await letterIn()
    const { row } = await letterIn({ status })
    expect(await group(db, row.id, { ...HAND, version: 1, lead: lead.row.id })).toBeNull()
    expect(await now(row.id)).toEqual(row)
    expect(await db.$count(deskLog)).toBe(0)
  })

  test.each(LETTER_STATUSES)('under a letter that is %s, if that may lead', async (status) => {
    const lead = await letterIn({ status })
    const { row } = await letterIn()
    const grouped = await group(db, row.id, { ...HAND, version: 1, lead: lead.row.id })
    expect(grouped !== null).toBe(LEADING.includes(status))
  })

  test('no letter under itself, or under none', async () => {
    const { row } = await letterIn()
    for (const lead of [row.id, '', 'nothing']) {
      expect(await group(db, row.id, { ...HAND, version: 1, lead })).toBeNull()
    }
  })

  test('a lead letter together with those that follow it', async () => {
    const { first, second } = await pair()
    const third = await letterIn()
    await group(db, first.row.id, { ...HAND, version: 1, lead: third.row.id })
    expect(await now(second.row.id)).toMatchObject({ status: 'grouped', leadId: third.row.id })
  })
})

async function pair(changes: Parameters<typeof letterIn>[0] = {}) {
  const first = await letterIn(changes)
  const second = await letterIn({ consent: 'private' })
  await group(db, second.row.id, { ...HAND, version: 1, lead: first.row.id })
  return { first, second }
}

describe('A grouped letter', () => {
  test('is declined with its lead letter, for the same reason, and comes back with it', async () => {
    const { first, second } = await pair()
    await decline(db, first.row.id, { ...HAND, version: 1, reason: 'covered' })
    expect(await now(second.row.id)).toMatchObject({
      status: 'declined',
      reason: 'covered',
      settledOn: '2026-11-23',
      version: 3,
    })
    const page = await (await site().post('/ticket', { ticket: second.ticket })).text()
    expect(page).toContain('We have answered a question very like yours already.')
    expect(await db.select().from(nudges).where(eq(nudges.letterId, second.row.id))).toMatchObject([
      { kind: 'declined', status: 'owed', dueAt: '2026-11-23T00:00:00Z' },
    ])
    await restore(db, first.row.id, { ...HAND, version: 2 })
    expect(await now(second.row.id)).toMatchObject({ status: 'grouped', reason: null })
  })

  test.each(['spam', 'withdrawn', 'answered'])(
    'goes back to the shortlist when its lead letter is %s',
    async (how) => {
      const { first, second } = await pair({ status: 'shortlisted' })
      if (how === 'spam') await spam(db, first.row.id, { ...HAND, version: 1 })
      if (how === 'withdrawn') await withdraw(db, vault, first.ticket, NOW)
      if (how === 'answered') {
        await reply(db, vault, first.row.id, { ...HAND, version: 1, text: 'Between us.' })
      }
      expect((await now(first.row.id))?.status).toBe(how)
      expect(await now(second.row.id)).toMatchObject({ status: 'shortlisted', leadId: null })
      const page = await (await site().post('/ticket', { ticket: second.ticket })).text()
      expect(page).not.toContain('Between us.')
    },
  )

  test('can be split off again: it goes to the shortlist, and no further with its lead', async () => {
    const { first, second } = await pair()
    const parted = await split(db, second.row.id, { ...HAND, version: 2 })
    expect(parted).toMatchObject({ status: 'shortlisted', leadId: null, version: 3 })
    await decline(db, first.row.id, { ...HAND, version: 1, reason: 'room' })
    expect((await now(second.row.id))?.status).toBe('shortlisted')
    expect(await split(db, second.row.id, { ...HAND, version: 3 })).toBeNull()
    const verbs = (await db.select().from(deskLog)).map(({ verb }) => verb)
    expect(verbs).toEqual(['group', 'split', 'decline'])
  })
})
