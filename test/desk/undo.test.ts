import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { group, split } from '../../src/letters/group.ts'
import { decline, hold, restore, shortlist, spam } from '../../src/letters/letter.ts'
import { undo } from '../../src/letters/undo.ts'
import { deskLog, type LetterRow, type LetterStatus, letters, tallies } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { arrive, decide, page, rowOf } from './letters.ts'

const hand = { by: 'edith', now: NOW }

/** What a letter was, as far as an undo brings it back. */
function standing({ status, reason, settledOn, leadId }: LetterRow) {
  return { status, reason, settledOn, leadId }
}

async function putInto(letter: LetterRow, status: LetterStatus) {
  await db.update(letters).set({ status }).where(eq(letters.id, letter.id))
  return rowOf(letter)
}

const VERBS = { shortlist, hold, decline, spam, restore }

describe('To undo', () => {
  test.each([
    ['shortlist', 'received'],
    ['shortlist', 'held'],
    ['hold', 'shortlisted'],
    ['decline', 'waiting'],
    ['decline', 'held'],
    ['spam', 'shortlisted'],
    ['restore', 'held'],
  ] as const)('a %s of a letter that was %s brings it back as it was', async (verb, status) => {
    const before = await putInto(await arrive(), status)
    const done = await VERBS[verb](db, before.id, {
      ...hand,
      version: before.version,
      reason: 'room',
    })
    const undone = await undo(db, before.id, { ...hand, version: done?.version ?? 0 })
    expect(undone && standing(undone)).toEqual(standing(before))
    expect(await db.$count(deskLog, eq(deskLog.verb, 'undo'))).toBe(1)
  })

  test('a restore gives a declined letter its reason and its day back', async () => {
    const { id, version } = await arrive()
    const declined = await decline(db, id, { ...hand, version, reason: 'room' })
    const later = { by: 'otto', now: minutesLater(NOW, 3 * 24 * 60) }
    const restored = await restore(db, id, { ...later, version: declined?.version ?? 0 })
    const undone = await undo(db, id, { ...later, version: restored?.version ?? 0 })
    expect(undone && standing(undone)).toEqual(declined && standing(declined))
  })

  test('is done once, and by nobody who has an older or a newer version', async () => {
    const { id, version } = await arrive()
    const held = await hold(db, id, { ...hand, version })
    const meant = { ...hand, version: held?.version ?? 0 }
    expect(await undo(db, id, { ...meant, version: version + 7 })).toBeNull()
    const answers = await Promise.all(Array.from({ length: 20 }, () => undo(db, id, meant)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await db.$count(deskLog, eq(deskLog.verb, 'undo'))).toBe(1)
  })

  test('is refused for what cannot be taken back: words that were sent, and a draft that was opened', async () => {
    const editor = await asEditor()
    for (const [verb, form] of [
      ['ask', { text: 'Which town?' }],
      ['pick', {}],
    ] as const) {
      const letter = await arrive()
      await decide(letter, verb, editor, form)
      const now = await rowOf(letter)
      expect((await decide(now, 'undo', editor)).status).toBe(409)
      expect(await rowOf(letter)).toEqual(now)
    }
  })

  test('spam gives the numbers their letter back, wherever it came from', async () => {
    const before = await db.select().from(tallies)
    const letter = await putInto(await arrive(), 'shortlisted')
    const counted = await db.select().from(tallies)
    const done = await spam(db, letter.id, { ...hand, version: letter.version })
    await undo(db, letter.id, { ...hand, version: done?.version ?? 0 })
    expect(await db.select().from(tallies)).toEqual(counted)
    expect(counted).not.toEqual(before)
  })
})

describe('Letters that follow another', () => {
  async function flock() {
    const lead = await arrive()
    const followers = [await arrive(), await arrive()]
    for (const { id, version } of followers)
      await group(db, id, { ...hand, version, lead: lead.id })
    return { lead, followers: await Promise.all(followers.map(rowOf)) }
  }

  test.each(['decline', 'spam'] as const)('come back with it from a %s', async (verb) => {
    const { lead, followers } = await flock()
    const done = await VERBS[verb](db, lead.id, { ...hand, version: lead.version, reason: 'room' })
    await undo(db, lead.id, { ...hand, version: done?.version ?? 0 })
    const now = await Promise.all(followers.map(rowOf))
    expect(now.map(standing)).toEqual(followers.map(standing))
  })

  test('come back when it no longer follows a third', async () => {
    const { lead, followers } = await flock()
    const third = await arrive()
    const joined = await group(db, lead.id, { ...hand, version: lead.version, lead: third.id })
    expect((await Promise.all(followers.map(rowOf))).map(({ leadId }) => leadId)).toEqual([
      third.id,
      third.id,
    ])
    await undo(db, lead.id, { ...hand, version: joined?.version ?? 0 })
    expect((await rowOf(lead)).status).toBe('received')
    const now = await Promise.all(followers.map(rowOf))
    expect(now.map(standing)).toEqual(followers.map(standing))
  })

  test('are not undone by themselves, and one that was split off stays so', async () => {
    const { lead, followers } = await flock()
    const [stays, goes] = followers as [LetterRow, LetterRow]
    const parted = await split(db, goes.id, { ...hand, version: goes.version })
    const done = await decline(db, lead.id, { ...hand, version: lead.version, reason: 'room' })
    const carried = await rowOf(stays)
    expect(await undo(db, stays.id, { ...hand, version: carried.version })).toBeNull()
    await undo(db, lead.id, { ...hand, version: done?.version ?? 0 })
    expect((await rowOf(goes)).version).toBe(parted?.version)
    expect(await rowOf(goes)).toMatchObject({ status: 'shortlisted', leadId: null })
  })

  test('cannot go back to a lead that was decided meanwhile', async () => {
    const { lead, followers } = await flock()
    const [follower] = followers as [LetterRow]
    const parted = await split(db, follower.id, { ...hand, version: follower.version })
    await spam(db, lead.id, { ...hand, version: lead.version })
    const refused = await undo(db, follower.id, { ...hand, version: parted?.version ?? 0 })
    expect(refused).toBeNull()
  })
})

test('Whatever was done before, an undo takes back the last act and nothing else', async () => {
  const verbs = fc.array(fc.constantFrom(...(Object.keys(VERBS) as (keyof typeof VERBS)[])), {
    minLength: 1,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(verbs, async (all) => {
      let row = await arrive()
      let before: LetterRow | null = null
      for (const verb of all) {
        const moved = await VERBS[verb](db, row.id, {
          ...hand,
          version: row.version,
          reason: 'room',
        })
        if (moved) [before, row] = [row, moved]
      }
      const undone = await undo(db, row.id, { ...hand, version: row.version })
      expect(undone && standing(undone)).toEqual(before && standing(before))
    }),
    { numRuns: 15 },
  )
})

describe('The desk', () => {
  test('says on the next page what was done, and takes it back from there', async () => {
    const [first] = [await arrive({}, 2), await arrive({}, 1)]
    const editor = await asEditor()
    const on = await decide(first, 'hold', editor)
    const next = await page(on.headers.get('Location') ?? '', editor)
    expect(next).toContain('A moment ago you held')
    expect(next).toContain(`action="/desk/letters/${first.id}/undo" data-send="here"`)
    const back = await decide(await rowOf(first), 'undo', editor)
    expect(back.headers.get('Location')).toBe(`/desk/letters/${first.id}`)
    expect((await rowOf(first)).status).toBe('received')
    expect(await page(`/desk/letters/${first.id}`, editor)).toContain(
      'took back what was done to it',
    )
  })

  test('says it to whoever did it, and for ten seconds', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    await decide(letter, 'hold', editor)
    const at = async (seconds: number, who = editor) =>
      (await site({ now: minutesLater(NOW, seconds / 60) }).get('/desk', who)).text()
    expect(await at(10)).toContain('A moment ago you held')
    expect(await at(11)).not.toContain('A moment ago')
    expect(await at(1, await asEditor('editor', 'Otto'))).not.toContain('A moment ago')
  })

  test('takes an act back from its log, while the letter is as it left it', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    const log = () => page('/desk/log', editor)
    await decide(letter, 'shortlist', editor)
    await decide(await rowOf(letter), 'hold', editor)
    expect((await log()).match(new RegExp(`/${letter.id}/undo`, 'g'))).toHaveLength(1)
    await decide(await rowOf(letter), 'undo', editor)
    expect((await rowOf(letter)).status).toBe('shortlisted')
    expect(await log()).not.toContain(`/${letter.id}/undo`)
    await decide(await rowOf(letter), 'ask', editor, { text: 'Which town?' })
    expect(await log()).not.toContain(`/${letter.id}/undo`)
  })
})
