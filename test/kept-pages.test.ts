import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import * as fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createSite } from '../src/app.tsx'
import { correct } from '../src/desk/column/column.ts'
import { deriveDue } from '../src/desk/publishing/derive.ts'
import { changeTopic, mergeTopic } from '../src/desk/settings/topics.ts'
import type { AppEnv } from '../src/room.ts'
import { keptPages } from '../src/ui/kept-pages.ts'
import { metered } from './bench/meter.ts'
import { emptyDatabase } from './empty-database.ts'
import { config, NOW, ORIGIN, site } from './newsroom.ts'
import { column, print, retract } from './printed.ts'

/** Every kind of reader's page, in two languages, of topics and columns that come and go. */
const ADDRESSES = [
  '/',
  ...['one', 'two', 'three'].map((slug) => `/columns/${slug}`),
  '/columns/one.md',
  '/topics',
  '/topics/colleagues',
  '/topics/money',
  '/topics/money?older=2026-03-02T09:00:00Z_two',
  '/topics/money/feed.xml',
  '/archive',
  '/archive/2026',
  '/updates',
  '/updates/feed.xml',
  '/scripts',
  '/scripts?topic=money',
  '/feed.xml',
  '/feed.json',
  '/llms.txt',
  '/sitemap.xml',
  '/about',
  '/id',
  '/id/columns/one',
  '/id/columns/satu',
  '/id/topics/money',
]

const HAND = { by: 'edith', now: NOW }
const LATER = { now: new Date('2026-11-24T09:00:00Z') }

/** What the desk does, by which some reader's page changes; where it cannot be done, nothing is. */
const VERBS: Record<string, () => Promise<unknown>> = {
  'publishes one': () => print({ one: column({ topics: 'money, colleagues' }) }),
  'publishes two': () => print({ two: column({ headline: 'Two', topics: 'money' }) }),
  'publishes its edition': () =>
    print({ satu: column({ language: 'id', topics: 'money', more: 'edition_of: one\n' }) }),
  'moves two': () => print({ three: column({ headline: 'Three' }) }, { ids: { three: 'two' } }),
  'corrects one': () => correct(drizzle(env.DB), 'one', { ...HAND, text: 'It was a jug.' }),
  'retracts one': () => retract('one'),
  'names a topic': () =>
    changeTopic(drizzle(env.DB), { ...HAND, ...MONEY, place: 1, texts: TEXTS }, HAND),
  'merges a topic': () => mergeTopic(drizzle(env.DB), { ...MONEY, into: 'colleagues' }, HAND),
  'derives anew': async () => {
    await env.DB.prepare('UPDATE columns SET derivation = 0').run()
    await deriveDue(drizzle(env.DB), NOW, 5)
  },
}
const MONEY = { slug: 'money', version: 1 }
const TEXTS = [{ language: 'en', name: 'Pay', description: 'Money’s worth.' }]

type Site = ReturnType<typeof site>

async function told(one: Site, address: string) {
  const answer = await one.get(address)
  // How long an answer took is its own.
  const headers = [...answer.headers].filter(([name]) => name !== 'server-timing')
  return { address, status: answer.status, headers, body: await answer.text() }
}

test('Whatever the desk does, a page that was kept is the page that would be made now', async () => {
  const verbs = fc.array(fc.constantFrom(...Object.keys(VERBS)), { minLength: 3, maxLength: 6 })
  const check = async (wishes: string[]) => {
    await emptyDatabase()
    const busy = site(LATER)
    for (const wish of wishes) {
      await VERBS[wish]?.().catch(() => {})
      for (const address of ADDRESSES) {
        const fresh = await told(site(LATER), address)
        expect(await told(busy, address)).toEqual(fresh)
        expect(await told(busy, address)).toEqual(fresh)
      }
    }
  }
  await fc.assert(fc.asyncProperty(verbs, check), { numRuns: 3 })
}, 60_000)

