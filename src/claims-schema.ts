import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// What helps editors through the tray; none of it is on the writer's side.

/** Who is reading a letter, and until when nobody else needs to. */
export const claims = sqliteTable('claims', {
  letterId: text('letter_id').primaryKey(),
  editorId: text('editor_id').notNull(),
  until: text().notNull(),
})

/**
 * What a letter was before the act that made this version of it: a trigger keeps it while that act
 * can be undone. `leadVersion` tells which act on the lead letter carried this one along.
 */
export const undos = sqliteTable('undos', {
  letterId: text('letter_id').primaryKey(),
  version: integer().notNull(),
  status: text().notNull(),
  reason: text(),
  settledOn: text('settled_on'),
  leadId: text('lead_id'),
  leadVersion: integer('lead_version'),
})

/** The editors for whom single keys press nothing. */
export const keysOff = sqliteTable('keys_off', { editorId: text('editor_id').primaryKey() })
