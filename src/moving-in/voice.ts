import { small, wordSet } from './wording.ts'

/** Words of somebody who tells of themselves, and of somebody who speaks to them. */
const FIRST = wordSet('i me my mine myself saya aku gue gua kami')
const SECOND = wordSet('you your yours yourself anda kamu kau engkau')
/** In Indonesian both stand at a word's end, too; these words only end like that. */
const NO_FIRST = /^(?:perilaku|berlaku|pelaku)/
const NO_SECOND = /^(?:bertemu|menemu)/
const WITH_ENDING = 5
const WORD = /[\p{L}\p{N}]+/gu
const QUOTATIONS = /[“"][^“”"]{0,600}[”"]/gu
/** A block counts for no more, however long it is. */
const MOST = 4

/**
 * Tells whose voice a text has: above 0 for a writer's, who tells of themselves; below 0 for a
 * columnist's, who speaks to the writer; from 4 to -4. What is quoted does not count.
 */
export function voiceOf(text: string): number {
  const words = wordsIn(text.replace(QUOTATIONS, ' '))
  const [first, second] = [words.filter(isFirst).length, words.filter(isSecond).length]
  return Math.max(-MOST, Math.min(MOST, first - 1.5 * second))
}

/** Gives the words of a text, small; “I’m” is two. */
export function wordsIn(text: string): string[] {
  return small(text).match(WORD) ?? []
}

/** Whether a small word is said of whoever speaks. */
export function isFirst(word: string): boolean {
  if (FIRST.has(word)) return true
  return word.endsWith('ku') && word.length >= WITH_ENDING && !NO_FIRST.test(word)
}

/** Whether a small word is said to whoever is spoken to. */
export function isSecond(word: string): boolean {
  if (SECOND.has(word)) return true
  return word.endsWith('mu') && word.length >= WITH_ENDING && !NO_SECOND.test(word)
}

const LANGUAGES = {
  en: wordSet('the and of to is that you my was have for with not'),
  id: wordSet('yang dan di saya itu tidak dengan untuk ini ada anda akan kami'),
}

/** Tells the language of a text by its commonest words; null where neither has the more. */
export function languageOf(text: string): string | null {
  const words = wordsIn(text)
  const counts = Object.entries(LANGUAGES).map(([language, known]) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  }))
  const [first, second] = counts.sort((one, other) => other.count - one.count)
  return first && second && first.count > second.count * 1.5 ? first.language : null
}
