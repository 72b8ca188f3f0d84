import { sql } from 'drizzle-orm'
import { day } from './dates.ts'
import { type Db, letters, type NudgeKind, nudges, type Statement } from './schema.ts'

/**
 * Gives the statement that owes a letter's writer a nudge, once of each kind, for the batch of the
 * change itself. A trigger owes those of a new state; this is for what changes on a ticket besides.
 * It writes nothing when no address was given, or when the statement just before it in the batch
 * changed no row: an act that was refused nudges nobody.
 */
export function nudgeOwed(db: Db, letterId: string, kind: NudgeKind, now: Date): Statement {
  return db
    .insert(nudges)
    .select(
      sql`SELECT ${letters.id}, ${kind}, 'owed', ${`${day(now)}T00:00:00Z`}, 0 FROM ${letters}
        WHERE ${letters.id} = ${letterId} AND ${letters.emailKey} IS NOT NULL AND changes() > 0`,
    )
    .onConflictDoNothing()
}
