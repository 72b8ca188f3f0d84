import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// Live side: what readers may see. Only the press writes here.

export const columns = sqliteTable('columns', {
  id: text().primaryKey(),
  slug: text().notNull(),
  language: text().notNull(),
  headline: text().notNull(),
  standfirst: text().notNull(),
  byline: text(),
  topics: text({ mode: 'json' }).$type<string[]>().notNull(),
  publishedAt: text('published_at').notNull(),
  changedAt: text('changed_at').notNull(),
  originalId: text('original_id').notNull(),
  permanentId: text('permanent_id').notNull(),
  version: integer().notNull(),
  liveHash: text('live_hash').notNull(),
  pushedHash: text('pushed_hash'),
  manuscript: text().notNull(),
  /** The day of the latest update that it prints. */
  updatedOn: text('updated_on'),
  /** The number of the rules by which its other rows were derived: DERIVATION, or older. */
  derivation: integer().notNull().default(0),
  /** A digest's letters by their headlines; empty for one letter. */
  letters: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  /** The ids of what to read next, the best first. */
  related: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
})
export type ColumnRow = typeof columns.$inferSelect

export const exchanges = sqliteTable('exchanges', {
  id: integer().primaryKey(),
  columnId: text('column_id').notNull(),
  position: integer().notNull(),
  headline: text(),
  signoff: text(),
})

/**
 * A topic in one language; `columns` and `scripts` count what is live, kept by triggers. It is ahead while the
 * desk has changed it and no file holds that yet.
 */
export const topics = sqliteTable(
  'topics',
  {
    slug: text().notNull(),
    language: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    position: integer().notNull(),
    columns: integer().notNull().default(0),
    scripts: integer().notNull().default(0),
    version: integer().notNull().default(1),
    isAhead: integer('is_ahead', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.slug, table.language] })],
)
export type TopicRow = typeof topics.$inferSelect

/** Where the address of a topic leads that was merged into another: never to one that is here too. */
export const mergedTopics = sqliteTable('merged_topics', {
  slug: text().primaryKey(),
  target: text().notNull(),
})

export const columnTopics = sqliteTable('column_topics', {
  topic: text().notNull(),
  language: text().notNull(),
  publishedAt: text('published_at').notNull(),
  columnId: text('column_id').notNull(),
})

/** Columns that are alike, noted from both sides: the lower the likeness, the more alike they are. */
export const pairs = sqliteTable('pairs', {
  columnId: text('column_id').notNull(),
  relatedId: text('related_id').notNull(),
  likeness: real().notNull(),
})

/** Words to say, in Markdown, with when to say them ('' where the reply does not tell). */
export const scripts = sqliteTable('scripts', {
  id: integer().primaryKey(),
  columnId: text('column_id').notNull(),
  /** Its place among all scripts of its column, from 1. */
  place: integer().notNull(),
  /** The position of its exchange. */
  exchange: integer().notNull(),
  language: text().notNull(),
  /** The first topic of its column. */
  topic: text().notNull(),
  publishedAt: text('published_at').notNull(),
  situation: text().notNull(),
  words: text().notNull(),
})

/** Full text of the scripts, kept by triggers; its rowid is the script's id. */
export const scriptsFts = sqliteTable('scripts_fts', {
  rowid: integer().notNull(),
  rank: text().notNull(),
})

/** How many live columns a month (YYYY-MM, UTC) has in a language, kept by triggers. */
export const months = sqliteTable(
  'months',
  {
    language: text().notNull(),
    month: text().notNull(),
    columns: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.language, table.month] })],
)

/** Where an address that once held a column leads now: to a column, or (null) nowhere: 410. */
export const redirects = sqliteTable('redirects', {
  slug: text().primaryKey(),
  language: text().notNull(),
  columnId: text('column_id'),
  note: text(),
  goneOn: text('gone_on'),
  /** The column that had the address, while it is down. */
  formerId: text('former_id'),
  /** The id by which feeds knew that column. */
  permanentId: text('permanent_id'),
})

/**
 * Full text of each exchange, one row each; its rowid is the exchange's id. It knows the stems of its
 * words, each with its language before it, and keeps no text: `head` is its headline and the question
 * in a line, `body` its letter and its reply.
 */
export const columnsFts = sqliteTable('columns_fts', {
  rowid: integer().notNull(),
  head: text().notNull(),
  body: text().notNull(),
  rank: text().notNull(),
})

/** What an exchange prints, as plain text. */
export const exchangeTexts = sqliteTable('exchange_texts', {
  exchangeId: integer('exchange_id').primaryKey(),
  letter: text().notNull(),
  reply: text().notNull(),
})

/**
 * Every word of the live columns, folded, with its stem and about how many exchanges have it. The
 * empty word counts all exchanges; any other has an exchange with its stem as its witness.
 */
export const searchWords = sqliteTable(
  'search_words',
  {
    language: text().notNull(),
    stem: text().notNull(),
    word: text().notNull(),
    size: integer().notNull(),
    backwards: text().notNull(),
    uses: integer().notNull().default(1),
    witness: integer(),
  },
  (table) => [primaryKey({ columns: [table.language, table.stem, table.word] })],
)

/** One row: `version` grows with every press run, and every reader's page has it in its ETag. */
export const siteState = sqliteTable('site_state', {
  id: integer().primaryKey(),
  version: integer().notNull(),
  changedAt: text('changed_at').notNull(),
})

/** Where an address of a site that has moved in leads now, as `redirects.yaml` says. */
export const oldAddresses = sqliteTable('old_addresses', {
  path: text().primaryKey(),
  /** An address of this site, as it was written. */
  target: text().notNull(),
  /** The slug of the column to which it leads: null where it leads to another page. */
  slug: text(),
})
export type OldAddress = typeof oldAddresses.$inferSelect
