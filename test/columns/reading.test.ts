import { expect, test } from 'vitest'
import { site } from '../newsroom.ts'
import { column, print, retract, samples } from '../printed.ts'
import { countedDatabase } from '../round-trips.ts'

const FLAGSHIP = 'my-client-expects-me-to-be-available-all-day'

test('A reader sees the letter, the reply and each script of a column', async () => {
  await print(samples)
  const response = await site().get(`/columns/${FLAGSHIP}`)
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(page).toContain('<h1>My client expects me to be available all day</h1>')
  expect(page).toContain('— Chained to My Desk')
  expect(page.match(/<figure class="script"/g)).toHaveLength(3)
  expect(page).toContain('<figcaption>When they push back</figcaption>')
})

test('A column names its edition in another language, and the edition names it', async () => {
  await print(samples)
  const english = await (await site().get(`/columns/${FLAGSHIP}`)).text()
  const indonesian = await (
    await site().get('/id/columns/klien-saya-menelepon-sepanjang-hari')
  ).text()
  expect(english).toContain('href="/id/columns/klien-saya-menelepon-sepanjang-hari"')
  expect(indonesian).toContain(`href="/columns/${FLAGSHIP}"`)
  expect(indonesian).toContain('<html lang="id"')
})

test('A page leads to its edition in the other language, or to that language’s front page', async () => {
  await print(samples)
  const foot = async (path: string) => (await (await site().get(path)).text()).split('<footer')[1]
  expect(await foot('/')).toContain('<a href="/id" lang="id" hreflang="id">Bahasa Indonesia</a>')
  expect(await foot('/id/about')).toContain('<a href="/about" lang="en" hreflang="en">English</a>')
  expect(await foot(`/columns/${FLAGSHIP}`)).toContain('href="/id/columns/klien-saya-menelepon')
  expect(await foot('/columns/every-meeting-lands-on-my-lunch')).toContain('href="/id"')
})

test('A digest lists its letters at the top, each with its own anchor', async () => {
  await print(samples)
  const page = await (await site().get('/columns/five-small-questions-about-meetings')).text()
  for (const position of [1, 2, 3, 4, 5]) {
    expect(page).toContain(`href="#letter-${position}"`)
    expect(page).toContain(`id="letter-${position}"`)
  }
})

test('An update, a correction and a content note stand on the page', async () => {
  await print(samples)
  const updated = await (await site().get('/columns/my-coworker-takes-credit-for-my-work')).text()
  const corrected = await (await site().get('/columns/my-last-payslip-is-short')).text()
  const noted = await (await site().get('/columns/back-at-work-after-a-death')).text()
  expect(updated).toContain('<time datetime="2025-08-18">18 August 2025</time>')
  expect(corrected).toContain('<time datetime="2024-11-06">6 November 2024</time>')
  expect(corrected).toContain('Advice for the UK')
  expect(corrected).toContain('<a href="#corrections">Corrected</a>')
  expect(noted.indexOf('Mentions the death of a parent.')).toBeGreaterThan(0)
  expect(noted.indexOf('Mentions the death')).toBeLessThan(noted.indexOf('id="letter-1"'))
})

test('A column read under the wrong language leads to its own address', async () => {
  await print(samples)
  const response = await site().get(`/id/columns/${FLAGSHIP}`)
  expect(response.status).toBe(301)
  expect(response.headers.get('Location')).toBe(`/columns/${FLAGSHIP}`)
})

test('A column is also there as the plain text it was written in', async () => {
  await print(samples)
  const response = await site().get(`/columns/${FLAGSHIP}.md`)
  expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8')
  expect(await response.text()).toBe(samples[FLAGSHIP])
})

test('What to read next is never the column itself nor another edition of it', async () => {
  await print(samples)
  for (const slug of Object.keys(samples)) {
    const at = samples[slug]?.includes('language: id') ? '/id' : ''
    const page = await (await site().get(`${at}/columns/${slug}`)).text()
    const next = page.slice(page.indexOf('class="next"'), page.indexOf('class="neighbours"'))
    expect(next).not.toContain(`"${at}/columns/${slug}"`)
    expect(next.match(/<li>/g)?.length, slug).toBe(3)
  }
})

