import { type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import type { Plate } from '../publishing/plate.ts'
import { indexed, removeIndexed } from './index-entry.ts'

/**
 * The number of the rules by which the rows of this file are derived from a manuscript. Whoever
 * changes what they hold raises it: the clock, and the next push, then derive every column anew.
 */
export const DERIVATION = 3

/** Rows for a statement to read, named plate. */
export function each(rows: object[]): SQL {
  return sql`json_each(${JSON.stringify(rows)}) AS plate`
}

/**
 * Gives the statements that make the rows by which columns are found: their exchanges, full text and
 * scripts. What is as it was is not written again: the free plan counts rows. The columns are live;
 * `former` are the ids of those that were so before.
 */
export function derived(db: Db, plates: Plate[], former: SQL): Statement[] {
  const outline = each(
    plates.map(({ id, exchanges }) => ({
      id,
      exchanges: exchanges.map(({ position, headline, signoff }) => ({
        position,
        headline,
        signoff,
      })),
    })),
  )
  return [
    statement(
      db,
      sql`INSERT INTO exchanges (column_id, position, headline, signoff)
      SELECT plate.value ->> 'id', exchange.value ->> 'position', exchange.value ->> 'headline',
        exchange.value ->> 'signoff'
      FROM ${outline}, json_each(plate.value -> 'exchanges') AS exchange WHERE true
      ON CONFLICT (column_id, position) DO UPDATE
        SET headline = excluded.headline, signoff = excluded.signoff
        WHERE (exchanges.headline, exchanges.signoff) IS NOT (excluded.headline, excluded.signoff)`,
    ),
    ...indexed(db, plates, former),
    // Last: what the search had of them is found through them.
    statement(
      db,
      sql`DELETE FROM exchanges WHERE (column_id, position) IN (
        SELECT exchanges.column_id, exchanges.position FROM ${outline}
        JOIN exchanges ON exchanges.column_id = plate.value ->> 'id'
        WHERE exchanges.position > json_array_length(plate.value, '$.exchanges'))`,
    ),
    ...shelved(db, plates),
  ]
}

function shelved(db: Db, plates: Plate[]): Statement[] {
  const plate = each(
    plates.map(({ id, language, publishedAt, scripts, topics: [topic] }) => {
      return { id, language, publishedAt, scripts, topic: topic?.slug }
    }),
  )
  return [
    statement(
      db,
      sql`DELETE FROM scripts WHERE (column_id, place) IN (
        SELECT scripts.column_id, scripts.place FROM ${plate}
        JOIN scripts ON scripts.column_id = plate.value ->> 'id'
        WHERE scripts.place > json_array_length(plate.value, '$.scripts'))`,
    ),
    statement(
      db,
      sql`INSERT INTO scripts
        (column_id, place, exchange, language, topic, published_at, situation, words)
      SELECT plate.value ->> 'id', script.key + 1, script.value ->> 'exchange',
        plate.value ->> 'language', plate.value ->> 'topic', plate.value ->> 'publishedAt',
        script.value ->> 'when', script.value ->> 'words'
      FROM ${plate}, json_each(plate.value -> 'scripts') AS script WHERE true
      ON CONFLICT (column_id, place) DO UPDATE SET exchange = excluded.exchange,
        language = excluded.language, topic = excluded.topic,
        published_at = excluded.published_at, situation = excluded.situation,
        words = excluded.words
      WHERE (scripts.exchange, scripts.language, scripts.topic, scripts.published_at,
          scripts.situation, scripts.words)
        IS NOT (excluded.exchange, excluded.language, excluded.topic, excluded.published_at,
          excluded.situation, excluded.words)`,
    ),
  ]
}

/** Gives the statements that remove what `derived` made for columns that are live no longer. */
export function removeDerived(db: Db, ids: SQL): Statement[] {
  return [
    // First: they are found through the exchanges they belong to.
    ...removeIndexed(db, ids),
    statement(db, sql`DELETE FROM exchanges WHERE column_id IN ${ids}`),
    statement(db, sql`DELETE FROM scripts WHERE column_id IN ${ids}`),
  ]
}
