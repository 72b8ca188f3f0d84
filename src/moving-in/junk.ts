import type { Block } from './block.ts'
import { type Junk, junkLineOf } from './junk-line.ts'
import { greetingOf, markerOf } from './markers.ts'
import { isLeadingElsewhere, pageWordsIn } from './page-words.ts'
import { nameIn } from './signoff.ts'
import { ADVERTISEMENT, TEASER } from './signs.ts'
import { namesAsked } from './stray-questions.ts'
import { TARGET } from './tracking.ts'

/** What ends as a sentence does, holds the end of one, or quotes. */
const SENTENCE = /[.:?!]["”’)]*$|[.?!] |["“”]/
/** In characters: a longer line is somebody's sentence. */
export const LONGEST_LINE = 110
const SHARERS =
  /^https?:\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:sharer|dialog)|twitter\.com\/(?:intent|share|home\?)|x\.com\/intent|wa\.me\/\?|api\.whatsapp\.com\/send|t\.me\/share|linkedin\.com\/(?:share|cws)|pinterest\.\w+\/pin\/create|reddit\.com\/submit|addtoany\.com)/i

/** Which kind of junk a block is, if any: every line of it must be of some kind. */
export function junkOf(one: Block, all: Block[] = []): Junk | null {
  if (SHARERS.test(one.markdown.match(TARGET)?.[0] ?? '') && one.text.length < 60) {
    return sure('links for sharing')
  }
  if (markerOf(one) || greetingOf(one)) return null
  const lines = one.text.split('\n').filter((line) => line.trim() !== '')
  const kinds = lines.map((line) => segmentsOf(line.trim(), all))
  const [first] = kinds
  // Under “Advertisement”, in one block with it, stands what is advertised.
  const isHeaded = first?.reason === ADVERTISEMENT && lines.slice(1).every(isNoSentence)
  if (isHeaded) return first
  return first && kinds.every((kind) => kind?.isDoubtful === first.isDoubtful) ? first : null
}

function isNoSentence(line: string): boolean {
  return line.length <= LONGEST_LINE && !SENTENCE.test(line)
}

/** A line may be several, with marks between: “Sign in | Register”. */
function segmentsOf(line: string, all: Block[]): Junk | null {
  const kind = kindOf(line, all)
  const segments = line.split(/\s+[|·•/]\s+/)
  if (kind || segments.length < 2) return kind
  const kinds = segments.map((segment) => kindOf(segment, all))
  return kinds.every(Boolean) ? (kinds[0] ?? null) : null
}

function kindOf(line: string, all: Block[]): Junk | null {
  const kind = junkLineOf(line)
  if (kind) return kind
  const isOf = pageWordsIn(line)
  if (isOf) return { reason: 'furniture of the old page', isDoubtful: isOf === 'doubtful' }
  if (isLeadingElsewhere(line)) return sure(TEASER)
  const names = namesAsked(line)
  // Somebody whom the letter tells of is no stranger.
  const isKnown = all.some(({ text }) => {
    return text.trim() !== line && names.some((name) => text.includes(name.split(' ')[0] ?? name))
  })
  if (names.length === 0 || isKnown) return null
  return sure('a search question about somebody famous')
}

export function sure(reason: string): Junk {
  return { reason, isDoubtful: false }
}

/** Whether a block is a line of some words, as titles are. */
export function isTitle(one: Block): boolean {
  return one.text.includes(' ') && isLine(one)
}

/** Whether a block is short, and no sentence, nobody's name, and nothing that opens a part. */
export function isLine(one: Block): boolean {
  const isShort = one.text.split('\n').every(isNoSentence)
  const isOpening = markerOf(one) ?? greetingOf(one) ?? nameIn(one.text)
  return isShort && !one.isQuoted && isOpening === null
}

/** Whether a block is links from end to end. */
export function isLink({ markdown }: Block): boolean {
  return /^(?:[-\s\d.]*\[[^\]]+\]\([^)]+\)[\s.,|·]*)+$/.test(markdown)
}
