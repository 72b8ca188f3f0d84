import { sql } from 'drizzle-orm'
import { bestExchanges } from './best-exchanges.ts'
import { anyStemsOf, foldedWords, quoted, termsOf, tokens } from './full-text.ts'
import type { Db } from './schema.ts'
import { rows } from './statement.ts'

const MOST = 3
/** A question says what a letter is about; of the letter itself its most frequent words do. */
const QUESTION_WORDS = 20
const LETTER_WORDS = 20
const SENTENCE_CHARACTERS = 240

/** A printed exchange that may have answered somebody already. */
export type Near = {
  columnId: string
  slug: string
  headline: string
  /** Its position, where its column has several. */
  anchor: number | undefined
  /** The reply's first sentence. */
  sentence: string
}

type Asked = { question: string; letter: string; language: string }

/** Gives the exchanges nearest to a question and a letter, nearest first: at most three. */
export async function nearestExchanges(db: Db, asked: Asked): Promise<Near[]> {
  const [near] = await db.batch([exchangesNear(db, asked)])
  return nearOf(near, asked.language)
}

type Row = Omit<Near, 'anchor' | 'sentence'> & {
  position: number
  exchanges: number
  opening: string
}

/** Gives the query for them, for a batch; nothing is near to a text without a word. */
export function exchangesNear(db: Db, { question, letter, language }: Asked) {
  const asked = tokens(question, language).slice(0, QUESTION_WORDS)
  const told = frequent(letter, language).slice(0, LETTER_WORDS)
  const looked = anyStemsOf([...new Set([...asked, ...told])], language).map((stem) => {
    return { match: quoted(termsOf([stem], language)), stem, isWord: true, share: 0 }
  })
  return rows<Row>(
    db,
    sql`WITH ${bestExchanges(looked, language, MOST)}
    SELECT columns.id AS columnId, columns.slug,
      coalesce(exchanges.headline, columns.headline) AS headline, exchanges.position,
      (SELECT count(*) FROM exchanges AS others WHERE others.column_id = columns.id) AS exchanges,
      substr(exchange_texts.reply, 1, 1000) AS opening
    FROM best
    JOIN exchanges ON exchanges.id = best.rowid
    JOIN columns ON columns.id = exchanges.column_id
    JOIN exchange_texts ON exchange_texts.exchange_id = exchanges.id
    ORDER BY best.rank`,
  )
}

/** Reads what that query gave. */
export function nearOf(near: Row[], language: string): Near[] {
  return near.map(({ exchanges, opening, position, ...row }) => ({
    ...row,
    anchor: exchanges > 1 ? position : undefined,
    sentence: firstSentence(opening, language),
  }))
}

/** A letter's telling words, the most frequent first: what it comes back to is what it is about. */
function frequent(letter: string, language: string): string[] {
  const counts = new Map<string, number>()
  for (const word of foldedWords(letter)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return tokens(letter, language).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}

function firstSentence(text: string, language: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(flat)
  const sentence = first?.segment.trim() ?? ''
  if (sentence.length <= SENTENCE_CHARACTERS) return sentence
  return `${sentence.slice(0, SENTENCE_CHARACTERS).replace(/\s+\S*$/, '')}…`
}
