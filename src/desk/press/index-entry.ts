import { type SQL, sql } from 'drizzle-orm'
import { foldedWords, stemOf, stems } from '../../full-text.ts'
import type { Db, Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import type { Plate } from '../publishing/plate.ts'

/** What is indexed of a longer word cannot be mistyped for another. */
const LONGEST_WORD = 30

type Texts = { headline: string; question: string; letter: string; reply: string }

/** An exchange as the search finds it. */
export type IndexEntry = {
  /** The stems of its texts' words. */
  stems: Texts
  /** Its words, each once: size, word, backwards, stem. The first is the empty word. */
  words: [number, string, string, string][]
}

/** Makes the entry of an exchange. */
export function indexEntry(texts: Texts, language: string): IndexEntry {
  const words = [...new Set(foldedWords(Object.values(texts).join('\n')))]
  return {
    stems: {
      headline: stems(texts.headline, language),
      question: stems(texts.question, language),
      letter: stems(texts.letter, language),
      reply: stems(texts.reply, language),
    },
    words: ['', ...words].flatMap((word) => {
      const letters = [...word]
      if (letters.length > LONGEST_WORD) return []
      return [[letters.length, word, letters.reverse().join(''), stemOf(word, language)]]
    }),
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
  const words = exchanges.map(({ language, entry }) => ({ language, words: entry.words }))
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
    statement(
      db,
      sql`INSERT INTO search_words (language, size, word, backwards, stem)
      SELECT entry.value ->> 'language', word.value ->> 0, word.value ->> 1, word.value ->> 2,
        word.value ->> 3
      FROM json_each(${JSON.stringify(words)}) AS entry, json_each(entry.value -> 'words') AS word
      WHERE true ON CONFLICT DO UPDATE SET uses = uses + 1 + uses / 8
        WHERE random() % (1 + uses / 8) = 0`,
    ),
  ]
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
