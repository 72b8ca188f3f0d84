import { type SQL, sql } from 'drizzle-orm'
import { type WordReader, wordReader } from '../../full-text.ts'
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
  /** The stems of its texts' words. */
  stems: Texts
  /** Its words, folded, each once, with their stems. The first is the empty word. */
  words: Map<string, string>
}

/** Makes the entry of an exchange; `read` is the reader of many exchanges' texts. */
export function indexEntry(
  texts: Texts,
  language: string,
  read: WordReader = wordReader(),
): IndexEntry {
  const words = new Map([['', '']])
  const stems = (text: string) => {
    const found = read(text, language)
    for (const { folded, stem } of found) words.set(folded, stem)
    return found.map(({ stem }) => stem).join(' ')
  }
  return {
    stems: {
      headline: stems(texts.headline),
      question: stems(texts.question),
      letter: stems(texts.letter),
      reply: stems(texts.reply),
    },
    words,
  }
}

/** Gives the statements that put exchanges, which are there by now, into the search. */
export function indexed(db: Db, plates: Plate[]): Statement[] {
  const exchanges = plates.flatMap(({ id, language, exchanges }) =>
    exchanges.map((exchange) => ({ column: id, language, ...exchange })),
  )
  const texts = exchanges.map(({ column, position, letter, reply }) => {
    return { column, position, letter, reply }
  })
  const entries = exchanges.map(({ column, language, position, entry }) => {
    return { column, language, position, ...entry.stems }
  })
  return [
    statement(
      db,
      sql`INSERT INTO exchange_texts (exchange_id, letter, reply)
      SELECT exchanges.id, value ->> 'letter', value ->> 'reply'
      FROM json_each(${JSON.stringify(texts)}) JOIN exchanges
        ON exchanges.column_id = value ->> 'column' AND exchanges.position = value ->> 'position'`,
    ),
    statement(
      db,
      sql`INSERT INTO columns_fts (rowid, headline, question, letter, reply, column_id, language)
      SELECT exchanges.id, value ->> 'headline', value ->> 'question', value ->> 'letter',
        value ->> 'reply', value ->> 'column', value ->> 'language'
      FROM json_each(${JSON.stringify(entries)}) JOIN exchanges
        ON exchanges.column_id = value ->> 'column' AND exchanges.position = value ->> 'position'`,
    ),
    ...counted(db, wordsOf(exchanges)),
  ]
}

function counted(db: Db, words: unknown[]): Statement[] {
  if (words.length > AT_ONCE)
    return [...counted(db, words.slice(0, AT_ONCE)), ...counted(db, words.slice(AT_ONCE))]
  return [
    statement(
      db,
      // A common word is mostly left as it is, and else raised by so much the more.
      sql`INSERT INTO search_words (language, size, word, backwards, stem, uses)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
      FROM json_each(${JSON.stringify(words)}) WHERE true
      ON CONFLICT DO UPDATE SET uses = uses + max(excluded.uses, 1 + uses / 8)
        WHERE abs(random() % (1 + uses / 8)) < excluded.uses`,
    ),
  ]
}

/** The words of all exchanges, each once: language, size, word, backwards, stem, uses. */
function wordsOf(exchanges: { language: string; entry: IndexEntry }[]) {
  const words = new Map<string, { language: string; word: string; stem: string; uses: number }>()
  for (const { language, entry } of exchanges) {
    for (const [word, stem] of entry.words) {
      const key = `${language} ${word}`
      const known = words.get(key)
      if (known) known.uses += 1
      else words.set(key, { language, word, stem, uses: 1 })
    }
  }
  return [...words.values()].flatMap(({ language, word, stem, uses }) => {
    const letters = [...word]
    if (letters.length > LONGEST_WORD) return []
    return [[language, letters.length, word, letters.reverse().join(''), stem, uses]]
  })
}

/**
 * Gives the statements that take columns out of the search, while their exchanges are there still. A
 * word that no other exchange has goes with them: nobody is to be asked whether they meant it.
 */
export function removeIndexed(db: Db, ids: SQL): Statement[] {
  const exchanges = sql`(SELECT id FROM exchanges WHERE column_id IN ${ids})`
  // Stems are letters and digits: with quotes between them they are JSON.
  const list = sql`'["' || replace(concat_ws(' ', headline, question, letter, reply), ' ', '","') || '"]'`
  return [
    statement(
      db,
      sql`DELETE FROM search_words WHERE size > 0 AND (language, stem) IN (
        SELECT language, stem.value FROM (SELECT language, ${list} AS stems FROM columns_fts
          WHERE rowid IN ${exchanges}), json_each(iif(json_valid(stems), stems, '[]')) AS stem)
      AND NOT EXISTS (SELECT 1 FROM columns_fts WHERE columns_fts MATCH
        'language : "' || search_words.language || '" AND "' || search_words.stem || '"'
        AND rowid NOT IN ${exchanges})`,
    ),
    statement(db, sql`DELETE FROM columns_fts WHERE rowid IN ${exchanges}`),
    statement(db, sql`DELETE FROM exchange_texts WHERE exchange_id IN ${exchanges}`),
  ]
}
