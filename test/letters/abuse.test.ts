import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { forgetNetworks } from '../../src/letters/limit.ts'
import { networkOf } from '../../src/letters/network.ts'
import { letters, limits } from '../../src/schema.ts'
import { networkHash } from '../../src/vault.ts'
import { db, NOW, site, vault } from '../newsroom.ts'
import { hidden, LETTER, letterIn, openForm } from './writer.ts'

const count = () => db.$count(letters)
const from = (address: string) => ({ 'CF-Connecting-IP': address })

async function send(headers: Record<string, string> = {}, changes = {}, now = NOW) {
  const ticket = await openForm('/write', minutesLater(now, -1))
  const form = { ...LETTER, step: 'send', ticket, ...changes }
  const response = await site({ now }).post('/write', form, headers)
  return { response, page: await response.text(), form }
}

describe('A network', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['127.0.0.1', null],
    ['::1', null],
    ['', null],
    ['1.2.3', null],
    ['300.1.1.1', null],
    ['2001:db8::1::2', null],
    ['1:2:3', null],
    ['nonsense', null],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('has another name every day, and never its own', async () => {
    const [today, tomorrow] = [
      await networkHash(vault, '203.0.113.9', '2026-11-23'),
      await networkHash(vault, '203.0.113.9', '2026-11-24'),
    ]
    expect(today).not.toBe(tomorrow)
    expect(today).not.toContain('203')
  })
})

describe('A network that sends too much', () => {
  test('is refused its sixth letter in an hour, keeps the text, and is told when to come back', async () => {
    for (let sent = 0; sent < 5; sent += 1) {
      expect((await send(from('203.0.113.9'))).response.status).toBe(200)
    }
    const { response, page, form } = await send(from('203.0.113.9'))
    expect(response.status).toBe(429)
    expect(response.headers.get('Retry-After')).toBe('3600')
    expect(page).toContain('send it again in 60 minutes')
    expect(hidden(page, 'letter')).toBe(LETTER.letter)
    expect(await count()).toBe(5)
    const again = site({ now: minutesLater(NOW, 60) })
    expect((await again.post('/write', form, from('203.0.113.9'))).status).toBe(200)
  })

  test('cannot hide behind X-Forwarded-For, nor in its own /64', async () => {
    const statuses = []
    for (let sent = 1; sent <= 6; sent += 1) {
      const headers = { ...from(`2001:db8::${sent}`), 'X-Forwarded-For': `198.51.100.${sent}` }
      statuses.push((await send(headers)).response.status)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    expect((await send(from('2001:db8:0:1::1'))).response.status).toBe(200)
  })

  test('gets no more than five letters in with 20 forms at once', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await send(from('203.0.113.9'))).response.status),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    expect(await count()).toBe(5)
  })

  test('may send one form as often as it likes: it is one letter', async () => {
    const { form } = await send(from('203.0.113.9'))
    for (let sent = 0; sent < 8; sent += 1) {
      expect((await site().post('/write', form, from('203.0.113.9'))).status).toBe(200)
    }
    expect((await db.select().from(limits))[0]?.count).toBe(1)
  })

  test('has the limits that the operator sets', async () => {
    const settings = { LETTERS_PER_HOUR: '1', TICKETS_PER_HOUR: '2' }
    const ticket = await openForm()
    const one = site({ settings })
    const form = { ...LETTER, step: 'send' }
    expect((await one.post('/write', { ...form, ticket }, from('203.0.113.9'))).status).toBe(200)
    const other = { ...form, ticket: await openForm() }
    expect((await one.post('/write', other, from('203.0.113.9'))).status).toBe(429)
    const looks = await Promise.all(
      [1, 2, 3].map(async () => (await one.post('/ticket', {}, from('203.0.113.9'))).status),
    )
    expect(looks.sort()).toEqual([422, 422, 429])
  })

  test('is refused its 61st ticket, whatever the form, and gets back all that it typed', async () => {
    const { ticket } = await letterIn()
    const look = (path: string, form: Record<string, string>) =>
      site().post(path, form, from('203.0.113.9'))
    for (let looked = 0; looked < 60; looked += 1) await look('/ticket', { ticket: 'wrong' })
    const response = await look('/id/ticket/withdraw', { ticket, confirm: 'yes', words: 'a <b>' })
    const page = await response.text()
    expect(response.status).toBe(429)
    expect(page).toContain('action="/id/ticket/withdraw"')
    expect(hidden(page, 'ticket')).toBe(ticket)
    expect(hidden(page, 'words')).toBe('a &lt;b&gt;')
    expect((await db.select().from(letters))[0]?.status).toBe('received')
    expect((await site().post('/ticket', { ticket }, from('203.0.113.10'))).status).toBe(200)
  })

  test('is slowed down by Cloudflare’s own counter, where there is one', async () => {
    const limit = vi.spyOn(env.BURST, 'limit').mockResolvedValue({ success: false })
    const { response, page } = await send(from('203.0.113.9'))
    expect(response.status).toBe(429)
    expect(hidden(page, 'letter')).toBe(LETTER.letter)
    expect(JSON.stringify(limit.mock.calls)).not.toContain('203.0.113')
    const similar = await site().post('/write/similar', { question: 'tea' }, from('203.0.113.9'))
    expect(similar.status).toBe(429)
    limit.mockRestore()
  })
})

