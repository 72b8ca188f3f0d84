import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// Who may enter the desk, and by what: keys, sessions and one-time links are known by hashes alone.

export const ROLES = ['editor', 'owner'] as const
export type Role = (typeof ROLES)[number]

export const editors = sqliteTable('editors', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  joinedAt: text('joined_at').notNull(),
  removedAt: text('removed_at'),
  timeZone: text('time_zone'),
})
export type EditorRow = typeof editors.$inferSelect

/** A passkey; `name` is what its editor calls it, where `device` alone does not tell it apart. */
export const passkeys = sqliteTable('passkeys', {
  id: text().primaryKey(),
  editorId: text('editor_id').notNull(),
  publicKey: text('public_key').notNull(),
  counter: integer().notNull(),
  device: text().notNull(),
  createdAt: text('created_at').notNull(),
  usedAt: text('used_at'),
  name: text(),
})
export type PasskeyRow = typeof passkeys.$inferSelect

/** A code that lets its editor in once, without a passkey; a used one is gone. */
export const recoveryCodes = sqliteTable('recovery_codes', {
  hash: text().primaryKey(),
  editorId: text('editor_id').notNull(),
  createdAt: text('created_at').notNull(),
})

/** The passkey challenges that were answered and have not run out, so that none is used twice. */
export const challenges = sqliteTable('challenges', {
  hash: text().primaryKey(),
  expiresAt: text('expires_at').notNull(),
})

/** A signed-in browser; `confirmedAt` is when its editor last came in or showed a key there. */
export const sessions = sqliteTable('sessions', {
  hash: text().primaryKey(),
  editorId: text('editor_id').notNull(),
  device: text().notNull(),
  createdAt: text('created_at').notNull(),
  usedAt: text('used_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  confirmedAt: text('confirmed_at'),
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
