import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { columns, type Db, siteState } from '../schema.ts'

/** A column of which there is news: the text of its latest update, and the day that it has. */
export type Updated = Awaited<ReturnType<typeof newest>>[number]

/** One page of the columns with updates: `older` is where the next begins, null on the last. */
export type UpdatesPageData = { columns: Updated[]; older: string | null; version: number }

const PAGE = 15

/**
 * Gives a page of a language's columns that have an update, the one with the latest update first:
 * here an update dates a column anew, and nowhere else. One batch.
 */
export async function updatesPage(
  db: Db,
  language: string,
  older: string | null,
): Promise<UpdatesPageData> {
  const [found, [state]] = await db.batch([
    newest(db, language, { older, limit: PAGE + 1 }),
    db.select({ version: siteState.version }).from(siteState),
  ])
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    columns: shown,
    older: found.length > PAGE && last ? `${last.updatedOn}_${last.id}` : null,
    version: state?.version ?? 0,
  }
}

/** Gives the query for the columns with the latest updates, from a position “<day>_<id>” on. */
export function newest(
  db: Db,
  language: string,
  { older = null, limit }: { older?: string | null; limit: number },
) {
  const [, on, id] = /^(\d{4}-\d\d-\d\d)_([0-9a-z]{1,40})$/.exec(older ?? '') ?? []
  return db
    .select({
      id: columns.id,
      slug: columns.slug,
      headline: columns.headline,
      byline: columns.byline,
      permanentId: columns.permanentId,
      changedAt: columns.changedAt,
      updatedOn: sql<string>`${columns.updatedOn}`,
      text: sql<string>`(SELECT value ->> 'text' FROM json_each(${columns.manuscript}, '$.updates')
        ORDER BY value ->> 'on' DESC, key DESC LIMIT 1)`,
    })
    .from(columns)
    .where(
      and(
        eq(columns.language, language),
        isNotNull(columns.updatedOn),
        on && id ? sql`(${columns.updatedOn}, ${columns.id}) < (${on}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(columns.updatedOn), desc(columns.id))
    .limit(limit)
}
