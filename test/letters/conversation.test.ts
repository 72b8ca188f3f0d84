import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { minutesLater } from '../../src/dates.ts'
import { ask, reply } from '../../src/letters/ask.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { decline } from '../../src/letters/letter.ts'
import { openMessages } from '../../src/letters/message.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import {
  deskLog,
  LETTER_STATUSES,
  type LetterRow,
  type LetterStatus,
  letters,
  messages,
} from '../../src/schema.ts'
import { copies } from '../../src/ui/copy/index.ts'
import { config, db, NOW, site, vault } from '../newsroom.ts'
import { everything } from './everything.ts'
import { letterIn } from './writer.ts'

const DAY = 24 * 60
const ASKED = 'Does she ring you, or the office?'
const ANSWERED = 'Me, and always before nine.'

const TABLE = [
  { verb: ask, from: ['received', 'shortlisted'], to: 'waiting', kind: 'question' },
  { verb: reply, from: ['shortlisted'], to: 'answered', kind: 'reply' },
] satisfies { verb: unknown; from: LetterStatus[]; to: LetterStatus; kind: string }[]

const words = (text = ASKED, version = 1) => ({ version, text, by: 'Ana', now: NOW })
const now = async ({ id }: LetterRow) =>
  (await db.select().from(letters).where(eq(letters.id, id)))[0] as LetterRow
const said = async (row: LetterRow) =>
  openMessages(
    vault,
    await now(row),
    await db.select().from(messages).where(eq(messages.letterId, row.id)),
  )

async function send(path: string, form: Record<string, string>, at = NOW) {
  const response = await site({ now: at }).post(path, form)
  return { status: response.status, page: await response.text() }
}

async function asked() {
  const letter = await letterIn({ status: 'shortlisted' })
  await ask(db, vault, letter.row.id, words())
  return letter
}

describe.each(TABLE)('An editor may $verb.name about a letter', ({ verb, from, to, kind }) => {
  test.each(from)('that is %s', async (status) => {
    const { row } = await letterIn({ status })
    const moved = await verb(db, vault, row.id, words())
    expect(moved).toMatchObject({ status: to, version: 2, changedOn: '2026-11-23' })
    expect(await now(row)).toEqual(moved)
    expect(await said(row)).toMatchObject([{ who: 'desk', kind, number: 2, text: ASKED }])
    expect(await db.select().from(deskLog)).toMatchObject([
      { by: 'Ana', verb: verb.name, letterId: row.id },
    ])
  })

  const others = LETTER_STATUSES.filter((status) => !from.some((one) => one === status))
  test.each(others)('but not about one that is %s', async (status) => {
    const { row } = await letterIn({ status })
    expect(await verb(db, vault, row.id, words())).toBeNull()
    expect(await now(row)).toEqual(row)
    expect(await db.$count(messages)).toBe(0)
    expect(await db.$count(deskLog)).toBe(0)
  })

  test('and loses to a colleague who was first', async () => {
    const { row } = await letterIn({ status: 'shortlisted' })
    const sent = await Promise.all([
      verb(db, vault, row.id, words('One?')),
      verb(db, vault, row.id, words('Two?')),
    ])
    expect(sent.filter((one) => one !== null)).toHaveLength(1)
    expect(await said(row)).toHaveLength(1)
    expect(await db.$count(deskLog)).toBe(1)
  })

  test('but not without words', async () => {
    const { row } = await letterIn({ status: 'shortlisted' })
    expect(await verb(db, vault, row.id, words(' \n'))).toBeNull()
  })
})