test('A changed address leads to the new one, whichever of the old ones was kept', async () => {
  const ids = { first: 'one', second: 'one', third: 'one' }
  await print({ first: column() }, { ids })
  await print({ second: column() }, { ids })
  await print({ third: column() }, { ids })
  for (const old of ['first', 'second']) {
    const response = await site().get(`/columns/${old}`)
    expect(response.status).toBe(301)
    expect(response.headers.get('Location')).toBe('/columns/third')
  }
})

test('A column that takes up an old address again is found there', async () => {
  const ids = { first: 'one', second: 'one' }
  await print({ first: column() }, { ids })
  await print({ second: column() }, { ids })
  await print({ first: column() }, { ids })
  expect((await site().get('/columns/first')).status).toBe(200)
  expect((await site().get('/columns/second')).headers.get('Location')).toBe('/columns/first')
})

test('A retracted column answers 410 with the note, and is in no list', async () => {
  await print({ kettle: column(), lamp: column({ headline: 'The lamp hums' }) })
  await retract('kettle')
  const page = await site().get('/columns/kettle')
  expect(page.status).toBe(410)
  expect(await page.text()).toContain('Withdrawn.')
  for (const path of ['/', '/topics/colleagues', '/archive/2026', '/columns/lamp']) {
    expect(await (await site().get(path)).text(), path).not.toContain('The kettle is mine')
  }
  expect(await (await site().get('/topics')).text()).toContain('1 column<')
})

test('The front page shows a language’s own columns, the newest first', async () => {
  await print(samples)
  const english = await (await site().get('/')).text()
  const indonesian = await (await site().get('/id')).text()
  expect(english.indexOf('Someone on my team has stopped trying')).toBeLessThan(
    english.indexOf('I said yes and want to say no'),
  )
  expect(indonesian).toContain('THR saya')
  expect(indonesian).not.toContain('I said yes')
})

test('A long topic is read page by page, each column once', async () => {
  const slugs = Array.from({ length: 33 }, (_, index) => `column-${index}`)
  const ids = Object.fromEntries(slugs.map((slug) => [slug, slug.replace('-', '')]))
  await print(Object.fromEntries(slugs.map((slug) => [slug, column({ headline: slug })])), { ids })
  const seen: string[] = []
  for (let path = '/topics/colleagues'; path && seen.length <= slugs.length; ) {
    const page = await (await site().get(path)).text()
    seen.push(
      ...[...page.matchAll(/href="\/columns\/(column-\d+)"/g)].map(([, slug]) => String(slug)),
    )
    path = /href="([^"]*older=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  expect(seen.sort()).toEqual(slugs.sort())
})

test('The archive lists the years that have columns, and each year its own', async () => {
  await print(samples)
  const archive = await (await site().get('/archive')).text()
  const years = [...archive.matchAll(/href="\/archive\/(\d{4})"/g)].map(([, year]) => year)
  expect(years).toEqual(['2026', '2025', '2024', '2023', '2022', '2021'])
  const page = await (await site().get('/archive/2024')).text()
  expect(page).toContain('My last payslip is short')
  expect(page).not.toContain('I said yes')
  expect((await site().get('/archive/1999')).status).toBe(404)
})

