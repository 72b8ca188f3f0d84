import { asc, desc, getTableColumns, lte, sql } from 'drizzle-orm'
import { tag } from '../../cache-tags.ts'
import { instant } from '../../dates.ts'
import { type Db, outbox } from '../../schema.ts'

/** What asks Cloudflare to forget pages by their tags; absent where nothing is cached. */
export type Purge = (tags: string[]) => Promise<boolean>

/**
 * The most tags one purge may name (https://developers.cloudflare.com/cache/how-to/purge-cache/, as is
 * the limit of five purges a minute, 25 at once): where more are owed, the whole site is one tag.
 */
const MOST_TAGS = 100
const AT_ONCE = 100
/** What fails is tried again each minute for so long: until then a cache may be shown to be wrong. */
const PATIENCE_MINUTES = 5
const LONGEST_WAIT = 60

/**
 * Carries out the purges that are owed, all in one call. What fails is owed again: for five minutes
 * every minute, then after 2, 4, 8… minutes, an hour at most, for as long as it takes.
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
  const named = tags.length > MOST_TAGS || tags.includes(tag.site) ? [tag.site] : tags
  if (!purge || (await isPurged(purge, named))) {
    await db.delete(outbox).where(sql`${outbox.id} IN (SELECT value FROM json_each(${json(ids)}))`)
    return
  }
  const wait = sql`min(${LONGEST_WAIT}, 1 << max(0, ${outbox.attempts} - ${PATIENCE_MINUTES - 1}))`
  await db
    .update(outbox)
    .set({
      attempts: sql`${outbox.attempts} + 1`,
      dueAt: sql`strftime('%Y-%m-%dT%H:%M:%SZ', ${instant(now)}, '+' || ${wait} || ' minutes')`,
    })
    .where(sql`${outbox.id} IN (SELECT value FROM json_each(${json(ids)}))`)
}

const json = JSON.stringify

async function isPurged(purge: Purge, tags: string[]): Promise<boolean> {
  try {
    return await purge(tags)
  } catch {
    return false
  }
}

export type OwedPurge = Awaited<ReturnType<typeof purgesOwed>>[number]

/**
 * Gives the query for the purges that are still owed, those that failed most often first, each with
 * the addresses of the columns that changed.
 */
export function purgesOwed(db: Db) {
  const ids = sql`(SELECT substr(value, 8) FROM json_each(outbox.payload) WHERE value LIKE 'column-%')`
  const slugs = sql<string[]>`(SELECT json_group_array(slug) FROM (
    SELECT slug FROM columns WHERE id IN ${ids}
    UNION SELECT slug FROM redirects WHERE former_id IN ${ids}))`.mapWith(
    (json: string) => JSON.parse(json) as string[],
  )
  return db
    .select({ ...getTableColumns(outbox), slugs })
    .from(outbox)
    .orderBy(desc(outbox.attempts), asc(outbox.id))
    .limit(20)
}