describe.each(['en', 'id'] as const)('In the language “%s” the ticket', (language) => {
  const at = language === 'en' ? '' : '/id'
  const copy = copies[language].conversation

  test('asks the desk’s question, takes the answer, and shows both in order', async () => {
    const { row, ticket } = await asked()
    const { page } = await send(`${at}/ticket`, { ticket })
    expect(page).toContain(ASKED)
    expect(page).toContain(copy.answer.button)
    const sent = await send(`${at}/ticket/answer`, { ticket, answer: ANSWERED })
    expect(sent.status).toBe(200)
    expect(sent.page).toContain(copy.thanks)
    expect(sent.page.indexOf(ASKED)).toBeLessThan(sent.page.indexOf(ANSWERED))
    expect(sent.page).not.toContain(copy.answer.button)
    expect(await now(row)).toMatchObject({ status: 'shortlisted', version: 3 })
  })

  test('shows a private reply, and says that it goes', async () => {
    const { row, ticket } = await letterIn({ status: 'shortlisted' })
    await reply(db, vault, row.id, words('Ring her back at five.'))
    const { page } = await send(`${at}/ticket`, { ticket })
    expect(page).toContain('Ring her back at five.')
    expect(page).toContain(copy.next.private)
    expect(page).not.toContain('/ticket/update')
  })

  test('says on which day its state began', async () => {
    const { ticket } = await letterIn({ status: 'held', changedOn: '2026-11-21' })
    const { page } = await send(`${at}/ticket`, { ticket })
    expect(page).toContain('21 November 2026')
  })
})

test('Twenty answers at once are one', async () => {
  const { row, ticket } = await asked()
  const form = { ticket, answer: ANSWERED }
  const sent = await Promise.all(Array.from({ length: 20 }, () => send('/ticket/answer', form)))
  expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(await said(row)).toHaveLength(2)
  expect((await now(row)).version).toBe(3)
})

test('An answer that is missing or too long comes back with what was typed', async () => {
  const { row, ticket } = await asked()
  const missing = await send('/ticket/answer', { ticket, answer: ' \n' })
  expect(missing.status).toBe(422)
  expect(missing.page).toContain('<title>Error: Your ticket')
  expect(missing.page).toContain('<a href="#answer">Write your answer</a>')
  const answer = 'so '.repeat(1667).trim()
  const long = await send('/ticket/answer', { ticket, answer: `${answer} long` })
  expect(long.status).toBe(422)
  expect(long.page).toContain('has 5,005 characters')
  expect(long.page).toContain(`${answer} long</textarea>`)
  expect(await said(row)).toHaveLength(1)
})

test('An answer to a letter that was decided on meanwhile is too late, and is not lost', async () => {
  const { row, ticket } = await asked()
  await decline(db, row.id, { version: 2, by: 'Ana', now: NOW, reason: 'room' })
  const { status, page } = await send('/ticket/answer', { ticket, answer: ANSWERED })
  expect(status).toBe(409)
  expect(page).toContain(`${ANSWERED}</textarea>`)
  expect((await now(row)).status).toBe('declined')
})

test('An answer under a code that opens nothing is not lost either', async () => {
  const { status, page } = await send('/ticket/answer', { ticket: 'nothing', answer: ANSWERED })
  expect(status).toBe(422)
  expect(page).toContain('We have no letter under this code')
  expect(page).toContain(`${ANSWERED}</textarea>`)
})

test('When the database fails, the answer stands on the page, ready to be sent again', async () => {
  const { row, ticket } = await asked()
  const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
  const real = env.DB.prepare.bind(env.DB)
  const broken = vi.spyOn(env.DB, 'prepare').mockImplementation((query) => {
    if (/messages/.test(query)) throw new Error(`no such table: ${ANSWERED}`)
    return real(query)
  })
  const { status, page } = await send('/ticket/answer', { ticket, answer: ANSWERED })
  broken.mockRestore()
  expect(JSON.stringify(noted.mock.calls)).not.toContain('nine')
  noted.mockRestore()
  expect(status).toBe(503)
  expect(page).toContain(`<p class="typed">${ANSWERED}</p>`)
  expect(page).toContain(`name="answer" value="${ANSWERED}"`)
  expect((await send('/ticket/answer', { ticket, answer: ANSWERED })).status).toBe(200)
  expect(await said(row)).toHaveLength(2)
})

