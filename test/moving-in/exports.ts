import type { Exchange, Manuscript } from '../../src/manuscript.ts'
import { type Known, pick, seeded } from './known.ts'
import { NO_COLUMNS } from './no-columns.ts'
import { POST_STYLES, type PostStyle } from './post-styles.ts'
import { htmlPieces, isTold } from './rendering.ts'

/** What a post holds, so that what was made of it can be told right or wrong. */
export type KnownPost = {
  id: number
  title: string
  slug: string
  date: string
  html: string
  status: string
  type: string
  categories: string[]
  half: PostStyle['half']
  style: string
  language: string
} & (
  | { holds: 'column'; exchanges: Exchange[]; note: string | null }
  | { holds: 'update'; of: string; text: string }
  | { holds: 'nothing' }
)

const said = (language: string, en: string, id: string) => (language === 'id' ? id : en)

/**
 * Makes the posts of a column site: columns in ten styles, digests, updates, open threads and other
 * posts that are no columns, drafts, pages. The same seed makes the same posts.
 */
export function madePosts(columns: Known[], count: number, seed: number): KnownPost[] {
  const random = seeded(seed)
  const posts: KnownPost[] = []
  while (posts.length < count) {
    const id = 100 + posts.length * 3
    const date = new Date(Date.UTC(2009, 0, 5) + posts.length * 3 * 86_400_000 + 9 * 3_600_000)
    const base = { id, date: date.toISOString().slice(0, 19), status: 'publish', type: 'post' }
    const { manuscript, slug } = pick(random, columns)
    const style = pick(random, POST_STYLES)
    const common = {
      ...base,
      half: style.half,
      style: style.name,
      language: manuscript.language,
      slug: `${slug}-${id}`,
      categories: manuscript.topics,
    }
    const chance = random()
    if (chance < 0.06) posts.push({ ...common, ...noColumn(random, manuscript.language) })
    else if (chance < 0.1)
      posts.push({ ...common, ...column(manuscript, style, random), ...hidden(random) })
    else if (chance < 0.15) {
      const update = updateOf(posts, random)
      if (update) posts.push({ ...common, ...update })
    } else if (chance < 0.27)
      posts.push({ ...common, ...digest(columns, manuscript.language, style, random) })
    else posts.push({ ...common, ...column(manuscript, style, random) })
  }
  return posts
}

type Made = Pick<KnownPost, 'title' | 'html'> & {
  holds: 'column'
  exchanges: Exchange[]
  note: string | null
}

function usable(exchange: Exchange, style: PostStyle): boolean {
  return isTold(exchange.reply) && (!style.needsSignoff || exchange.signoff !== null)
}

function column(
  { headline, exchanges, language }: Manuscript,
  style: PostStyle,
  random: () => number,
): Made {
  const exchange = exchanges.find((one) => usable(one, style)) ?? exchanges[0]
  if (!exchange) throw new Error('A column has an exchange.')
  const chosen = usable(exchange, style) ? style : (POST_STYLES[0] ?? style)
  const note = random() < 0.15 ? said(language, NOTE.en, NOTE.id) : null
  const noted = note
    ? `<p><em>${said(language, 'Editor’s note', 'Catatan Editor')}: ${note}</em></p>\n\n`
    : ''
  return {
    title: headline,
    html: noted + chosen.write(greeted(exchange, chosen, language), language),
    holds: 'column',
    exchanges: [{ ...greeted(exchange, chosen, language), headline: null }],
    note,
  }
}

function greeted(exchange: Exchange, style: PostStyle, language: string): Exchange {
  const { greeting, known } = style
  if (known) return known(exchange, language)
  if (!greeting) return exchange
  return { ...exchange, letter: `${greeting(language)}\n\n${exchange.letter}` }
}

const NOTE = {
  en: 'We have changed a few details, so that nobody is known by them.',
  id: 'Beberapa hal kecil kami ubah supaya tidak ada yang dikenali.',
}

/** Three short letters under numbers or headings. */
function digest(columns: Known[], language: string, style: PostStyle, random: () => number): Made {
  const inLanguage = columns.filter(({ manuscript }) => manuscript.language === language)
  const chosen = new Map<string, Exchange>()
  while (chosen.size < 3) {
    const { manuscript } = pick(random, inLanguage)
    const exchange = manuscript.exchanges.find((one) => usable(one, style))
    if (exchange) chosen.set(manuscript.headline, exchange)
  }
  const isNumbered = random() < 0.6
  const exchanges = [...chosen].map(([headline, exchange]) => ({
    ...greeted(exchange, style, language),
    headline,
  }))
  const html = exchanges.map((exchange, index) => {
    const { headline } = exchange
    const heading = isNumbered
      ? `<p><strong>${index + 1}. ${headline}</strong></p>`
      : `<h3>${headline}</h3>`
    return `${heading}\n\n${style.write(exchange, language)}`
  })
  const intro = said(
    language,
    'Three short letters and three short replies.',
    'Tiga surat pendek dan tiga jawaban pendek.',
  )
  return {
    title: said(
      language,
      `Three letters: ${exchanges[0]?.headline}`,
      `Tiga surat: ${exchanges[0]?.headline}`,
    ),
    html: `<p>${intro}</p>\n\n${html.join('\n\n')}`,
    holds: 'column',
    exchanges,
    note: intro,
  }
}

