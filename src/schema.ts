import { sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { DrizzleD1Database } from 'drizzle-orm/d1'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export * from './alias-schema.ts'
export * from './claims-schema.ts'
export * from './conversation-schema.ts'
export * from './live-schema.ts'
export * from './review-schema.ts'
export * from './sending-schema.ts'
export * from './team-schema.ts'
export * from './triage-schema.ts'

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
  leadId: text('lead_id'),
  runsOutOn: text('runs_out_on')
    .notNull()
    .generatedAlwaysAs(
      sql`(min(coalesce(needed_by, '9999-12-31'), date(received_on, '+180 days')))`,
    ),
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
  attempts: integer().notNull().default(0),
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

/**
 * The seals of the desk log: each is a hash of its entry and of the seal before it (desk/log/log-chain.ts).
 */
export const deskLogChain = sqliteTable('desk_log_chain', {
  entryId: integer('entry_id').primaryKey(),
  hash: text().notNull(),
})

/** One row: the clock's last run that came to its end, and how many of its tasks failed. */
export const clock = sqliteTable('clock', {
  id: integer().primaryKey(),
  ranAt: text('ran_at').notNull(),
  failed: integer().notNull(),
})
export type ClockRow = typeof clock.$inferSelect

/** Work owed to the outside, written in the same batch as its cause and retried by cron. */
export const outbox = sqliteTable('outbox', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: ['purge'] }).notNull(),
  payload: text({ mode: 'json' }).$type<string[]>().notNull(),
  dueAt: text('due_at').notNull(),
  attempts: integer().notNull().default(0),
  /** When the change was made, of which it was owed. */
  owedAt: text('owed_at').notNull().default(''),
})
export type OutboxRow = typeof outbox.$inferSelect
