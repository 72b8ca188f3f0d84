import { type SQL, sql } from 'drizzle-orm'
import { quoted } from '../../full-text.ts'
import type { Db, Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import type { Plate } from '../publishing/plate.ts'
import { each } from './derived.ts'

/** How many columns a page offers to read next. */
export const SHOWN = 3
/** How many a column keeps: where one is retracted, another is there to take its place. */
export const KEPT = 5
/** Of so many exchanges that full text ranks best, the columns are chosen. */
export const LOOKED_AT = 20

/** A column as it asks for its relatives. */
export type Asking = Pick<Plate, 'id' | 'likeness' | 'topics'>

/**
 * Gives the statements that choose what to read next after each column, from its own words and its
 * topics: never itself, never another edition of it. Likeness is mutual: a new column takes its place
 * among those of older ones too, where it is nearer than what they had. Run them once all are live.
 */
export function relate(db: Db, plates: Asking[]): Statement[] {
  const plate = each(
    plates.map(({ id, likeness, topics }) => {
      return { id, topics, looksFor: likeness.map(quoted).join(' OR ') }
    }),
  )
  const ids = sql`(SELECT value ->> 'id' FROM ${plate})`
  const touched = sql`(SELECT value ->> 'id' FROM ${plate}
    UNION SELECT column_id FROM pairs WHERE related_id IN ${ids})`
  return [
    statement(db, sql`DELETE FROM pairs WHERE column_id IN ${ids}`),
    statement(
      db,
      sql`INSERT INTO pairs (column_id, related_id, likeness)
      SELECT iif(side.value, plate.value ->> 'id', chosen.value ->> 0),
        iif(side.value, chosen.value ->> 0, plate.value ->> 'id'), min(chosen.value ->> 1)
      FROM ${plate}, json_each((
        SELECT json_group_array(json_array(id, likeness)) FROM (
          SELECT found.column_id AS id, min(found.rank) * (1 + (SELECT count(*) FROM column_topics
            WHERE column_topics.column_id = found.column_id AND topic IN
              (SELECT value ->> 'slug' FROM json_each(plate.value -> 'topics')))) AS likeness
          FROM (SELECT column_id, rank FROM columns_fts
            JOIN exchanges ON exchanges.id = columns_fts.rowid
            WHERE columns_fts MATCH plate.value ->> 'looksFor'
            AND column_id <> plate.value ->> 'id' ORDER BY rank LIMIT ${LOOKED_AT}) AS found
          GROUP BY found.column_id ORDER BY likeness, id LIMIT ${KEPT}))) AS chosen,
        json_each('[true, false]') AS side
      WHERE plate.value ->> 'looksFor' <> '' GROUP BY 1, 2
      ON CONFLICT (column_id, related_id) DO UPDATE SET likeness = excluded.likeness`,
    ),
    ...chosenAmong(db, touched),
  ]
}

/** Gives the statements by which columns name the best of what they are noted with, and keep few. */
export function chosenAmong(db: Db, ids: SQL): Statement[] {
  return [
    // Named before the rest is forgotten: a column that falls out must be named no more.
    statement(
      db,
      sql`UPDATE columns SET related = ${best(sql`true`)}
      WHERE id IN ${ids} AND related <> ${best(sql`true`)}`,
    ),
    statement(
      db,
      sql`DELETE FROM pairs WHERE (column_id, related_id) IN (
        SELECT column_id, related_id FROM (
          SELECT column_id, related_id,
            row_number() OVER (PARTITION BY column_id ORDER BY likeness, related_id) AS place
          FROM pairs WHERE column_id IN ${ids}) WHERE place > ${KEPT})`,
    ),
  ]
}

/**
 * Gives the statements that name a column nowhere any more. Where fewer than are shown are left, the
 * clock derives the other column anew, and so finds it more.
 */
export function unrelate(db: Db, id: string): Statement[] {
  const others = best(sql`related_id <> ${id}`)
  return [
    statement(
      db,
      sql`UPDATE columns SET related = ${others},
        derivation = iif(json_array_length(${others}) < ${SHOWN}, 0, derivation)
      WHERE id IN (SELECT column_id FROM pairs WHERE related_id = ${id})`,
    ),
    statement(db, sql`DELETE FROM pairs WHERE column_id = ${id} OR related_id = ${id}`),
  ]
}

/** The best of what a row of `columns` is noted with. */
function best(among: SQL): SQL {
  return sql`(SELECT json_group_array(related_id ORDER BY likeness, related_id) FROM (
    SELECT related_id, likeness FROM pairs WHERE column_id = columns.id AND ${among}
    ORDER BY likeness, related_id LIMIT ${SHOWN}))`
}
