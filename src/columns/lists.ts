import { and, asc, desc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm'
import { columns, columnTopics, type Db, siteState, type TopicRow, topics } from '../schema.ts'
import { rows } from '../statement.ts'
import type { Language } from '../ui/copy/index.ts'

/** A column as a list shows it. */
export type Listed = {
  id: string
  slug: string
  headline: string
  standfirst: string
  publishedAt: string
}

/** One page of a list: `older` is where the next page starts, null on the last. */
export type Page = { columns: Listed[]; older: string | null }

const FRONT_PAGE = 10
const TOPIC_PAGE = 15
const YEAR_PAGE = 60

const listed = {
  id: columns.id,
  slug: columns.slug,
  headline: columns.headline,
  standfirst: columns.standfirst,
  publishedAt: columns.publishedAt,
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

/** Gives the years in which a language has columns, newest first: one batch. */
export async function archiveYears(db: Db, language: string) {
  const [years, [state]] = await db.batch([
    yearsIn(db, language),
    db.select({ version: siteState.version }).from(siteState),
  ])
  return { years: years.map(({ year }) => year), version: state?.version ?? 0 }
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

/** Gives which of `languages` have columns of a year, and a page of one's, newest first, from `older` on. */
export async function yearPage(
  db: Db,
  {
    year,
    language,
    languages,
    older,
  }: { year: string; language: string; languages: Language[]; older: string | null },
): Promise<{ languages: Language[]; page: Page; version: number }> {
  const next = `${Number(year) + 1}`.padStart(4, '0')
  const [found, others, [state]] = await db.batch([
    db
      .select(listed)
      .from(columns)
      .where(
        and(
          eq(columns.language, language),
          gte(columns.publishedAt, year),
          lt(columns.publishedAt, next),
          before(older, sql`(${columns.publishedAt}, ${columns.id})`),
        ),
      )
      .orderBy(desc(columns.publishedAt), desc(columns.id))
      .limit(YEAR_PAGE + 1),
    rows<{ language: Language }>(
      db,
      sql`SELECT value AS language FROM json_each(${JSON.stringify(languages)}) WHERE EXISTS (
        SELECT 1 FROM columns WHERE language = value
        AND published_at >= ${year} AND published_at < ${next})`,
    ),
    db.select({ version: siteState.version }).from(siteState),
  ])
  const having = others.map((other) => other.language)
  return { languages: having, page: cut(found, YEAR_PAGE), version: state?.version ?? 0 }
}

/** Gives a column of a language by chance, without reading the archive: the next id after `from`. */
export async function surprise(db: Db, language: string, from: string): Promise<string | null> {
  const some = (matching: SQL) =>
    db
      .select({ slug: columns.slug })
      .from(columns)
      .where(and(eq(columns.language, language), matching))
      .orderBy(asc(columns.id))
      .limit(1)
  const [[after], [first]] = await db.batch([some(gte(columns.id, from)), some(sql`true`)])
  return (after ?? first)?.slug ?? null
}

/** Gives the statement that lists the topics of a language that have columns, in the site's order. */
export function topicsIn(db: Db, language: string) {
  return db
    .select()
    .from(topics)
    .where(and(eq(topics.language, language), gt(topics.columns, 0)))
    .orderBy(asc(topics.position), asc(topics.name))
}

/** A list's position is the last column it showed, “<instant>_<id>”; any other text starts anew. */
function before(older: string | null, key: SQL): SQL | undefined {
  const [, publishedAt, id] = /^([0-9TZ:-]{20})_([0-9a-z]{1,40})$/.exec(older ?? '') ?? []
  return publishedAt && id ? sql`${key} < (${publishedAt}, ${id})` : undefined
}

function cut(found: Listed[], size: number): Page {
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  return {
    columns: shown,
    older: found.length > size && last ? `${last.publishedAt}_${last.id}` : null,
  }
}
