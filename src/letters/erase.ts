import { and, eq, inArray, isNotNull, lte, ne, sql } from 'drizzle-orm'
import { day, daysAgo, minutesLater } from '../dates.ts'
import { SETTLED_DAYS, UNANSWERED_DAYS } from '../kept.ts'
import { type Db, draftVersions, type LetterRow, type LetterStatus, letters } from '../schema.ts'
import { ERASED } from './sealed.ts'

/** The states in which a letter's time runs from the day it came. */
export const UNANSWERED: LetterStatus[] = ['received', 'shortlisted', 'waiting', 'grouped', 'held']

type Dated = Pick<LetterRow, 'status' | 'receivedOn' | 'settledOn'>

/** Gives the day on which the clock erases a letter's text; null when that is not settled yet. */
export function erasureDay({ status, receivedOn, settledOn }: Dated): string | null {
  if (UNANSWERED.includes(status)) return daysAfter(receivedOn, UNANSWERED_DAYS)
  return settledOn && daysAfter(settledOn, SETTLED_DAYS)
}

function daysAfter(on: string, days: number): string {
  return day(minutesLater(new Date(`${on}T00:00:00Z`), days * 24 * 60))
}

/**
 * Erases what is due: declined, spam and withdrawn letters 30 days after they were settled,
 * unanswered ones 180 days after they came, and the text and e-mail of answered ones 30 days after
 * the answer, together with the unpublished versions of the column, which began as that text. The rows stay, so that counts do. Run twice, it does no more.
 */
export async function eraseDue(db: Db, now: Date): Promise<void> {
  const erased = { ...ERASED, version: sql`${letters.version} + 1`, changedOn: day(now) }
  // Written out, not bound, so that SQLite knows the partial index to be meant.
  const isSettled = sql`${letters.status} IN ('declined', 'spam', 'withdrawn')`
  const isSettledLong = lte(letters.settledOn, daysAgo(now, SETTLED_DAYS))
  const isAnsweredLong = and(
    eq(letters.status, 'answered'),
    isSettledLong,
    isNotNull(letters.dataKey),
  )
  await db.batch([
    db
      .update(draftVersions)
      .set({ document: '' })
      .where(
        and(
          ne(draftVersions.document, ''),
          inArray(
            draftVersions.draftId,
            db
              .select({ id: sql<string>`${letters.draftId}` })
              .from(letters)
              .where(isAnsweredLong),
          ),
          // A column that was retracted and restored has no pinned version: its last one stays.
          sql`${draftVersions.version} < (SELECT coalesce(pinned_version, version) FROM drafts
            WHERE drafts.id = ${draftVersions.draftId})`,
        ),
      ),
    db
      .update(letters)
      .set({ ...erased, status: 'erased' })
      .where(and(isSettled, isSettledLong)),
    db
      .update(letters)
      .set({ ...erased, status: 'erased', settledOn: day(now) })
      .where(
        and(
          inArray(letters.status, UNANSWERED),
          lte(letters.receivedOn, daysAgo(now, UNANSWERED_DAYS)),
        ),
      ),
    db.update(letters).set(erased).where(isAnsweredLong),
  ])
}
