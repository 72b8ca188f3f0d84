import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { fullText } from '../../src/feeds/full-text.ts'
import { parse } from '../../src/manuscript.ts'
import type { ColumnRow } from '../../src/schema.ts'
import { copies } from '../../src/ui/copy/index.ts'
import { NOW, ORIGIN, site } from '../newsroom.ts'
import { column, print, retract, samples } from '../printed.ts'
import { checkWellFormed } from './well-formed.ts'

const read = async (path: string) => {
  const response = await site().get(path)
  expect(response.status).toBe(200)
  return response.text()
}
const all = (document: string, pattern: RegExp) =>
  [...document.matchAll(pattern)].map(([, found]) => found)
const entryIds = (document: string) => all(document, /<entry>\s*<id>([^<]*)<\/id>/g)

test('The feed holds the newest columns, whole', async () => {
  await print(samples)
  const feed = await read('/feed.xml')
  checkWellFormed(feed)
  expect(feed).toContain('xml:lang="en"')
  expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="${ORIGIN}/feed.xml"/>`)
  expect(feed).toContain(`href="${ORIGIN}/"/>`)
  const headlines = all(feed, /<entry>[\s\S]*?<title>([^<]*)<\/title>/g)
  expect(headlines[0]).toBe('Someone on my team has stopped trying')
  expect(headlines).toHaveLength(20)
  expect(feed).toContain('&lt;figure class=&quot;script&quot;')
  expect(feed).toContain('— Chained to My Desk')
  expect(feed).toContain('<category term="job-hunting" label="Job hunting"/>')
})

test('A feed has twenty columns at most', async () => {
  const many = Array.from({ length: 23 }, (_, index) => [`kettle-${index}`, column()])
  await print(Object.fromEntries(many))
  expect(entryIds(await read('/feed.xml'))).toHaveLength(20)
  expect(entryIds(await read('/topics/colleagues/feed.xml'))).toHaveLength(20)
})

test('Each language has its own feed', async () => {
  await print(samples)
  const feed = await read('/id/feed.xml')
  expect(feed).toContain('xml:lang="id"')
  expect(feed).toContain(`href="${ORIGIN}/id/columns/klien-saya-menelepon-sepanjang-hari"`)
  expect(feed).toContain('<name>Meja Redaksi</name>')
  expect(feed).not.toContain(`href="${ORIGIN}/columns/my-client`)
})

test('A feed’s text says so when it is read from the right', async () => {
  const { manuscript } = parse(column(), 'kettle')
  const text = (language: string) => {
    const shown = { liveHash: language, manuscript: JSON.stringify({ ...manuscript, language }) }
    return fullText(shown as ColumnRow, `${ORIGIN}/columns/kettle`, copies.en)
  }
  expect(text('ar')).toBe(`<div dir="rtl">${text('en')}</div>`)
})

test('A topic’s feed holds that topic’s columns', async () => {
  await print({ kettle: column(), desk: column({ headline: 'My desk', topics: 'boundaries' }) })
  const feed = await read('/topics/boundaries/feed.xml')
  expect(all(feed, /<title>([^<]*)<\/title>/g)).toEqual([
    'Off the Clock: Columns on Boundaries',
    'My desk',
  ])
  expect(feed).toContain(`href="${ORIGIN}/topics/boundaries"`)
})

test.each(['/topics/nonsense/feed.xml', '/id/topics/colleagues/feed.xml'])(
  '%s is not there when no column is',
  async (path) => {
    await print({ kettle: column() })
    expect((await site().get(path)).status).toBe(404)
  },
)

test('Every link in a feed’s text leads to this site', async () => {
  const text = '# Letter\n\nSee [this](/columns/desk) & [here](#x).\n\n— P\n\n# Reply\n\nNo.'
  await print({ kettle: column({ text }) })
  const feed = await read('/feed.xml')
  expect(feed).toContain(`href=&quot;${ORIGIN}/columns/desk&quot;`)
  expect(feed).toContain(`href=&quot;${ORIGIN}/columns/kettle#x&quot;`)
})

test('Notes, updates and corrections are in the feed too', async () => {
  const text = `# Editor's note

We were wrong about tea.

${'# Letter\n\nWho drinks it?\n\n— P\n\n# Reply\n\nYou.'}

# Update 2026-05-01

It was me.

# Correction 2026-05-02

It was coffee.`
  await print({ kettle: column({ text, more: 'content_note: Mentions tea.\n' }) })
  const feed = await read('/feed.xml')
  for (const part of ['wrong about tea', 'Mentions tea', 'It was me', '2 May 2026', 'coffee']) {
    expect(feed).toContain(part)
  }
})

test('A column keeps its id in every feed when it is corrected and when its address changes', async () => {
  await print({ kettle: column() })
  const [id] = entryIds(await read('/feed.xml'))
  expect(id).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  const now = minutesLater(NOW, 60)
  await print({ teapot: column({ headline: 'The teapot' }) }, { now, ids: { teapot: 'kettle' } })
  const feed = await read('/feed.xml')
  expect(entryIds(feed)).toEqual([id])
  expect(feed).toContain('The teapot')
  expect(feed).toContain(`${ORIGIN}/columns/teapot`)
  expect(feed).toContain('<updated>2026-11-23T10:00:00Z</updated>')
  const { items } = JSON.parse(await read('/feed.json'))
  expect(items[0].id).toBe(id)
})

