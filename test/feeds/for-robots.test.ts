import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { sitemapIndex } from '../../src/feeds/sitemap-xml.ts'
import { ORIGIN, site } from '../newsroom.ts'
import { column, print, samples } from '../printed.ts'
import { checkWellFormed } from './well-formed.ts'

const read = async (path: string) => {
  const response = await site().get(path)
  expect(response.status).toBe(200)
  return response.text()
}

test('The sitemap lists every page once, with its other languages', async () => {
  await print(samples)
  const sitemap = await read('/sitemap.xml')
  checkWellFormed(sitemap)
  const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address)
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed.filter((address) => address?.includes('/columns/'))).toHaveLength(
    Object.keys(samples).length,
  )
  for (const path of [
    '/',
    '/id',
    '/about',
    '/id/privacy',
    '/topics/pay',
    '/id/topics/pay',
    '/archive/2026',
    '/id/write',
  ]) {
    expect(listed).toContain(ORIGIN + path)
  }
  const edition = sitemap.split('\n').find((line) => line.includes('klien-saya')) ?? ''
  const original = `${ORIGIN}/columns/my-client-expects-me-to-be-available-all-day`
  expect(edition).toContain(`hreflang='en' href='${original}'`)
  expect(edition).toContain(`hreflang='x-default' href='${original}'`)
  expect(edition).toMatch(/<lastmod>2026-/)
})

test('A topic without columns in a language is not listed in it', async () => {
  await print({ kettle: column() })
  const sitemap = await read('/sitemap.xml')
  expect(sitemap).toContain(`<loc>${ORIGIN}/topics/colleagues</loc>`)
  expect(sitemap).not.toContain('/id/topics/colleagues')
})

/** Puts many columns live that hold nothing: every hundredth has an Indonesian edition. */
async function fill(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => {
    const isEdition = index % 100 === 99
    const original = `c${isEdition ? index - 1 : index}`
    return [`c${index}`, `column-${index}`, isEdition ? 'id' : 'en', original]
  })
  await env.DB.prepare(
    `INSERT INTO columns (id, slug, language, original_id, headline, standfirst, topics,
      published_at, changed_at, permanent_id, version, live_hash, manuscript)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, '', '', '[]',
      '2024-03-02T09:00:00Z', '2025-04-05T10:00:00Z', '', 1, '', '{}' FROM json_each(?)`,
  )
    .bind(JSON.stringify(rows))
    .run()
}

const addresses = (document: string) =>
  [...document.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address)

test('A sitemap of more than 10,000 addresses comes in parts, which list each column once', async () => {
  await fill(9_900)
  const whole = await read('/sitemap.xml')
  checkWellFormed(whole)
  expect(addresses(whole).length).toBeGreaterThan(9_900)
  expect(addresses(whole).length).toBeLessThanOrEqual(10_000)
  await env.DB.exec('DELETE FROM columns')
  await fill(20_500)
  const index = await read('/sitemap.xml')
  expect(index).toContain('<sitemapindex')
  const parts = addresses(index)
  expect(parts).toEqual([1, 2, 3, 4].map((part) => `${ORIGIN}/sitemap.xml?part=${part}`))
  const listed: string[] = []
  for (const part of parts) {
    const document = await read(part.slice(ORIGIN.length))
    checkWellFormed(document)
    expect(addresses(document).length).toBeLessThanOrEqual(10_000)
    listed.push(...addresses(document))
  }
  expect(listed.filter((address) => address.includes('/columns/'))).toHaveLength(20_500)
  expect(new Set(listed).size).toBe(listed.length)
  for (const path of ['/', '/id/about', '/archive/2024', '/id/archive/2024']) {
    expect(listed).toContain(ORIGIN + path)
  }
  expect((await site().get('/sitemap.xml?part=5')).status).toBe(404)
}, 60_000)