test('A surprise leads to a column of the reader’s language, and to the front page when there is none', async () => {
  expect((await site().get('/surprise')).headers.get('Location')).toBe('/')
  await print(samples)
  const location = (await site().get('/id/surprise')).headers.get('Location') ?? ''
  expect(location).toMatch(/^\/id\/columns\//)
  expect((await site().get(location)).status).toBe(200)
})

test('House pages are there in both languages', async () => {
  for (const path of ['/about', '/privacy', '/guidelines']) {
    expect((await site().get(path)).status).toBe(200)
    expect(await (await site().get(`/id${path}`)).text()).toContain('lang="id"')
  }
})

test('An unknown language, topic, column or odd path is a plain 404', async () => {
  for (const path of [
    '/fr',
    '/fr/columns/x',
    '/topics/nothing',
    '/columns/nothing',
    '/columns/nothing.md',
    '/columns/%00',
    '/columns/%ED%A0%80',
    '/id/desk',
    `/columns/${'x'.repeat(5000)}`,
    '/topics/x?older=%27%3B--',
  ]) {
    const response = await site().get(path)
    expect(response.status, path).toBe(404)
    expect(await response.text(), path).toContain('<h1>')
  }
})

test('A reader who has the page already gets 304 and no body, until something is published', async () => {
  await print({ kettle: column() })
  const first = await site().get('/columns/kettle')
  const etag = first.headers.get('ETag') ?? ''
  const again = await site().get('/columns/kettle', { 'If-None-Match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect(again.headers.get('X-Content-Type-Options')).toBe('nosniff')
  await print({ lamp: column() })
  expect((await site().get('/columns/kettle', { 'If-None-Match': etag })).status).toBe(200)
})

test('Reader pages say how they may be cached, and an unknown parameter is never kept', async () => {
  await print({ kettle: column() })
  const plain = await site().get('/columns/kettle')
  expect(plain.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
  expect(plain.headers.get('Cache-Tag')).toBe('site,column-kettle,around-kettle,named-colleagues')
  const tracked = await site().get('/columns/kettle?utm_source=x')
  expect(tracked.headers.get('Cloudflare-CDN-Cache-Control')).toBe('no-store')
})

test('Each reader’s page asks the database once', async () => {
  await print(samples)
  for (const path of [
    '/',
    `/columns/${FLAGSHIP}`,
    `/columns/${FLAGSHIP}.md`,
    '/topics',
    '/topics/consulting',
    '/archive',
    '/archive/2026',
    '/search?q=boss',
    '/search.json?q=boss',
    '/feed.xml',
    '/feed.json',
    '/sitemap.xml',
  ]) {
    const { database, roundTrips } = countedDatabase()
    expect((await site({ database }).get(path)).status, path).toBe(200)
    expect(roundTrips(), path).toBe(1)
  }
})

test('A column’s file is gone, or has moved, as its page is', async () => {
  await print({ kettle: column(), ketel: column({ language: 'id' }) })
  const translated = await site().get('/columns/ketel.md')
  expect(translated.headers.get('Location')).toBe('/id/columns/ketel.md')
  await print({ teapot: column() }, { ids: { teapot: 'kettle' } })
  expect((await site().get('/columns/kettle.md')).headers.get('Location')).toBe(
    '/columns/teapot.md',
  )
  await retract('ketel', 'id')
  expect((await site().get('/id/columns/ketel.md')).status).toBe(410)
})

test('A column’s headings follow one another without a gap', async () => {
  const parts = ["Editor's note", 'Letter', 'Reply', 'Update 2026-04-01', 'Correction 2026-04-02']
  const text = parts.map((part) => `# ${part}\n\nText.\n\n## Inside\n\nMore text.`).join('\n\n')
  await print({ kettle: column({ text }) })
  const page = await (await site().get('/columns/kettle')).text()
  const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level))
  expect(levels).toEqual([1, 2, 2, 3, 2, 3, 2, 3, 4, 2, 3, 4])
})

test('An edition of an edition belongs to the same original', async () => {
  await print({ first: column() })
  await print({ second: column({ language: 'id', more: 'edition_of: first\n' }) })
  await print({ third: column({ more: 'edition_of: second\n' }) })
  const page = await (await site().get('/columns/first')).text()
  expect(page).toContain('href="/id/columns/second"')
  expect(page).toContain('href="/columns/third"')
})

test('A language that the site no longer serves is neither linked nor found', async () => {
  await print({ first: column(), second: column({ language: 'id', more: 'edition_of: first\n' }) })
  const english = site({ settings: { LANGUAGES: 'en' } })
  expect(await (await english.get('/columns/first')).text()).not.toContain('second')
  expect((await english.get('/columns/second')).status).toBe(404)
})

test('A new site says that nothing is published yet, and offers nothing to look through', async () => {
  const page = async (path: string) => (await (await site().get(path)).text()).split('<main')[1]
  for (const path of ['/', '/topics', '/archive'])
    expect(await page(path), path).toContain('Nothing has been published here yet.')
  expect(await page('/')).not.toContain('Older columns')
  expect(await page('/search')).not.toContain('<select')
  expect(await page('/scripts')).not.toContain('<form')
  expect(await (await site().get('/sitemap.xml')).text()).not.toContain('<lastmod>')
  await print(samples)
  expect(await page('/')).toContain('Older columns')
  expect(await page('/search')).toMatch(/<select id="topic".*<select id="year"/)
  expect(await page('/scripts')).toContain('<form')
  expect(await (await site().get('/sitemap.xml')).text()).toContain('<lastmod>')
})
