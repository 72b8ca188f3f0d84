import { eq, sql } from 'drizzle-orm'
import { day, instant } from '../dates.ts'
import {
  columns,
  columnTopics,
  type Db,
  mergedTopics,
  redirects,
  type Statement,
  scripts,
  siteState,
  topics,
} from '../schema.ts'
import { statement } from '../statement.ts'
import { DERIVATION, derived, each, removeDerived } from './press/derived.ts'
import { relate, unrelate } from './press/related.ts'
import type { Plate } from './publishing/plate.ts'

export { leadAddresses } from './press/old-addresses.ts'
export { relate } from './press/related.ts'

/**
 * Gives the statements that put columns live, with everything derived from them, for one batch. It
 * is the only code that writes live columns: the same statements serve one column or fifty. Once a
 * column is live its permanent id stays, and a changed slug leaves a redirect. One that is related in
 * a later batch is due to be derived until then: where that batch never comes, the clock sees to it.
 */
export function press(
  db: Db,
  plates: Plate[],
  now: Date,
  { isRelatedLater = false } = {},
): Statement[] {
  const address = each(plates.map(({ id, slug }) => ({ id, slug })))
  const ids = sql`(SELECT value ->> 'id' FROM ${address})`
  const filed = each(
    plates.map(({ id, language, publishedAt, topics }) => ({ id, language, publishedAt, topics })),
  )
  return [
    statement(
      db,
      sql`INSERT INTO redirects (slug, language, column_id)
      SELECT columns.slug, columns.language, columns.id
      FROM ${address} JOIN columns ON columns.id = plate.value ->> 'id'
      WHERE columns.slug <> plate.value ->> 'slug'
      ON CONFLICT (slug) DO UPDATE SET column_id = excluded.column_id, note = NULL, gone_on = NULL,
        former_id = NULL, permanent_id = NULL`,
    ),
    db.delete(columnTopics).where(sql`${columnTopics.columnId} IN ${ids}`),
    statement(
      db,
      sql`INSERT INTO columns (id, slug, language, headline, standfirst, byline, topics,
        published_at, changed_at, original_id, permanent_id, version, live_hash, pushed_hash,
        updated_on, derivation, letters, manuscript)
      SELECT value ->> 'id', value ->> 'slug', value ->> 'language', value ->> 'headline',
        value ->> 'standfirst', value ->> 'byline',
        (SELECT json_group_array(topic.value ->> 'slug') FROM json_each(plate.value -> 'topics') AS topic),
        value ->> 'publishedAt', value ->> 'changedAt', iif(value ->> 'editionOf' IS NULL, value ->> 'id',
          coalesce((SELECT original_id FROM columns WHERE id = value ->> 'id'), value ->> 'id')),
        coalesce((SELECT permanent_id FROM redirects WHERE former_id = value ->> 'id' LIMIT 1),
          value ->> 'permanentId'), 1,
        value ->> 'liveHash', value ->> 'pushedHash', value ->> 'updatedOn',
        ${isRelatedLater ? 0 : DERIVATION},
        value -> 'letters', value ->> 'manuscript'
      FROM ${each(plates.map(({ exchanges: _, scripts: __, ...row }) => row))} WHERE true
      ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, language = excluded.language,
        headline = excluded.headline, standfirst = excluded.standfirst, byline = excluded.byline,
        topics = excluded.topics, published_at = excluded.published_at,
        changed_at = excluded.changed_at, original_id = excluded.original_id,
        version = columns.version + 1,
        live_hash = excluded.live_hash, pushed_hash = coalesce(excluded.pushed_hash, columns.pushed_hash),
        updated_on = excluded.updated_on,
        derivation = excluded.derivation, letters = excluded.letters, manuscript = excluded.manuscript`,
    ),
    statement(
      db,
      sql`DELETE FROM redirects WHERE slug IN (SELECT value ->> 'slug' FROM ${address})`,
    ),
    // A column that comes back has its earlier addresses back too.
    statement(
      db,
      sql`UPDATE redirects SET column_id = former_id, former_id = NULL, permanent_id = NULL, note = NULL,
        gone_on = NULL
      WHERE former_id IN ${ids}`,
    ),
    ...originals(db, plates),
    statement(
      db,
      // No name, and so no press at all, for a topic that was merged away since the plate was made.
      sql`INSERT INTO topics (slug, language, name, description, position)
      SELECT DISTINCT topic.value ->> 'slug', plate.value ->> 'language',
        iif(topic.value ->> 'slug' IN (SELECT slug FROM merged_topics), NULL, topic.value ->> 'name'),
        '', 1000
      FROM ${filed}, json_each(plate.value -> 'topics') AS topic WHERE true ON CONFLICT DO NOTHING`,
    ),
    statement(
      db,
      sql`INSERT INTO column_topics (topic, language, published_at, column_id)
      SELECT topic.value ->> 'slug', plate.value ->> 'language', plate.value ->> 'publishedAt',
        plate.value ->> 'id'
      FROM ${filed}, json_each(plate.value -> 'topics') AS topic`,
    ),
    ...derived(db, plates, sql`(SELECT id FROM columns WHERE id IN ${ids} AND version > 1)`),
    newVersion(db, now),
  ]
}

/**
 * Joins editions to their originals, which are live by now. One that has moved is found by its old
 * slug; while it is down, its edition stays its.
 */
