import { sql } from 'drizzle-orm'
import { bestExchanges } from '../best-exchanges.ts'
import { topicsIn, yearsIn } from '../columns/lists.ts'
import { isWeakWord, questionOf } from '../full-text.ts'
import type { Db, TopicRow } from '../schema.ts'
import { rows } from '../statement.ts'
import { candidates, corrected } from './correction.ts'
import type { Filter } from './filter.ts'
import { type Finder, finder } from './finder.ts'
import { type Concept, matchOf, type Query } from './query.ts'
import { type Passage, scorer, type Weighed } from './score.ts'
import { type Piece, snippet } from './snippet.ts'

/** How many answers a search gives at most, and among how many they are chosen. */
const MOST = 20
const CANDIDATES = 30
/** Among how many, where it is narrowed to a topic or a year. */
const NARROWED = 1000
/** An answer this much worse than the best one is none. */
const LEAST = 0.1
/** How much rarity tells (a power of its logarithm), and how much of the index's own rank counts. */
const RARITY = 0.7
const RANK = 0.2
/** How much of its rarity a word tells that says little in the language at large. */
const WEAK = 0.7

/** An exchange that answers a search; `anchor` is its position where its column has several. */
export type Hit = {
  slug: string
  headline: string
  publishedAt: string
  position: number
  anchor: number | undefined
  exchangeHeadline: string | null
  snippet: Piece[]
}

export type Answers = {
  hits: Hit[]
  isMore: boolean
  /** The search as it was answered, where mistyped words were put right. */
  corrected: Query | null
  topics: TopicRow[]
  /** The years in which the language has columns, newest first. */
  years: string[]
}

/**
 * Gives the exchanges that answer a search best, best first: at most 20, with the topics and years by
 * which it may be narrowed. One batch; when words have to be put right (never if `isExact`), a second.
 */
export async function search(
  db: Db,
  query: Query,
  { filter = {}, isExact = false }: { filter?: Filter; isExact?: boolean } = {},
): Promise<Answers> {
  const [topicRows, yearRows] = [topicsIn(db, query.language), yearsIn(db, query.language)]
  if (query.concepts.length === 0) {
    const [topics, years] = await db.batch([topicRows, yearRows])
    return { ...NOTHING, topics, years: years.map(({ year }) => year) }
  }
  const [found, forms, alike, topics, yearsFound] = await db.batch([
    exchangesFor(db, query, filter),
    formsOf(db, query),
    candidates(db, query),
    topicRows,
    yearRows,
  ])
  const facets = { topics, years: yearsFound.map(({ year }) => year) }
  const other = isExact ? null : corrected(query, alike, knownBy(forms))
  if (!other || other.concepts.length === 0) {
    return { ...ranked(found, query, forms), ...facets, corrected: null }
  }
  const [again, formsAgain] = await db.batch([exchangesFor(db, other, filter), formsOf(db, other)])
  return { ...ranked(again, other, formsAgain), ...facets, corrected: other }
}

const NOTHING = { hits: [], isMore: false, corrected: null }

type Row = {
  slug: string
  headline: string
  standfirst: string
  published_at: string
  position: number
  exchange_headline: string | null
  exchanges: number
  letter: string
  reply: string
  /** Below nought: the lower, the better. */
  rank: number
}

/**
 * Gives the query for the exchanges with the most and the rarest of what is asked. Where a search is
 * narrowed, they are chosen among the best ones of all.
 */
