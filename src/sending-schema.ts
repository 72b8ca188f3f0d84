import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// What surrounds letters: word by e-mail, limits, counts, and whether the letter box is open.

export const NUDGE_KINDS = ['waiting', 'held', 'declined', 'answered', 'show_first'] as const
export type NudgeKind = (typeof NUDGE_KINDS)[number]

/**
 * An e-mail that tells a writer to look at the ticket, once of each kind. A nudge that failed for
 * good is dead; a trigger deletes a letter's nudges together with its address.
 */
export const nudges = sqliteTable(
  'nudges',
  {
    letterId: text('letter_id').notNull(),
    kind: text({ enum: NUDGE_KINDS }).notNull(),
    status: text({ enum: ['owed', 'sent', 'dead'] })
      .notNull()
      .default('owed'),
    dueAt: text('due_at').notNull(),
    attempts: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.kind] })],
)
export type NudgeRow = typeof nudges.$inferSelect

/** What is counted by network: a sign-in is one by recovery code. */
const LIMITED = ['letter', 'ticket', 'sign_in'] as const
export type Limited = (typeof LIMITED)[number]

/** What a network did in an hour (YYYY-MM-DDTHH); a count above `most` breaks the table's check. */
export const limits = sqliteTable(
  'limits',
  {
    hour: text().notNull(),
    kind: text({ enum: LIMITED }).notNull(),
    network: text().notNull(),
    count: integer().notNull(),
    most: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hour, table.kind, table.network] })],
)

/** Counts by day, of letters (by triggers) and of columns that answered somebody: no trace of whom. */
export const tallies = sqliteTable(
  'tallies',
  {
    kind: text({ enum: ['received', 'answered', 'answers_it'] }).notNull(),
    day: text().notNull(),
    about: text().notNull().default(''),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.day, table.about] })],
)

/** What the desk sets for the whole site; `version` counts the changes of each. */
export const settings = sqliteTable('settings', {
  name: text({ enum: ['intake', 'show_first_hours'] }).primaryKey(),
  value: text().notNull(),
  version: integer().notNull().default(1),
})
export type SettingName = (typeof settings.$inferSelect)['name']

/**
 * A search that found nothing, on how many days. `words` stand there from the third day on; `number`
 * counts those that were new on `firstOn`.
 */
export const misses = sqliteTable('misses', {
  hash: text().primaryKey(),
  language: text().notNull(),
  words: text(),
  days: integer().notNull(),
  firstOn: text('first_on').notNull(),
  number: integer().notNull(),
  lastOn: text('last_on').notNull(),
})