test('A question that nobody answers for 21 days keeps the letter for later', async () => {
  const { row, ticket } = await asked()
  const context = { waitUntil() {}, passThroughOnException() {} } as unknown as ExecutionContext
  const clock = (days: number) =>
    runClock(env, config(), { now: minutesLater(NOW, days * DAY), context })
  await clock(20)
  expect((await now(row)).status).toBe('waiting')
  await clock(21)
  await clock(21)
  expect(await now(row)).toMatchObject({ status: 'held', version: 3, changedOn: '2026-12-14' })
  const entries = await db.select().from(deskLog).where(eq(deskLog.by, 'clock'))
  expect(entries).toMatchObject([{ verb: 'hold', letterId: row.id }])
  const late = await send(
    '/ticket/answer',
    { ticket, answer: ANSWERED },
    minutesLater(NOW, 25 * DAY),
  )
  expect(late.status).toBe(200)
  expect((await now(row)).status).toBe('shortlisted')
})

describe('What desk and writer say', () => {
  test('lies sealed, with the day of it and nothing else of when', async () => {
    const at = new Date('2026-11-23T17:43:21Z')
    const { row, ticket } = await letterIn({ status: 'received' })
    await ask(db, vault, row.id, { ...words('canary7431 question'), now: NOW })
    await send('/ticket/answer', { ticket, answer: 'canary7431 answer' }, at)
    const stored = await everything()
    for (const trace of ['canary', '17:43', String(at.getTime()).slice(0, 8)]) {
      expect(stored).not.toContain(trace)
    }
    expect(await said(row)).toMatchObject([
      { text: 'canary7431 question', writtenOn: '2026-11-23' },
      { text: 'canary7431 answer', writtenOn: '2026-11-23' },
    ])
  })

  test('does not open in another row, or as another field', async () => {
    const one = await asked()
    const other = await asked()
    const [mine, theirs] = await db.select().from(messages)
    if (!mine || !theirs) throw new Error('Nothing was asked')
    const moved = { ...mine, letterId: theirs.letterId }
    for (const row of [moved, { ...mine, number: 3 }, { ...mine, text: null, taps: mine.text }]) {
      const [open] = await openMessages(vault, await now(one.row), [row])
      expect([open?.text, open?.taps]).toEqual([null, null])
    }
    expect(await openMessages(vault, await now(other.row), [moved])).toMatchObject([{ text: null }])
  })

  test.each(['withdraw', 'erase'])('is gone with the letter: %s', async (how) => {
    const { row, ticket } = await asked()
    await send('/ticket/answer', { ticket, answer: ANSWERED })
    if (how === 'withdraw') await withdraw(db, vault, ticket, NOW)
    else await eraseDue(db, minutesLater(NOW, 181 * DAY))
    expect(await db.select().from(messages)).toMatchObject([
      { text: null, dataKey: null, kind: 'question' },
      { text: null, dataKey: null, kind: 'answer' },
    ])
    expect((await now(row)).dataKey).toBeNull()
  })

  test('privately is gone 30 days after the reply, as the letter is', async () => {
    const { row } = await letterIn({ status: 'shortlisted' })
    await reply(db, vault, row.id, words('Ring her back.'))
    await eraseDue(db, minutesLater(NOW, 29 * DAY))
    expect(await said(row)).toMatchObject([{ text: 'Ring her back.' }])
    await eraseDue(db, minutesLater(NOW, 30 * DAY))
    expect(await said(row)).toMatchObject([{ text: null }])
  })
})

test('The last group of a ticket is asked back once, and can be skipped', async () => {
  const { ticket } = await letterIn()
  const right = await send('/ticket', { ticket, last: ticket.slice(-4).toLowerCase() })
  expect(right.status).toBe(200)
  expect(right.page).toContain('Your note is right.')
  const wrong = await send('/ticket', { ticket, last: '0000' })
  expect(wrong.status).toBe(422)
  expect(wrong.page).toContain('<a href="#last">These are not the last four characters')
  expect(wrong.page).toContain('value="0000"')
  expect((await send('/ticket', { ticket, last: '' })).status).toBe(200)
  expect((await send('/ticket', { ticket: 'nothing', last: '0000' })).page).not.toContain('0000')
})
