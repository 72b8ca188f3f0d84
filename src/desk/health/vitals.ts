import { count, eq, lt, sql } from 'drizzle-orm'
import { healthOf } from '../../clock.ts'
import { daysAgo, instant, minutesLater } from '../../dates.ts'
import { erasuresDue } from '../../letters/due.ts'
import { clock, columns, type Db } from '../../schema.ts'
import { rows } from '../../statement.ts'
import { DERIVATION } from '../press/derived.ts'

/** Nothing is counted beyond: whether it is more does not matter, and it costs reading. */
export const COUNTED = 1_000

/** A draft that is due may wait for the clock's next minutes. */
const LATE_MINUTES = 5

export type Vitals = Awaited<ReturnType<typeof readVitals>>

/**
 * Reads how the site is from what a few short queries tell, whatever the size of the archive. The moment
 * is bound, and of a letter nothing is read but its days.
 */
export async function readVitals(db: Db, now: Date) {
  const late = instant(minutesLater(now, -LATE_MINUTES))
  const yesterday = instant(minutesLater(now, -24 * 60))
  const [[run], [purges], [nudges], [drafts], [log], [desk], [old]] = await db.batch([
    db.select({ ranAt: clock.ranAt, failed: clock.failed }).from(clock).where(eq(clock.id, 1)),
    rows<{ owed: number; failed: number; oldest: string | null }>(
      db,
      sql`SELECT count(*) AS owed, count(nullif(attempts, 0)) AS failed, min(due_at) AS oldest
        FROM (SELECT attempts, due_at FROM outbox LIMIT ${COUNTED})`,
    ),
    rows<{ dead: number; late: number }>(
      db,
      sql`SELECT
        (SELECT count(*) FROM (SELECT 1 FROM nudges WHERE status = 'dead' LIMIT ${COUNTED})) AS dead,
        (SELECT count(*) FROM (SELECT 1 FROM nudges WHERE status = 'owed' AND due_at < ${yesterday}
          LIMIT ${COUNTED})) AS late`,
    ),
    rows<{ overdue: number; refused: number }>(
      db,
      sql`SELECT count(*) AS overdue, count(failure) AS refused FROM (SELECT failure FROM drafts
        WHERE status = 'scheduled' AND scheduled_for < ${late} LIMIT ${COUNTED})`,
    ),
    rows<{ unsealed: number; since: string | null }>(
      db,
      sql`SELECT count(*) AS unsealed, min(at) AS since FROM (SELECT at FROM desk_log
        WHERE id > coalesce((SELECT max(entry_id) FROM desk_log_chain), 0) LIMIT ${COUNTED})`,
    ),
    rows<{ owners: number; secured: number }>(
      db,
      sql`SELECT count(*) AS owners, coalesce(sum(
          EXISTS (SELECT 1 FROM passkeys WHERE editor_id = editors.id)
          OR EXISTS (SELECT 1 FROM recovery_codes WHERE editor_id = editors.id)), 0) AS secured
        FROM editors WHERE role = 'owner' AND removed_at IS NULL`,
    ),
    db
      .select({ underived: count() })
      .from(
        db
          .select({ id: columns.id })
          .from(columns)
          .where(lt(columns.derivation, DERIVATION))
          .limit(COUNTED)
          .as('older'),
      ),
  ])
  return {
    clock: healthOf(run ?? null, now),
    purges: purges ?? { owed: 0, failed: 0, oldest: null },
    nudges: nudges ?? { dead: 0, late: 0 },
    drafts: drafts ?? { overdue: 0, refused: 0 },
    log: { unsealed: 0, ...log, isLate: !!log?.since && log.since < late },
    desk: desk ?? { owners: 0, secured: 0 },
    underived: old?.underived ?? 0,
    overdueErasures: await overdueErasures(db, now),
    applied: await appliedMigrations(db),
    bytes: await databaseBytes(db),
  }
}

/** Letters whose day has passed: the clock has had two days for each of them. */
async function overdueErasures(db: Db, now: Date): Promise<number> {
  const due = await erasuresDue(db, new Date(`${daysAgo(now, 2)}T00:00:00Z`))
  return due.reduce((sum, each) => sum + each.count, 0)
}

/** The names of the migrations that the database has been through; null where that is not written down. */
async function appliedMigrations(db: Db): Promise<string[] | null> {
  try {
    const applied = await db.all<{ name: string }>(sql`SELECT name FROM d1_migrations`)
    return applied.map(({ name }) => name)
  } catch {
    return null
  }
}

/** D1 says with every answer how large the database is. */
async function databaseBytes(db: Db): Promise<number | null> {
  const { meta } = await db.run(sql`SELECT 1`)
  return meta.size_after > 0 ? meta.size_after : null
}
