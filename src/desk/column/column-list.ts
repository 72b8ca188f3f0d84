import { desc, eq, sql } from 'drizzle-orm'
import { columns, type Db, drafts } from '../../schema.ts'

/** Where the desk's list of columns goes on: after the last that was shown. */
export function positionOf({ publishedAt, id }: { publishedAt: string; id: string }): string {
  return `${publishedAt}_${id}`
}

/** Lists the newest live columns and all that are retracted, for the desk: one batch. */
export async function listColumns(db: Db, older: string | null) {
  const [publishedAt, id = ''] = older?.split('_') ?? []
  const [live, retracted] = await db.batch([
    db
      .select({
        id: columns.id,
        slug: columns.slug,
        language: columns.language,
        headline: columns.headline,
        publishedAt: columns.publishedAt,
        changedAt: columns.changedAt,
      })
      .from(columns)
      .where(
        publishedAt
          ? sql`(${columns.publishedAt}, ${columns.id}) < (${publishedAt}, ${id})`
          : undefined,
      )
      .orderBy(desc(columns.publishedAt), desc(columns.id))
      .limit(50),
    db.select().from(drafts).where(eq(drafts.status, 'retracted')).orderBy(desc(drafts.changedAt)),
  ])
  return { live, retracted }
}

/** Gives the query for when the newest live column ran. */
export function lastPublication(db: Db) {
  return db
    .select({ publishedAt: columns.publishedAt })
    .from(columns)
    .orderBy(desc(columns.publishedAt), desc(columns.id))
    .limit(1)
}
