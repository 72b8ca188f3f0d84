import { eq, sql } from 'drizzle-orm'
import { anyOf, foldedWords, tokens } from './full-text.ts'
import { columns, columnsFts, type Db, exchanges, exchangeTexts } from './schema.ts'

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
  return nearOf(await exchangesNear(db, asked), asked.language)
}

/** Gives the query for them, for a batch; nothing is near to a text without a word. */
export function exchangesNear(db: Db, { question, letter, language }: Asked) {
  const asked = tokens(question, language).slice(0, QUESTION_WORDS)
  const told = frequent(letter, language).slice(0, LETTER_WORDS)
  const words = [...new Set([...asked, ...told])]
  return db
    .select({
      columnId: columns.id,
      slug: columns.slug,
      headline: sql<string>`coalesce(${exchanges.headline}, ${columns.headline})`,
      position: exchanges.position,
      exchanges: db.$count(exchanges, eq(exchanges.columnId, columns.id)),
      opening: sql<string>`substr(${exchangeTexts.reply}, 1, 1000)`,
    })
    .from(columnsFts)
    .innerJoin(exchanges, eq(exchanges.id, columnsFts.rowid))
    .innerJoin(exchangeTexts, eq(exchangeTexts.exchangeId, exchanges.id))
    .innerJoin(columns, eq(columns.id, exchanges.columnId))
    .where(sql`${columnsFts} MATCH ${words.length > 0 ? anyOf(words, language) : '""'}`)
    .orderBy(columnsFts.rank)
    .limit(MOST)
}

/** Reads what that query gave. */
export function nearOf(rows: Awaited<ReturnType<typeof exchangesNear>>, language: string): Near[] {
  return rows.map(({ exchanges, opening, position, ...row }) => ({
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
