import { type Block, folded } from './block.ts'
import { callerOf, greetingOf, type Marker, markerOf } from './markers.ts'
import { voiceOf, wordsIn } from './voice.ts'

/** Words that open a part, and at which block. */
export type Marked = { at: number; marker: Marker }

/** What stands above a greeting is no part of the letter, up to so many lines and characters. */
const MOST_ABOVE = 3
const LONGEST_ABOVE = 160
/** In words: “Editor: Meja Puan” below a column opens nothing, unless a letter was opened; none is shorter. */
const CREDIT = 15
const LONGEST_WORD = 20
const LETTER = 25
const INITIAL = /^[QATJ]\d*[:.]$/i
/** A quotation right behind these words is what somebody in the letter said. */
const SPEECH = /^["“]/

/** Where a letter begins that nothing but its greeting opens; what stands above that is short. */
export function greetedAt(blocks: Block[]): number {
  const at = blocks.slice(0, MOST_ABOVE + 1).findIndex((one) => greetingOf(one) !== null)
  const isHead = blocks.slice(0, Math.max(at, 0)).every(({ text }) => text.length < LONGEST_ABOVE)
  return isHead ? Math.max(at, 0) : 0
}

/** Which markers count: letter and reply by turns, each letter the last mark before its reply. */
export function openings(blocks: Block[]): { letters: Marked[]; replies: Marked[] } {
  const found = blocks.flatMap((one, at): Marked[] => {
    const marker = markerOf(one)
    return marker?.part === 'letter' || marker?.part === 'reply' ? [{ at, marker }] : []
  })
  const isLetterMarked = found.some(({ marker }) => marker.part === 'letter')
  const all = found.filter(({ at }) => isLetterMarked || isMore(blocks, at))
  // “Dana replies: “No.”” is told in a letter, where the reply has an opening of its own.
  const isSpeech = ({ at, marker: { part, by, length } }: Marked) =>
    part === 'reply' && by === 'marker' && SPEECH.test(blocks[at]?.text.slice(length) ?? '')
  const isSaid = all.some((one) => one.marker.part === 'reply' && !isSpeech(one))
  const isInitialled = all.some(
    (one) => one.marker.part === 'letter' && INITIAL.test(one.marker.words),
  )
  const marked = answered(blocks, withCaller(blocks, all))
    .filter((one) => !isSaid || !isSpeech(one))
    // “A.” answers “Q.”, and else it is somebody's initial.
    .filter(({ marker }) => isInitialled || !/^[ATJ]\d*\.$/i.test(marker.words))
  const letters: Marked[] = []
  const replies: Marked[] = []
  for (const one of marked) {
    const isTurn = letters.length === replies.length
    if (one.marker.part === 'letter') {
      const isAnswered = marked.some(({ at, marker }) => marker.part === 'reply' && at > one.at)
      if (isTurn && (isAnswered || replies.length === 0)) letters.push(one)
    } else if (!isTurn) {
      replies.push(one)
    } else if (replies.length === 0 && one.at > 0) {
      letters.push({
        at: greetedAt(blocks.slice(0, one.at)),
        marker: { ...one.marker, part: 'letter', length: 0, words: '' },
      })
      replies.push(one)
    }
  }
  return { letters, replies }
}

/**
 * Where nothing else opens the reply, “The Old Hand writes:” does, if it stands behind a letter; above one it
 * would say whose that is.
 */
function answered(blocks: Block[], marked: Marked[]): Marked[] {
  const [only, ...others] = marked
  if (!only || others.length > 0 || only.marker.part === 'reply') return marked
  const above = blocks.slice(0, only.at).filter(({ text }) => /[.?!]["”’)]*$/.test(text))
  const voice = above.reduce((all, { text }) => all + voiceOf(text), 0)
  const isBehind = voice > 0 && wordsIn(above.map(({ text }) => text).join(' ')).length > LETTER
  return isBehind ? [{ ...only, marker: { ...only.marker, part: 'reply' } }] : marked
}

/** Whether more than a few words stand in a text from a block on. */
function isMore(blocks: Block[], at: number): boolean {
  let words = 0
  for (const { text } of blocks.slice(at)) {
    words += wordsIn(text.slice(0, CREDIT * LONGEST_WORD)).length
    if (words > CREDIT) return true
  }
  return false
}

/** Where nothing opens the reply, the only name in capitals does: “MAS MEJA:”. */
function withCaller(blocks: Block[], marked: Marked[]): Marked[] {
  if (marked.some(({ marker }) => marker.part === 'reply')) return marked
  const calls = blocks.flatMap((one, at) => {
    const words = at > 0 && markerOf(one) === null ? callerOf(one) : null
    return words === null ? [] : [{ at, words }]
  })
  const [only] = calls
  if (!only || calls.length > 1) return marked
  const { at, words } = only
  // Whoever answers has been called by that name, or it stands alone on its line.
  const name = folded(words)
  const isAlone = blocks[at]?.text.trim() === words.trim()
  const isKnown = blocks.slice(0, at).some(({ text }) => folded(text).includes(name))
  if (!isKnown && !isAlone) return marked
  const marker = {
    part: 'reply',
    by: 'greeting',
    length: words.length,
    words: words.trim(),
    day: '',
  } as const
  return [...marked, { at, marker }].sort((one, other) => one.at - other.at)
}
