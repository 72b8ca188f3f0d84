import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { eraseDue, erasureDay } from '../../src/letters/erase.ts'
import { type LetterRow, type LetterStatus, letters } from '../../src/schema.ts'
import { db, NOW } from '../newsroom.ts'
import { letterIn } from './writer.ts'

const UNANSWERED: LetterStatus[] = ['received', 'shortlisted', 'waiting', 'grouped', 'held']
const SETTLED: LetterStatus[] = ['declined', 'spam', 'withdrawn']

const DAY = 24 * 60
const only = async () => (await db.select().from(letters))[0] as LetterRow

test.each(SETTLED)(
  'A letter that was %s is erased after 30 days, and still counts',
  async (status) => {
    const { row } = await letterIn({ status, settledOn: '2026-10-25' })
    await eraseDue(db, NOW)
    expect(await only()).toEqual(row)
    expect(erasureDay(row)).toBe('2026-11-24')
    await eraseDue(db, minutesLater(NOW, DAY))
    expect(await only()).toMatchObject({
      status: 'erased',
      dataKey: null,
      letter: null,
      email: null,
    })
    expect(await only()).toMatchObject({ words: row.words, receivedOn: row.receivedOn })
  },
)

test.each(UNANSWERED)('A letter that is still %s after 180 days is erased', async (status) => {
  const { row } = await letterIn({ status, receivedOn: '2026-05-28' })
  await eraseDue(db, NOW)
  expect(await only()).toEqual(row)
  expect(erasureDay(row)).toBe('2026-11-24')
  await eraseDue(db, minutesLater(NOW, DAY))
  expect(await only()).toMatchObject({ status: 'erased', letter: null, settledOn: '2026-11-24' })
})

test('A letter that is being answered is never erased under the editor’s hands', async () => {
  const { row } = await letterIn({ status: 'in_column', receivedOn: '2020-01-01' })
  await eraseDue(db, NOW)
  expect(await only()).toEqual(row)
  expect(erasureDay(row)).toBeNull()
})

test('An answered letter stays answered, without its text and e-mail after 30 days', async () => {
  const { row } = await letterIn({
    status: 'answered',
    settledOn: '2026-10-25',
    answerPath: '/columns/she-rings',
  })
  await eraseDue(db, NOW)
  expect(await only()).toEqual(row)
  await eraseDue(db, minutesLater(NOW, DAY))
  const erased = await only()
  expect(erased).toMatchObject({ status: 'answered', answerPath: '/columns/she-rings' })
  expect(erased).toMatchObject({ letter: null, dataKey: null, email: null, emailKey: null })
})

test('The clock may come as often as it likes', async () => {
  await letterIn({ status: 'answered', settledOn: '2026-01-01' })
  await letterIn({ status: 'spam', settledOn: '2026-01-01' })
  await eraseDue(db, NOW)
  const once = await db.select().from(letters)
  await eraseDue(db, minutesLater(NOW, DAY))
  expect(await db.select().from(letters)).toEqual(once)
})

test('The clock reads only what is due, however many letters were ever answered', async () => {
  const plan = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN UPDATE letters
    SET letter = NULL WHERE status = 'answered' AND settled_on <= '2026-10-24' AND data_key IS NOT NULL`)
  expect(plan.map(({ detail }) => detail).join()).toContain(
    'letters_to_erase (status=? AND settled_on<?',
  )
})
