import { expect, test } from 'vitest'
import { readTicket } from '../../src/letters/ticket.ts'
import { letters, topics } from '../../src/schema.ts'
import { db, site } from '../newsroom.ts'
import { hidden, LETTER, openForm, shownTicket } from './writer.ts'

async function check(changes: Record<string, string> = {}) {
  const response = await site().post('/write', {
    ...LETTER,
    step: 'check',
    ticket: await openForm(),
    ...changes,
  })
  return { response, page: await response.text() }
}

const count = () => db.$count(letters)

test('The form tells what happens with a letter, and asks for no name', async () => {
  const response = await site().get('/write')
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('Referrer-Policy')).toBe('same-origin')
  expect(page).toContain('Use your own device.')
  expect(page).toContain('href="/privacy"')
  expect(page).toContain('href="/guidelines"')
  expect(page.match(/<script/g)).toHaveLength(1)
})

test('The form offers the site’s topics and every country, in the page’s language', async () => {
  await db.insert(topics).values([
    { slug: 'pay', language: 'en', name: 'Pay', description: '', position: 2 },
    { slug: 'pay', language: 'id', name: 'Gaji', description: '', position: 2 },
  ])
  const english = await (await site().get('/write')).text()
  const indonesian = await (await site().get('/id/write')).text()
  expect(english).toContain('<option value="pay">Pay</option>')
  expect(english).toContain('<option value="DE">Germany</option>')
  expect(indonesian).toContain('<option value="pay">Gaji</option>')
  expect(indonesian).toContain('<option value="DE">Jerman</option>')
  expect(indonesian).toContain('<option value="id" selected="">Bahasa Indonesia</option>')
})

test('A form with mistakes comes back with a summary, and keeps every word', async () => {
  const { response, page } = await check({
    letter: 'Too short, & <b>odd</b>.',
    email: 'nobody',
    terms: '',
    follow_up: '6',
    country: 'ID',
    needed_by: '2027-01-31',
    consent: 'private',
  })
  expect(response.status).toBe(422)
  expect(page).toContain('<title>Error: Send a letter')
  expect(page).toMatch(/role="alert".*href="#letter".*href="#email".*href="#terms"/s)
  expect(page).toContain('Too short, &amp; &lt;b&gt;odd&lt;/b&gt;.</textarea>')
  expect(page).toContain('value="nobody" autocomplete="email"')
  expect(page).toContain('aria-describedby="email-hint email-error"')
  expect(page).toContain(LETTER.tried)
  expect(page).toContain(LETTER.disguise)
  expect(page).toContain(LETTER.signoff)
  expect(page).toContain('value="2027-01-31"')
  expect(page).toMatch(/value="private" checked/)
  expect(page).toContain('<option value="6" selected="">')
  expect(page).toContain('<option value="ID" selected="">')
  expect(await count()).toBe(0)
})

test('A letter of 10,001 characters comes back whole', async () => {
  const letter = `${'word '.repeat(2000)}w`
  const { response, page } = await check({ letter })
  expect(response.status).toBe(422)
  expect(page).toContain(`${letter}</textarea>`)
})

test('The check page reads everything back and sends nothing yet', async () => {
  const { response, page } = await check({
    standing: 'hr',
    letter: `${LETTER.letter}\n\n<i>Bye</i>`,
  })
  expect(response.status).toBe(200)
  expect(page).toContain('Nothing has been sent yet.')
  expect(page).toContain('I work in HR')
  expect(page).toContain('Yes, but show me first')
  expect(page).toContain('\n\n&lt;i&gt;Bye&lt;/i&gt;</p>')
  expect(page).toContain('value="send"')
  expect(page).toContain('value="edit"')
  for (const [name, value] of Object.entries(LETTER)) {
    expect(page).toContain(`name="${name}" value="${value.slice(0, 40)}`)
  }
  expect(await count()).toBe(0)
})

test('“Change something” leads back to the form with everything in it', async () => {
  const ticket = await openForm()
  const response = await site().post('/write', { ...LETTER, terms: '', step: 'edit', ticket })
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(page).toContain(`${LETTER.letter}</textarea>`)
  expect(hidden(page, 'ticket')).toBe(ticket)
})

test('Sending shows the ticket, once and nowhere but in the page', async () => {
  const ticket = await openForm()
  const response = await site().post('/write', { ...LETTER, step: 'send', ticket })
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(readTicket(shownTicket(page))).toBe(ticket.split('.')[0])
  expect(shownTicket(page)).toMatch(/^(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/)
  expect(page).toContain('nobody can recover it')
  expect(page).not.toContain('Copy the ticket</button>')
  expect(page.match(/<title>(.*)<\/title>/)?.[1]).toBe('We have your letter · Off the Clock')
  expect(await count()).toBe(1)
})

test('No header of any page holds a ticket or a word of the letter', async () => {
  const ticket = await openForm()
  const code = ticket.slice(0, 24)
  for (const form of [
    { ...LETTER, step: 'check', ticket },
    { ...LETTER, step: 'send', ticket },
    { ...LETTER, letter: 'She rings', step: 'check', ticket },
  ]) {
    const headers = JSON.stringify([...(await site().post('/write', form)).headers])
    expect(headers).not.toContain(code)
    expect(headers).not.toContain(code.slice(0, 4))
    expect(headers).not.toContain('rings')
  }
})

test('Looking never changes anything', async () => {
  for (const path of [
    '/write?step=send',
    '/ticket',
    '/ticket/withdraw',
    '/id/write',
    '/id/ticket',
  ]) {
    await site().get(path)
    await site().request(path, { method: 'HEAD' })
  }
  expect(await count()).toBe(0)
})

test('Other kinds of request are told which kind is taken', async () => {
  const ask = (path: string, method: string) =>
    site().request(path, { method, headers: { 'Sec-Fetch-Site': 'same-origin' } })
  for (const path of ['/write', '/ticket', '/id/write']) {
    const response = await ask(path, 'DELETE')
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, POST')
    expect(await response.text()).toMatch(/does not take that kind|tidak menerima/)
  }
  const response = await ask('/ticket/withdraw', 'GET')
  expect(response.status).toBe(405)
  expect(response.headers.get('Allow')).toBe('POST')
})
