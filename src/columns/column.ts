import { eq, sql } from 'drizzle-orm'
import type { Manuscript } from '../manuscript.ts'
import { columns, type Db, redirects } from '../schema.ts'

/** A column as its page shows it, with all that stands around it. */
export type Column = {
  id: string
  slug: string
  language: string
  version: number
  siteVersion: number
  manuscript: Manuscript & { published: string }
  topics: { slug: string; name: string }[]
  next: { slug: string; headline: string; standfirst: string }[]
  editions: { slug: string; language: string; headline: string }[]
}

/** Finds a live column by its slug, with topics, editions and what to read next: one statement. */
export async function findColumn(db: Db, slug: string): Promise<Column | null> {
  const [row] = await db
    .select({
      id: columns.id,
      slug: columns.slug,
      language: columns.language,
      version: columns.version,
      manuscript: columns.manuscript,
      siteVersion: sql<number>`(SELECT version FROM site_state)`,
      topics: sql<string>`(SELECT json_group_array(json_object('slug', slug, 'name', name)) FROM (
        SELECT topics.slug, topics.name FROM column_topics JOIN topics
        ON topics.slug = column_topics.topic AND topics.language = column_topics.language
        WHERE column_topics.column_id = columns.id ORDER BY topics.position))`,
      next: sql<string>`(SELECT json_group_array(json_object(
        'slug', other.slug, 'headline', other.headline, 'standfirst', other.standfirst)
        ORDER BY chosen.key) FROM json_each(columns.related) AS chosen
        JOIN columns AS other ON other.id = chosen.value)`,
      editions: sql<string>`(SELECT json_group_array(json_object(
        'slug', slug, 'language', language, 'headline', headline)) FROM (
        SELECT other.slug, other.language, other.headline FROM columns AS other
        WHERE other.original_id = columns.original_id AND other.id <> columns.id
        ORDER BY other.language))`,
    })
    .from(columns)
    .where(eq(columns.slug, slug))
  if (!row) return null
  return {
    ...row,
    manuscript: JSON.parse(row.manuscript),
    topics: JSON.parse(row.topics),
    next: JSON.parse(row.next),
    editions: JSON.parse(row.editions),
  }
}

/** Where a slug without a column leads: to a column that has moved, or to a tombstone. */
export type Trace =
  | { kind: 'moved'; slug: string; language: string }
  | { kind: 'gone'; note: string }

/** Finds what became of a slug that once held a column. Null when it never did. */
export async function traceColumn(db: Db, slug: string): Promise<Trace | null> {
  const [row] = await db
    .select({ slug: columns.slug, language: columns.language, note: redirects.note })
    .from(redirects)
    .leftJoin(columns, eq(columns.id, redirects.columnId))
    .where(eq(redirects.slug, slug))
  if (!row) return null
  const { slug: target, language, note } = row
  return target && language
    ? { kind: 'moved', slug: target, language }
    : { kind: 'gone', note: note ?? '' }
}
