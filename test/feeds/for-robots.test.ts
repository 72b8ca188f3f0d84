import { expect, test } from 'vitest'
import { readSitemap } from '../../src/feeds/sitemap.ts'
import { sitemapIndex } from '../../src/feeds/sitemap-xml.ts'
import { db, ORIGIN, site } from '../newsroom.ts'
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
  expect(listed.filter((address) => address?.includes('/columns/'))).toHaveLength(22)
  for (const path of ['/', '/id', '/about', '/id/privacy', '/topics/pay', '/id/topics/pay']) {
    expect(listed).toContain(ORIGIN + path)
  }
  const edition = sitemap.split('\n').find((line) => line.includes('klien-saya')) ?? ''
  const original = `${ORIGIN}/columns/my-client-expects-me-to-be-available-all-day`
  expect(edition).toContain(`hreflang="en" href="${original}"`)
  expect(edition).toMatch(/<lastmod>2026-/)
})

test('A topic without columns in a language is not listed in it', async () => {
  await print({ kettle: column() })
  const sitemap = await read('/sitemap.xml')
  expect(sitemap).toContain(`<loc>${ORIGIN}/topics/colleagues</loc>`)
  expect(sitemap).not.toContain('/id/topics/colleagues')
})

test('A large site’s sitemap comes in parts, which keep a column’s editions together', async () => {
  await print(samples)
  const languages = ['en' as const, 'id' as const]
  const { parts } = await readSitemap(db, { languages, most: 10 })
  expect(parts).toBe(4)
  const all = []
  for (let part = 1; part <= parts; part += 1) {
    const { pages } = await readSitemap(db, { languages, part, most: 10 })
    const columns = pages.flat().filter(({ path }) => path.includes('/columns/'))
    expect(columns.length).toBeLessThanOrEqual(10)
    all.push(...columns.map(({ path }) => path))
  }
  expect(new Set(all).size).toBe(22)
  expect(all).toHaveLength(22)
  expect((await readSitemap(db, { languages, part: parts + 1, most: 10 })).pages).toEqual([])
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
  for (const path of ['/desk', '/search', '/id/search', '/ticket', '/id/ticket', '/surprise']) {
    expect(robots).toContain(`\nDisallow: ${path}\n`)
  }
  expect(robots).not.toContain('/write')
  expect(robots).toContain(`\nSitemap: ${ORIGIN}/sitemap.xml\n`)
})

test('Language models get the topics and the newest columns as Markdown', async () => {
  await print({ kettle: column({ headline: 'My [kettle]' }) })
  const text = await read('/llms.txt')
  expect(text).toMatch(/^# Off the Clock\n\n> Letters about work, answered\.\n/)
  expect(text).toContain(`- [Colleagues](${ORIGIN}/topics/colleagues)`)
  expect(text).toContain(
    `- [My \\[kettle\\]](${ORIGIN}/columns/kettle.md): He says it is everyone’s.`,
  )
  expect(await read('/id/llms.txt')).toContain('## Kolom terbaru')
})
