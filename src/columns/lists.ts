import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { type Db, type TopicRow, topics } from '../schema.ts'
import { listOf, pageQuery, rows } from '../statement.ts'

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

/** So many columns stand on a front page: with fewer, there are no older ones. */
export const FRONT_PAGE = 10
const TOPIC_PAGE = 15

/** SQL for a column as a list shows it. */
export const LISTED = `json_object('id', columns.id, 'slug', columns.slug,
  'headline', columns.headline, 'standfirst', columns.standfirst,
  'publishedAt', columns.published_at, 'letters', json(columns.letters))`

/** A topic as readers see it. */
export type Topic = Pick<TopicRow, 'slug' | 'language' | 'name' | 'description' | 'columns'>

const TOPIC = `json_object('slug', topics.slug, 'language', topics.language, 'name', topics.name,
  'description', topics.description, 'columns', topics.columns)`

const topicsOfLanguage = listOf(
  TOPIC,
  'FROM topics WHERE language = ?1 AND columns > 0 ORDER BY position, name',
)

/** Gives the newest columns in a language and its topics that have any: one statement. */
export const frontPage = pageQuery<{ latest: Listed[]; topics: Topic[] }>({
  latest: listOf(
    LISTED,
    `FROM columns WHERE language = ?1 ORDER BY published_at DESC, id DESC LIMIT ${FRONT_PAGE}`,
  ),
  topics: topicsOfLanguage,
})

/** Gives every topic that has a column in a language, in the site's order: one statement. */
export const allTopics = pageQuery<{ topics: Topic[] }>({ topics: topicsOfLanguage })

const topicQuery = pageQuery<{ editions: Topic[]; found: Listed[] }>({
  editions: listOf(TOPIC, 'FROM topics WHERE slug = ?2 AND columns > 0'),
  found: listOf(
    LISTED,
    `FROM column_topics JOIN columns ON columns.id = column_topics.column_id
    WHERE column_topics.topic = ?2 AND column_topics.language = ?1
      AND (column_topics.published_at, column_topics.column_id) < (?3, ?4)
    ORDER BY column_topics.published_at DESC, column_topics.column_id DESC LIMIT ${TOPIC_PAGE + 1}`,
  ),
})

/**
 * Gives a topic, the languages in which it has columns, and a page of its columns in one, newest
 * first, from `older` on; null: no such topic.
 */
export async function topicPage(
  db: Db,
  { slug, language, older }: { slug: string; language: string; older: string | null },
): Promise<{ topic: Topic; languages: string[]; page: Page; version: number } | null> {
  const { editions, found, version } = await topicQuery(db, language, slug, ...before(older))
  const topic = editions.find((edition) => edition.language === language)
  if (!topic) return null
  const languages = editions.map((edition) => edition.language)
  return { topic, languages, page: cut(found, TOPIC_PAGE), version }
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
 * Gives the instant and the id before which a list goes on: those of the last column it showed,
 * “<instant>_<id>”; any other text starts anew, before `end`.
 */
export function before(older: string | null, end = '9999'): [publishedAt: string, id: string] {
  const [, publishedAt, id] = /^([0-9TZ:-]{20})_([0-9a-z]{1,40})$/.exec(older ?? '') ?? []
  return publishedAt && id && publishedAt < end ? [publishedAt, id] : [end, '']
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
