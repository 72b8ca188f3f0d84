import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const MESSAGE_KINDS = [
  'question',
  'answer',
  'reply',
  'change',
  'update',
  'takedown',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export const VERDICTS = ['fine', 'change', 'stop'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * What desk and writer say to each other; `number` is the version of the letter that it made. `text`
 * and `taps` are sealed: under the letter's key, or after the answer under one of their own.
 */
export const messages = sqliteTable(
  'messages',
  {
    letterId: text('letter_id').notNull(),
    number: integer().notNull(),
    who: text({ enum: ['desk', 'writer'] }).notNull(),
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    writtenOn: text('written_on').notNull(),
    settledOn: text('settled_on'),
    dataKey: text('data_key'),
    text: text(),
    taps: text(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.number] })],
)
export type MessageRow = typeof messages.$inferSelect

/** Which printed letter a writer is shown before it runs, from when until when, and what they say. */
export const showings = sqliteTable('showings', {
  letterId: text('letter_id').primaryKey(),
  draftId: text('draft_id').notNull(),
  version: integer().notNull(),
  position: integer().notNull(),
  fingerprint: text().notNull(),
  since: text().notNull(),
  until: text().notNull(),
  verdict: text({ enum: VERDICTS }),
})
export type ShowingRow = typeof showings.$inferSelect
