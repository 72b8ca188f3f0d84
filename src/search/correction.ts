import { type SQL, sql } from 'drizzle-orm'
import { WORD } from '../full-text.ts'
import type { Db } from '../schema.ts'
import { rows } from '../statement.ts'
import { commonWords, type Word } from './common-words.ts'
import { distance, MISSED, SWAPPED, UNLIKELY } from './distance.ts'
import { type Concept, type Query, readQuery } from './query.ts'

/** Shorter words are too like one another to tell which was meant. */
const SHORTEST = 3
/** A stem as short as this may be another word's: it does not make a word a known one. */
const SHORT_STEM = 3
/** From this length on a word may have two errors. */
const TWO_ERRORS = 8
/** From this length on a word's first letter may be the wrong one, and any other an unlikely one. */
const LONG = 6
/** At most so many words like those of a search are read, and of those that begin or end alike. */
const MOST_CANDIDATES = 2000
const MOST_ALIKE = 300
/** So much farther a word seems when it is only its stem that is near. */
const ANOTHER_FORM = 0.3
/** So much nearer a word seems that is a hundred times as common, in edits. */
const COMMONNESS = 0.3
/** By how many letters a word of the index may be longer or shorter. */
const WIDTH = 2
/** After every word that begins with it. */
const LAST = '\u{10ffff}'

/** A word of the index that a mistyped one may have been meant to be. */
export type Candidate = Word & { typed: string }

type Range = {
  typed: string
  stem: string
  /** What longer words begin with that the search finds by it, too. */
  beginning: string | undefined
  size: number
  from: string
  to: string
}

/** The words of a search that the index may not know, each by itself. */
function doubtful({ concepts }: Query): Concept[] {
  return concepts.filter(({ word }) => !word.includes(' ') && [...word].length >= SHORTEST)
}

/** Gives the query for the words of the index that are spelt like a search's unknown ones. */
export function candidates(db: Db, query: Query) {
  const words = doubtful(query)
  return rows<Candidate>(
    db,
    sql`SELECT * FROM (
      ${spelt(query.language, words.flatMap(begunAlike), sql`word`)}
      UNION ALL ${spelt(query.language, words.flatMap(endedAlike), sql`backwards`)})
    LIMIT ${MOST_CANDIDATES}`,
  )
}

/** The unknown ones are few: for a word that the index has, one row is read. */
function spelt(language: string, ranges: Range[], column: SQL): SQL {
  return sql`SELECT range.value ->> 'typed' AS typed, alike.value ->> 0 AS word,
      alike.value ->> 1 AS stem, alike.value ->> 2 AS uses
    FROM json_each(${JSON.stringify(ranges)}) AS range CROSS JOIN json_each((
      SELECT json_group_array(json_array(word, stem, uses)) FROM (
        SELECT word, stem, uses FROM search_words
        WHERE language = ${language} AND size = range.value ->> 'size'
          AND ${column} >= range.value ->> 'from' AND ${column} < range.value ->> 'to'
        LIMIT ${MOST_ALIKE}))) AS alike
    WHERE NOT EXISTS (SELECT 1 FROM search_words AS known
      WHERE known.language = ${language} AND known.stem = range.value ->> 'stem'
        AND (length(known.stem) > ${SHORT_STEM} OR known.word = range.value ->> 'typed'))
    AND NOT EXISTS (SELECT 1 FROM search_words WHERE language = ${language}
      AND stem > range.value ->> 'beginning' AND stem < range.value ->> 'beginning' || ${LAST})`
}

/** Words with the same beginning, and both parts of two words without the space between them. */
function begunAlike(concept: Concept): Range[] {
  const letters = [...concept.word]
  const parts = splits(letters).flat()
  return [
    ...alike(concept, letters),
    ...parts.map((part) => ({
      ...about(concept),
      size: [...part].length,
      from: part,
      to: `${part}\u0000`,
    })),
  ]
}

function endedAlike(concept: Concept): Range[] {
  return alike(concept, [...concept.word].reverse())
}

