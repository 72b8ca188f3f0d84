import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A mark of what a letter is about (`bandsOf`), hashed with the site's key. */
export const likenesses = sqliteTable(
  'likenesses',
  {
    letterId: text('letter_id').notNull(),
    mark: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.mark] })],
)

/** Two letters that are alike, by how many percent: a row for each of the two. */
export const alikeLetters = sqliteTable(
  'alike_letters',
  {
    letterId: text('letter_id').notNull(),
    otherId: text('other_id').notNull(),
    likeness: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.otherId] })],
)

/** What an editor noted about a letter, for the desk alone. `text` is sealed under the letter's key. */
export const notes = sqliteTable(
  'notes',
  {
    letterId: text('letter_id').notNull(),
    number: integer().notNull(),
    by: text().notNull(),
    writtenOn: text('written_on').notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.number] })],
)
export type NoteRow = typeof notes.$inferSelect

/** A letter that a note on another one names. */
export const mentions = sqliteTable(
  'mentions',
  {
    letterId: text('letter_id').notNull(),
    number: integer().notNull(),
    mentionedId: text('mentioned_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.number, table.mentionedId] })],
)

/** A reason for declining in the desk's own words; one without a row is told as it came. */
export const declineTexts = sqliteTable(
  'decline_texts',
  {
    reason: text().notNull(),
    language: text().notNull(),
    text: text().notNull(),
    version: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reason, table.language] })],
)