test('Whoever has no network of their own shares a wider limit', async () => {
  for (let sent = 0; sent < 7; sent += 1) expect((await send()).response.status).toBe(200)
  expect(await db.select({ most: limits.most, count: limits.count }).from(limits)).toEqual([
    { most: 100, count: 7 },
  ])
})

test('What a network did is forgotten when the hour is over', async () => {
  await send(from('203.0.113.9'))
  await forgetNetworks(db, minutesLater(NOW, 59))
  expect(await db.$count(limits)).toBe(1)
  await forgetNetworks(db, minutesLater(NOW, 60))
  expect(await db.$count(limits)).toBe(0)
})

describe('A machine', () => {
  test('that fills in the box nobody sees sends nothing; a person may go on', async () => {
    const { response, page } = await send({}, { homepage: 'https://spam.example' })
    expect(response.status).toBe(422)
    expect(page).toContain('Something filled in a box that people do not see.')
    expect(page).toContain(`${LETTER.letter}</textarea>`)
    expect(page).not.toContain('spam.example')
    expect(await count()).toBe(0)
  })

  test('that sends a form within three seconds is asked to wait, and may send it then', async () => {
    const ticket = await openForm('/write', NOW)
    const form = { ...LETTER, step: 'send', ticket }
    const at = (seconds: number) =>
      site({ now: minutesLater(NOW, seconds / 60) }).post('/write', form)
    const early = await at(2)
    expect(early.status).toBe(429)
    expect(early.headers.get('Retry-After')).toBe('3')
    expect(hidden(await early.text(), 'letter')).toBe(LETTER.letter)
    expect(await count()).toBe(0)
    expect((await at(3)).status).toBe(200)
  })
})

describe('Cloudflare’s check for people', () => {
  const settings = { TURNSTILE_SITE_KEY: 'public', TURNSTILE_SECRET: 'secret' }
  const post = async (form: Record<string, string>) =>
    site({ settings }).post('/write', { ...LETTER, ticket: await openForm(), ...form })

  test('is off: no page knows of it, and nobody is asked', async () => {
    const asked = vi.spyOn(globalThis, 'fetch')
    const { response } = await send()
    expect(response.status).toBe(200)
    expect(asked).not.toHaveBeenCalled()
    asked.mockRestore()
    const check = await site().post('/write', {
      ...LETTER,
      ticket: await openForm(),
      step: 'check',
    })
    expect(check.headers.get('Content-Security-Policy')).not.toContain('cloudflare')
    expect(await check.text()).not.toContain('turnstile')
  })

  test('is on: its script is let into the page that sends, and into no other', async () => {
    const check = await post({ step: 'check' })
    expect(check.headers.get('Content-Security-Policy')).toContain(
      "script-src 'self' https://challenges.cloudflare.com",
    )
    expect(await check.text()).toContain('data-sitekey="public" data-language="en"')
    const form = await site({ settings }).get('/write')
    expect(form.headers.get('Content-Security-Policy')).not.toContain('cloudflare')
    const noScript = /<noscript><p class="error">This site has Cloudflare check[^<]*JavaScript/
    expect(await form.text()).toMatch(noScript)
    expect(await (await site().get('/write')).text()).not.toMatch(noScript)
  })

  test.each([
    ['yes', { success: true }, 200],
    ['no', { success: false, 'error-codes': ['invalid-input-response'] }, 422],
    ['too late', { success: false, 'error-codes': ['timeout-or-duplicate'] }, 422],
  ])(
    'that says %s is asked on the server, without the writer’s address',
    async (_, said, status) => {
      const asked = vi
        .spyOn(globalThis, 'fetch')
        .mockImplementation(async () => Response.json(said))
      const form = { step: 'send', 'cf-turnstile-response': 'token' }
      const response = await post(form)
      expect(response.status).toBe(status)
      expect(String(asked.mock.calls[0]?.[1]?.body)).toBe('secret=secret&response=token')
      asked.mockRestore()
      if (status === 422) expect(hidden(await response.text(), 'letter')).toBe(LETTER.letter)
    },
  )

  test('that was not made keeps the letter in the form', async () => {
    const response = await post({ step: 'send' })
    expect(response.status).toBe(422)
    expect(hidden(await response.text(), 'letter')).toBe(LETTER.letter)
    expect(await count()).toBe(0)
  })

  test.each([
    ['does not answer', async () => Promise.reject(new Error('offline'))],
    ['answers with a page', async () => new Response('<h1>Sorry</h1>', { status: 502 })],
    [
      'finds our own secret wrong',
      async () => Response.json({ success: false, 'error-codes': ['invalid-input-secret'] }),
    ],
  ])('that %s turns no writer away, and the operator reads of it', async (_, answer) => {
    const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(answer)
    const response = await post({ step: 'send', 'cf-turnstile-response': 'token' })
    expect(response.status).toBe(200)
    expect(await count()).toBe(1)
    expect(noted).toHaveBeenCalledOnce()
    asked.mockRestore()
    noted.mockRestore()
  })

  test('stands on the privacy page while it is on, and only then', async () => {
    const page = async (path: string, changes = {}) =>
      (await site({ settings: changes }).get(path)).text()
    expect(await page('/privacy', settings)).toContain('Cloudflare’s check for people')
    expect(await page('/id/privacy', settings)).toContain('Pemeriksaan Cloudflare')
    expect(await page('/privacy')).not.toContain('check for people')
  })
})
