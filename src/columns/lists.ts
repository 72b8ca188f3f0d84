import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { columns, columnTopics, type Db, siteState, type TopicRow, topics } from '../schema.ts'
import { rows } from '../statement.ts'

/** A column as a list shows it. */
export type Listed = {
  id: string
  slug: string
  headline: string
  standfirst: string
  publishedAt: string
  /** A digest's letters by their headlines; empty for one letter. */
  letters: string[]
}

/** One page of a list: `older` is where the next page starts, null on the last. */
export type Page = { columns: Listed[]; older: string | null }

const FRONT_PAGE = 10
const TOPIC_PAGE = 15

/** What a list reads of a column. */
export const listed = {
  id: columns.id,
  slug: columns.slug,
  headline: columns.headline,
  standfirst: columns.standfirst,
  publishedAt: columns.publishedAt,
  letters: columns.letters,
}

/** Gives the newest columns in a language and its topics that have any: one batch. */
export async function frontPage(db: Db, language: string) {
  const [latest, named, [state]] = await db.batch([
    db
      .select(listed)
      .from(columns)
      .where(eq(columns.language, language))
      .orderBy(desc(columns.publishedAt), desc(columns.id))
      .limit(FRONT_PAGE),
    topicsIn(db, language),
    db.select({ version: siteState.version }).from(siteState),
  ])
  return { latest, topics: named, version: state?.version ?? 0 }
}

/** Gives every topic that has a column in a language, in the site's order: one batch. */
export async function allTopics(db: Db, language: string) {
  const [named, [state]] = await db.batch([
    topicsIn(db, language),
    db.select({ version: siteState.version }).from(siteState),
  ])
  return { topics: named, version: state?.version ?? 0 }
}

/**
 * Gives a topic, the languages in which it has columns, and a page of its columns in one, newest
 * first, from `older` on; null: no such topic.
 */
export async function topicPage(
  db: Db,
  { slug, language, older }: { slug: string; language: string; older: string | null },
): Promise<{ topic: TopicRow; languages: string[]; page: Page; version: number } | null> {
  const [editions, found, [state]] = await db.batch([
    db
      .select()
      .from(topics)
      .where(and(eq(topics.slug, slug), gt(topics.columns, 0))),
    db
      .select(listed)
      .from(columnTopics)
      .innerJoin(columns, eq(columns.id, columnTopics.columnId))
      .where(
        and(
          eq(columnTopics.topic, slug),
          eq(columnTopics.language, language),
          before(older, sql`(${columnTopics.publishedAt}, ${columnTopics.columnId})`),
        ),
      )
      .orderBy(desc(columnTopics.publishedAt), desc(columnTopics.columnId))
      .limit(TOPIC_PAGE + 1),
    db.select({ version: siteState.version }).from(siteState),
  ])
  const topic = editions.find((edition) => edition.language === language)
  if (!topic) return null
  const languages = editions.map((edition) => edition.language)
  return { topic, languages, page: cut(found, TOPIC_PAGE), version: state?.version ?? 0 }
}

/** Gives the query for a language's years, newest first, which takes one index step for each year. */
export function yearsIn(db: Db, language: string) {
  return rows<{ year: string }>(
    db,
    sql`
    WITH RECURSIVE years (year) AS (
      SELECT substr(max(published_at), 1, 4) FROM columns WHERE language = ${language}
      UNION ALL
      SELECT (SELECT substr(max(published_at), 1, 4) FROM columns
        WHERE language = ${language} AND published_at < year) FROM years WHERE year IS NOT NULL
    ) SELECT year FROM years WHERE year IS NOT NULL`,
  )
}

/** Gives the statement that lists the topics of a language that have columns, in the site's order. */
export function topicsIn(db: Db, language: string) {
  return db
    .select()
    .from(topics)
    .where(and(eq(topics.language, language), gt(topics.columns, 0)))
    .orderBy(asc(topics.position), asc(topics.name))
}

/**
 * Gives the condition for what a list shows from a position on: the last column it showed,
 * “<instant>_<id>”; any other text starts anew.
 */
export function before(older: string | null, key: SQL): SQL | undefined {
  const [, publishedAt, id] = /^([0-9TZ:-]{20})_([0-9a-z]{1,40})$/.exec(older ?? '') ?? []
  return publishedAt && id ? sql`${key} < (${publishedAt}, ${id})` : undefined
}

/** Cuts a page from what was found, one more than its size where there is another page. */
export function cut(found: Listed[], size: number): Page {
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  return {
    columns: shown,
    older: found.length > size && last ? `${last.publishedAt}_${last.id}` : null,
  }
}
