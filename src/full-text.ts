import { en } from './full-text/en.ts'
import { id } from './full-text/id.ts'
import type { LanguageWords } from './full-text/language-words.ts'

/** Languages with stems and function words; in any other, words are folded only. */
const LANGUAGES: Record<string, LanguageWords | undefined> = { en, id }

/** A word as it stands in a text: the same words, in the same order, as `stems` gives. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}\p{M}]+)*/gu

/** Whether the words of a language are known by their stems, or must be found by their beginnings. */
export function hasStems(language: string): boolean {
  return LANGUAGES[language] !== undefined
}

/** Writes a word as it is compared: lower case, without accents, apostrophes and the possessive. */
export function fold(word: string): string {
  return withoutAccents(word.toLowerCase())
    .replace(/(?<=..)['’]s$/, '')
    .replace(/['’]/g, '')
}

const LETTER = '[\\p{L}\\p{N}\\p{M}]'
/** The possessive, and an apostrophe within a word: beginning with the rare letter, it is quick to find. */
const APOSTROPHE = new RegExp(
  `['’](?:(?<=${LETTER}{2}.)s(?!['’]?${LETTER})|(?<=${LETTER}.)(?=${LETTER}))`,
  'gu',
)
/** What may have an accent: all but Latin letters and signs, and what texts are set with. */
const ACCENTED = /[^\t\n\r -\u00bf\u2010-\u2027]/

/** Folds a whole text as `fold` does a word. What is between the words stays. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  return (ACCENTED.test(lower) ? withoutAccents(lower) : lower).replace(APOSTROPHE, '')
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}

/** Splits a text into its words, folded, in order. */
export function foldedWords(text: string): string[] {
  return (text.match(WORD) ?? []).map(fold)
}

/** Takes from a folded word what it has by grammar alone. */
export function stemOf(word: string, language: string): string {
  return LANGUAGES[language]?.stem(word) ?? word
}

/** Gives the other stems under which the index may have a folded word. */
export function variantsOf(word: string, language: string): string[] {
  const words = LANGUAGES[language]
  return words?.variants?.(word, words.stem(word)) ?? []
}

/** Tells whether a folded word says nothing of what a text is about. */
export function isFunctionWord(word: string, language: string): boolean {
  return functionWordsOf(language).has(word)
}

/** Tells whether a folded word, in any of its forms, says little of what a text is about. */
export function isWeakWord(word: string, language: string): boolean {
  return weakStemsOf(language).has(stemOf(word, language))
}

const weakStems = new Map<string, Set<string>>()

function weakStemsOf(language: string): Set<string> {
  const known = weakStems.get(language)
  if (known) return known
  const made = new Set([...weakWordsOf(language)].map((word) => stemOf(word, language)))
  weakStems.set(language, made)
  return made
}

/** Gives the folded words of a language that say little of what a text is about. */
export function weakWordsOf(language: string): Set<string> {
  return LANGUAGES[language]?.weakWords ?? new Set()
}

/** Gives the folded words of a language that say nothing of what a text is about. */
export function functionWordsOf(language: string): Set<string> {
  return LANGUAGES[language]?.functionWords ?? new Set()
}

/** A word of a text, folded, and its stem. */
export type Word = { folded: string; stem: string }

export type WordReader = (text: string, language: string) => Word[]

/** How many words a reader remembers, some 20 MB. */
const REMEMBERED = 100_000

/**
 * Gives a reader of texts that splits them into their words, in order, and works out each word once:
 * one reader for many texts spares most of the work.
 */
export function wordReader(): WordReader {
  const lexicons = new Map<string, Map<string, Word>>()
  return (text, language) => {
    const lexicon = lexicons.get(language) ?? new Map<string, Word>()
    if (lexicon.size > REMEMBERED) lexicon.clear()
    lexicons.set(language, lexicon)
    return (text.match(WORD) ?? []).map((written) => {
      const known = lexicon.get(written)
      if (known) return known
      const folded = fold(written)
      const word = { folded, stem: stemOf(folded, language) }
      lexicon.set(written, word)
      return word
    })
  }
}

/** Gives the stems of a text's words, one for one and in order, as the index holds them. */
export function stems(text: string, language: string): string {
  const words = wordReader()(text, language)
  return words.map(({ stem }) => stem).join(' ')
}

/**
 * Splits any text into its telling words: folded, each once, in order, without the language's
 * function words unless the text has nothing else.
 */
export function tokens(text: string, language: string): string[] {
  const unique = [...new Set(foldedWords(text))]
  const telling = unique.filter((token) => !isFunctionWord(token, language))
  return telling.length > 0 ? telling : unique
}

/**
 * Gives what an exchange is asked by in a line: its own headline or its column's standfirst, and the
 * address, which is the editors' own word for what the column is about.
 */
export function questionOf({ headline, slug }: { headline: string; slug: string }): string {
  return `${headline} ${slug.replaceAll('-', ' ')}`
}

/** Gives all stems under which the columns' index may have any of the folded words, each once. */
export function anyStemsOf(words: string[], language: string): string[] {
  const any = words.flatMap((word) => [stemOf(word, language), ...variantsOf(word, language)])
  return [...new Set(any)]
}

/** Gives the same as terms, as the columns' index has them. */
export function anyTermsOf(words: string[], language: string): string[] {
  return anyStemsOf(words, language).map((stem) => termsOf([stem], language))
}

/** Gives an FTS5 expression that matches rows with any of the words; each is quoted. */
export function anyOf(words: string[], language: string): string {
  return anyTermsOf(words, language).map(quoted).join(' OR ')
}

/** Quotes words that follow one another for FTS5. */
export function quoted(words: string): string {
  return `"${words.replaceAll('"', '')}"`
}

/** Writes stems as the columns' index has them: with their language before them, each by itself. */
export function termsOf(stems: string[], language: string): string {
  const tag = language.replaceAll('-', '')
  return stems.map((stem) => tag + stem).join(' ')
}
