import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { day } from '../../dates.ts'
import { type Db, letters, messages, type Statement } from '../../schema.ts'

/** Gives the ids of a column's own letters, and of those that followed them. */
export function lettersOf(columnId: string) {
  return sql`(SELECT own.id FROM letters AS own WHERE own.draft_id = ${columnId}
    UNION SELECT followers.id FROM letters AS own JOIN letters AS followers
    ON followers.lead_id = own.id WHERE own.draft_id = ${columnId})`
}

/** Gives the statement that counts every request to take a column down as answered: it is down. */
export function takeDownsSettled(db: Db, columnId: string, now: Date): Statement {
  return db
    .update(messages)
    .set({ settledOn: day(now) })
    .where(
      and(
        eq(messages.kind, 'takedown'),
        isNull(messages.settledOn),
        inArray(messages.letterId, lettersOf(columnId)),
      ),
    )
}

/** Gives the statement that leads the tickets of a column's letters to where it stands now. */
export function answersMoved(db: Db, columnId: string, path: string): Statement {
  return db
    .update(letters)
    .set({ answerPath: path })
    .where(
      and(
        eq(letters.status, 'answered'),
        ne(letters.answerPath, path),
        inArray(letters.id, lettersOf(columnId)),
      ),
    )
}