function exchangesFor(db: Db, { concepts, language }: Query, { topic, year }: Filter) {
  const ways = concepts.flatMap(({ ways }) =>
    ways.map((way) => ({
      match: matchOf(way, language),
      stem: way.stems.reduce((one, other) => (other.length > one.length ? other : one), ''),
      isWord: way.weight === 1 && way.stems.length === 1,
      share: way.isBeginning ? 0.5 ** ((way.stems[0]?.length ?? 0) - 1) : 0,
    })),
  )
  const among = topic === undefined && year === undefined ? CANDIDATES : NARROWED
  return rows<Row>(
    db,
    sql`WITH ${bestExchanges(ways, language, among)}
    SELECT columns.slug, columns.headline, columns.standfirst, columns.published_at,
      exchanges.position, exchanges.headline AS exchange_headline,
      (SELECT count(*) FROM exchanges AS others WHERE others.column_id = columns.id) AS exchanges,
      best.rank, exchange_texts.letter, exchange_texts.reply
    FROM best
    JOIN exchanges ON exchanges.id = best.rowid
    JOIN columns ON columns.id = exchanges.column_id
    JOIN exchange_texts ON exchange_texts.exchange_id = exchanges.id
    WHERE true
      ${
        topic === undefined
          ? sql``
          : sql`AND EXISTS (SELECT 1 FROM column_topics WHERE topic = ${topic}
        AND column_topics.language = ${language} AND column_topics.published_at = columns.published_at
        AND column_topics.column_id = columns.id)`
      }
      ${year === undefined ? sql`` : sql`AND columns.published_at >= ${year} AND columns.published_at < ${`${year}~`}`}
    ORDER BY best.rank LIMIT ${CANDIDATES}`,
  )
}

/** A word of the columns with its stem, and about how many exchanges have it. */
type Form = { stem: string; word: string; uses: number }

/** Gives the query for the forms of a search's words, and for the empty one, which counts all. */
function formsOf(db: Db, { concepts, language }: Query) {
  const stems = new Set(concepts.flatMap(({ ways }) => ways.flatMap(({ stems }) => stems)))
  return rows<Form>(
    db,
    sql`SELECT stem, word, uses FROM search_words
    WHERE language = ${language} AND stem IN (SELECT value FROM json_each(${JSON.stringify(['', ...stems])}))`,
  )
}

/** Makes what tells whether some column says what is asked, in any of its ways. */
function knownBy(forms: Form[]): (concept: Concept) => boolean {
  const known = new Set(forms.map(({ stem }) => stem))
  return ({ ways }) => ways.some(({ stems }) => stems.every((stem) => known.has(stem)))
}

function ranked(found: Row[], query: Query, forms: Form[]) {
  const printed = forms.filter(({ word }) => word !== '')
  const find = finder(query.concepts, printed)
  const score = scorer(weighed(query, forms), find)
  const scored = found
    .map((row) => {
      const { slug, headline, exchange_headline, standfirst, letter, reply } = row
      const question = questionOf({ headline: exchange_headline ?? standfirst, slug })
      const { score: own, passage } = score({ headline, question, letter, reply })
      return { row, passage, score: own - RANK * row.rank }
    })
    .sort((one, other) => other.score - one.score)
  const least = (scored[0]?.score ?? 0) * LEAST
  const answers = scored.filter(({ score }) => score >= least)
  return {
    hits: answers.slice(0, MOST).map(({ row, passage }) => hit(row, passage, find)),
    isMore: answers.length > MOST,
  }
}

/** The rarer a thing is, in whatever words, the more it tells of what is asked. */
function weighed({ concepts, language }: Query, forms: Form[]): Weighed[] {
  const usesOf = new Map<string, number>()
  for (const { stem, uses } of forms) usesOf.set(stem, (usesOf.get(stem) ?? 0) + uses)
  const all = Math.max(1, usesOf.get('') ?? 1)
  return concepts.map((concept) => {
    const said = concept.ways.map(({ stems, weight }) => {
      return weight * Math.min(...stems.map((stem) => usesOf.get(stem) ?? 0))
    })
    const total = said.reduce((sum, one) => sum + one, 0)
    const rarity = Math.log(1 + all / Math.max(total, 0.5)) ** RARITY
    return { ...concept, weight: isWeakWord(concept.word, language) ? WEAK * rarity : rarity }
  })
}

function hit(row: Row, { field, from }: Passage, find: Finder): Hit {
  return {
    slug: row.slug,
    headline: row.headline,
    publishedAt: row.published_at,
    position: row.position,
    anchor: row.exchanges > 1 ? row.position : undefined,
    exchangeHeadline: row.exchange_headline,
    snippet: snippet(row[field], from, find),
  }
}
