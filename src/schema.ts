import type { BatchItem } from 'drizzle-orm/batch'
import type { DrizzleD1Database } from 'drizzle-orm/d1'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export * from './sending-schema.ts'

export type Db = DrizzleD1Database & { $client: D1Database }
/** One statement of a batch: everything that must happen together, or not at all. */
export type Statement = BatchItem<'sqlite'>

export const LETTER_STATUSES = [
  'received',
  'shortlisted',
  'waiting',
  'grouped',
  'held',
  'in_column',
  'answered',
  'declined',
  'spam',
  'withdrawn',
  'erased',
] as const
export type LetterStatus = (typeof LETTER_STATUSES)[number]

export const CONSENTS = ['show_first', 'publish', 'private'] as const
export type Consent = (typeof CONSENTS)[number]

export const DRAFT_STATUSES = ['draft', 'review', 'scheduled', 'live', 'retracted'] as const
export type DraftStatus = (typeof DRAFT_STATUSES)[number]

export const ROLES = ['editor', 'owner'] as const
export type Role = (typeof ROLES)[number]

// Desk side. Days are YYYY-MM-DD; instants are YYYY-MM-DDTHH:MM:SSZ.

/** A reader's letter. `question` to `differs` and `email` are sealed; null once erased. */
export const letters = sqliteTable('letters', {
  id: text().primaryKey(),
  ticketHash: text('ticket_hash').notNull(),
  status: text({ enum: LETTER_STATUSES }).notNull(),
  version: integer().notNull().default(1),
  consent: text({ enum: CONSENTS }).notNull(),
  language: text().notNull(),
  topic: text(),
  standing: text(),
  country: text(),
  neededBy: text('needed_by'),
  followUp: integer('follow_up'),
  words: integer().notNull(),
  receivedOn: text('received_on').notNull(),
  changedOn: text('changed_on').notNull(),
  settledOn: text('settled_on'),
  reason: text(),
  draftId: text('draft_id'),
  answerPath: text('answer_path'),
  dataKey: text('data_key'),
  question: text(),
  letter: text(),
  tried: text(),
  disguise: text(),
  signoff: text(),
  differs: text(),
  emailKey: text('email_key'),
  email: text(),
})
export type LetterRow = typeof letters.$inferSelect

/** The desk's working document of a column; once published, the column has the same id. */
export const drafts = sqliteTable('drafts', {
  id: text().primaryKey(),
  status: text({ enum: DRAFT_STATUSES }).notNull(),
  version: integer().notNull().default(1),
  slug: text().notNull(),
  headline: text().notNull(),
  language: text().notNull(),
  pinnedVersion: integer('pinned_version'),
  scheduledFor: text('scheduled_for'),
  failure: text(),
  withdrawnOn: text('withdrawn_on'),
  changedBy: text('changed_by').notNull(),
  changedAt: text('changed_at').notNull(),
  document: text().notNull(),
})
export type DraftRow = typeof drafts.$inferSelect

export const draftVersions = sqliteTable(
  'draft_versions',
  {
    draftId: text('draft_id').notNull(),
    version: integer().notNull(),
    document: text().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.version] })],
)

export const deskLog = sqliteTable('desk_log', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: text().notNull(),
  by: text().notNull(),
  verb: text().notNull(),
  letterId: text('letter_id'),
  draftId: text('draft_id'),
  editorId: text('editor_id'),
  reason: text(),
})
export type DeskLogRow = typeof deskLog.$inferSelect

export const editors = sqliteTable('editors', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  joinedAt: text('joined_at').notNull(),
  removedAt: text('removed_at'),
})
export type EditorRow = typeof editors.$inferSelect

export const passkeys = sqliteTable('passkeys', {
  id: text().primaryKey(),
  editorId: text('editor_id').notNull(),
  publicKey: text('public_key').notNull(),
  counter: integer().notNull(),
  device: text().notNull(),
  createdAt: text('created_at').notNull(),
  usedAt: text('used_at'),
})
export type PasskeyRow = typeof passkeys.$inferSelect

/** The passkey challenges that were answered and have not run out, so that none is used twice. */
export const challenges = sqliteTable('challenges', {
  hash: text().primaryKey(),
  expiresAt: text('expires_at').notNull(),
})

export const sessions = sqliteTable('sessions', {
  hash: text().primaryKey(),
  editorId: text('editor_id').notNull(),
  device: text().notNull(),
  createdAt: text('created_at').notNull(),
  usedAt: text('used_at').notNull(),
  expiresAt: text('expires_at').notNull(),
})
export type SessionRow = typeof sessions.$inferSelect

/** A one-time link: to join (no editor yet), or for an editor to come back. */
export const invitations = sqliteTable('invitations', {
  hash: text().primaryKey(),
  editorId: text('editor_id'),
  role: text({ enum: ROLES }).notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
})

/** Work owed to the outside, written in the same batch as its cause and retried by cron. */
export const outbox = sqliteTable('outbox', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: ['purge'] }).notNull(),
  payload: text({ mode: 'json' }).$type<string[]>().notNull(),
  dueAt: text('due_at').notNull(),
  attempts: integer().notNull().default(0),
})

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
})
export type ColumnRow = typeof columns.$inferSelect

export const exchanges = sqliteTable('exchanges', {
  id: integer().primaryKey(),
  columnId: text('column_id').notNull(),
  position: integer().notNull(),
  headline: text(),
  signoff: text(),
})

/** A topic in one language; `columns` counts the live columns, kept by triggers. */
export const topics = sqliteTable(
  'topics',
  {
    slug: text().notNull(),
    language: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    position: integer().notNull(),
    columns: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.slug, table.language] })],
)
export type TopicRow = typeof topics.$inferSelect

export const columnTopics = sqliteTable('column_topics', {
  topic: text().notNull(),
  language: text().notNull(),
  publishedAt: text('published_at').notNull(),
  columnId: text('column_id').notNull(),
})

export const related = sqliteTable('related', {
  columnId: text('column_id').notNull(),
  position: integer().notNull(),
  relatedId: text('related_id').notNull(),
})

/** Where an address that once held a column leads now: to a column, or (null) nowhere: 410. */
export const redirects = sqliteTable('redirects', {
  slug: text().primaryKey(),
  language: text().notNull(),
  columnId: text('column_id'),
  note: text(),
  goneOn: text('gone_on'),
})

/** Full text of each exchange, one row each; its rowid is the exchange's id. */
export const columnsFts = sqliteTable('columns_fts', {
  rowid: integer().notNull(),
  headline: text().notNull(),
  question: text().notNull(),
  letter: text().notNull(),
  reply: text().notNull(),
  columnId: text('column_id').notNull(),
  language: text().notNull(),
  rank: text().notNull(),
})

/** One row: `version` grows with every press run, and every reader's page has it in its ETag. */
export const siteState = sqliteTable('site_state', {
  id: integer().primaryKey(),
  version: integer().notNull(),
  changedAt: text('changed_at').notNull(),
})
