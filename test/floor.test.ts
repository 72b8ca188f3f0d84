import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { columns } from '../src/schema.ts'
import { asEditor, db, ORIGIN, site } from './newsroom.ts'
import { column, print } from './printed.ts'

const FORM = 'application/x-www-form-urlencoded'

test('An unknown address answers 404 with a page that helps', async () => {
  const response = await site().get('/nowhere')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('There is no page here')
})

test('A wrong method answers 405 and names the right ones, and changes nothing', async () => {
  await print({ kettle: column() })
  for (const [path, allowed] of [
    ['/', 'GET, HEAD'],
    ['/columns/kettle', 'GET, HEAD'],
    ['/search', 'GET, HEAD'],
    ['/feed.xml', 'GET, HEAD'],
    ['/id/topics', 'GET, HEAD'],
  ]) {
    const response = await site().post(String(path), {})
    expect([response.status, response.headers.get('Allow')], path).toEqual([405, allowed])
  }
  const put = await site().request('/write', { method: 'PUT', headers: { Origin: ORIGIN } })
  expect([put.status, put.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST'])
})

test('Every answer carries the security headers and says how it may be cached', async () => {
  await print({ kettle: column() })
  const etag = (await site().get('/')).headers.get('ETag') ?? ''
  const answers = await Promise.all([
    site().get('/'),
    site().get('/', { 'If-None-Match': etag }),
    site().get('/nowhere'),
    site().get('/surprise'),
    site().get('/feed.xml'),
    site().get('/healthz'),
    site().get('/search.json?q=x'),
    site().get('/desk'),
    site().get('/desk/sign-in'),
    site().get('/write'),
    site().post(
      '/write',
      {},
      { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' },
    ),
    site().request('/columns/kettle', { method: 'HEAD' }),
    site().get('/desk', await asEditor()),
  ])
  for (const response of answers) {
    const { headers, status } = response
    expect(headers.get('X-Content-Type-Options'), `${status}`).toBe('nosniff')
    const policy = headers.get('Content-Security-Policy')
    if (status === 304) {
      expect(policy, 'would take the place of the one that the page came with').toBeNull()
    } else {
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
    }
    expect(headers.get('Strict-Transport-Security')).toContain('max-age=')
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(headers.get('Cache-Control')).toBeTruthy()
    expect(headers.get('Referrer-Policy')).toMatch(/^(no-referrer|same-origin)$/)
    expect(headers.get('Vary')).toBeNull()
  }
})

test('What is private or has gone wrong is never kept by a cache', async () => {
  for (const path of [
    '/write',
    '/ticket',
    '/desk',
    '/desk/sign-in',
    '/nowhere',
    '/search?q=x',
    '/healthz',
  ]) {
    expect((await site().get(path)).headers.get('Cache-Control'), path).toBe('no-store')
  }
})

test('Readers and writers get no cookie', async () => {
  for (const path of ['/', '/write', '/ticket', '/search?q=x', '/about']) {
    expect((await site().get(path)).headers.get('Set-Cookie'), path).toBeNull()
  }
})

test('A form that another site sends is refused, whatever it claims to be', async () => {
  const forged: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN },
    { 'Sec-Fetch-Site': 'same-site', Origin: ORIGIN },
    { 'Sec-Fetch-Site': 'none', Origin: ORIGIN },
    { Origin: 'https://column.example.evil.example' },
    { Origin: 'http://column.example' },
    { Origin: 'null' },
    {},
  ]
  for (const headers of forged) {
    for (const type of [
      FORM,
      'text/plain',
      'application/json',
      'multipart/form-data; boundary=x',
    ]) {
      const response = await site().request('/write', {
        method: 'POST',
        headers: { ...headers, 'Content-Type': type },
        body: 'step=send',
      })
      expect(response.status, JSON.stringify({ headers, type })).toBe(403)
    }
  }
})

test('A browser that does not send Sec-Fetch-Site is let in by its exact origin', async () => {
  const response = await site().request('/ticket', {
    method: 'POST',
    headers: { Origin: ORIGIN, 'Content-Type': FORM },
    body: 'ticket=x',
  })
  expect(response.status).toBe(422)
})

test('Anything but a form is refused with 415, and a form of 10 MB with 413, in chunks or not', async () => {
  const send = (body: BodyInit, type: string) =>
    site().request('/write', {
      method: 'POST',
      headers: { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type },
      body,
    })
  expect((await send('{"step":"send"}', 'application/json')).status).toBe(415)
  expect((await send('step=send', 'multipart/form-data; boundary=x')).status).toBe(415)
  const piece = new TextEncoder().encode(`letter=${'x'.repeat(100_000)}&`)
  expect((await send('x'.repeat(10_000_000), FORM)).status).toBe(413)
  const chunks = new ReadableStream({
    start(controller) {
      for (let count = 0; count < 100; count += 1) controller.enqueue(piece)
      controller.close()
    },
  })
  expect((await send(chunks, FORM)).status).toBe(413)
})

test('A database that does not answer is a plain page, and a monitor is told', async () => {
  const broken = {
    prepare() {
      throw new Error('a letter about the kettle')
    },
    batch() {
      throw new Error('a letter about the kettle')
    },
  } as unknown as D1Database
  const page = await site({ database: broken }).get('/')
  expect(page.status).toBe(500)
  const text = await page.text()
  expect(text).toContain('Something went wrong on our side')
  expect(text).not.toContain('kettle')
  expect((await site({ database: broken }).get('/healthz')).status).toBe(503)
  expect((await site().get('/healthz')).status).toBe(200)
})

test('A page that breaks is kept by no cache, and no reader is told that it has not changed', async () => {
  await print({ kettle: column() })
  await db
    .update(columns)
    .set({ manuscript: sql`json_set(manuscript, '$.exchanges[0].letter', NULL)` })
  const broken = await site().get('/columns/kettle')
  expect(broken.status).toBe(500)
  expect(broken.headers.get('Cache-Control')).toBe('no-store')
  for (const name of ['ETag', 'Cloudflare-CDN-Cache-Control', 'Cache-Tag']) {
    expect(broken.headers.get(name), name).toBeNull()
  }
})
