import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What stands in for something of a letter in a draft; `original` is sealed under the letter's key. */
export const aliases = sqliteTable('aliases', {
  id: text().primaryKey(),
  letterId: text('letter_id').notNull(),
  draftId: text('draft_id').notNull(),
  original: text().notNull(),
  replacement: text().notNull(),
})
export type AliasRow = typeof aliases.$inferSelect

/** What must not be printed of a letter, as keyed hashes: it outlives the letter, for updates. */
export const letterMarks = sqliteTable('letter_marks', {
  letterId: text('letter_id').primaryKey(),
  draftId: text('draft_id').notNull(),
  keyId: text('key_id').notNull(),
  marks: text().notNull(),
})

/** What an editor lets stand in a draft: a keyed hash of the words and of their place. */
export const waves = sqliteTable(
  'waves',
  {
    draftId: text('draft_id').notNull(),
    keyId: text('key_id').notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.hash] })],
)
