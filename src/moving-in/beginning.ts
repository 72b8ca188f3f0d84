import { type Block, isSame } from './block.ts'
import { digestBegins } from './digest.ts'
import { bylineIn, isDayLine, LONGEST_TITLE, SENTENCE_END } from './head-line.ts'
import { greetingOf, markerOf } from './markers.ts'
import { openings } from './openings.ts'
import { voiceOf } from './voice.ts'

/** A head of more lines than these, and longer ones, is none. */
const MOST_LINES = 30
/** From so many words on a sentence may open a letter: fewer where its writer tells of themselves. */
const OPENING_WORDS = { told: 12, any: 25 }

/**
 * Where the column itself begins: at words that open a part, at a digest's first headline, or else at
 * the first sentence that a letter may begin with.
 */
export function beginOf(blocks: Block[]): number {
  const { letters, replies } = openings(blocks)
  const some = blocks.slice(0, Math.min(replies[0]?.at ?? MOST_LINES, MOST_LINES))
  const letter = letters.find(({ marker, at }) => marker.words !== '' && at < some.length)?.at ?? -1
  const note = some.findIndex((one) => markerOf(one)?.part === 'note')
  const marks = [letter, note, digestBegins(blocks)].filter((at) => at >= 0)
  if (marks.length > 0) return Math.min(...marks)
  let begin = some.findIndex((one, at) => {
    const isInHead = sentencesIn(one.text) < 3 && blocks.slice(at + 1, at + 4).some(isBylineOrDay)
    return isSalutation(one) || (mayOpenLetter(one) && !isInHead && !isTwice(one, some))
  })
  if (begin < 0) return 0
  // “Help me. I hate my chair.”
  const first = some[begin]
  while (first && !isSalutation(first) && isOwnSentence(some[begin - 1], some)) begin -= 1
  return begin
}

/** Whether words open a letter or the editor’s note. */
export function isMarked(one: Block): boolean {
  const part = markerOf(one)?.part
  return part === 'letter' || part === 'note'
}

function isBylineOrDay({ text }: Block): boolean {
  return bylineIn(text.trim()) !== null || isDayLine(text.trim(), '')
}

/** “Dear Desk,” or whatever else a line ends with its comma: “Redaksi yang baik,”. */
function isSalutation(one: Block): boolean {
  return (
    greetingOf(one) !== null || (one.kind === 'paragraph' && /^\p{Lu}.{1,60},$/u.test(one.text))
  )
}

function mayOpenLetter(one: Block): boolean {
  const { kind, text, look, isQuoted } = one
  if (kind !== 'paragraph' || !SENTENCE_END.test(text)) return false
  const isQuestion = text.endsWith('?') && text.length <= LONGEST_TITLE && sentencesIn(text) === 1
  if (isQuestion) return false
  const count = text.split(/\s+/).length
  const isApart = look !== 'plain' || isQuoted
  return (
    count >= OPENING_WORDS.any || (count >= OPENING_WORDS.told && (isApart || voiceOf(text) > 0))
  )
}

/** Counts a text's sentences. */
export function sentencesIn(text: string): number {
  return (text.match(/[.!?…]["”’)]*(?=\s|$)/g) ?? []).length
}

function isOwnSentence(one: Block | undefined, all: Block[]): boolean {
  if (one?.kind !== 'paragraph' || isTwice(one, all)) return false
  return /\.["”’)]*$/.test(one.text) && voiceOf(one.text) > 0
}

/** What stands there twice is the headline, though it speaks as a letter does. */
function isTwice(one: Block, all: Block[]): boolean {
  return all.some((other) => other !== one && isSame(other.text, one.text))
}