function updateOf(posts: KnownPost[], random: () => number) {
  const columns = posts.filter(({ holds, status }) => holds === 'column' && status === 'publish')
  if (columns.length === 0) return null
  const { title, slug, date, language } = pick(random, columns)
  const text = said(
    language,
    'I did what you said, on a Tuesday, before lunch. Nobody shouted.\n\nWe now speak once a week, and I sleep again.',
    'Saya melakukan saran Anda, hari Selasa, sebelum makan siang. Tidak ada yang marah.\n\nSekarang kami bicara seminggu sekali, dan saya bisa tidur lagi.',
  )
  const address = `https://old.example/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}.html`
  const intro = said(
    language,
    `Remember <a href="${address}">this letter</a>? Here is what happened.`,
    `Ingat <a href="${address}">surat ini</a>? Inilah kabarnya.`,
  )
  return {
    title: said(language, `Update: ${title}`, `Kabar terbaru: ${title}`),
    html: `<p>${intro}</p>\n${htmlPieces(text).join('\n')}`,
    language,
    holds: 'update' as const,
    of: slug,
    text,
  }
}

function noColumn(random: () => number, language: string) {
  const [title, ...paragraphs] = pick(random, NO_COLUMNS[language === 'id' ? 'id' : 'en'])
  return {
    title: title ?? '',
    html: paragraphs.map((text) => `<p>${text}</p>`).join('\n'),
    holds: 'nothing' as const,
  }
}

/** What stays behind whatever it holds. */
function hidden(random: () => number): { status: string; type: string; holds: 'nothing' } {
  const [status, type] = pick(random, [
    ['draft', 'post'],
    ['private', 'post'],
    ['publish', 'page'],
    ['inherit', 'attachment'],
  ] as const)
  return { status, type, holds: 'nothing' }
}

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Writes posts as WordPress exports them, one piece at a time. */
export function* wordPressExport(posts: KnownPost[]): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Old Column</title><link>https://old.example</link><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>${cdata('desk')}</wp:author_login><wp:author_display_name>${cdata('The Old Desk')}</wp:author_display_name></wp:author>
`
  for (const post of posts) {
    const { id, title, slug, date, html, status, type, categories } = post
    const [year, month] = date.split('-')
    yield `<item><title>${cdata(title)}</title><link>https://old.example/${year}/${month}/${slug}.html</link>
<dc:creator>${cdata('desk')}</dc:creator><guid isPermaLink="false">https://old.example/?p=${id}</guid>
<content:encoded>${cdata(html)}</content:encoded><excerpt:encoded>${cdata('')}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${date.replace('T', ' ')}</wp:post_date><wp:post_date_gmt>${date.replace('T', ' ')}</wp:post_date_gmt>
<wp:post_name>${slug}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type>
${categories.map((name) => `<category domain="category" nicename="${name}">${cdata(name)}</category>`).join('')}
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>${cdata('I liked this <b>letter</b>.')}</wp:comment_content></wp:comment>
<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>${plain('1')}</wp:meta_value></wp:postmeta></item>
`
  }
  yield '</channel></rss>\n'
}

/** Ghost keeps whole HTML, where WordPress' classic editor has blank lines. */
function inParagraphs(html: string): string {
  if (html.includes('<!-- wp:')) return html.replace(/<!--.*?-->/g, '')
  const isBlock = /^<(?:p|h\d|blockquote|ul|ol|hr|div|pre|table)\b/
  return html
    .split(/\n{2,}/)
    .map((piece) => (isBlock.test(piece) ? piece : `<p>${piece}</p>`))
    .join('\n')
}

/** Writes posts as Ghost exports them. */
export function ghostExport(posts: KnownPost[]): string {
  const names = [...new Set(posts.flatMap(({ categories }) => categories))]
  const data = {
    posts: posts.map(({ id, title, slug, date, html, status, type }) => ({
      id: String(id),
      title,
      slug,
      html: inParagraphs(html),
      status: status === 'publish' ? 'published' : 'draft',
      type: type === 'page' ? 'page' : 'post',
      published_at: `${date}.000Z`,
      custom_excerpt: null,
    })),
    tags: names.map((name) => ({ id: `t-${name}`, name, slug: name })),
    posts_tags: posts.flatMap(({ id, categories }) =>
      categories.map((name, sort_order) => ({
        post_id: String(id),
        tag_id: `t-${name}`,
        sort_order,
      })),
    ),
    users: [{ id: '1', name: 'The Old Desk' }],
    posts_authors: posts.map(({ id }) => ({ post_id: String(id), author_id: '1', sort_order: 0 })),
    settings: [{ key: 'title', value: 'The Old Column' }],
  }
  return JSON.stringify({ db: [{ meta: { version: '5.80.0' }, data }] })
}
