import { type SQL, sql } from 'drizzle-orm'
import { termsOf, type WordReader, wordReader } from '../../full-text.ts'
import type { Db, Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import type { Plate } from '../publishing/plate.ts'

/** What is indexed of a longer word cannot be mistyped for another. */
export const LONGEST_WORD = 30
/** Words in one statement: at some 50 bytes each they stay below D1's 2 MB a parameter. */
const AT_ONCE = 20_000

type Texts = { headline: string; question: string; letter: string; reply: string }

/** An exchange as the search finds it. */
export type IndexEntry = {
  /** The terms of its headline and its question. */
  head: string
  /** The terms of its letter and its reply. */
  body: string
  /** Its words, folded, each once, with their stems. The first is the empty word. */
  words: Map<string, string>
}

/** Makes the entry of an exchange; `read` is the reader of many exchanges' texts. */
export function indexEntry(
  { headline, question, letter, reply }: Texts,
  language: string,
  read: WordReader = wordReader(),
): IndexEntry {
  const words = new Map([['', '']])
  const terms = (...texts: string[]) => {
    const found = texts.flatMap((text) => read(text, language))
    for (const { folded, stem } of found) words.set(folded, stem)
    return termsOf(
      found.map(({ stem }) => stem),
      language,
    )
  }
  return { head: terms(headline, question), body: terms(letter, reply), words }
}

/**
 * Gives the statements that put exchanges, which are there by now, into the search, in the place of
 * what it had of their columns, if those are `former` ones: words that it had of them are neither
 * counted nor written again.
 */
export function indexed(db: Db, plates: Plate[], former: SQL): Statement[] {
  const exchanges = plates.flatMap(({ id, language, exchanges }) =>
    exchanges.map((exchange) => ({ column: id, language, ...exchange })),
  )
  const texts = exchanges.map(({ column, position, letter, reply }) => {
    return { column, position, letter, reply }
  })
  const places = exchanges.map(({ column, position, language }) => ({ column, position, language }))
  return [
    // First: what the search had of an exchange is known by its row.
    ...counted(db, places, wordsOf(exchanges)),
    ...removeTexts(db, former),
    statement(
      db,
      sql`INSERT INTO exchange_texts (exchange_id, letter, reply)
      SELECT exchanges.id, value ->> 'letter', value ->> 'reply'
      FROM json_each(${JSON.stringify(texts)}) JOIN exchanges
        ON exchanges.column_id = value ->> 'column' AND exchanges.position = value ->> 'position'`,
    ),
    entered(db, plates),
    ...forgetWords(db, former),
  ]
}

/** Gives the statement that puts exchanges into the full-text index, and does nothing else. */
export function entered(db: Db, plates: Plate[]): Statement {
  const entries = plates.flatMap(({ id, exchanges }) =>
    exchanges.map(({ position, entry: { head, body } }) => ({ column: id, position, head, body })),
  )
  return statement(
    db,
    sql`INSERT INTO columns_fts (rowid, head, body)
    SELECT exchanges.id, value ->> 'head', value ->> 'body'
    FROM json_each(${JSON.stringify(entries)}) JOIN exchanges
      ON exchanges.column_id = value ->> 'column' AND exchanges.position = value ->> 'position'`,
  )
}

function counted(db: Db, places: object[], words: Written[]): Statement[] {
  if (words.length > AT_ONCE)
    return [
      ...counted(db, places, words.slice(0, AT_ONCE)),
      ...counted(db, places, words.slice(AT_ONCE)),
    ]
  return [
    statement(
      db,
      // A common word is mostly left as it is, and else raised by so much the more.
      sql`WITH places AS MATERIALIZED (
        SELECT place.key AS place, exchanges.id, place.value ->> 'language' AS language,
          replace(place.value ->> 'language', '-', '') AS tag,
          EXISTS (SELECT 1 FROM columns_fts WHERE rowid = exchanges.id) AS is_known
        FROM json_each(${JSON.stringify(places)}) AS place JOIN exchanges
          ON exchanges.column_id = place.value ->> 'column'
          AND exchanges.position = place.value ->> 'position')
      INSERT INTO search_words (language, stem, word, size, backwards, uses, witness)
      SELECT language, value ->> 1, value ->> 2, length(value ->> 2), value ->> 3, value ->> 4,
        iif(value ->> 2 = '', NULL, places.id)
      FROM json_each(${JSON.stringify(words)}) CROSS JOIN places ON places.place = value ->> 0
      WHERE NOT is_known OR value ->> 2 <> '' AND NOT EXISTS (
        SELECT 1 FROM columns_fts WHERE rowid = places.id
          AND columns_fts MATCH '"' || tag || (value ->> 1) || '"')
      ON CONFLICT DO UPDATE SET uses = uses + max(excluded.uses, 1 + uses / 8)
        WHERE abs(random() % (1 + uses / 8)) < excluded.uses`,
    ),
  ]
}

/** A word: the place of the first exchange that has it, its stem, itself, itself backwards, its uses. */
type Written = [number, string, string, string, number]

/** The words of all exchanges, each once. */
function wordsOf(exchanges: { language: string; entry: IndexEntry }[]): Written[] {
  const words = new Map<string, Written>()
  for (const [place, { language, entry }] of exchanges.entries()) {
    for (const [word, stem] of entry.words) {
      const key = `${language} ${word}`
      const known = words.get(key)
      if (known) known[4] += 1
      else words.set(key, [place, stem, word, [...word].reverse().join(''), 1])
    }
  }
  return [...words.values()].filter(([, , word]) => [...word].length <= LONGEST_WORD)
}

/** Gives the statements that take columns out of the search, while their exchanges are there still. */
export function removeIndexed(db: Db, ids: SQL): Statement[] {
  return [...removeTexts(db, ids), ...forgetWords(db, ids)]
}

function exchangesOf(ids: SQL): SQL {
  return sql`(SELECT id FROM exchanges WHERE column_id IN ${ids})`
}

function removeTexts(db: Db, ids: SQL): Statement[] {
  return [
    statement(db, sql`DELETE FROM columns_fts WHERE rowid IN ${exchangesOf(ids)}`),
    statement(db, sql`DELETE FROM exchange_texts WHERE exchange_id IN ${exchangesOf(ids)}`),
  ]
}

/**
 * Gives the statements that find other witnesses for words that columns no longer have. A word whose
 * stem no exchange has any more goes: nobody is to be asked whether they meant it.
 */
function forgetWords(db: Db, ids: SQL): Statement[] {
  const match = sql`columns_fts MATCH '"' || replace(search_words.language, '-', '')
    || search_words.stem || '"'`
  return [
    statement(
      db,
      sql`UPDATE search_words SET witness = (SELECT rowid FROM columns_fts WHERE ${match} LIMIT 1)
      WHERE witness IN ${exchangesOf(ids)}
        AND NOT EXISTS (SELECT 1 FROM columns_fts WHERE rowid = witness AND ${match})`,
    ),
    statement(db, sql`DELETE FROM search_words WHERE witness IS NULL AND size > 0`),
  ]
}
