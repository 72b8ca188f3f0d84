import { functionWordsOf, stemOf, weakWordsOf } from '../full-text.ts'
import { expressions, hasSynonyms } from './synonyms.ts'

/** A word with its stem, and about how many exchanges have it. */
export type Word = { word: string; stem: string; uses: number }

const known = new Map<string, Word[]>()

/**
 * Gives the words that a language's own lists hold, its function words, its weak words and those of its synonyms: a
 * mistyped word may have been meant to be one of them, too. They count as used once.
 */
export function commonWords(language: string): Word[] {
  const words = known.get(language) ?? read(language)
  if (hasSynonyms()) known.set(language, words)
  return words
}

function read(language: string): Word[] {
  const single = expressions(language).filter((expression) => expression.length === 1)
  const words = new Set([...functionWordsOf(language), ...weakWordsOf(language), ...single.flat()])
  return [...words].map((word) => ({ word, stem: stemOf(word, language), uses: 1 }))
}
