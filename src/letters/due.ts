import { and, count, inArray, isNotNull, lte, ne, or } from 'drizzle-orm'
import { day, daysAgo } from '../dates.ts'
import { SETTLED_DAYS, UNANSWERED_DAYS } from '../kept.ts'
import { type Db, type LetterStatus, letters } from '../schema.ts'
import { erasureDay, UNANSWERED } from './erase.ts'

/** So many letters of one state lose their text on a day, YYYY-MM-DD. */
export type Due = { on: string; status: LetterStatus; count: number }

/**
 * Gives what the clock erases by a moment, or ever, and when, the next first: counts only, no text.
 * Letters in a column are not among them: their time begins with the answer.
 */
export async function erasuresDue(db: Db, by?: Date): Promise<Due[]> {
  const { status, receivedOn, settledOn } = letters
  const isDue =
    by &&
    or(
      lte(settledOn, daysAgo(by, SETTLED_DAYS)),
      and(inArray(status, UNANSWERED), lte(receivedOn, daysAgo(by, UNANSWERED_DAYS))),
    )
  const groups = await db
    .select({ status, receivedOn, settledOn, count: count() })
    .from(letters)
    .where(and(ne(status, 'erased'), isNotNull(letters.dataKey), isDue))
    .groupBy(status, receivedOn, settledOn)
  const due = new Map<string, Due>()
  for (const group of groups) {
    const on = erasureDay(group)
    if (!on || (by && on > day(by))) continue
    const key = `${on} ${group.status}`
    const before = due.get(key)?.count ?? 0
    due.set(key, { on, status: group.status, count: before + group.count })
  }
  return [...due.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
}
