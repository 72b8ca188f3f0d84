import { readFileSync } from 'node:fs'
import { Mistake } from '../command-line.ts'
import { htmlBlocks } from './html-blocks.ts'
import { type Found, type OnProgress, sourceNamed } from './source.ts'

type Row = Record<string, unknown>
type Tables = Record<string, Row[]>

/** Reads a Ghost export (JSON): its posts with their tags, authors and excerpts. */
export function* readGhost(file: string, onProgress: OnProgress): Generator<Found> {
  const tables = tablesOf(file)
  const posts = tables.posts ?? []
  const settings = new Map((tables.settings ?? []).map(({ key, value }) => [key, value]))
  const tags = namesBy(tables.posts_tags, tables.tags, 'tag_id')
  const authors = namesBy(tables.posts_authors, tables.users, 'author_id')
  const metas = new Map((tables.posts_meta ?? []).map((meta) => [meta.post_id, meta]))
  for (const [index, post] of posts.entries()) {
    onProgress(index + 1, posts.length)
    const [id, title, slug] = [post.id, text(post.title), text(post.slug)]
    const name = `post ${slug || String(id)}`
    const reason = reasonToLeave(post)
    if (reason) {
      yield { left: { name, title, reason } }
      continue
    }
    const meta = metas.get(id)
    const excerpt = text(post.custom_excerpt) || text(meta?.meta_description)
    const published = new Date(text(post.published_at) || Number.NaN)
    yield {
      source: {
        ...sourceNamed(name),
        title,
        slug,
        standfirst: excerpt,
        language: text(post.locale) || null,
        published: Number.isNaN(published.getTime())
          ? null
          : `${published.toISOString().slice(0, 19)}Z`,
        byline: authors.get(id)?.[0] ?? null,
        // Ghost hides tags that begin with #.
        topics: (tags.get(id) ?? []).filter((tag) => !tag.startsWith('#')),
        siteName: text(settings.get('title')),
        addresses: [`/${slug}/`, text(post.canonical_url)].filter((address) => address.length > 2),
        blocks: htmlBlocks(text(post.html)),
      },
    }
  }
}

function tablesOf(file: string): Tables {
  let read: { db?: { data?: Tables }[]; data?: Tables }
  try {
    read = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Mistake(`${file} is not JSON: ${(error as Error).message}`)
  }
  const tables = read.db?.[0]?.data ?? read.data
  if (!Array.isArray(tables?.posts)) {
    throw new Mistake(
      `${file} is no export of Ghost: it has no posts. Export it under Settings, Migration.`,
    )
  }
  return tables
}

function reasonToLeave(post: Row): string | null {
  const { type = 'post', status, page, html } = post
  if (type === 'page' || page === 1 || page === true) return 'a page'
  if (status === 'draft') return 'a draft'
  if (status === 'scheduled') return 'a draft that was to be published later'
  if (status !== 'published') return `a post that is “${String(status)}”`
  return text(html) === '' ? 'a post without HTML: open it in Ghost and save it once' : null
}

/** What posts are joined with, by the post, in the order that Ghost keeps. */
function namesBy(joins: Row[] = [], rows: Row[] = [], key: string): Map<unknown, string[]> {
  const names = new Map(rows.map(({ id, name }) => [id, text(name)]))
  const sorted = [...joins].sort((one, other) => Number(one.sort_order) - Number(other.sort_order))
  const found = new Map<unknown, string[]>()
  for (const join of sorted) {
    const name = names.get(join[key])
    if (name) found.set(join.post_id, [...(found.get(join.post_id) ?? []), name])
  }
  return found
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
