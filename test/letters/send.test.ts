import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { letters } from '../../src/schema.ts'
import { db, NOW, site } from '../newsroom.ts'
import { hidden, LETTER, openForm, shownTicket } from './writer.ts'

const count = () => db.$count(letters)
const aMinuteLater = () => site({ now: minutesLater(NOW, 1) })

describe('One form is one letter', () => {
  test('when it is sent twice', async () => {
    const form = { ...LETTER, step: 'send', ticket: await openForm() }
    const first = await (await site().post('/write', form)).text()
    const second = await (await site().post('/write', form)).text()
    expect(second).toBe(first)
    expect(await count()).toBe(1)
  })

  test('when it is sent 20 times at once', async () => {
    const form = { ...LETTER, step: 'send', ticket: await openForm() }
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await site().post('/write', form)
        return [response.status, shownTicket(await response.text())].join(' ')
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^200 /)
    expect(await count()).toBe(1)
  })

  test('when the key ring was rotated in between', async () => {
    const [newest, older] = env.SITE_KEY.split(',')
    const form = { ...LETTER, step: 'send', ticket: '' }
    const before = site({ settings: { SITE_KEY: older } })
    const opened = site({ now: minutesLater(NOW, -1), settings: { SITE_KEY: older } })
    form.ticket = hidden(await (await opened.get('/write')).text(), 'ticket')
    const first = await (await before.post('/write', form)).text()
    const rotated = site({ settings: { SITE_KEY: `${newest},${older}` } })
    const second = await (await rotated.post('/write', form)).text()
    expect(shownTicket(second)).toBe(shownTicket(first))
    expect(await count()).toBe(1)
  })

  test.each([
    ['letter', `${LETTER.letter} And another thing.`],
    ['consent', 'private'],
    ['email', 'other@example.org'],
  ])(
    'so that a changed %s comes back with a fresh ticket and a word about it',
    async (name, value) => {
      const ticket = await openForm()
      const form = { ...LETTER, step: 'send', ticket }
      await site().post('/write', form)
      const response = await site().post('/write', { ...form, [name]: value })
      const page = await response.text()
      expect(response.status).toBe(422)
      expect(page).toContain('A different letter was already sent from this form.')
      expect(page).toContain(value)
      expect(hidden(page, 'ticket')).not.toBe(ticket)
      expect(await count()).toBe(1)
      const again = { ...form, [name]: value, ticket: hidden(page, 'ticket') }
      expect((await aMinuteLater().post('/write', again)).status).toBe(200)
      expect(await count()).toBe(2)
    },
  )
})

describe('A form whose ticket we did not make, or no longer know, comes back with its text', () => {
  const cases: [string, () => Promise<string>][] = [
    ['forged', async () => `${(await openForm()).slice(0, -6)}AAAAAA`],
    ['made up', async () => '0123456789ABCDEFGHJKMNPQ.1.signature'],
    ['missing', async () => ''],
    ['expired', () => openForm('/write', minutesLater(NOW, -24 * 60))],
  ]
  test.each(cases)('%s', async (_name, make) => {
    for (const step of ['check', 'send']) {
      const ticket = await make()
      const response = await site().post('/write', { ...LETTER, step, ticket })
      const page = await response.text()
      expect(response.status).toBe(422)
      expect(page).toContain('It is a fresh one now')
      expect(page).toContain(`${LETTER.letter}</textarea>`)
      expect(await count()).toBe(0)
      const fresh = { ...LETTER, step: 'send', ticket: hidden(page, 'ticket') }
      expect((await aMinuteLater().post('/write', fresh)).status).toBe(200)
      await db.delete(letters)
    }
  })
})

test('When the database fails, the answer still holds the letter, and it can be sent again', async () => {
  const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
  const ticket = await openForm()
  const form = { ...LETTER, step: 'send', ticket }
  const broken = vi.spyOn(env.DB, 'prepare').mockImplementation(() => {
    throw new Error(`no such table: ${LETTER.question}`)
  })
  const response = await site().post('/write', form)
  broken.mockRestore()
  const page = await response.text()
  expect(response.status).toBe(503)
  expect(page).toContain('Your letter has not been sent')
  expect(hidden(page, 'letter')).toBe(LETTER.letter)
  expect(hidden(page, 'ticket')).toBe(ticket)
  expect(JSON.stringify(noted.mock.calls)).not.toContain('rings')
  noted.mockRestore()
  expect((await site().post('/write', form)).status).toBe(200)
  expect(await count()).toBe(1)
})
