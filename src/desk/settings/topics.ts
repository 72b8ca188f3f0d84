import { asc, eq, inArray, sql } from 'drizzle-orm'
import { instant } from '../../dates.ts'
import { type Hand, logged } from '../../desk-log.ts'
import { isCarriedOut } from '../../refusal.ts'
import { type Db, letters, mergedTopics, type Statement, siteState, topics } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { moveTopic, newVersion } from '../press.ts'
import { purgeOwed } from '../publishing/purge-owed.ts'
import { tagsOfMerger, tagsOfNaming } from '../publishing/purge-table.ts'

/** A topic's name and description in one language, and its place among the others. */
export type TopicText = {
  slug: string
  language: string
  name: string
  description: string
  position: number
}

/** A topic as the desk sets it: its texts by language, and a version for all of them together. */
export type Topic = {
  slug: string
  version: number
  columns: number
  isAhead: boolean
  texts: Record<string, { name: string; description: string }>
}

/** More topics than anybody could look through. */
const MOST = 200

/** Gives every topic in the site's order. */
export async function listTopics(db: Db): Promise<Topic[]> {
  const rows = await db
    .select()
    .from(topics)
    .orderBy(asc(topics.position), asc(topics.slug))
    .limit(MOST * 4)
  return [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, own]) => ({
    slug,
    version: Math.max(...own.map(({ version }) => version)),
    columns: own.reduce((sum, { columns }) => sum + columns, 0),
    isAhead: own.some(({ isAhead }) => isAhead),
    texts: Object.fromEntries(own.map(({ language, ...text }) => [language, text])),
  }))
}

/**
 * Gives the statements that name topics as the files do; nothing is counted as changed where nothing
 * differs. What the desk has changed or merged since stays as it is, unless `force` says otherwise.
 */
export function nameTopics(
  db: Db,
  texts: TopicText[],
  { force = false, now }: { force?: boolean; now: Date },
): [Statement, ...Statement[]] {
  return [
    namingOwed(db, texts, { force, now }),
    statement(
      db,
      sql`INSERT INTO topics (slug, language, name, description, position)
      SELECT value ->> 'slug', value ->> 'language', value ->> 'name', value ->> 'description',
        value ->> 'position' FROM json_each(${JSON.stringify(texts)})
      WHERE value ->> 'slug' NOT IN (SELECT slug FROM merged_topics)
      ON CONFLICT (slug, language) DO UPDATE SET name = excluded.name,
        description = excluded.description, position = excluded.position,
        version = topics.version + 1, is_ahead = 0
      WHERE (name, description, position)
        IS NOT (excluded.name, excluded.description, excluded.position)
        AND (topics.is_ahead = 0 OR ${force ? 1 : 0})`,
    ),
    db
      .update(siteState)
      .set({ version: sql`${siteState.version} + 1` })
      .where(sql`changes() > 0`),
  ]
}

/** Owes the purge of what will be named otherwise, which the next statement names. */
function namingOwed(
  db: Db,
  texts: TopicText[],
  { force, now }: { force: boolean; now: Date },
): Statement {
  return statement(
    db,
    sql`INSERT INTO outbox (kind, payload, due_at, owed_at)
      SELECT 'purge', json_group_array(DISTINCT tag.value), ${instant(now)}, ${instant(now)}
      FROM json_each(${JSON.stringify(texts)}) AS text
      LEFT JOIN topics ON topics.slug = text.value ->> 'slug'
        AND topics.language = text.value ->> 'language'
      JOIN json_each(json_insert(${JSON.stringify(tagsOfNaming([]))},
        '$[#]', 'named-' || (text.value ->> 'slug'))) AS tag
      WHERE text.value ->> 'slug' NOT IN (SELECT slug FROM merged_topics)
        AND (topics.name, topics.description, topics.position) IS NOT
          (text.value ->> 'name', text.value ->> 'description', text.value ->> 'position')
        AND (topics.is_ahead IS NOT 1 OR ${force ? 1 : 0})
      HAVING count(*) > 0`,
  )
}

