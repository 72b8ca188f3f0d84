import { lists } from './lists.ts'

/** A word of a letter, without a possessive ’s; `gap` is what stands before it, from the last word or number. */
export type Word = {
  text: string
  lower: string
  start: number
  end: number
  gap: string
  hasCapital: boolean
  /** A capital that says nothing: at the start of a sentence, in a greeting, in a line of capitals. */
  isWeak: boolean
  isHarmless: boolean
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*/gu
const SENTENCE_START = /[.!?:…\n"“‘(•*>]|^ *[—–-] /
/** Endings of departments, subjects and schemes: “Payments”, “Youth Mobility”, “Ethics”. */
const ABSTRACT = /(?:tions?|ments?|ity|ship|isms?|ology|ics|ware)$/
const GREETING = /^(?:dear|hi|hello|hey|hiya|halo|hai|yth|kepada)$/

/** Gives the words of a letter, with what their capitals say. */
export function wordsOf(text: string, language: string): Word[] {
  const words = plainWords(text)
  const inLower = new Set(words.filter(({ hasCapital }) => !hasCapital).map(({ lower }) => lower))
  let isGreeting = false
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1]
    isGreeting = (isGreeting && word.gap === ' ' && word.hasCapital) || GREETING.test(word.lower)
    word.isWeak =
      !previous ||
      isGreeting ||
      GREETING.test(previous.lower) ||
      (SENTENCE_START.test(word.gap) && !isAbbreviated(previous, word.gap))
    word.isHarmless ||= inLower.has(word.lower) && !isGivenName(word)
  }
  weakenLines(words, openersOf(language))
  return words
}

/** Gives the words that begin sentences in a language. */
export function openersOf(language: string): Set<string> {
  const { openers } = lists()
  return openers[language] ?? openers.en ?? new Set()
}

/** Tells whether a word is a given name; of “Carol-Ann”, not of “Rose-tinted”, one part is enough. */
export function isGivenName({ text, lower }: { text: string; lower: string }): boolean {
  const isDouble = /^\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)+$/u.test(text)
  const parts = isDouble ? lower.split('-') : [lower]
  return parts.some((part) => isOnlyName(part) || lists().namesAndWords.has(part))
}

/** Tells whether a word, in lower case, is a given name and nothing else. */
export function isOnlyName(lower: string): boolean {
  return lists().givenNames.has(lower)
}

function plainWords(text: string): Word[] {
  const phrases = [...text.matchAll(lists().harmlessPhrases)]
  const isInPhrase = new Uint8Array(text.length)
  for (const { index, 0: phrase } of phrases) isInPhrase.fill(1, index, index + phrase.length)
  let before = 0
  return [...text.matchAll(WORD)].map(({ index, 0: whole }) => {
    const plain = whole.replace(/(?:[’']s|-(?:nya|ku|mu))$/, '')
    const lower = plain.toLowerCase().replaceAll('’', "'")
    const gap = text.slice(before, index).replace(/^.*\d/s, '')
    before = index + whole.length
    return {
      text: plain,
      lower,
      start: index,
      end: index + plain.length,
      gap,
      hasCapital: /^\p{Lu}/u.test(plain),
      isWeak: false,
      isHarmless: isInPhrase[index] === 1 || isHarmless(plain, lower),
    }
  })
}

function isHarmless(text: string, lower: string): boolean {
  const parts = lower.split('-')
  return (
    /^\p{Lu}+(?:s|-\p{L}+)?$/u.test(text) ||
    /^i'/.test(lower) ||
    parts.every((part) => lists().harmless.has(part) || lists().largePlaces.has(part)) ||
    lists().harmless.has(lower) ||
    lists().commonJobs.has(lower) ||
    (ABSTRACT.test(lower) && !isGivenName({ text, lower }))
  )
}

/** “Mr. Tavares” and “J. Harris” go on after their stop. */
function isAbbreviated(previous: Word, gap: string): boolean {
  const isShort = previous.text.length === 1 || previous.lower === 'st'
  return gap === '. ' && (isShort || lists().titles.has(previous.lower))
}

/** In a line such as “— Chained to My Desk” every word has its capital, and none says anything. */
function weakenLines(words: Word[], openers: Set<string>): void {
  const lines: Word[][] = [[]]
  for (const word of words) {
    if (word.gap.includes('\n')) lines.push([])
    lines.at(-1)?.push(word)
  }
  for (const line of lines) {
    const telling = line.filter(({ lower }) => !openers.has(lower))
    const least = /[—–-] ?$/.test(line[0]?.gap ?? '') ? 1 : 3
    const isTitle = telling.length >= least && telling.every(({ hasCapital }) => hasCapital)
    if (isTitle) for (const word of line) word.isWeak = true
  }
}
