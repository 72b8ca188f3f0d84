import { inLanguage, tokens } from '../full-text.ts'
import { clean } from '../text.ts'

/** How much of a question is searched for: a longer one is cut, never refused. */
const CHARACTERS = 200
const WORDS = 12

/** From how many letters on the last word, which may still be being typed, finds longer ones. */
const LAST_WORD = 3
/** The same for every word of a language whose endings the index does not take off. */
const UNSTEMMED_WORD = 4
const STEMMED = 'en'

export type Query = {
  /** All that the reader typed, cleaned. */
  text: string
  /** The part of it that is searched for. */
  searched: string
  /** The full-text expression; null: there is no word to search for. */
  match: string | null
  isCut: boolean
}

/**
 * Makes a safe full-text query of whatever a reader typed: any of its telling words, in columns of
 * the language. Refuses nothing: of more than 200 characters or 12 words, the first are searched.
 */
export function readQuery(typed: string, language: string): Query {
  const text = clean(typed).replace(/\s+/g, ' ')
  const searched = [...text].slice(0, CHARACTERS).join('')
  const words = tokens(searched, language)
  const kept = words.slice(0, WORDS)
  const alternatives = kept.map((word, index) =>
    opens(word, { language, isLast: index === kept.length - 1 })
      ? `"${word}" OR "${word}"*`
      : `"${word}"`,
  )
  return {
    text,
    searched,
    match: kept.length > 0 ? inLanguage(language, alternatives.join(' OR ')) : null,
    isCut: searched !== text || words.length > WORDS,
  }
}

/** Whether a word finds longer ones too; a row with the word itself still comes first. */
function opens(word: string, { language, isLast }: { language: string; isLast: boolean }): boolean {
  const { length } = [...word]
  return (isLast && length >= LAST_WORD) || (language !== STEMMED && length >= UNSTEMMED_WORD)
}
