import { and, eq, gt, inArray, sql, sum } from 'drizzle-orm'
import { day, daysAgo } from '../dates.ts'
import { columns, type Db, tallies } from '../schema.ts'

/** The days that the form's numbers look back on. */
export const TALLY_DAYS = 90

/** Gives the query for how many letters came, and how many were answered, in the last 90 days. */
export function lately(db: Db, now: Date) {
  return db
    .select({ kind: tallies.kind, count: sum(tallies.count).mapWith(Number) })
    .from(tallies)
    .where(
      and(
        inArray(tallies.kind, ['received', 'answered']),
        gt(tallies.day, daysAgo(now, TALLY_DAYS)),
      ),
    )
    .groupBy(tallies.kind)
}

/**
 * Counts that a column answered somebody who was about to write, and gives the column's slug. A
 * column that is not live counts nothing, and gives null.
 */
export async function countAnswered(db: Db, columnId: string, now: Date): Promise<string | null> {
  const isIt = eq(columns.id, columnId)
  const [, [column]] = await db.batch([
    db
      .insert(tallies)
      .select(sql`SELECT 'answers_it', ${day(now)}, ${columns.id}, 1 FROM ${columns} WHERE ${isIt}`)
      .onConflictDoUpdate({
        target: [tallies.kind, tallies.day, tallies.about],
        set: { count: sql`${tallies.count} + 1` },
      }),
    db.select({ slug: columns.slug }).from(columns).where(isIt),
  ])
  return column?.slug ?? null
}
