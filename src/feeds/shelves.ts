import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { type Db, siteState, topics } from '../schema.ts'
import { type SiteState, siteOf } from './feed.ts'

/** A topic and its newest columns. */
export type Shelf = {
  slug: string
  name: string
  description: string
  columns: { slug: string; headline: string; standfirst: string }[]
}

/** So many of each at the most: a file of some 50 KB, and not the whole archive. */
const TOPICS = 40
const NEWEST = 8

/** Gives a language's topics, each with its newest columns, by one index step for each: one batch. */
export async function readShelves(
  db: Db,
  language: string,
): Promise<{ shelves: Shelf[]; site: SiteState }> {
  const [found, [state]] = await db.batch([
    db
      .select({
        slug: topics.slug,
        name: topics.name,
        description: topics.description,
        columns: sql<string>`(SELECT json_group_array(json_object(
          'slug', slug, 'headline', headline, 'standfirst', standfirst)) FROM (
          SELECT columns.slug, headline, standfirst FROM column_topics
          JOIN columns ON columns.id = column_topics.column_id
          WHERE column_topics.topic = topics.slug AND column_topics.language = topics.language
          ORDER BY column_topics.published_at DESC, column_topics.column_id DESC LIMIT ${NEWEST}))`,
      })
      .from(topics)
      .where(and(eq(topics.language, language), gt(topics.columns, 0)))
      .orderBy(asc(topics.position), asc(topics.name))
      .limit(TOPICS),
    db.select().from(siteState),
  ])
  const shelves = found.map((shelf) => ({ ...shelf, columns: JSON.parse(shelf.columns) }))
  return { shelves, site: siteOf(state) }
}
