import { asc, gt, inArray, sql } from 'drizzle-orm'
import { wordReader } from '../../full-text.ts'
import { columns, columnTopics, type Db, exchanges, scripts } from '../../schema.ts'
import { rows } from '../../statement.ts'
import { DERIVATION } from '../press/derived.ts'
import { LONGEST_WORD } from '../press/index-entry.ts'
import { type Plate, plateOf } from '../publishing/plate.ts'

/** Columns compared at once: their documents, and what was made of them, come in few answers. */
const PAGE = 20

/** How far a comparison is, and the ids of the columns of which something is missing or otherwise. */
export type Comparison = { seen: number; all: number; differing: string[] }

/**
 * Makes each live column's rows anew in memory, and compares what is stored: exchanges, full text, words,
 * scripts and topics. What was derived by older rules is left out, as it is to differ.
 */
export async function* compareDerived(db: Db): AsyncGenerator<Comparison> {
  const [counted] = await db.all<{ all: number }>(sql`SELECT count(*) AS "all" FROM columns`)
  const told: Comparison = { seen: 0, all: counted?.all ?? 0, differing: [] }
  const read = wordReader()
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = await db
      .select()
      .from(columns)
      .where(gt(columns.id, after))
      .orderBy(asc(columns.id))
      .limit(PAGE)
    const current = page.filter(({ derivation }) => derivation === DERIVATION)
    const plates = await Promise.all(
      current.map((column) => plateOf(JSON.parse(column.manuscript), column, read)),
    )
    told.differing.push(...(await differing(db, plates)))
    told.seen += page.length
    yield { ...told, differing: [...told.differing] }
    after = page[PAGE - 1]?.id
  }
}

async function differing(db: Db, plates: Plate[]): Promise<string[]> {
  if (plates.length === 0) return []
  const stored = await storedOf(db, plates)
  return plates
    .filter((plate) => JSON.stringify(wantedOf(plate)) !== JSON.stringify(stored(plate.id)))
    .map(({ id }) => id)
}

/** What the press would store of a column, in the order in which `storedOf` reads it. */
function wantedOf({ exchanges, scripts, topics }: Plate) {
  return {
    exchanges: exchanges.map(({ position, headline, signoff, letter, reply }) => {
      return { position, headline, signoff, shown: [letter, reply] }
    }),
    scripts: scripts.map(({ when, words, exchange }) => ({ when, words, exchange })),
    topics: topics.map(({ slug }) => slug).sort(),
    unfound: 0,
    unknownWords: 0,
  }
}

async function storedOf(db: Db, plates: Plate[]) {
  const ids = plates.map(({ id }) => id)
  const [printed, said, under, unfound, unknown] = await db.batch([
    db
      .select({
        columnId: exchanges.columnId,
        position: exchanges.position,
        headline: exchanges.headline,
        signoff: exchanges.signoff,
        shown: sql<string | null>`(SELECT json_array(letter, reply) FROM exchange_texts
          WHERE exchange_id = "exchanges"."id")`,
      })
      .from(exchanges)
      .where(inArray(exchanges.columnId, ids))
      .orderBy(asc(exchanges.position)),
    db.select().from(scripts).where(inArray(scripts.columnId, ids)).orderBy(asc(scripts.place)),
    db
      .select({ columnId: columnTopics.columnId, topic: columnTopics.topic })
      .from(columnTopics)
      .where(inArray(columnTopics.columnId, ids))
      .orderBy(asc(columnTopics.topic)),
    rows<{ columnId: string }>(
      db,
      sql`SELECT column_id AS columnId FROM json_each(${JSON.stringify(termsOf(plates))})
        JOIN exchanges ON column_id = value ->> 0 AND position = value ->> 1
        WHERE NOT EXISTS (SELECT 1 FROM columns_fts WHERE rowid = exchanges.id
          AND columns_fts MATCH '"' || (value ->> 2) || '"')`,
    ),
    rows<{ columnId: string }>(
      db,
      sql`SELECT value ->> 0 AS columnId FROM json_each(${JSON.stringify(wordsOf(plates))})
        WHERE NOT EXISTS (SELECT 1 FROM search_words WHERE language = value ->> 1
          AND size = value ->> 2 AND word = value ->> 3)`,
    ),
  ])
  return (id: string) => {
    const ofColumn = <Row extends { columnId: string }>(all: Row[]) =>
      all.filter(({ columnId }) => columnId === id)
    return {
      exchanges: ofColumn(printed).map(({ columnId: _, shown, ...rest }) => {
        return { ...rest, shown: JSON.parse(shown ?? 'null') }
      }),
      scripts: ofColumn(said).map(({ situation, words, exchange }) => {
        return { when: situation, words, exchange }
      }),
      topics: ofColumn(under).map(({ topic }) => topic),
      unfound: ofColumn(unfound).length,
      unknownWords: ofColumn(unknown).length,
    }
  }
}

/** All that exchanges of some columns are found by, each once: column, position, term. */
function termsOf(plates: Plate[]): [string, number, string][] {
  return plates.flatMap(({ id, exchanges }) =>
    exchanges.flatMap(({ position, entry: { head, body } }) =>
      [...new Set(`${head} ${body}`.trim().split(' '))].map((term): [string, number, string] => {
        return [id, position, term]
      }),
    ),
  )
}

/** The words of some columns that a search may put mistyped ones right by: column, language, size, word. */
function wordsOf(plates: Plate[]): [string, string, number, string][] {
  return plates.flatMap(({ id, language, exchanges }) =>
    [...new Set(exchanges.flatMap(({ entry }) => [...entry.words.keys()]))]
      .map((word): [string, string, number, string] => [id, language, [...word].length, word])
      .filter(([, , size]) => size <= LONGEST_WORD),
  )
}