function alike(concept: Concept, letters: string[]): Range[] {
  const { length } = letters
  const from = letters.slice(0, length < 6 ? 1 : 2).join('')
  return Array.from({ length: 2 * WIDTH + 1 }, (_, index) => ({
    ...about(concept),
    size: length - WIDTH + index,
    from,
    to: from + LAST,
  }))
}

function about({ word, ways }: Concept) {
  const [beginning] = ways.find(({ isBeginning }) => isBeginning)?.stems ?? []
  return { typed: word, stem: ways[0]?.stems[0] ?? word, beginning }
}

function errorsIn(length: number): number {
  if (length === SHORTEST) return SWAPPED
  if (length === SHORTEST + 1) return MISSED
  if (length < LONG) return 1
  return length < TWO_ERRORS ? UNLIKELY : 2
}

function splits(letters: string[]): [string, string][] {
  return letters
    .slice(SHORTEST, 1 - SHORTEST)
    .map((_, index) => index + SHORTEST)
    .map((at) => [letters.slice(0, at).join(''), letters.slice(at).join('')])
}

/**
 * Gives the search with its mistyped words put right, or null when none is. A word that some column
 * has, or the beginning of one, is never put right.
 */
export function corrected(
  query: Query,
  candidates: Candidate[],
  isKnown: (concept: Concept) => boolean,
): Query | null {
  const found = Map.groupBy(candidates, ({ typed }) => typed)
  const better = new Map<number, string>()
  const common = commonWords(query.language)
  for (const concept of doubtful(query)) {
    const unknown = found.get(concept.word)
    const word = unknown && !isKnown(concept) ? meant(concept, [...unknown, ...common]) : null
    if (word && word !== concept.word) better.set(concept.place, word)
  }
  if (better.size === 0) return null
  let place = -1
  const text = query.searched.replace(WORD, (word) => {
    place += 1
    return better.get(place) ?? word
  })
  return readQuery(text, query.language)
}

/** The word that was most likely meant: the fewest errors away, a common one rather than a rare one. */
function meant({ word: typed, ways: [own] }: Concept, candidates: Word[]): string | null {
  const most = errorsIn([...typed].length)
  const ownStem = own?.stems[0] ?? typed
  const mostOfStem = errorsIn([...ownStem].length)
  let best: { word: string; cost: number } | null = null
  for (const { word, stem, uses } of candidates) {
    const errors = Math.min(
      errorsBetween(typed, word, most),
      errorsBetween(ownStem, stem, mostOfStem) + ANOTHER_FORM,
    )
    const cost = errors - (COMMONNESS * Math.log10(uses)) / 2
    if (errors < Number.POSITIVE_INFINITY && (!best || cost < best.cost)) best = { word, cost }
  }
  return best?.word ?? apart(typed, candidates)
}

/** Fingers seldom miss a word's first letter: it may be wrong in a long word, and nothing else then. */
function errorsBetween(typed: string, word: string, most: number): number {
  const isOther = isOtherwiseBegun(typed, word)
  if (isOther && typed.length < LONG) return Number.POSITIVE_INFINITY
  return distance(typed, word, isOther ? Math.min(most, 1) : most)
}

/** Whether two words begin differently, other than by their first two letters being swapped. */
function isOtherwiseBegun(typed: string, word: string): boolean {
  return typed[0] !== word[0] && (typed[0] !== word[1] || typed[1] !== word[0])
}

/** Two known words that were written as one; of several ways the one with the commoner rarer word. */
function apart(typed: string, candidates: Word[]): string | null {
  const uses = new Map(candidates.map(({ word, uses }) => [word, uses]))
  const ways = splits([...typed]).map(([one, other]) => ({
    text: `${one} ${other}`,
    uses: Math.min(uses.get(one) ?? 0, uses.get(other) ?? 0),
  }))
  const [best] = ways.sort((one, other) => other.uses - one.uses)
  return best && best.uses > 0 ? best.text : null
}