/** Gives the topics that were merged away, each with the one that its columns have now. */
export async function mergers(db: Db): Promise<Map<string, string>> {
  const rows = await db.select().from(mergedTopics)
  return new Map(rows.map(({ slug, target }) => [slug, target]))
}

/** Gives topics as they are called now: one that was merged into another by that other’s slug. */
export async function topicsNow(db: Db, slugs: string[]): Promise<string[]> {
  const merged = await db.select().from(mergedTopics).where(inArray(mergedTopics.slug, slugs))
  const targetOf = new Map(merged.map(({ slug, target }) => [slug, target]))
  return [...new Set(slugs.map((slug) => targetOf.get(slug) ?? slug))]
}

type Naming = {
  slug: string
  version: number
  /** Its place among the topics, from 1. */
  place: number
  texts: { language: string; name: string; description: string }[]
}

/** Names a topic anew and gives it its place. False: somebody has changed it since that version. */
export function changeTopic(
  db: Db,
  { slug, version, place, texts }: Naming,
  { by, now }: Hand,
): Promise<boolean> {
  return isCarriedOut(
    db.batch([
      guarded(db, slug, version),
      statement(
        db,
        sql`INSERT INTO topics (slug, language, name, description, position, version, is_ahead)
        SELECT ${slug}, value ->> 'language', value ->> 'name', value ->> 'description',
          (SELECT min(position) FROM topics WHERE slug = ${slug}), ${version + 1}, 1
        FROM json_each(${JSON.stringify(texts)}) WHERE true
        ON CONFLICT (slug, language) DO UPDATE SET name = excluded.name,
          description = excluded.description`,
      ),
      statement(
        db,
        sql`UPDATE topics SET position = ranked.place, is_ahead = 1
        FROM (SELECT slug, row_number() OVER (ORDER BY place, slug) - 1 AS place FROM (
          SELECT slug, row_number() OVER (ORDER BY min(position), slug) AS place
          FROM topics WHERE slug <> ${slug} GROUP BY slug
          UNION ALL SELECT ${slug}, ${place - 0.5})) AS ranked
        WHERE ranked.slug = topics.slug AND topics.position <> ranked.place`,
      ),
      newVersion(db, now),
      logged(db, { verb: 'change-topic', reason: slug, by, now }),
      purgeOwed(db, tagsOfNaming([slug]), now),
    ]),
  )
}

/**
 * Merges a topic into another: all its columns move, and so do the letters that wait under it. False:
 * somebody has changed it since that version. Both must be there, and not be the same.
 */
export function mergeTopic(
  db: Db,
  { slug, version, into }: { slug: string; version: number; into: string },
  { by, now }: Hand,
): Promise<boolean> {
  return isCarriedOut(
    db.batch([
      guarded(db, slug, version),
      // Null, and so refused, when the other topic is not there any more.
      statement(
        db,
        sql`UPDATE topics SET position = iif(EXISTS (SELECT 1 FROM topics WHERE slug = ${into}),
          position, NULL) WHERE slug = ${slug}`,
      ),
      ...moveTopic(db, { from: slug, into, now }),
      db
        .update(letters)
        .set({ topic: into })
        .where(sql`${letters.status} IN ('received', 'shortlisted', 'waiting', 'grouped', 'held')
          AND ${eq(letters.topic, slug)}`),
      logged(db, { verb: 'merge-topic', reason: `${slug} into ${into}`, by, now }),
      purgeOwed(db, tagsOfMerger(slug, into), now),
    ]),
  )
}

/** Null, and so refused with all that follows, when the topic is not as the editor saw it. */
function guarded(db: Db, slug: string, version: number): Statement {
  return statement(
    db,
    sql`UPDATE topics SET is_ahead = 1, version =
      iif((SELECT max(version) FROM topics WHERE slug = ${slug}) = ${version}, ${version + 1}, NULL)
    WHERE slug = ${slug}`,
  )
}
