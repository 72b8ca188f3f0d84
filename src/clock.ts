import { instant, minutesLater } from './dates.ts'
import { type ClockRow, clock, type Db } from './schema.ts'

/** The clock runs once a minute: after so many without a run, something is wrong with it. */
const LATE_MINUTES = 5

/** Notes that the clock has come to the end of a run, in which so many of its tasks failed. */
export async function clockRan(db: Db, failed: number, now: Date): Promise<void> {
  const run = { ranAt: instant(now), failed }
  await db
    .insert(clock)
    .values({ id: 1, ...run })
    .onConflictDoUpdate({ target: clock.id, set: run })
}

/** How the clock is: as it should be, late, never seen to run, or running with tasks that fail. */
export type Health = { state: 'well' | 'late' | 'never' | 'failing'; ranAt: string | null }

/** Tells how the clock is from its last run. */
export function healthOf(run: Omit<ClockRow, 'id'> | null, now: Date): Health {
  if (!run) return { state: 'never', ranAt: null }
  const { ranAt, failed } = run
  if (ranAt < instant(minutesLater(now, -LATE_MINUTES))) return { state: 'late', ranAt }
  return { state: failed > 0 ? 'failing' : 'well', ranAt }
}
