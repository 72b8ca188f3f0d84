import { asc, desc, inArray, lte, sql } from 'drizzle-orm'
import { instant, minutesLater } from '../../dates.ts'
import { type Db, outbox } from '../../schema.ts'

/** What asks Cloudflare to forget pages by their tags; absent where nothing is cached. */
export type Purge = (tags: string[]) => Promise<boolean>

/** The most tags one purge may name (Cloudflare's limit is 100 operations a call). */
const MOST_TAGS = 100
const AT_ONCE = 20

/**
 * Carries out the purges that are owed. One that fails is owed again later: after 1, 2, 4… minutes,
 * an hour at most, for as long as it takes.
 */
export async function purgeDue(db: Db, purge: Purge | null, now: Date): Promise<void> {
  const due = await db
    .select()
    .from(outbox)
    .where(lte(outbox.dueAt, instant(now)))
    .orderBy(asc(outbox.id))
    .limit(AT_ONCE)
  if (due.length === 0) return
  const ids = due.map(({ id }) => id)
  const tags = [...new Set(due.flatMap(({ payload }) => payload))]
  if (!purge || (await isPurged(purge, tags))) {
    await db.delete(outbox).where(inArray(outbox.id, ids))
    return
  }
  const attempts = Math.max(...due.map((owed) => owed.attempts))
  const later = instant(minutesLater(now, Math.min(60, 2 ** attempts)))
  await db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, dueAt: later })
    .where(inArray(outbox.id, ids))
}

async function isPurged(purge: Purge, tags: string[]): Promise<boolean> {
  try {
    for (let start = 0; start < tags.length; start += MOST_TAGS) {
      if (!(await purge(tags.slice(start, start + MOST_TAGS)))) return false
    }
    return true
  } catch {
    return false
  }
}

/** Gives the query for the purges that are still owed, those that failed most often first. */
export function purgesOwed(db: Db) {
  return db.select().from(outbox).orderBy(desc(outbox.attempts), asc(outbox.id)).limit(20)
}
