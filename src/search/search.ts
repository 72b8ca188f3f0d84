import { sql } from 'drizzle-orm'
import { topicsIn, yearsIn } from '../columns/lists.ts'
import { inLanguage, isWeakWord } from '../full-text.ts'
import type { Db, TopicRow } from '../schema.ts'
import { rows } from '../statement.ts'
import { candidates, corrected } from './correction.ts'
import type { Filter } from './filter.ts'
import { type Concept, matchOf, type Query } from './query.ts'
import { type Passage, scorer, type Texts, type Weighed } from './score.ts'
import { type Piece, snippet } from './snippet.ts'

/** How many answers a search gives at most, and among how many they are chosen. */
const MOST = 20
const CANDIDATES = 30
/** An answer this much worse than the best one is none. */
const LEAST = 0.1
/** How much rarity tells (a power of its logarithm), and how much of the index's own rank counts. */
const RARITY = 0.7
const RANK = 0.2
/** How much of its rarity a word tells that says little in the language at large. */
const WEAK = 0.7
/**
 * How many times exchanges with a word are looked at for one search, about: so many, and a twentieth
 * of all. Beyond it the commonest words are left out, as they tell least and cost most; but never the
 * rarest that some column has.
 */
const WORK = 3000
const WORK_SHARE = 20

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
  const [found, uses, alike, topics, yearsFound] = await db.batch([
    exchangesFor(db, query, filter),
    usesOf(db, query),
    candidates(db, query),
    topicRows,
    yearRows,
  ])
  const facets = { topics, years: yearsFound.map(({ year }) => year) }
  const first = ranked(found, query, uses)
  const other = isExact ? null : corrected(query, alike, (concept) => first.met.has(concept))
  if (!other || other.concepts.length === 0) return { ...first, ...facets, corrected: null }
  const [again, usesAgain] = await db.batch([exchangesFor(db, other, filter), usesOf(db, other)])
  return { ...ranked(again, other, usesAgain), ...facets, corrected: other }
}

const NOTHING = { hits: [], isMore: false, corrected: null }

type Row = Texts & {
  slug: string
  column_headline: string
  published_at: string
  position: number
  exchange_headline: string | null
  exchanges: number
  letter_text: string
  reply_text: string
  /** Below nought: the lower, the better. */
  rank: number
}

/** Names are given to what a batch would otherwise mix up: D1 gives its rows by column name. */
function exchangesFor(db: Db, { concepts, language }: Query, { topic, year }: Filter) {
  const ways = concepts.flatMap(({ ways }) =>
    ways.map((way) => ({
      match: matchOf(way),
      stem: way.stems.reduce((one, other) => (other.length > one.length ? other : one), ''),
      isWord: way.weight === 1 && way.stems.length === 1,
      share: way.isBeginning ? 0.5 ** ((way.stems[0]?.length ?? 0) - 1) : 0,
    })),
  )
  const [before, after] = inLanguage(language, '\n').split('\n')
  return rows<Row>(
    db,
    sql`WITH
    every AS (SELECT coalesce(max(uses), 0) AS uses FROM search_words
      WHERE language = ${language} AND size = 0 AND word = ''),
    ways AS (
      SELECT key, value ->> 'match' AS match, value ->> 'isWord' AS is_word,
        coalesce((SELECT sum(uses) FROM search_words
          WHERE language = ${language} AND stem = value ->> 'stem'), 0)
        + (value ->> 'share') * (SELECT uses FROM every) AS uses
      FROM json_each(${JSON.stringify(ways)}))
    SELECT columns.slug, columns.headline AS column_headline, columns.published_at,
      exchanges.position, exchanges.headline AS exchange_headline,
      (SELECT count(*) FROM exchanges AS others WHERE others.column_id = columns.id) AS exchanges,
      columns_fts.rank, columns_fts.headline, question, columns_fts.letter, columns_fts.reply,
      exchange_texts.letter AS letter_text, exchange_texts.reply AS reply_text
    FROM columns_fts
    JOIN exchanges ON exchanges.id = columns_fts.rowid
    JOIN exchange_texts ON exchange_texts.exchange_id = exchanges.id
    JOIN columns ON columns.id = exchanges.column_id
    WHERE columns_fts MATCH (SELECT ${before} || group_concat(match, ' OR ') || ${after} FROM (
        SELECT match, uses, is_word, sum(uses) OVER (ORDER BY uses, key) AS work,
          min(uses) FILTER (WHERE is_word AND uses > 0) OVER () AS least FROM ways)
      WHERE work <= ${WORK} + (SELECT uses FROM every) / ${WORK_SHARE} OR (is_word AND uses = least))
      ${
        topic === undefined
          ? sql``
          : sql`AND EXISTS (SELECT 1 FROM column_topics WHERE topic = ${topic}
        AND column_topics.language = ${language} AND column_topics.published_at = columns.published_at
        AND column_topics.column_id = columns.id)`
      }
      ${year === undefined ? sql`` : sql`AND columns.published_at >= ${year} AND columns.published_at < ${`${year}~`}`}
    ORDER BY rank LIMIT ${CANDIDATES}`,
  )
}

type Uses = { stem: string; uses: number }

/** Gives the query for how many exchanges have each word of a search; the empty one for all of them. */
function usesOf(db: Db, { concepts, language }: Query) {
  const stems = new Set(concepts.flatMap(({ ways }) => ways.flatMap(({ stems }) => stems)))
  return rows<Uses>(
    db,
    sql`SELECT stem, sum(uses) AS uses FROM search_words
    WHERE language = ${language} AND stem IN (SELECT value FROM json_each(${JSON.stringify(['', ...stems])}))
    GROUP BY stem`,
  )
}

function ranked(found: Row[], query: Query, uses: Uses[]) {
  const concepts = weighed(query, uses)
  const score = scorer(concepts)
  const scored = found
    .map((row) => {
      const scored = score(row)
      return { row, ...scored, score: scored.score - RANK * row.rank }
    })
    .sort((one, other) => other.score - one.score)
  const least = (scored[0]?.score ?? 0) * LEAST
  const answers = scored.filter(({ score }) => score >= least)
  return {
    hits: answers.slice(0, MOST).map(({ row, passage }) => hit(row, passage)),
    isMore: answers.length > MOST,
    met: new Set<Concept>(
      query.concepts.filter((_, index) => scored.some(({ met }) => met.has(index))),
    ),
  }
}

/** The rarer a thing is, in whatever words, the more it tells of what is asked. */
function weighed({ concepts, language }: Query, uses: Uses[]): Weighed[] {
  const usesOf = new Map(uses.map(({ stem, uses }) => [stem, uses]))
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

function hit(row: Row, passage: Passage): Hit {
  return {
    slug: row.slug,
    headline: row.column_headline,
    publishedAt: row.published_at,
    position: row.position,
    anchor: row.exchanges > 1 ? row.position : undefined,
    exchangeHeadline: row.exchange_headline,
    snippet: snippet(passage.field === 'reply' ? row.reply_text : row.letter_text, passage),
  }
}
