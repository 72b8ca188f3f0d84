import { describe, expect, test } from 'vitest'
import { minutesLater } from '../src/dates.ts'
import { findLive, retract, versionOf } from '../src/desk/column/column.ts'
import { move } from '../src/desk/column/move.ts'
import { moveTopic } from '../src/desk/press.ts'
import { listAddresses, pushAddresses } from '../src/desk/publishing/old-addresses.ts'
import { purgeDue } from '../src/desk/publishing/purge.ts'
import { oldPath } from '../src/old-address.ts'
import { ownAddress } from '../src/own-address.ts'
import { deskLog, type OldAddress, siteState } from '../src/schema.ts'
import { allRoutes, config, db, NOW, site } from './newsroom.ts'
import { column, print } from './printed.ts'
import { countedDatabase } from './round-trips.ts'

const KEPT = 'max-age=60, stale-if-error=86400'

/** Lines of a folder's file, by their old paths. */
function lines(file: Record<string, string>): OldAddress[] {
  return Object.entries(file).map(([path, target]) => {
    const own = ownAddress(target.replace(/#.*/, ''), ['en', 'id'])
    return { path, target, slug: own?.kind === 'column' ? own.slug : null }
  })
}

const push = (file: Record<string, string>) =>
  pushAddresses(db, lines(file), { by: 'command line', now: NOW })

const FILE = {
  '/2015/03/kettle.html': '/columns/kettle',
  '/?p=123': '/columns/kettle#letter-1',
  '/blog?p=9': '/columns/kettle',
  '/2016/caf%C3%A9': '/id/columns/ketel',
  '/feed': '/feed.xml',
  '/columns/Kettle_2': '/columns/kettle',
  '/2015/draft': '/columns/not-yet',
}

async function moveIn() {
  await print({ kettle: column(), ketel: column({ language: 'id' }) })
  await push(FILE)
}

/** Where an address leads: its status, and the address to which it sends. */
async function led(path: string, at = site()) {
  const { status, headers } = await at.get(path)
  return [status, headers.get('Location')]
}

async function moveTo(from: string, to: string) {
  const found = await findLive(db, from)
  if (!found) throw new Error(`${from} is not live`)
  expect(await move(db, from, { to, version: versionOf(found), by: 'edith', now: NOW })).toBe(
    'moved',
  )
}

async function purged(): Promise<string[]> {
  const tags: string[] = []
  await purgeDue(db, async (all) => !!tags.push(...all), minutesLater(NOW, 1))
  return tags
}

describe('A reader who comes by an address of the old site', () => {
  test.each([
    ['/2015/03/kettle.html', '/columns/kettle'],
    ['/2015/03/kettle.html/', '/columns/kettle'],
    ['/2015/03/kettle.html?utm_source=mail&fbclid=x', '/columns/kettle'],
    ['/2015/03/kettle.html?p=2', '/columns/kettle'],
    ['/2015/03/k%65ttle.html', '/columns/kettle'],
    ['/?p=123', '/columns/kettle#letter-1'],
    ['/?page_id=123', '/columns/kettle#letter-1'],
    ['/?utm_source=mail&p=123', '/columns/kettle#letter-1'],
    ['/blog/?p=9', '/columns/kettle'],
    ['/2016/caf%c3%a9/', '/id/columns/ketel'],
    ['/2016/café', '/id/columns/ketel'],
    ['/feed/', '/feed.xml'],
    ['/columns/Kettle_2', '/columns/kettle'],
  ])('%s finds the column at once', async (path, location) => {
    await moveIn()
    const { database, roundTrips } = countedDatabase()
    expect(await led(path, site({ database }))).toEqual([301, location])
    // A column of this site comes first at an address of columns.
    expect(roundTrips()).toBe(path.startsWith('/columns/') ? 2 : 1)
    const head = await site().request(path, { method: 'HEAD', redirect: 'manual' })
    expect([head.status, head.headers.get('Location')]).toEqual([301, location])
  })

  test('may have the answer from a cache, which forgets it when the column or the list changes', async () => {
    await moveIn()
    await purged()
    const { headers } = await site().get('/?p=123')
    expect(headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
    expect(headers.get('Cloudflare-CDN-Cache-Control')).toBe(KEPT)
    expect(headers.get('Cache-Tag')).toBe('site,addresses,column-kettle')
    const tracked = await site().get('/2015/03/kettle.html?from=mail')
    expect(tracked.headers.get('Cloudflare-CDN-Cache-Control')).toBe('no-store')
    await moveTo('kettle', 'teapot')
    expect(await purged()).toContain('column-kettle')
    await push({ ...FILE, '/feed': '/feed.json' })
    expect(await purged()).toEqual(['addresses'])
  })

  test('finds a column that has moved since in one step, however often', async () => {
    await moveIn()
    for (const [from, to] of [
      ['kettle', 'teapot'],
      ['teapot', 'samovar'],
    ] as const) {
      await moveTo(from, to)
      expect(await led('/2015/03/kettle.html')).toEqual([301, `/columns/${to}`])
      expect(await led('/?p=123')).toEqual([301, `/columns/${to}#letter-1`])
    }
  })

  test('finds a topic that was merged into another in one step, and its feed', async () => {
    await print({ kettle: column({ topics: 'tea' }), cup: column({ topics: 'drinks, kitchen' }) })
    await push({
      '/tag/tea': '/topics/tea',
      '/tag/tea/feed': '/topics/tea/feed.xml',
      '/teh': '/id/topics/tea#list',
      '/tag/teapots': '/topics/teapots',
      '/tea': '/columns/kettle',
    })
    for (const [from, into] of [
      ['tea', 'drinks'],
      ['drinks', 'kitchen'],
    ] as const) {
      const [first, ...rest] = moveTopic(db, { from, into, now: NOW })
      if (first) await db.batch([first, ...rest])
      expect(await led('/tag/tea')).toEqual([301, `/topics/${into}`])
      expect(await led('/topics/tea')).toEqual([301, `/topics/${into}`])
      expect(await led('/tag/tea/feed')).toEqual([301, `/topics/${into}/feed.xml`])
      expect(await led('/teh')).toEqual([301, `/id/topics/${into}#list`])
    }
    expect(await led('/tag/teapots')).toEqual([301, '/topics/teapots'])
    expect(await led('/tea')).toEqual([301, '/columns/kettle'])
  })

  test('is told of a column that was taken down what stands at its own address', async () => {
    await moveIn()
    await retract(db, 'kettle', { reason: 'Found out.', note: 'Withdrawn.', by: 'edith', now: NOW })
    expect(await led('/2015/03/kettle.html')).toEqual([301, '/columns/kettle'])
    expect((await site().get('/columns/kettle')).status).toBe(410)
    // Its file is gone from the folder, and with it the lines that lead there.
    await push({ '/feed': '/feed.xml' })
    expect(await led('/?p=123')).toEqual([301, '/columns/kettle#letter-1'])
    expect(await led('/2016/café')).toEqual([404, null])
  })

  test('is not sent to a column that is still a draft', async () => {
    await moveIn()
    expect(await led('/2015/draft')).toEqual([404, null])
    await print({ 'not-yet': column() })
    expect(await led('/2015/draft')).toEqual([301, '/columns/not-yet'])
  })
})

describe('Whoever asks for anything else', () => {
  test('gets the same page as ever at an address that nobody knows, for one question', async () => {
    await moveIn()
    const { database, roundTrips } = countedDatabase()
    const answer = await site({ database }).get('/2015/04/nothing.html?p=4')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Cache-Tag')).toBeNull()
    expect(await answer.text()).toContain('<h1>')
    expect(roundTrips()).toBe(1)
    expect((await site().post('/2015/03/kettle.html', {})).status).toBe(404)
    expect((await site().get(`/${'x'.repeat(5_000)}`)).status).toBe(404)
  })

  test('reads the front page for one question, and it is never taken for a post', async () => {
    await moveIn()
    for (const path of ['/', '/?utm_source=mail', '/?p=']) {
      const { database, roundTrips } = countedDatabase()
      expect((await site({ database }).get(path)).status, path).toBe(200)
      expect(roundTrips(), path).toBe(1)
    }
    // An isolate keeps the front page, and no other answer in its name.
    const { get } = site()
    const [front, post, again] = [await get('/'), await get('/?p=123'), await get('/')]
    expect([front.status, post.status, again.status]).toEqual([200, 301, 200])
    expect(await again.text()).toBe(await front.text())
    const unknown = await get('/?p=999')
    expect(unknown.status).toBe(200)
    expect(unknown.headers.get('Cloudflare-CDN-Cache-Control')).toBe('no-store')
    await push({ ...FILE, '/?p=999': '/columns/kettle' })
    expect((await get('/?p=999')).status).toBe(301)
  })

  test.each([
    ['/about/', '/about'],
    ['/id/about/?from=mail', '/id/about?from=mail'],
    ['/columns/kettle/', '/columns/kettle'],
  ])('finds %s without its slash', async (path, location) => {
    await moveIn()
    expect(await led(path)).toEqual([301, location])
  })

  test.each(['//evil.example/', '//evil.example/about/', '/nothing/', '/desk/nothing/'])(
    'is not sent away by %s',
    async (path) => {
      expect((await led(path))[1] ?? '/').toMatch(/^\/(?!\/)/)
    },
  )

  test('never meets an old address where the site itself answers', async () => {
    const { languages } = config()
    for (const { method, path } of await allRoutes()) {
      if (method !== 'GET' || path.includes('*')) continue
      const address = path.replace(/:year[^/]*/, '2026').replace(/:\w+/g, 'some-thing')
      expect(ownAddress(address.replace(/(?<=.)\/$/, ''), languages), address).not.toBeNull()
    }
    expect(ownAddress('/id/columns/some-thing.md', languages)).toMatchObject({ slug: 'some-thing' })
    expect(ownAddress('/2015/03/kettle.html', languages)).toBeNull()
    expect(ownAddress('/archive/2015/03', languages)).toBeNull()
  })
})

describe('A push of old addresses', () => {
  const version = async () => (await db.select().from(siteState))[0]?.version

  test('writes what changed, and nothing when it is so already', async () => {
    await print({ kettle: column() })
    const many = Object.fromEntries(
      Array.from({ length: 2_500 }, (_, index) => [`/old/${index}`, '/columns/kettle']),
    )
    expect(await push(many)).toEqual({ written: 2_500, removed: 0 })
    expect(await listAddresses(db)).toHaveLength(2_500)
    const before = await version()
    expect(await push(many)).toEqual({ written: 0, removed: 0 })
    expect(await version()).toBe(before)
    const { '/old/7': _, ...rest } = many
    expect(await push({ ...rest, '/old/8': '/about' })).toEqual({ written: 1, removed: 1 })
    expect(await version()).toBe((before ?? 0) + 1)
    expect(await led('/old/7')).toEqual([404, null])
    expect(await led('/old/8')).toEqual([301, '/about'])
    const log = await db.select().from(deskLog)
    expect(log.map(({ reason }) => reason)).toEqual([
      '2500 old addresses written, 0 removed',
      '1 old addresses written, 1 removed',
    ])
  })

  test('leaves a line alone that names the column by its address of now, or of then', async () => {
    await moveIn()
    await moveTo('kettle', 'teapot')
    expect(await push(FILE)).toEqual({ written: 0, removed: 0 })
    const pulled = { ...FILE, '/2015/03/kettle.html': '/columns/teapot' }
    expect(await push(pulled)).toEqual({ written: 0, removed: 0 })
  })
})

test.each([
  ['https://old.example/2015/03/slug.html#comments', '/2015/03/slug.html'],
  ['/2015/03/slug/', '/2015/03/slug'],
  ['/?p=7&utm_source=x', '/?p=7'],
  ['https://old.example/?page_id=7', '/?p=7'],
  ['/%e2%82%ac/%7Eme/a%2Db', '/%E2%82%AC/~me/a-b'],
  ['/a%2fb', '/a%2Fb'],
  ['/', null],
  ['mailto:me@old.example', null],
])('The old address %s is known as %s', (address, path) => {
  expect(oldPath(address)).toBe(path)
})
