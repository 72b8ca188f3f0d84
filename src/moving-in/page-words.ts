import { folded } from './block.ts'
import { signs } from './signs.ts'
import { isFirst, wordsIn } from './voice.ts'

const MARK = /[:|»›>–—]| - /
const LABEL =
  /^(?<label>[^:|»›>–—]{3,60}?)\s*(?:[:|»›>–—]| - )+\s*(?<title>["“'‘(\p{Lu}\d].{2,120})$/u
const PLACE =
  /(?<= )(?:in|from|on|at|di|dari) (?:[\p{Lu}][\p{L}&’'-]*(?: |$)|life(?: |$)|kerja(?: |$))+/gu
/** A line that ends so is somebody's sentence. */
const ENDS_SENTENCE = /(?<!\.\.)[.!?:]["”’)]*$/
const LONGEST = 100
const MOST_WORDS = 16
/** The share of its words that are pages’ own in a line that may be a page’s. */
const MOSTLY = 0.6

/**
 * Tells whether nothing but words of pages stand in a line: “Comments are closed”, “Ukuran teks”. It
 * is doubtful where each of them could be somebody's own, or only most of them are a page's.
 */
export function pageWordsIn(line: string): 'sure' | 'doubtful' | null {
  if (line.length > LONGEST || line.includes('?')) return null
  const all = line.replace(/e-mail/gi, 'email').match(/[\p{L}\p{N}]+/gu) ?? []
  const words = all.filter((word) => /\p{L}/u.test(word)).map((word) => word.toLowerCase())
  if (words.length === 0 || words.length > MOST_WORDS || words.some(isOwn)) return null
  const { telling, things, sayings } = signs().ofPages
  const isTelling = words.some((word) => telling.has(word))
  const known = words.filter(isKnown).length
  const names = all.filter((word, at) => at > 0 && isName(word)).length
  const isThing = words.some((word) => things.has(word))
  const isWith = words.filter((word) => things.has(word) || sayings.has(word)).length > 1
  const isLine = isWith && !ENDS_SENTENCE.test(line)
  if (known < words.length) {
    const isMostly = words.length > 2 && known / Math.max(1, words.length - names) >= MOSTLY
    const isNamed = known + names === words.length && isThing && isLine
    return (isMostly && isTelling) || isNamed ? 'doubtful' : null
  }
  if (isTelling) return 'sure'
  if (!isLine) return null
  return isThing ? 'sure' : 'doubtful'
}

/** Whether somebody says it of themselves; pages say “kami”. */
function isOwn(word: string): boolean {
  return isFirst(word) && word !== 'kami'
}

/** Names, whosever they are, are left out of account. */
function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !isKnown(word.toLowerCase())
}

function isKnown(word: string): boolean {
  const { telling, things, sayings, small } = signs().ofPages
  return [telling, things, sayings, small].some((some) => some.has(word))
}

/** Whether a line leads to another article: words that lead somewhere, a mark, and a title. */
export function isLeadingElsewhere(line: string): boolean {
  const { label, title } = (MARK.test(line) && LABEL.exec(line)?.groups) || {}
  if (!label || !title || /\.["”’)]*$/.test(title) || wordsIn(label).some(isOwn)) return false
  const words = folded(label.replace(PLACE, '')).split(' ')
  const { leading, telling } = signs().ofPages
  const isLabel = (word: string) => isKnown(word) || leading.has(word)
  return words.every(isLabel) && words.some((word) => leading.has(word) || telling.has(word))
}
