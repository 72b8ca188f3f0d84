import { expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { revise } from '../../src/desk/column/column.ts'
import { findDraft, save } from '../../src/desk/draft/draft.ts'
import { publish } from '../../src/desk/publishing/publish.ts'
import { HAND, RULES } from '../desk/ready.ts'
import { checkWellFormed } from '../feeds/well-formed.ts'
import { db, NOW, site, vault } from '../newsroom.ts'
import { column, print, retract } from '../printed.ts'
import { countedDatabase } from '../round-trips.ts'

const read = async (path: string) => {
  const response = await site().get(path)
  expect(response.status, path).toBe(200)
  return response.text()
}

const news = (on: string, text: string) => column().replace(/\n$/, `\n# Update ${on}\n\n${text}\n`)

/** The headlines or slugs of columns in the order in which a page has them. */
const order = (page: string) => [
  ...new Set([...page.matchAll(/\/columns\/([a-z-]+)[#"]/g)].map(([, slug]) => slug)),
]

test('The columns with an update stand by the day of the latest, and the others do not', async () => {
  await print({
    kettle: news('2026-09-01', 'She labelled it.\n\n# Update 2026-09-20\n\nHe **bought** his own.'),
    lamp: news('2026-09-10', 'It hums no more.'),
    quiet: column(),
    ketel: news('2026-09-12', 'Sudah.').replace('language: en', 'language: id'),
  })
  const page = await read('/updates')
  expect(order(page)).toEqual(['kettle', 'lamp'])
  expect(page).toContain('He bought his own.')
  expect(page).not.toContain('She labelled it.')
  expect(page).toContain('<time datetime="2026-09-20">20 September 2026</time>')
  expect(order(await read('/id/updates'))).toEqual(['ketel'])
})

test('Where nobody has written back, the page says so', async () => {
  await print({ kettle: column() })
  expect(await read('/updates')).toContain('Nobody has written back yet.')
  checkWellFormed(await read('/updates/feed.xml'))
})

test('A reader pages through every update, though all have one day', async () => {
  const slugs = Array.from(
    { length: 40 },
    (_, index) => `k${String.fromCharCode(97 + (index % 26))}${index > 25 ? 'b' : 'a'}`,
  )
  await print(Object.fromEntries(slugs.map((slug) => [slug, news('2026-09-01', slug)])))
  const shown: (string | undefined)[] = []
  for (let path: string | undefined = '/updates'; path; ) {
    const page = await read(path)
    shown.push(...order(page))
    path = /href="([^"]*)" rel="next"/.exec(page)?.[1]
  }
  expect(shown.sort()).toEqual(slugs.sort())
})

test('Adding an update dates a column anew in /updates, and nowhere else', async () => {
  await print({
    kettle: column({ published: '2026-01-02T09:00:00Z' }),
    lamp: column({ headline: 'The lamp', published: '2026-02-02T09:00:00Z' }),
    stapler: news('2026-09-01', 'Found.')
      .replace('The kettle is mine', 'The stapler')
      .replace(/published: .*/, 'published: 2026-03-02T09:00:00Z'),
  })
  const lists = [
    '/',
    '/archive/2026',
    '/topics/colleagues',
    '/feed.xml',
    '/topics/colleagues/feed.xml',
  ]
  const before = await Promise.all(lists.map(read))
  const entryOf = (feed: string) =>
    /<entry>\s*<id>[^<]*<\/id>\s*<title>The kettle[\s\S]*?<published>[^<]*/.exec(feed)?.[0]
  const id = await revise(db, 'kettle', HAND)
  const draft = await findDraft(db, String(id))
  if (!draft) throw new Error('There is no revision')
  const document = `${draft.document}\n# Update 2026-11-23\n\nHe gave it back.\n`
  const saved = await save(db, draft.id, { ...draft, document }, HAND)
  if (!saved) throw new Error('The update was not saved')
  const command = {
    by: 'edith',
    now: minutesLater(NOW, 5),
    version: saved.version,
    ...RULES,
  }
  expect((await publish(db, vault, saved, command)).kind).toBe('live')
  expect(order(await read('/updates'))).toEqual(['kettle', 'stapler'])
  const after = await Promise.all(lists.map(read))
  expect(after.map(order)).toEqual(before.map(order))
  expect(entryOf(after[3] ?? '')).toBe(entryOf(before[3] ?? ''))
  expect(entryOf(after[3] ?? '')).toContain('<published>2026-01-02T09:00:00Z')
})

test('The feed of updates has each latest update as an entry of its own', async () => {
  await print({ kettle: news('2026-09-01', 'She moved [the kettle](/columns/lamp).') })
  const [feed, main] = [await read('/updates/feed.xml'), await read('/feed.xml')]
  checkWellFormed(feed)
  const idOf = (text: string) => /<entry>\s*<id>([^<]*)/.exec(text)?.[1] ?? ''
  expect(idOf(feed)).toBe(`${idOf(main)}#update-2026-09-01`)
  expect(feed).toContain('<title>Update: The kettle is mine</title>')
  expect(feed).toContain('https://column.example/columns/kettle#updates')
  expect(feed).toContain('href=&quot;https://column.example/columns/lamp&quot;')
  expect(feed).not.toContain('Somebody drinks my tea')
})

test('A column that is retracted is gone from the updates too', async () => {
  await print({ kettle: news('2026-09-01', 'She moved.') })
  await retract('kettle')
  expect(await read('/updates')).not.toContain('kettle')
  expect(await read('/updates/feed.xml')).not.toContain('kettle')
})

test('Updates cost one round trip, and a reader who has the page is told so', async () => {
  await print({ kettle: news('2026-09-01', 'She moved.') })
  for (const path of ['/updates', '/updates/feed.xml']) {
    const { database, roundTrips } = countedDatabase()
    const response = await site({ database }).get(path)
    expect(roundTrips()).toBe(1)
    expect(response.headers.get('Cloudflare-CDN-Cache-Control')).toContain('max-age=60')
    expect(response.headers.get('Cache-Tag')).toMatch(/^site,updates-en,(headline|column)-kettle$/)
    const known = { 'If-None-Match': response.headers.get('ETag') ?? '' }
    expect((await site().get(path, known)).status).toBe(304)
  }
  expect(await read('/')).toContain('href="/updates"')
  expect(await read('/sitemap.xml')).toContain('https://column.example/updates</loc>')
})
