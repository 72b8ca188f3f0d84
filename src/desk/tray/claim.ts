import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import { instant, minutesLater } from '../../dates.ts'
import type { Hand } from '../../desk-log.ts'
import { UNANSWERED } from '../../letters/erase.ts'
import { claims, type Db, editors, letters, type Statement } from '../../schema.ts'

/** So long a letter is one editor's to read, in minutes: longer than any letter takes. */
const CLAIM_MINUTES = 20

/** Who is reading a letter, and until when it is theirs. */
export type Claim = { letterId: string; editorId: string; name: string; until: string }

/**
 * Claims a letter for its reader, or claims it for longer, and gives the claim that stands: another
 * editor's when they came first. It hinders nobody from deciding: it tells others that they need not
 * read. Null when there is no such letter, or it is settled. Not in the desk log: it is no act.
 */
export async function claim(db: Db, letterId: string, { by, now }: Hand): Promise<Claim | null> {
  const until = instant(minutesLater(now, CLAIM_MINUTES))
  const [, , [standing]] = await db.batch([
    claimsSwept(db, now),
    db
      .insert(claims)
      .select(
        sql`SELECT ${letters.id}, ${by}, ${until} FROM ${letters}
          WHERE ${eq(letters.id, letterId)} AND ${inArray(letters.status, UNANSWERED)}`,
      )
      .onConflictDoUpdate({
        target: claims.letterId,
        set: { until },
        setWhere: eq(claims.editorId, by),
      }),
    claimOf(db, letterId, now),
  ])
  return standing ?? null
}

/** Gives a letter free for others to read, if it is this editor's. */
export async function release(db: Db, letterId: string, { by }: Hand): Promise<void> {
  await db.delete(claims).where(and(eq(claims.letterId, letterId), eq(claims.editorId, by)))
}

/** Gives the query for who is reading a letter now. */
export function claimOf(db: Db, letterId: string, now: Date) {
  return db
    .select({
      letterId: claims.letterId,
      editorId: claims.editorId,
      name: editors.name,
      until: claims.until,
    })
    .from(claims)
    .innerJoin(editors, eq(editors.id, claims.editorId))
    .where(and(eq(claims.letterId, letterId), sql`${claims.until} > ${instant(now)}`))
}

/** Gives the statement that clears away the claims that have run out. */
export function claimsSwept(db: Db, now: Date): Statement {
  return db.delete(claims).where(lte(claims.until, instant(now)))
}
