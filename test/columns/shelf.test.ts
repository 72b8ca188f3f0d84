import { expect, test } from 'vitest'
import { topics } from '../../src/schema.ts'
import { db, site } from '../newsroom.ts'
import { column, print, retract, samples } from '../printed.ts'
import { countedDatabase } from '../round-trips.ts'

const page = async (path: string) => (await site().get(path)).text()

/** A column whose reply has scripts, each by its situation and words. */
function saying(scripts: [string, string][], changes: Parameters<typeof column>[0] = {}) {
  const said = scripts.map(([when, words]) => `> [!SCRIPT] ${when}\n> ${words}`).join('\n\nOr:\n\n')
  return column({ ...changes, text: `# Letter\n\nTea.\n\n# Reply\n\nSay:\n\n${said}` })
}

const kettle = saying([
  ['When he drinks it', 'That is my tea.'],
  ['When he does it again', 'Please buy a box of your own.'],
])

test('Every script stands on the shelf under its column’s first topic, and leads to its exchange', async () => {
  await print(samples)
  const shelf = await page('/scripts')
  expect(shelf).toContain('<h1>Scripts</h1>')
  expect(shelf).toContain('<h2 id="topic-consulting">')
  const consulting = await page('/scripts?topic=consulting')
  expect(consulting).toContain('<figcaption>When they push back</figcaption>')
  expect(consulting).toContain(
    'href="/columns/my-client-expects-me-to-be-available-all-day#letter-1"',
  )
  const indonesian = await page('/id/scripts')
  expect(indonesian).toContain('/id/columns/klien-saya-menelepon-sepanjang-hari#letter-1')
  expect(indonesian).not.toContain('When they push back')
})

test('A script of a digest leads to its own letter, by that letter’s headline', async () => {
  const text = ['one', 'two']
    .map((name) => `# Letter: The ${name}\n\nTea.\n\n# Reply\n\n> [!SCRIPT] If ${name}\n> No.`)
    .join('\n\n')
  await print({ kettle: column({ text }) })
  const shelf = await page('/scripts')
  expect(shelf).toContain('<a href="/columns/kettle#letter-1">The one</a>')
  expect(shelf).toContain('<a href="/columns/kettle#letter-2">The two</a>')
})

test('A script is found by its situation and by its words, in any form of them', async () => {
  await print({ kettle, ketel: saying([['Kalau dia minum', 'Itu tea saya.']], { language: 'id' }) })
  for (const query of ['he does it again', 'a box', 'boxes', 'BUYING']) {
    const found = await page(`/scripts?q=${encodeURIComponent(query)}`)
    expect(found, query).toContain('Please buy a box of your own.')
  }
  expect(await page('/scripts?q=tea')).not.toContain('Kalau dia minum')
  const response = await site().get('/scripts?q=tea')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(await response.text()).toContain('<meta name="robots" content="noindex"')
})

test('No search is an error, and one that finds nothing leads on', async () => {
  await print({ kettle })
  for (const query of ['"', '*', 'a AND (', 'NEAR/2', '🦊', '\u0000', "';--", 'x'.repeat(5000)]) {
    const response = await site().get(`/scripts?q=${encodeURIComponent(query)}`)
    expect(response.status, query).toBe(200)
  }
  const nothing = await page('/scripts?q=zeppelin')
  expect(nothing).toContain('Nothing found for “zeppelin”.')
  expect(nothing).toContain('href="/search?q=zeppelin"')
  expect(await page('/scripts?q=%3Cb%3Ezep')).toContain('&lt;b&gt;zep')
})

test('A retracted column’s scripts are gone, and a changed one’s are as they are now', async () => {
  await print({ kettle })
  await print({ kettle: saying([['When he drinks it', 'Help yourself.']]) })
  const changed = await page('/scripts')
  expect(changed).toContain('Help yourself.')
  expect(changed).not.toContain('That is my tea.')
  expect(await page('/scripts?q=box')).toContain('Nothing found')
  await retract('kettle')
  expect(await page('/scripts')).toContain('No reply has had words to say in it yet.')
  expect(await page('/scripts?q=help')).toContain('Nothing found')
  expect((await db.select().from(topics)).map(({ scripts }) => scripts)).toEqual([0])
})

test('A topic’s scripts are read page by page, each once and those of one reply in order', async () => {
  const many = Array.from({ length: 9 }, (_, index): [string, string] => [
    `${index}`,
    `Word ${index}.`,
  ])
  const slugs = Array.from({ length: 7 }, (_, index) => `c${index}`)
  await print(Object.fromEntries(slugs.map((slug) => [slug, saying(many, { headline: slug })])))
  expect(await page('/scripts')).toContain('<a href="/scripts?topic=colleagues">All 63 scripts on')
  const seen: string[] = []
  for (let path = '/scripts?topic=colleagues'; path && seen.length < 100; ) {
    const shown = await page(path)
    const cards = shown.matchAll(/<p>(Word \d)\.<\/p>[\s\S]*?href="\/columns\/(c\d)#letter-1"/g)
    seen.push(...[...cards].map(([, word, slug]) => `${slug} ${word}`))
    path = /href="([^"]*older=[^"]*)"/.exec(shown)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  const wanted = slugs.toReversed().flatMap((slug) => many.map(([n]) => `${slug} Word ${n}`))
  expect(seen).toEqual(wanted)
  expect((await site().get('/scripts?topic=nothing')).status).toBe(404)
  expect((await site().get('/scripts?topic=colleagues&older=x')).status).toBe(200)
})

test('The shelf asks the database once, whatever is looked for, and caches keep what they may', async () => {
  await print(samples)
  for (const path of ['/scripts', '/scripts?topic=consulting', '/scripts?q=boss', '/id/scripts']) {
    const { database, roundTrips } = countedDatabase()
    const response = await site({ database }).get(path)
    expect(response.status, path).toBe(200)
    expect(roundTrips(), path).toBe(1)
    if (!path.includes('q=')) {
      expect(response.headers.get('Cache-Tag'), path).toMatch(/^site,scripts,names/)
      expect(response.headers.get('Cloudflare-CDN-Cache-Control')).toContain('max-age=60')
    }
  }
})
