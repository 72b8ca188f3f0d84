import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import Parser from 'rss-parser'
import { expect, test } from 'vitest'
import { ORIGIN, site } from '../newsroom.ts'
import { column, print, samples } from '../printed.ts'

const read = async (path: string) => (await site().get(path)).text()

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** A column with every part that one can have. */
const whole = column({
  more: 'byline: Ada Kettle\ncontent_note: Mentions tea.\n',
  text: `# Editor's note

A note.

# Letter: The cup

Who *drinks* it?

— Parched

# Reply

> [!SCRIPT] At the sink
> Wash it, please.

# Letter: The pot

See [the cup](/columns/cup "x").

# Reply

No.

# Update 2026-11-01

It was <me> & you.

# Correction 2026-11-02

It was coffee.`,
})
const PARTS = [
  'A note.',
  'Mentions tea.',
  'The cup',
  '<em>drinks</em>',
  '— Parched',
  'At the sink',
  'Wash it, please.',
  'The pot',
  'No.',
  '1 November 2026',
  'It was &lt;me&gt; &amp; you.',
  '2 November 2026',
  'It was coffee.',
]

test('Two parsers that know nothing of each other read the same in every feed', async () => {
  await print({ ...samples, whole })
  const feeds = ['/feed.xml', '/id/feed.xml', '/topics/colleagues/feed.xml', '/updates/feed.xml']
  for (const path of feeds) {
    const document = await read(path)
    const one = parseAtomFeed(document)
    const other = await new Parser().parseString(document)
    expect(one.entries?.length, path).toBeGreaterThan(0)
    expect(one).toMatchObject({ id: ORIGIN + path, title: { value: other.title } })
    expect(
      other.items.map(({ id, title, link, content, isoDate }) => {
        return [id, title, link, content?.trim(), isoDate]
      }),
    ).toEqual(
      one.entries?.map(({ id, title, links, content, published }) => {
        const date = new Date(published ?? '').toISOString()
        return [id, title?.value, links?.[0]?.href, content?.value, date]
      }),
    )
  }
})

test('A feed has all of a column, and each entry what the standard asks for (RFC 4287)', async () => {
  await print({ whole })
  const { entries = [], ...feed } = parseAtomFeed(await read('/feed.xml'))
  expect(feed).toMatchObject({
    title: { value: 'Off the Clock' },
    updated: expect.stringMatching(INSTANT),
    authors: [{ name: 'The Desk' }],
  })
  expect(entries).toHaveLength(1)
  const [{ content, ...entry } = {}] = entries
  expect(entry).toMatchObject({
    id: expect.stringMatching(/^urn:uuid:/),
    title: { value: 'The kettle is mine' },
    authors: [{ name: 'Ada Kettle' }],
    updated: expect.stringMatching(INSTANT),
    published: '2026-03-02T09:00:00Z',
    summary: { value: 'He says it is everyone’s.' },
  })
  expect(content?.type).toBe('html')
  for (const part of PARTS) expect(content?.value).toContain(part)
  const hrefs = [...(content?.value ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(hrefs).toEqual([`${ORIGIN}/columns/cup`])
})

test('The JSON feed is read as the same columns, and holds nothing that its standard does not know', async () => {
  await print({ ...samples, whole })
  const text = await read('/feed.json')
  const feed = parseJsonFeed(text)
  const { entries = [] } = parseAtomFeed(await read('/feed.xml'))
  expect(
    feed.items?.map(({ id, url, title, content_html }) => [id, url, title, content_html?.trim()]),
  ).toEqual(
    entries.map(({ id, links, title, content }) => [
      id,
      links?.[0]?.href,
      title?.value,
      content?.value,
    ]),
  )
  const fields: Fields = JSON.parse(text)
  check(fields, FEED)
  for (const item of fields.items as Fields[]) check(item, ITEM)
})

type Fields = Record<string, unknown>
type Rules = Record<string, (value: unknown) => boolean>

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isAddress = (value: unknown) => URL.parse(String(value))?.protocol === 'https:'
const isDate = (value: unknown) => INSTANT.test(String(value))
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText)
const areAuthors = (value: unknown) =>
  Array.isArray(value) && value.every(({ name, ...rest }) => isText(name) && !Object.keys(rest)[0])

/** What JSON Feed 1.1 knows at its top (https://jsonfeed.org/version/1.1); `!` must be there. */
const FEED: Rules = {
  'version!': (value) => value === 'https://jsonfeed.org/version/1.1',
  'title!': isText,
  'items!': Array.isArray,
  home_page_url: isAddress,
  feed_url: isAddress,
  description: isText,
  user_comment: isText,
  next_url: isAddress,
  icon: isAddress,
  favicon: isAddress,
  authors: areAuthors,
  language: isText,
  expired: (value) => typeof value === 'boolean',
}

/** The same of an item: it needs an id, and its text in one form at least. */
const ITEM: Rules = {
  'id!': isText,
  'content_html!': isText,
  content_text: isText,
  url: isAddress,
  external_url: isAddress,
  title: isText,
  summary: isText,
  image: isAddress,
  banner_image: isAddress,
  date_published: isDate,
  date_modified: isDate,
  authors: areAuthors,
  tags: isTexts,
  language: isText,
}

function check(fields: Fields, rules: Rules): void {
  for (const name of Object.keys(rules)) {
    if (name.endsWith('!')) expect(fields).toHaveProperty(name.slice(0, -1))
  }
  for (const [name, value] of Object.entries(fields)) {
    const rule = rules[name] ?? rules[`${name}!`]
    expect(rule?.(value), `${name}: ${JSON.stringify(value)}`).toBe(true)
  }
}
