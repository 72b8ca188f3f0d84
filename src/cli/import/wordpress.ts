import { createReadStream, statSync } from 'node:fs'
import { Parser } from 'htmlparser2'
import { wallTime } from '../../zone.ts'
import { htmlBlocks } from './html-blocks.ts'
import { withoutShortcodes } from './shortcodes.ts'
import { type Found, type OnProgress, sourceNamed } from './source.ts'

/** The elements that are read of an item, by what they are called in WXR 1.2. */
type Item = {
  fields: Map<string, string>
  categories: { domain: string; name: string }[]
  comments: number
}

/** What an export says once, above its items. */
type Channel = { title: string; link: string; authors: Map<string, string> }

/** In bytes: an item is read as soon as it has come, whatever the size of the file. */
const CHUNK = 256 * 1024
const NO_POST: Record<string, string> = {
  page: 'a page',
  attachment: 'a file of the media library',
  nav_menu_item: 'an entry of a menu',
  revision: 'an older version of a post',
}
const NOT_PUBLIC: Record<string, string> = {
  draft: 'a draft',
  pending: 'a draft that waits for review',
  future: 'a draft that was to be published later',
  private: 'a private post',
  trash: 'a post in the bin',
  'auto-draft': 'a draft',
  inherit: 'an older version of a post',
}

/**
 * Reads a WordPress export (WXR 1.2), item by item as the file streams in: at no time is more than
 * one item held. Times without a zone are in `timeZone`.
 */
export async function* readWordPress(
  file: string,
  { timeZone, onProgress }: { timeZone: string; onProgress: OnProgress },
): AsyncGenerator<Found> {
  const size = statSync(file).size
  const channel: Channel = { title: '', link: '', authors: new Map() }
  const items: Item[] = []
  const parser = itemParser(channel, (item) => items.push(item))
  const stream = createReadStream(file, { highWaterMark: CHUNK, encoding: 'utf8' })
  for await (const chunk of stream) {
    parser.write(chunk)
    for (const item of items.splice(0)) yield foundOf(item, channel, timeZone)
    onProgress(stream.bytesRead, size)
  }
  parser.end()
  for (const item of items) yield foundOf(item, channel, timeZone)
}

function itemParser(channel: Channel, onItem: (item: Item) => void): Parser {
  let item: Item | null = null
  let isInComment = false
  let author: { login: string; name: string } | null = null
  let category: { domain: string } | null = null
  let text = ''
  return new Parser(
    {
      onopentag(name, attributes) {
        text = ''
        if (name === 'item') item = { fields: new Map(), categories: [], comments: 0 }
        if (name === 'category') category = { domain: attributes.domain ?? '' }
        if (name === 'wp:author') author = { login: '', name: '' }
        if (name === 'wp:comment') isInComment = true
      },
      ontext(piece) {
        text += piece
      },
      onclosetag(name) {
        const value = text.trim()
        text = ''
        if (name === 'wp:comment') {
          isInComment = false
          if (item) item.comments += 1
        } else if (name === 'item' && item) {
          onItem(item)
          item = null
        } else if (name === 'category' && item && category) {
          item.categories.push({ domain: category.domain, name: value })
        } else if (item) {
          if (!isInComment && !item.fields.has(name)) item.fields.set(name, value)
        } else if (name === 'wp:author_login' && author) author.login = value
        else if (name === 'wp:author_display_name' && author) author.name = value
        else if (name === 'wp:author' && author) {
          channel.authors.set(author.login, author.name)
          author = null
        } else if (name === 'title') channel.title ||= value
        else if (name === 'link') channel.link ||= value
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
}

function foundOf(
  { fields, categories, comments }: Item,
  channel: Channel,
  timeZone: string,
): Found {
  const field = (name: string) => fields.get(name) ?? ''
  const id = field('wp:post_id')
  const name = `post ${id}`
  const title = field('title')
  const left = (reason: string): Found => ({ left: { name, title, reason } })
  const type = field('wp:post_type') || 'post'
  const status = field('wp:status') || 'publish'
  if (type !== 'post') return left(NO_POST[type] ?? `a “${type}”`)
  if (status !== 'publish') return left(NOT_PUBLIC[status] ?? `a post that is “${status}”`)
  if (field('wp:post_password')) return left('a post behind a password')
  const { html, remarks } = withoutShortcodes(field('content:encoded'))
  if (comments > 0) {
    const text = `${comments} of ${field('link')}`
    remarks.push({ kind: 'left', line: 1, reason: 'comments of the old page', text })
  }
  const source = {
    ...sourceNamed(name),
    title,
    standfirst: wordsOf(field('excerpt:encoded')),
    language: null,
    published: publishedAt(field('wp:post_date_gmt'), field('wp:post_date'), timeZone),
    byline: channel.authors.get(field('dc:creator')) || field('dc:creator') || null,
    topics: [...categories]
      .filter(({ domain }) => domain === 'category' || domain === 'post_tag')
      .sort((one, other) => one.domain.localeCompare(other.domain))
      .map(({ name }) => name),
    siteName: channel.title,
    slug: slugOf(field('wp:post_name')),
    addresses: [
      field('link'),
      field('guid'),
      id ? new URL(`/?p=${id}`, channel.link || 'http://old.example').href : '',
    ].filter((address) => /^https?:/.test(address)),
    blocks: htmlBlocks(html, { areLinesParagraphs: !html.includes('<!-- wp:') }),
    remarks,
  }
  return { source }
}

/** WordPress writes zeros for a time that was never set in UTC. */
function publishedAt(utc: string, local: string, timeZone: string): string | null {
  if (/^[1-9]\d{3}-/.test(utc)) return `${utc.replace(' ', 'T').slice(0, 19)}Z`
  const time = wallTime(timeZone, local.replace(' ', 'T').slice(0, 16))
  if (!time) return null
  if (time.kind === 'unique') return time.instant
  return time.kind === 'twice' ? time.first : time.next
}

function slugOf(name: string): string | null {
  try {
    return decodeURIComponent(name) || null
  } catch {
    return null
  }
}

function wordsOf(html: string): string {
  return htmlBlocks(html)
    .map(({ text }) => text)
    .join(' ')
}
