import { type Block, escaped, guarded, opensInMarks, type Remark, reworded } from './block.ts'
import { SENTENCE_END } from './head-line.ts'
import { greetingOf, markerOf, numbered } from './markers.ts'
import { isClosing, nameIn } from './signoff.ts'
import { signs } from './signs.ts'
import { isFirst, wordsIn } from './voice.ts'
import { wordSet } from './wording.ts'

/** A line of more words is somebody's own, however it ends. */
const MOST_WORDS = 16
/** In words: a paragraph of more speaks of pages, and is none's. */
const LONGEST_NOTICE = 34
/** In words: what stands behind a paragraph's last sentence, and is shorter than that. */
const LONGEST_TAIL = 14
/** A name that nothing marks. */
const LONGEST_NAME = 6
/** How a line ends that goes on, or is one of several: “Yours,”, “Say this:”. */
const GOES_ON = /[,:;—–-]["”’)]*$/
/** Somebody whom a column tells of: “Delete the post, and mute her comments.” */
const TOLD_OF = wordSet('he she him her his hers himself herself dia ia beliau')
const TAIL = /^(?<rest>.*\p{L}[.?!…]["”’)]*)\s+(?<tail>[^.?!…]{3,110})$/su

export const AMONG = 'a line among paragraphs that is no sentence'
export const BELOW = 'below the column’s end'
const NOTICE = 'what the old page said of itself'

/**
 * Takes out what strayed among a column's paragraphs, by its shape alone: lines that are no sentences, what a
 * page says of itself, and what is glued to a paragraph's end. A signoff, headings, and what stands right
 * above words to say are lines, too, and stay.
 */
export function withoutStrays(given: Block[], remarks: Remark[]): Block[] {
  const end = endOf(given)
  const leave = ({ line, text }: Block, reason: string) => {
    remarks.push({ kind: 'left', line, reason, text })
  }
  return given.flatMap((one, at) => {
    if (at > end) {
      if (one.kind !== 'rule') leave(one, BELOW)
      return []
    }
    if (isNotice(one)) leave(one, NOTICE)
    else if (isLine(one) && !isNeeded(given, at)) leave(one, AMONG)
    else return withoutTail(one, remarks)
    return []
  })
}

/** The last block of the column: a sentence, a list, a quotation, a name. */
function endOf(blocks: Block[]): number {
  const end = blocks.findLastIndex((one) => {
    if (one.kind === 'rule' || isNotice(one)) return false
    return one.isQuoted || one.text.includes('@') || isOpening(one) || !isLine(one)
  })
  return end < 0 ? blocks.length : end
}

function isOpening(one: Block): boolean {
  const isMarked = markerOf(one) !== null || greetingOf(one) !== null || numbered(one) !== null
  return isMarked || nameIn(one.text.trim()) !== null
}

/** Whether a paragraph is short, ends as no sentence does, and opens nothing. */
function isLine(one: Block): boolean {
  const text = one.text.trim()
  if (one.kind !== 'paragraph' || one.isQuoted || opensInMarks(one) || text.includes('@'))
    return false
  if (SENTENCE_END.test(text) || GOES_ON.test(text) || isOpening(one) || isClosing(text))
    return false
  return text.split(/\s+/).length <= MOST_WORDS
}

/** Whether a line says whose the letter is, when to say the words below it, or what is below it. */
function isNeeded(blocks: Block[], at: number): boolean {
  const one = blocks[at] as Block
  const [before, next] = [blocks[at - 1], blocks[at + 1]]
  const isOverText = next?.kind === 'paragraph' && !isLine(next)
  if (next?.isQuoted || (next && opensInMarks(next)) || next?.kind === 'list') return true
  if (one.look !== 'plain' && (isOverText || next?.kind === 'rule')) return true
  if (isClosing(before?.text.trim() ?? '')) return true
  return isName(one.text) && before !== undefined && !isLine(before)
}

/** “Ayah Kurma”, “Not My Initials”: a few words with capitals. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const long = words.filter((word) => word.length > 3)
  return (
    words.length <= LONGEST_NAME &&
    !/[\d|:»«<>]/.test(text) &&
    long.every((word) => /^["“(]?\p{Lu}/u.test(word))
  )
}

/** Whether a short paragraph says what pages say, and nobody speaks of themselves in it. */
function isNotice(one: Block): boolean {
  if (one.kind !== 'paragraph' || one.isQuoted || isOpening(one) || one.text.includes('@'))
    return false
  const words = wordsIn(one.text.replace(/e-mail/gi, 'email'))
  const isToldOf = words.some((word) => TOLD_OF.has(word) || (isFirst(word) && word !== 'kami'))
  if (words.length > LONGEST_NOTICE || isToldOf) return false
  const { telling, things } = signs().ofPages
  const told = words.filter((word) => telling.has(word)).length
  return told > 0 && told + words.filter((word) => things.has(word)).length > 1
}

/** Cuts off what stands behind a paragraph's last sentence and is none. */
function withoutTail(one: Block, remarks: Remark[]): Block[] {
  const { rest, tail } = TAIL.exec(one.text)?.groups ?? {}
  if (!rest || !tail || one.kind !== 'paragraph' || one.isQuoted) return [one]
  const isTail =
    /^[^\p{Ll}]/u.test(tail) &&
    !/^[—–(-]/.test(tail) &&
    !GOES_ON.test(tail) &&
    tail.split(/\s+/).length <= LONGEST_TAIL
  const marked = guarded(escaped(tail))
  if (!isTail || isName(tail) || !one.markdown.endsWith(marked)) return [one]
  remarks.push({ kind: 'left', line: one.line, reason: AMONG, text: tail })
  return [reworded(one, rest, one.markdown.slice(0, -marked.length).trimEnd())]
}