test('A column that was taken down comes back under the id that feeds know', async () => {
  await print({ kettle: column() })
  const [id] = entryIds(await read('/feed.xml'))
  await retract('kettle')
  const published = '2026-10-01T09:00:00Z'
  await print({ teapot: column({ published }) }, { ids: { teapot: 'kettle' } })
  expect(entryIds(await read('/feed.xml'))).toEqual([id])
  await retract('kettle')
  await print({ kettle: column({ published }) }, { ids: { kettle: 'kettle' } })
  expect(entryIds(await read('/feed.xml'))).toEqual([id])
})

test('A column that was taken down leaves every list', async () => {
  await print({ kettle: column(), desk: column({ headline: 'My desk' }) })
  await retract('kettle')
  for (const path of ['/feed.xml', '/feed.json', '/topics/colleagues/feed.xml', '/sitemap.xml']) {
    expect(await read(path)).not.toMatch(/kettle/i)
  }
  expect(await read('/llms.txt')).not.toMatch(/kettle/i)
})

test('The JSON feed says what its standard asks for', async () => {
  await print({ kettle: column() })
  const response = await site().get('/id/feed.json')
  expect(response.headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8')
  expect(await response.json()).toMatchObject({ language: 'id', items: [] })
  expect(JSON.parse(await read('/feed.json'))).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Off the Clock',
    description: 'Letters about work, answered.',
    home_page_url: `${ORIGIN}/`,
    feed_url: `${ORIGIN}/feed.json`,
    language: 'en',
    authors: [{ name: 'The Desk' }],
    items: [
      {
        id: expect.stringMatching(/^urn:uuid:/),
        url: `${ORIGIN}/columns/kettle`,
        title: 'The kettle is mine',
        summary: 'He says it is everyone’s.',
        content_html: expect.stringContaining('<p>Somebody drinks my tea.</p>'),
        image: `${ORIGIN}/columns/kettle.png`,
        date_published: '2026-03-02T09:00:00Z',
        date_modified: '2026-11-23T09:00:00Z',
        authors: [{ name: 'The Desk' }],
        tags: ['colleagues'],
      },
    ],
  })
})

test('Who has the newest feed already gets no second copy', async () => {
  await print({ kettle: column() })
  for (const path of ['/feed.xml', '/feed.json', '/sitemap.xml', '/llms.txt']) {
    const first = await site().get(path)
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).not.toBe('')
    const second = await site().get(path, { 'If-None-Match': etag })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
    await print({ kettle: column() })
    expect((await site().get(path, { 'If-None-Match': etag })).status).toBe(200)
  }
})

test('Who knows no ETag may ask by the date of the last change', async () => {
  await print({ kettle: column() })
  const paths = ['/feed.xml', '/feed.json', '/topics/colleagues/feed.xml', '/updates/feed.xml']
  for (const path of [...paths, '/sitemap.xml', '/llms.txt']) {
    const since = (now: Date, asked: Record<string, string>) => site({ now }).get(path, asked)
    const soon = await since(NOW, {})
    expect(soon.headers.get('Last-Modified'), 'another change may follow').toBeNull()
    const later = minutesLater(NOW, 5)
    const dated = (await since(later, {})).headers.get('Last-Modified') ?? ''
    expect(dated).toBe('Mon, 23 Nov 2026 09:00:00 GMT')
    const ask = async (asked: Record<string, string>) => (await since(later, asked)).status
    expect(await ask({ 'If-Modified-Since': dated })).toBe(304)
    expect(await ask({ 'If-Modified-Since': 'Mon, 23 Nov 2026 08:59:59 GMT' })).toBe(200)
    expect(await ask({ 'If-Modified-Since': 'yesterday' })).toBe(200)
    expect(await ask({ 'If-Modified-Since': dated, 'If-None-Match': '"other"' })).toBe(200)
  }
  await retract('kettle')
  const { headers } = await site({ now: minutesLater(NOW, 5) }).get('/feed.xml')
  expect(headers.get('Last-Modified')).toBe('Mon, 23 Nov 2026 09:00:00 GMT')
})

test('Caches know what a feed is made of', async () => {
  await print({ kettle: column() })
  const { headers } = await site().get('/topics/colleagues/feed.xml')
  expect(headers.get('Cache-Tag')).toBe('site,topic-colleagues,named-colleagues,column-kettle')
  expect(headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
})

test('Whatever a headline holds, the feed can be read', async () => {
  const text = fc.string({ unit: fc.constantFrom(...'<>&"\'\ufffe\uffff]]> é🙂ab'), minLength: 1 })
  await fc.assert(
    fc.asyncProperty(text, async (noise) => {
      const headline = `Kettle ${noise}`.trim()
      await print({ kettle: column({ headline, standfirst: headline }) })
      checkWellFormed(await read('/feed.xml'))
      checkWellFormed(await read('/sitemap.xml'))
      JSON.parse(await read('/feed.json'))
    }),
    { numRuns: 40 },
  )
}, 30_000)
