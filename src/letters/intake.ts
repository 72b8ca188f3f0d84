import { eq, sql } from 'drizzle-orm'
import { day } from '../dates.ts'
import { type Hand, logged } from '../desk-log.ts'
import { isDay } from '../manuscript/front-matter-values.ts'
import { type Db, settings } from '../schema.ts'

const NAME = 'intake_closed_until'

/** Gives the query for the day on which the intake opens again; no row when it is not closed. */
export function intake(db: Db) {
  return db.select({ closedUntil: settings.value }).from(settings).where(eq(settings.name, NAME))
}

/** Tells until when the intake is closed at a moment, by what the query gave. Null: it is open. */
export function closedAt([row]: { closedUntil: string }[], now: Date): string | null {
  return row && row.closedUntil > day(now) ? row.closedUntil : null
}

/**
 * Closes the intake until a day (YYYY-MM-DD), on which it opens by itself. Refused (false) when that
 * is no day to come.
 */
export async function closeIntake(db: Db, until: string, { by, now }: Hand): Promise<boolean> {
  if (!isDay(until) || until <= day(now)) return false
  await db.batch([
    db
      .insert(settings)
      .values({ name: NAME, value: until })
      .onConflictDoUpdate({ target: settings.name, set: { value: sql`excluded.value` } }),
    logged(db, { verb: 'close-intake', reason: until, by, now }),
  ])
  return true
}

/** Opens the intake at once. */
export async function openIntake(db: Db, { by, now }: Hand): Promise<void> {
  await db.batch([
    db.delete(settings).where(eq(settings.name, NAME)),
    logged(db, { verb: 'open-intake', by, now }),
  ])
}