test('A column’s address in a long sitemap has its day and its other languages', async () => {
  await fill(200)
  const lines = (await read('/sitemap.xml')).split('\n')
  const alone = lines.find((line) => line.includes('/columns/column-7<'))
  expect(alone).toBe(
    `<url><loc>${ORIGIN}/columns/column-7</loc><lastmod>2025-04-05T10:00:00Z</lastmod></url>`,
  )
  const links = [
    ['en', '/columns/column-98'],
    ['id', '/id/columns/column-99'],
    ['x-default', '/columns/column-98'],
  ].map(
    ([code, path]) => `<xhtml:link rel='alternate' hreflang='${code}' href='${ORIGIN}${path}'/>`,
  )
  for (const path of ['/columns/column-98', '/id/columns/column-99']) {
    const line = lines.find((one) => one.includes(`<loc>${ORIGIN}${path}<`))
    expect(line?.match(/<xhtml:link[^>]*>/g)).toEqual(links)
  }
})

test('The list of a sitemap’s parts leads to each', () => {
  const index = sitemapIndex(2, ORIGIN)
  checkWellFormed(index)
  expect(index).toContain(`<loc>${ORIGIN}/sitemap.xml?part=1</loc>`)
  expect(index).toContain(`<loc>${ORIGIN}/sitemap.xml?part=2</loc>`)
})

test.each(['0', '2', '-1', 'x', '1e3', '99999999999'])('There is no part %s', async (part) => {
  expect((await site().get(`/sitemap.xml?part=${part}`)).status).toBe(404)
})

test('Robots are shown everything but the desk, searches and tickets', async () => {
  const robots = await read('/robots.txt')
  const searches = ['/search?', '/id/search?', '/search.json', '/id/search.json']
  for (const path of ['/desk', ...searches, '/ticket', '/id/ticket', '/surprise']) {
    expect(robots).toContain(`\nDisallow: ${path}\n`)
  }
  expect(robots).not.toContain('/write')
  expect(robots).toContain(`\nSitemap: ${ORIGIN}/sitemap.xml\n`)
})

test('A topic’s page was changed when its newest column in that language was published', async () => {
  const printed = (language: string, year: number) =>
    column({ language, published: `${year}-03-02T09:00:00Z` })
  await print({ kettle: printed('en', 2024), ketel: printed('id', 2025) })
  const sitemap = await read('/sitemap.xml')
  const lastmod = (path: string) =>
    sitemap.match(`<loc>${ORIGIN}${path}</loc><lastmod>([^<]*)</lastmod>`)?.[1]
  expect(lastmod('/topics/colleagues')).toBe('2024-03-02T09:00:00Z')
  expect(lastmod('/id/topics/colleagues')).toBe('2025-03-02T09:00:00Z')
  expect(lastmod('/archive/2024')).toBe('2024-03-02T09:00:00Z')
  expect(sitemap).not.toContain('/id/archive/2024')
})

test('Language models get each topic’s newest columns as Markdown', async () => {
  await print(samples)
  await print({ kettle: column({ headline: 'My [kettle]', topics: 'colleagues, boundaries' }) })
  await print(
    Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`pot-${index}`, column({ topics: 'pots' })]),
    ),
  )
  const text = await read('/llms.txt')
  expect(text).toMatch(/^# Off the Clock\n\n> Letters about work, answered\.\n\nLetters about/)
  const shelves = Object.fromEntries(
    text.split('\n## ').map((shelf) => [shelf.slice(0, shelf.indexOf('\n')), shelf]),
  )
  const link = `- [My \\[kettle\\]](${ORIGIN}/columns/kettle.md): He says it is everyone’s.`
  expect(shelves.Colleagues).toContain(link)
  expect(shelves.Boundaries).toContain(link)
  expect(shelves.Boundaries).toContain(`${ORIGIN}/topics/boundaries`)
  expect(shelves.Pots?.match(/^- /gm)).toHaveLength(8)
  expect(shelves.Optional).toContain(`(${ORIGIN}/scripts)`)
  expect(text).not.toContain('/id/')
  for (const [, address = ''] of text.matchAll(/\]\(([^)]*)\)/g)) {
    expect([address, (await site().get(address.slice(ORIGIN.length))).status]).toEqual([
      address,
      200,
    ])
  }
  expect(await read('/id/llms.txt')).toMatch(/\/id\/columns\/[a-z-]+\.md/)
})
