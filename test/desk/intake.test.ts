import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { restore, shortlist, spam } from '../../src/letters/letter.ts'
import { deskLog, letters } from '../../src/schema.ts'
import { hidden, LETTER, letterIn, openForm, sendLetter } from '../letters/writer.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'

const closing = {
  section: 'intake',
  version: '0',
  intake: 'close',
  closed_until: '2027-01-12',
}

describe('The desk closes the letter box', () => {
  test('so that the form says until when, and nothing is typed in vain', async () => {
    const editor = await asEditor()
    const response = await site().post('/desk/settings', closing, editor)
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/desk/settings?saved=intake#intake')
    const page = await (await site().get('/write')).text()
    expect(page).toContain('We are not taking letters just now')
    expect(page).toContain('12 January 2027')
    expect(page).not.toContain('<textarea')
    expect(await (await site().get('/id/write')).text()).toContain('12 Januari 2027')
    expect(await (await site().get('/desk', editor)).text()).toContain(
      'The letter box is closed until 12 January 2027.',
    )
    expect(await db.select().from(deskLog).where(eq(deskLog.verb, 'close-intake'))).toMatchObject([
      { reason: '2027-01-12' },
    ])
  })

  test('and a letter that was being written meanwhile comes back whole', async () => {
    const ticket = await openForm()
    await site().post('/desk/settings', closing, await asEditor())
    for (const step of ['check', 'send', 'edit']) {
      const response = await site().post('/write', { ...LETTER, step, ticket })
      const page = await response.text()
      expect(response.status).toBe(503)
      expect(page).toContain('it opens again on 12 January 2027')
      expect(hidden(page, 'letter')).toBe(LETTER.letter)
    }
    expect(await db.$count(letters)).toBe(0)
  })

  test('and it opens by itself on that day', async () => {
    await site().post('/desk/settings', closing, await asEditor())
    const days = (count: number) => site({ now: minutesLater(NOW, count * 24 * 60) })
    expect(await (await days(49).get('/write')).text()).not.toContain('<textarea')
    expect(await (await days(50).get('/write')).text()).toContain('<textarea')
  })

  test('or opens it at once', async () => {
    const editor = await asEditor('owner')
    await site().post('/desk/settings', closing, editor)
    await site().post('/desk/settings', { ...closing, version: '1', intake: 'open' }, editor)
    expect(await (await site().get('/write')).text()).toContain('<textarea')
    expect(await db.$count(deskLog, eq(deskLog.verb, 'open-intake'))).toBe(1)
  })

  test.each(['', '2026-11-23', '2027-02-30', 'tomorrow'])('but not until “%s”', async (day) => {
    const form = { ...closing, closed_until: day }
    const response = await site().post('/desk/settings', form, await asEditor())
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Choose a day to come')
    expect(await (await site().get('/write')).text()).toContain('<textarea')
  })

  test('and no stranger does', async () => {
    const response = await site().post('/desk/settings', closing)
    expect(response.status).toBe(401)
    expect(await (await site().get('/write')).text()).toContain('<textarea')
  })
})

describe('The form’s numbers are honest', () => {
  const numbers = async (now = NOW) =>
    (await (await site({ now }).get('/write')).text()).match(/In the last 90 days[^<]*/)?.[0]

  test('they count what came and was answered, and no spam', async () => {
    expect(await numbers()).toBeUndefined()
    await sendLetter()
    await sendLetter({ email: '' })
    const { row } = await letterIn()
    const hand = { by: 'edith', now: NOW }
    const put = await spam(db, row.id, { ...hand, version: 1 })
    expect(await numbers()).toContain('2 letters came')
    await restore(db, row.id, { ...hand, version: put?.version ?? 0 })
    await shortlist(db, row.id, { ...hand, version: 3 })
    await db
      .update(letters)
      .set({ status: 'answered', settledOn: '2026-11-23' })
      .where(eq(letters.id, row.id))
    expect(await numbers()).toBe('In the last 90 days 3 letters came, and we answered 1.')
  })

  test('they forget what is longer ago, and erasing changes nothing', async () => {
    await letterIn({ receivedOn: '2026-08-26', status: 'answered', settledOn: '2026-08-26' })
    expect(await numbers()).toContain('1 letter came')
    await db.update(letters).set({ status: 'erased', dataKey: null })
    expect(await numbers()).toContain('1 letter came')
    expect(await numbers(minutesLater(NOW, 24 * 60))).toBeUndefined()
  })
})

test('The tray says what is erased in the next 30 days, by counts', async () => {
  await letterIn({ status: 'declined', settledOn: '2026-11-20' })
  await letterIn({ status: 'received', receivedOn: '2026-11-20' })
  const page = await (await site().get('/desk', await asEditor())).text()
  expect(page).toContain('What is erased in the next 30 days')
  expect(page).toMatch(/20 December 2026: 1\s*declined/)
  expect(page).not.toContain('May 2027')
})
