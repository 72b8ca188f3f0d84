import {
  foldedWords,
  hasStems,
  isFunctionWord,
  quoted,
  stemOf,
  termsOf,
  variantsOf,
} from '../full-text.ts'
import { clean } from '../text.ts'
import { synonymsAt } from './synonyms.ts'

/** How much of a question is searched for: a longer one is cut, never refused. */
const CHARACTERS = 300
const WORDS = 16

/** From how many letters on the last word, which may still be being typed, finds longer ones. */
const LAST_WORD = 3
/** The same for every word of a language whose endings the index does not take off. */
const UNSTEMMED_WORD = 4

/** How much of a word's weight what may be meant by it has. */
const SYNONYM = 0.3
const BEGINNING = 0.4
/** At most so many ways to say a thing are looked for. */
const WAYS = 12

/** One way to say a thing: stems that follow one another, or the beginning of one. */
export type Way = { stems: string[]; weight: number; isBeginning: boolean }

/** A thing that a search asks for, and all ways to say it: its own words first. */
export type Concept = {
  /** The folded word that stands for it in the search. */
  word: string
  /** Where it stands among the words of the search. */
  place: number
  ways: Way[]
}

export type Query = {
  /** All that the reader typed, cleaned. */
  text: string
  /** The part of it that is searched for. */
  searched: string
  language: string
  concepts: Concept[]
  isCut: boolean
}

/**
 * Makes a search of whatever a reader typed: its telling words, each with all the ways to say it.
 * Refuses nothing: of more than 300 characters or 16 words, the first are searched.
 */
export function readQuery(typed: string, language: string): Query {
  const text = clean(typed).replace(/\s+/g, ' ')
  const searched = [...text].slice(0, CHARACTERS).join('')
  const words = foldedWords(searched)
  const all = conceptsOf(words, language)
  const concepts = all.slice(0, WORDS)
  const isCut = searched !== text || all.length > WORDS
  return { text, searched, language, concepts, isCut }
}

/** Small words are looked for when there are no others. */
function conceptsOf(words: string[], language: string): Concept[] {
  const stems = words.map((word) => stemOf(word, language))
  const found: Concept[] = []
  const seen = new Set<string>()
  const add = (place: number, others: string[][]) => {
    const [word = '', stem = ''] = [words[place], stems[place]]
    if (seen.has(stem)) return
    seen.add(stem)
    const ways = [
      ...[stem, ...variantsOf(word, language)].map((one) => way([one])),
      ...(opens(word, language, place === words.length - 1) ? [way([stem], BEGINNING, true)] : []),
      ...others.map((stems) => way(stems, SYNONYM)),
    ]
    found.push({ word, place, ways: ways.slice(0, WAYS) })
  }
  for (let place = 0; place < words.length; ) {
    const expression = synonymsAt(stems, place, language)
    const length = expression?.length ?? 1
    if (expression && length > 1) {
      addExpression(found, { words, stems, place, expression, language })
      for (let at = place; at < place + length; at += 1) seen.add(stems[at] ?? '')
    } else if (expression || !isFunctionWord(words[place] ?? '', language)) {
      add(place, expression?.others ?? [])
    }
    place += length
  }
  if (found.length === 0) for (const place of words.keys()) add(place, [])
  return found
}

type Spoken = {
  words: string[]
  stems: string[]
  place: number
  expression: { length: number; others: string[][] }
  language: string
}

/** Several words that mean one thing: a text that has one of them may still be meant. */
function addExpression(found: Concept[], { words, stems, place, expression, language }: Spoken) {
  const { length, others } = expression
  const end = place + length
  const own = stems.slice(place, end)
  const parts = own.filter((_, index) => !isFunctionWord(words[place + index] ?? '', language))
  const ways = [
    way(own),
    ...others.map((stems) => way(stems, SYNONYM)),
    ...parts.map((stem) => way([stem], SYNONYM)),
  ]
  found.push({ word: words.slice(place, end).join(' '), place, ways: ways.slice(0, WAYS) })
}

function way(stems: string[], weight = 1, isBeginning = false): Way {
  return { stems, weight, isBeginning }
}

/** Whether a word finds longer ones too; a row with the word itself still comes first. */
function opens(word: string, language: string, isLast: boolean): boolean {
  const { length } = [...word]
  return (isLast && length >= LAST_WORD) || (!hasStems(language) && length >= UNSTEMMED_WORD)
}

/** Writes a way as an FTS5 expression. */
export function matchOf({ stems, isBeginning }: Way, language: string): string {
  return quoted(termsOf(stems, language)) + (isBeginning ? '*' : '')
}
