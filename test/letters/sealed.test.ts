import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { openLetter } from '../../src/letters/sealed.ts'
import { letters } from '../../src/schema.ts'
import { db, site, vault } from '../newsroom.ts'
import { everything } from './everything.ts'
import { LETTER, letterIn, openForm, sendLetter } from './writer.ts'

const NOW = new Date('2026-11-23T17:43:21Z')
const CANARY = 'canary7431'
const HEADERS = {
  'CF-Connecting-IP': '203.0.113.77',
  'X-Forwarded-For': '203.0.113.78',
  'User-Agent': 'Mozilla/5.0 (canary browser)',
  Referer: 'https://intranet.example/canary-page',
}

test('What a writer sends lies sealed, with the day and nothing else of when or whence', async () => {
  const texts = ['question', 'tried', 'disguise', 'signoff', 'email'] as const
  const form = {
    ...LETTER,
    ...Object.fromEntries(texts.map((name) => [name, `${CANARY}@${name}.example`])),
    letter: `${LETTER.letter} ${CANARY}`,
    step: 'send',
    ticket: await openForm('/write', minutesLater(NOW, -1)),
  }
  const response = await site({ now: NOW }).post('/write?from=canary', form, HEADERS)
  expect(response.status).toBe(200)
  const stored = await everything()
  expect(stored).toContain('"received_on":"2026-11-23"')
  for (const trace of [CANARY, 'canary', '203.0.113', 'Mozilla', 'intranet', '17:43']) {
    expect(stored).not.toContain(trace)
  }
  expect(stored).not.toContain(String(Math.floor(NOW.getTime() / 60_000)).slice(0, 6))
  expect(stored).not.toContain(String(NOW.getTime()).slice(0, 8))
  expect(stored).not.toContain(form.ticket.slice(0, 24))
})

test('The desk opens every field as it was sent', async () => {
  await sendLetter()
  const [row] = await db.select().from(letters)
  if (!row) throw new Error('Nothing was stored')
  const { consent: _consent, terms: _terms, ...texts } = LETTER
  expect(await openLetter(vault, row)).toEqual({ ...texts, differs: '' })
})

test('Text moved from one letter’s row to another’s does not open', async () => {
  const { row: one } = await letterIn()
  const { row: other } = await letterIn()
  const { dataKey, emailKey, letter, email, question } = one
  const moved = { ...other, dataKey, emailKey, letter, email }
  expect(await openLetter(vault, moved)).toMatchObject({ letter: null, email: null })
  expect(await openLetter(vault, { ...other, letter })).toMatchObject({ letter: null })
  expect(await openLetter(vault, { ...one, letter: question })).toMatchObject({ letter: null })
})

test('An e-mail address does not open with the letter’s own key', async () => {
  const { row } = await letterIn()
  const { dataKey, emailKey } = row
  expect(await openLetter(vault, { ...row, emailKey: dataKey })).toMatchObject({ email: null })
  expect(await openLetter(vault, { ...row, dataKey: emailKey })).toMatchObject({ letter: null })
})

test('A letter without an e-mail address keeps none, sealed or not', async () => {
  await sendLetter({ email: '' })
  const [row] = await db.select().from(letters)
  expect(row).toMatchObject({ email: null, emailKey: null })
})

test('A letter is stored as it was typed, with typographic quotes, emoji and empty lines', async () => {
  const letter =
    `“Ring me,” she says. 👩‍👩‍👧‍👦\n\n  <b>Again</b> & again: ${'ring '.repeat(40)}`.trim()
  await sendLetter({ letter })
  const [row] = await db.select().from(letters).where(eq(letters.status, 'received'))
  expect(row && (await openLetter(vault, row)).letter).toBe(letter)
})
