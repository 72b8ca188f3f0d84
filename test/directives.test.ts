import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { pathsIn } from '../src/paths.ts'
import { allRoutes, asEditor, ORIGIN, site } from './newsroom.ts'
import { column, print } from './printed.ts'

const KEPT = 'max-age=60, stale-if-error=86400'

/** What readers get from a cache, for every address that they have; nothing else may be kept by one. */
const READERS: Record<string, string> = {
  '/': '/',
  '/columns/:slug': '/columns/kettle',
  '/topics': '/topics',
  '/topics/:topic': '/topics/colleagues',
  '/topics/:topic/feed.xml': '/topics/colleagues/feed.xml',
  '/archive': '/archive',
  '/archive/:year{[0-9]{4}}': '/archive/2026',
  '/updates': '/updates',
  '/updates/feed.xml': '/updates/feed.xml',
  '/scripts': '/scripts',
  '/feed.xml': '/feed.xml',
  '/feed.json': '/feed.json',
  '/llms.txt': '/llms.txt',
  '/sitemap.xml': '/sitemap.xml',
  '/about': '/about',
  '/privacy': '/privacy',
  '/guidelines': '/guidelines',
}

/** A column's files, which share the route of its page. */
const FILES = ['/columns/kettle.md', '/columns/kettle.png']

/** The same for everybody and for long, without a word of a column. */
const FOR_AN_HOUR = ['/robots.txt', '/opensearch.xml']

const routes = (await allRoutes()).filter(
  ({ method, path }) => method !== 'ALL' && !path.endsWith('*'),
)
const reading = routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
const addressOf = (path: string) =>
  READERS[path] ?? path.replace(/:\w+(?:\{[^/]*\})?/g, 'nothing').replace(/\/+$/, '') ?? '/'

test('Every address of readers is kept for a minute under its tags, and every other one never', async () => {
  await print({ kettle: column() })
  expect(reading.length).toBeGreaterThan(30)
  expect(Object.keys(READERS).filter((path) => !reading.includes(path))).toEqual([])
  for (const path of new Set([...reading, ...FILES])) {
    const address = addressOf(path)
    for (const method of ['GET', 'HEAD']) {
      const { headers, status } = await site().request(address, { method, redirect: 'manual' })
      const told = headers.get('Cache-Control')
      if (READERS[path] || FILES.includes(path)) {
        expect(status, address).toBe(200)
        expect(told, address).toBe('public, max-age=0, must-revalidate')
        expect(headers.get('Cloudflare-CDN-Cache-Control'), address).toBe(KEPT)
        expect(headers.get('Cache-Tag'), address).toMatch(/^site(,|$)/)
      } else {
        const wanted = FOR_AN_HOUR.includes(path) ? 'public, max-age=3600' : 'no-store'
        expect(told, `${method} ${address}`).toBe(wanted)
        expect(headers.get('Cache-Tag'), address).toBeNull()
      }
    }
  }
}, 60_000)

test('Nothing that an editor sees or that anybody sends is kept, whatever the answer', async () => {
  const editor = await asEditor('owner')
  const desk = reading.filter((path) => path.startsWith('/desk'))
  expect(desk.length).toBeGreaterThan(10)
  for (const path of new Set(desk)) {
    const { headers } = await site().get(addressOf(path), editor)
    expect(headers.get('Cache-Control'), path).toBe('no-store')
  }
  const sending = routes.filter(({ method }) => method === 'POST').map(({ path }) => path)
  expect(sending.length).toBeGreaterThan(40)
  for (const path of new Set(sending)) {
    for (const headers of [{}, editor]) {
      const answer = await site().post(addressOf(path), {}, headers)
      expect(answer.headers.get('Cache-Control'), `POST ${path} ${answer.status}`).toBe('no-store')
    }
  }
}, 120_000)

test('Each way in which an answer can go wrong says how it may be kept', async () => {
  await print({ kettle: column(), ketel: column({ language: 'id' }) })
  const broken = { prepare: fail, batch: fail } as unknown as D1Database
  const etag = (await site().get('/')).headers.get('ETag') ?? ''
  const own = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
  const send = (headers: Record<string, string>, body?: string, method = 'POST') =>
    site().request('/write', { method, headers: { ...own, ...headers }, body: body ?? null })
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const answers: [number, string, Response][] = [
    [304, 'public, max-age=0, must-revalidate', await site().get('/', { 'If-None-Match': etag })],
    [302, 'no-store', await site().get('/surprise')],
    [301, 'no-store', await site().get('/columns/ketel')],
    [404, 'no-store', await site().get('/nowhere')],
    [405, 'no-store', await send(form, '', 'PUT')],
    [403, 'no-store', await send({ 'Sec-Fetch-Site': 'cross-site' }, '')],
    [413, 'no-store', await send(form, 'x'.repeat(70_000))],
    [415, 'no-store', await send({ 'Content-Type': 'application/json' }, '{}')],
    [500, 'no-store', await site({ database: broken }).get('/')],
    [503, 'no-store', await site({ database: broken }).get('/healthz')],
    [303, 'no-store', await site().post('/write', { step: 'answered' })],
    [200, 'no-store', await site().get('/search?q=kettle')],
    [200, 'no-store', await site().get('/scripts?q=kettle')],
  ]
  for (const [status, told, answer] of answers) {
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([status, told])
  }
  const tracked = await site().get(`${pathsIn('en').column('kettle')}?from=mail`)
  expect(tracked.headers.get('Cloudflare-CDN-Cache-Control')).toBe('no-store')
  const asset = await env.ASSETS.fetch(`${ORIGIN}/nothing.css`)
  expect(asset.status).toBe(404)
})

function fail(): never {
  throw new Error('D1 is down')
}
