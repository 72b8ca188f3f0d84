import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who has a draft to read since when (`readerId` null: anybody), and what somebody approved. */
export const reviews = sqliteTable('reviews', {
  draftId: text('draft_id').primaryKey(),
  readerId: text('reader_id'),
  askedVersion: integer('asked_version').notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: text('asked_at').notNull(),
  approvedVersion: integer('approved_version'),
  approvedBy: text('approved_by'),
  approvedAt: text('approved_at'),
  voidedAt: text('voided_at'),
})
export type ReviewRow = typeof reviews.$inferSelect

export const REMARK_KINDS = ['comment', 'return', 'approve'] as const
export type RemarkKind = (typeof REMARK_KINDS)[number]

/** What editors say to each other about a version of a draft; it goes with the letter's text. */
export const reviewComments = sqliteTable(
  'review_comments',
  {
    draftId: text('draft_id').notNull(),
    number: integer().notNull(),
    version: integer().notNull(),
    kind: text({ enum: REMARK_KINDS }).notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: text('written_at').notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.number] })],
)

/** A link that shows one version of a draft to somebody without an account. */
export const previewLinks = sqliteTable('preview_links', {
  id: text().primaryKey(),
  draftId: text('draft_id').notNull(),
  version: integer().notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: text('made_at').notNull(),
  expiresAt: text('expires_at').notNull(),
})
export type PreviewLinkRow = typeof previewLinks.$inferSelect
