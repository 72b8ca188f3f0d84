import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { newTicket, ticketGroups } from '../../src/letters/ticket.ts'
import { LETTER_STATUSES, letters } from '../../src/schema.ts'
import { copies } from '../../src/ui/copy/index.ts'
import { db, NOW, site } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { hidden, LETTER, letterIn, openForm, sendLetter, shownTicket } from './writer.ts'

const daysLater = (days: number) => minutesLater(NOW, days * 24 * 60)

async function look(ticket: string, path = '/ticket') {
  const response = await site().post(path, { ticket })
  return { status: response.status, page: await response.text(), headers: response.headers }
}

async function withdraw(ticket: string, confirm = 'yes') {
  const response = await site().post('/ticket/withdraw', { ticket, confirm })
  return { status: response.status, page: await response.text() }
}

const pathTo = { en: '/ticket', id: '/id/ticket' }

describe.each(['en', 'id'] as const)('In the language “%s”', (language) => {
  const shown = LETTER_STATUSES.filter((status) => status !== 'erased')
  test.each(shown)('a writer reads what became of a letter that is %s, and why', async (status) => {
    const { ticket } = await letterIn({ status, reason: 'covered' })
    const { status: code, page, headers } = await look(ticket, pathTo[language])
    const words = copies[language].letters.states[status]
    expect(code).toBe(200)
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(page).toContain(`<h1>${words.name}</h1>`)
    expect(page).toContain(words.text)
    expect(page).toContain('20 November 2026')
    expect(page).not.toContain(LETTER.question)
    expect(page.match(/<title>.*<\/title>/)?.[0]).not.toContain(ticket)
    expect(page.includes(copies[language].letters.reasons.covered)).toBe(status === 'declined')
  })

  test('every state has words of its own', () => {
    const { states } = copies[language].letters
    const all = LETTER_STATUSES.flatMap((status) => [states[status].name, states[status].text])
    expect(new Set(all).size).toBe(LETTER_STATUSES.length * 2)
    expect(all.every((words) => words.length > 4)).toBe(true)
  })
})

test('The ticket that was shown opens the letter, however it is typed', async () => {
  const ticket = await sendLetter()
  expect((await look(ticket.toLowerCase().replaceAll('-', ' '))).page).toContain('23 November 2026')
  expect((await look(`  ${ticket.replaceAll('0', 'o').replaceAll('1', 'l')}`)).status).toBe(200)
})

test('An answered letter leads to its answer', async () => {
  await print({ 'she-rings': column() })
  const answerPath = '/columns/she-rings'
  const { ticket } = await letterIn({ status: 'answered', answerPath, draftId: 'she-rings' })
  const { page } = await look(ticket)
  expect(page).toContain('<a href="/columns/she-rings">Read the answer</a>')
  expect(page).not.toContain('name="confirm"')
})

test('The desk’s own words for declining are shown as text', async () => {
  const { ticket } = await letterIn({ status: 'declined', reason: 'We <b>moved</b> house.' })
  expect((await look(ticket)).page).toContain('We &lt;b&gt;moved&lt;/b&gt; house.')
})

test('A letter says when its text is erased', async () => {
  const open = await letterIn({ receivedOn: '2026-11-20' })
  const settled = await letterIn({ status: 'declined', reason: 'room', settledOn: '2026-11-22' })
  expect((await look(open.ticket)).page).toContain('not answered it by 19 May 2027')
  expect((await look(settled.ticket)).page).toContain('erased on 22 December 2026')
})

test('A wrong, a mistyped and an expired code get the very same answer', async () => {
  const gone = await letterIn({ status: 'declined', settledOn: '2026-10-24' })
  await eraseDue(db, NOW)
  const expected = await look(newTicket())
  expect(expected.status).toBe(422)
  expect(expected.page).toContain('We have no letter under this code')
  expect(expected.page).toContain('has been erased, and its ticket with it')
  for (const ticket of [gone.ticket, ticketGroups(gone.ticket).join('-'), '', 'x', '<b>']) {
    const { status, page } = await look(ticket)
    expect(status).toBe(422)
    expect(page).toBe(expected.page)
    expect((await withdraw(ticket)).page).toBe(expected.page)
  }
})

test('A letter that was withdrawn says so for 30 days, and is then unknown', async () => {
  const ticket = await sendLetter()
  expect((await withdraw(ticket)).page).toContain('<h1>Withdrawn</h1>')
  await eraseDue(db, daysLater(29))
  expect((await look(ticket)).page).toContain('<h1>Withdrawn</h1>')
  await eraseDue(db, daysLater(30))
  expect((await look(ticket)).status).toBe(422)
})

test('Nothing is withdrawn until the box is ticked', async () => {
  const { row, ticket } = await letterIn()
  const { status, page } = await withdraw(ticket, '')
  expect(status).toBe(422)
  expect(page).toContain('<title>Error: Your ticket')
  expect(page).toContain('href="#confirm"')
  expect(await db.select().from(letters).where(eq(letters.id, row.id))).toEqual([row])
})

test('Withdrawing twice is withdrawing once; after the answer it is too late', async () => {
  const { ticket } = await letterIn()
  expect((await withdraw(ticket)).status).toBe(200)
  expect((await withdraw(ticket)).status).toBe(200)
  const answered = await letterIn({ status: 'answered' })
  const { status, page } = await withdraw(answered.ticket)
  expect(status).toBe(409)
  expect(page).toContain('It was too late to withdraw this letter')
})

test('After withdrawing, the same form sent again is not taken for the withdrawn letter', async () => {
  const form = { ...LETTER, step: 'send', ticket: await openForm() }
  const ticket = shownTicket(await (await site().post('/write', form)).text())
  await withdraw(ticket)
  const response = await site().post('/write', form)
  const page = await response.text()
  expect(response.status).toBe(422)
  expect(page).toContain(`${LETTER.letter}</textarea>`)
  expect(hidden(page, 'ticket')).not.toBe(form.ticket)
})
