/**
 * What Cloudflare's cache is purged by. A tag is printable ASCII without spaces or commas, of 1,024
 * characters at most, in whichever case; a page has 1,000 of them and 16 KB at most
 * (https://developers.cloudflare.com/workers/cache/purge/). Ours are made of ids, slugs and languages.
 */
export type CacheTag =
  | 'addresses'
  | 'site'
  | 'catalogue'
  | 'names'
  | 'scripts'
  | `${'archive' | 'around' | 'column' | 'headline' | 'latest' | 'named' | 'topic' | 'topics' | 'updates' | 'year'}-${string}`

type Id = { id: string }

/** Every tag there is, and what the pages have in common that carry it. */
export const tag = {
  /** The whole of a column: its page, its files, and feeds that print it. */
  column: ({ id }: Id): CacheTag => `column-${id}`,
  /** What stands around a column on its page: its neighbours, its editions, what to read next. */
  around: ({ id }: Id): CacheTag => `around-${id}`,
  /** A column's headline, standfirst or address: wherever it is listed or linked. */
  headline: ({ id }: Id): CacheTag => `headline-${id}`,
  /** The newest columns of a language. */
  latest: (language: string): CacheTag => `latest-${language}`,
  /** How many columns a language has in each month. */
  archive: (language: string): CacheTag => `archive-${language}`,
  /** The columns of a year, in every language: each names the others. */
  year: (year: string): CacheTag => `year-${year}`,
  /** How many columns each topic has in a language. */
  topics: (language: string): CacheTag => `topics-${language}`,
  /** The columns of a topic, in every language: each names the others. */
  topic: (slug: string): CacheTag => `topic-${slug}`,
  /** A topic's name, wherever it is called by it. */
  named: (slug: string): CacheTag => `named-${slug}`,
  /** The names of all topics, in their order. */
  names: 'names',
  /** The columns of a language with the latest updates. */
  updates: (language: string): CacheTag => `updates-${language}`,
  /** The shelf of scripts. */
  scripts: 'scripts',
  /** What tells of the whole site, and so changes whenever anything does: the sitemap, llms.txt. */
  catalogue: 'catalogue',
  /** Where addresses of an older site lead. */
  addresses: 'addresses',
  /** Every reader's page. */
  site: 'site',
} satisfies Record<string, CacheTag | ((of: never) => CacheTag)>

type Columns = Id[]
type Topics = { slug: string }[]
type Printed = Id & { topics: string[] }

/** What each reader's page is made from, beside the site: its tags. */
export const madeFrom = {
  front: (language: string, columns: Columns) => [
    tag.latest(language),
    tag.names,
    ...columns.map(tag.headline),
  ],
  column: (column: Id & { topics: Topics }, others: Columns) => [
    tag.column(column),
    tag.around(column),
    ...column.topics.map(({ slug }) => tag.named(slug)),
    ...others.map(tag.headline),
  ],
  columnSource: (column: Id & { topics: Topics }) => [
    tag.column(column),
    ...column.topics.map(({ slug }) => tag.named(slug)),
  ],
  shareImage: (column: Id) => [tag.column(column)],
  topics: (language: string) => [tag.topics(language), tag.names],
  topic: (slug: string, columns: Columns) => [
    tag.topic(slug),
    tag.named(slug),
    ...columns.map(tag.headline),
  ],
  archive: (language: string) => [tag.archive(language)],
  year: (year: string, columns: Columns) => [tag.year(year), ...columns.map(tag.headline)],
  updates: (language: string, columns: Columns) => [
    tag.updates(language),
    ...columns.map(tag.headline),
  ],
  scripts: (scripts: { columnId: string }[]) => [
    tag.scripts,
    tag.names,
    ...new Set(scripts.map(({ columnId }) => tag.headline({ id: columnId }))),
  ],
  feed: (language: string, columns: Printed[]) => [tag.latest(language), ...printed(columns)],
  topicFeed: (slug: string, columns: Printed[]) => [
    tag.topic(slug),
    tag.named(slug),
    ...printed(columns),
  ],
  updatesFeed: (language: string, columns: Columns) => [
    tag.updates(language),
    ...undated(columns),
    ...columns.map(tag.column),
  ],
  catalogue: () => [tag.catalogue],
} satisfies Record<string, (...from: never[]) => CacheTag[]>

/** A feed prints its columns whole, and calls their topics by name. */
function printed(columns: Printed[]): CacheTag[] {
  const topics = new Set(columns.flatMap((column) => column.topics))
  return [...undated(columns), ...columns.map(tag.column), ...[...topics].map(tag.named)]
}

/** A feed without an entry is dated by the site's last change. */
function undated(columns: Columns): CacheTag[] {
  return columns.length === 0 ? [tag.catalogue] : []
}