function originals(db: Db, plates: Plate[]): Statement[] {
  const editions = plates.filter(({ editionOf }) => editionOf !== null)
  if (editions.length === 0) return []
  const plate = each(editions.map(({ id, editionOf }) => ({ id, editionOf })))
  return [
    statement(
      db,
      sql`UPDATE columns SET original_id = (SELECT coalesce(
          (SELECT original_id FROM columns AS original
            WHERE original.slug = plate.value ->> 'editionOf'),
          (SELECT column_id FROM redirects WHERE redirects.slug = plate.value ->> 'editionOf'),
          columns.original_id)
        FROM ${plate} WHERE plate.value ->> 'id' = columns.id)
      WHERE id IN (SELECT value ->> 'id' FROM ${plate})`,
    ),
  ]
}

/**
 * Gives the statements that make a live column's other rows anew from its manuscript, by the rules of
 * today: what a new version of the software derives, an old column has too. Nothing that readers are
 * told of changes: no version of the column, and no date. Refused where a column is not at the version
 * that its plate was made from.
 */
export function deriveAnew(db: Db, plates: (Plate & { version: number })[]): Statement[] {
  const plate = each(
    plates.map(({ id, version, letters, updatedOn }) => ({ id, version, letters, updatedOn })),
  )
  return [
    statement(
      db,
      // Null, and so refused with all that follows, when one was published or retracted meanwhile.
      sql`UPDATE site_state SET version = iif((SELECT count(*) FROM ${plate}
        JOIN columns ON columns.id = plate.value ->> 'id'
          AND columns.version = plate.value ->> 'version') = ${plates.length}, version + 1, NULL)`,
    ),
    statement(
      db,
      sql`UPDATE columns SET updated_on = plate.value ->> 'updatedOn',
        letters = plate.value -> 'letters', derivation = ${DERIVATION}
      FROM ${plate} WHERE plate.value ->> 'id' = columns.id`,
    ),
    ...derived(db, plates, sql`(SELECT value ->> 'id' FROM ${plate})`),
    ...relate(db, plates),
  ]
}

/** Gives the statements that take a column down and leave a tombstone (410) at each of its addresses. */
export function takeDown(
  db: Db,
  column: { id: string; slug: string; language: string },
  { note, now }: { note: string; now: Date },
): Statement[] {
  const permanentId = sql`(SELECT permanent_id FROM columns WHERE id = ${column.id})`
  const gone = { columnId: null, formerId: column.id, permanentId, note, goneOn: day(now) }
  return [
    ...removeDerived(db, sql`(${column.id})`),
    db.delete(columnTopics).where(eq(columnTopics.columnId, column.id)),
    ...unrelate(db, column.id),
    db.update(redirects).set(gone).where(eq(redirects.columnId, column.id)),
    db
      .insert(redirects)
      .values({ slug: column.slug, language: column.language, ...gone })
      .onConflictDoUpdate({ target: redirects.slug, set: gone }),
    db.delete(columns).where(eq(columns.id, column.id)),
    newVersion(db, now),
  ]
}

/**
 * Gives the statements that move every column of a topic to another one, and leave a redirect at its
 * address. The columns' documents name the new topic at once; their fingerprints are left empty, for
 * the command line to make anew: a hundred documents are more than a request may write.
 */
export function moveTopic(
  db: Db,
  { from, into, now }: { from: string; into: string; now: Date },
): Statement[] {
  const moved = sql`(SELECT json_group_array(slug ORDER BY place) FROM (
    SELECT iif(value = ${from}, ${into}, value) AS slug, min(key) AS place
    FROM json_each(columns.topics) GROUP BY 1))`
  return [
    statement(
      db,
      sql`INSERT INTO topics (slug, language, name, description, position, is_ahead)
      SELECT ${into}, language, name, description,
        (SELECT min(position) FROM topics WHERE slug = ${into}), 1
      FROM topics WHERE slug = ${from} ON CONFLICT DO NOTHING`,
    ),
    statement(
      db,
      sql`UPDATE columns SET topics = ${moved}, version = version + 1, live_hash = '',
        manuscript = json_set(manuscript, '$.topics', json(${moved}))
      WHERE id IN (SELECT column_id FROM column_topics WHERE topic = ${from})`,
    ),
    statement(
      db,
      sql`INSERT INTO column_topics (topic, language, published_at, column_id)
      SELECT ${into}, language, published_at, column_id FROM column_topics WHERE topic = ${from}
      ON CONFLICT DO NOTHING`,
    ),
    db.delete(columnTopics).where(eq(columnTopics.topic, from)),
    db.update(scripts).set({ topic: into }).where(eq(scripts.topic, from)),
    db.delete(topics).where(eq(topics.slug, from)),
    db.update(mergedTopics).set({ target: into }).where(eq(mergedTopics.target, from)),
    db
      .insert(mergedTopics)
      .values({ slug: from, target: into })
      .onConflictDoUpdate({ target: mergedTopics.slug, set: { target: into } }),
    newVersion(db, now),
  ]
}

/** Gives the statement after which every reader's page is a new one. */
export function newVersion(db: Db, now: Date): Statement {
  return db
    .update(siteState)
    .set({ version: sql`${siteState.version} + 1`, changedAt: instant(now) })
}