/** A site that stays up, and what its latest answer cost the database. */
function stayingUp() {
  const { database, meter } = metered(env.DB)
  const one = site({ ...LATER, database })
  return {
    ask: async (address: string, headers = {}) => {
      Object.assign(meter, { roundTrips: 0, rowsRead: 0 })
      const answer = await one.get(address, headers)
      const body = await answer.text()
      return { status: answer.status, headers: answer.headers, body, cost: { ...meter } }
    },
  }
}

const ONE_ROW = { roundTrips: 1, rowsRead: 1, rowsWritten: 0 }

test('A page that was asked for before is one row, and so is the answer that it has not changed', async () => {
  await print({ one: column({ topics: 'money' }) })
  const { ask } = stayingUp()
  for (const address of ['/', '/columns/one', '/columns/one.md', '/topics/money', '/feed.xml']) {
    expect((await ask(address)).cost.roundTrips).toBe(1)
    const { cost, headers } = await ask(address)
    expect(cost, address).toEqual(ONE_ROW)
    const again = await ask(address, { 'If-None-Match': headers.get('ETag') ?? '' })
    expect(again).toMatchObject({ status: 304, body: '', cost: ONE_ROW })
    expect(again.headers.has('Content-Type')).toBe(false)
    expect(again.headers.get('Cache-Tag')).toBe(headers.get('Cache-Tag'))
    const other = await ask(address, { 'If-None-Match': 'W/"another"' })
    expect(other).toMatchObject({ status: 200, cost: ONE_ROW })
  }
})

test('Only the first page after a press asks twice', async () => {
  await print({ one: column() })
  const { ask } = stayingUp()
  const both = ['/', '/columns/one']
  for (const address of both) await ask(address)
  await print({ two: column() })
  const costs = []
  for (const address of both) costs.push((await ask(address)).cost.roundTrips)
  expect(costs).toEqual([2, 1])
})

test('Nothing is kept but what every cache may keep', async () => {
  await print({ one: column() })
  const { ask } = stayingUp()
  const asked = ['/write', '/search?q=kettle', '/scripts?q=kettle', '/?from=feed', '/topics/none']
  for (const address of [...asked, '/healthz', '/surprise']) {
    const [first, second] = [await ask(address), await ask(address)]
    if (address.startsWith('/write')) expect(first.body).not.toBe(second.body)
    expect(second.cost, address).toEqual(first.cost)
  }
})

test('A site at two addresses and in two languages never mixes them', async () => {
  await print({ one: column() })
  const app = createSite(
    config({ SITE_URL: '' }),
    () => LATER.now,
    () => {},
  )
  const seen = new Set<string>()
  for (const _ of ['made', 'kept']) {
    for (const origin of [ORIGIN, 'https://other.example', 'http://column.example']) {
      for (const path of ['/archive', '/id/archive']) {
        const request = new Request(origin + path)
        const page = await (await app.fetch(request, env, createExecutionContext())).text()
        expect(page).toContain(`<link rel="canonical" href="${origin}${path}"/>`)
        seen.add(page)
      }
    }
  }
  expect(seen.size).toBe(6)
})

test('While the database does not answer no kept page is given', async () => {
  await print({ one: column() })
  let isDown = false
  const database = new Proxy(env.DB, {
    get(target, key) {
      if (isDown) throw new Error('D1 is down')
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const one = site({ ...LATER, database })
  const statuses = []
  for (isDown of [false, true, false]) statuses.push((await one.get('/columns/one')).status)
  expect(statuses).toEqual([200, 500, 200])
})

test('What was not asked for the longest makes room, and a page larger than all room is not kept', async () => {
  let made = 0
  const app = new Hono<AppEnv>()
  app.get('*', keptPages(25), (c) => {
    made += 1
    c.set('keepAt', 1)
    return c.body('x'.repeat(Number(c.req.query('bytes'))))
  })
  const makes = async (path: string) => {
    const before = made
    await app.request(path, {}, env)
    return made > before
  }
  const asked = ['/a', '/b', '/a', '/c', '/b', '/c'].map((path) => `${path}?bytes=10`)
  const makings = []
  for (const path of [...asked, '/d?bytes=30', '/d?bytes=30']) makings.push(await makes(path))
  expect(makings).toEqual([true, true, false, true, true, false, true, true])
})
