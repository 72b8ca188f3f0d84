import { inArray, type SQL, sql } from 'drizzle-orm'
import { type CacheTag, tag } from '../../cache-tags.ts'
import { instant } from '../../dates.ts'
import { columns, type Db, outbox, type Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import type { Plate } from './plate.ts'
import { isPlacedAnew, type Standing, tagsOfChange } from './purge-table.ts'

/** Gives the statement that owes Cloudflare a purge of some tags, for the batch that is its cause. */
export function purgeOwed(db: Db, tags: CacheTag[], now: Date): Statement {
  return db
    .insert(outbox)
    .values({ kind: 'purge', payload: tags, dueAt: instant(now), owedAt: instant(now) })
}

/** What was live before a change: columns, and which of them another's page offers to read next. */
export type Before = { standing: Map<string, Standing>; offers: Offer[] }
type Offer = { offered: string; by: string; place: number }

/** Reads what is live of some columns before they are pressed. */
export async function readBefore(db: Db, ids: string[]): Promise<Before> {
  const rows = await db
    .select({
      id: columns.id,
      slug: columns.slug,
      manuscript: columns.manuscript,
      offers: sql<string>`(SELECT json_group_array(json_object('offered', offered, 'by', by, 'place', place))
        FROM (${offersOf(sql`(${columns.id})`)}))`,
    })
    .from(columns)
    .where(inArray(columns.id, ids))
  return {
    standing: new Map(
      rows.map(({ offers: _, ...row }) => [
        row.id,
        { ...row, manuscript: JSON.parse(row.manuscript) },
      ]),
    ),
    offers: rows.flatMap(({ offers }) => JSON.parse(offers) as Offer[]),
  }
}

/** Gives the statement that owes the purge of columns that are pressed and related: the batch's last. */
export function pressOwed(
  db: Db,
  pressed: Standing[],
  { before, now }: { before: Before; now: Date },
): Statement {
  const changes = pressed.map((after) => ({
    after,
    was: before.standing.get(after.id) ?? null,
  }))
  const tags = changes.flatMap(({ was, after }) => tagsOfChange(was, after))
  return owedAround(db, [...new Set(tags)], {
    related: pressed.map(({ id }) => id),
    placed: changes
      .filter(({ was, after }) => isPlacedAnew(was, after))
      .map(({ after }) => after.id),
    ...{ before, now },
  })
}

/** Of so many columns each is purged by itself; more of them stand on nearly every page. */
const PURGED_SINGLY = 20

/** Prepares the purges of columns that are pressed in batches, as plates; for each batch it gives one. */
export async function batchOwed(
  db: Db,
  all: { id: string }[],
  now: Date,
): Promise<(plates: Plate[]) => Statement> {
  if (all.length > PURGED_SINGLY) return () => purgeOwed(db, [tag.site], now)
  const ids = all.map(({ id }) => id)
  const before = await readBefore(db, ids)
  return (plates) => {
    const pressed = plates.map((plate) => ({ ...plate, manuscript: JSON.parse(plate.manuscript) }))
    return pressOwed(db, pressed, { before, now })
  }
}

type Around = {
  /** Columns that were related anew, and so may be offered elsewhere than before. */
  related: string[]
  /** Columns that have new neighbours and editions. */
  placed?: string[]
  before: Before
  now: Date
}

/** The same for tags that are known, with the pages that show a column from now on, or no longer. */
export function owedAround(
  db: Db,
  tags: CacheTag[],
  { related, placed = [], before, now }: Around,
): Statement {
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(placed)}))`
  const beside = (which: SQL) => sql`SELECT (SELECT other.id FROM columns AS other
    WHERE other.language = own.language AND ${which} LIMIT 1) FROM columns AS own WHERE own.id IN ${ids}`
  const later = sql`(other.published_at, other.id) > (own.published_at, own.id)
    ORDER BY other.published_at, other.id`
  const earlier = sql`(other.published_at, other.id) < (own.published_at, own.id)
    ORDER BY other.published_at DESC, other.id DESC`
  return statement(
    db,
    sql`WITH
      offered AS (${offersOf(sql`(SELECT value FROM json_each(${JSON.stringify(related)}))`)}),
      was_offered AS (SELECT value ->> 'offered', value ->> 'by' AS by, value ->> 'place'
        FROM json_each(${JSON.stringify(before.offers)})),
      changed (id) AS (
        SELECT by FROM (SELECT * FROM offered EXCEPT SELECT * FROM was_offered)
        UNION SELECT by FROM (SELECT * FROM was_offered EXCEPT SELECT * FROM offered)
        UNION SELECT other.id FROM columns AS own JOIN columns AS other
          ON other.original_id = own.original_id AND other.id <> own.id WHERE own.id IN ${ids}
        UNION ${beside(later)} UNION ${beside(earlier)})
      INSERT INTO outbox (kind, payload, due_at, owed_at)
      SELECT 'purge', json_group_array(tag), ${instant(now)}, ${instant(now)} FROM (
        SELECT value AS tag FROM json_each(${JSON.stringify(tags)})
        UNION SELECT ${tag.around({ id: '' })} || id FROM changed WHERE id IS NOT NULL)`,
  )
}

/** Gives the query of which columns' pages offer some others to read next. */
function offersOf(ids: SQL) {
  return sql`SELECT pairs.related_id AS offered, pairs.column_id AS by,
    shown.key AS place FROM pairs
    JOIN columns AS offering ON offering.id = pairs.column_id
    JOIN json_each(offering.related) AS shown ON shown.value = pairs.related_id
    WHERE pairs.related_id IN ${ids}`
}
