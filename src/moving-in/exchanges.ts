import {
  type Block,
  closesInMarks,
  opensInMarks,
  reworded,
  unset,
  withoutOpening,
} from './block.ts'
import { greetingOf, headsSomething, type Marker } from './markers.ts'
import { greetedAt, type Marked, openings } from './openings.ts'
import { cutByShape } from './shape.ts'
import { nameIn, signed } from './signoff.ts'

/** A letter and its reply, as they were found. */
export type Exchange = {
  headline: string | null
  letter: Block[]
  signoff: string | null
  /** The words above the signoff: “Yours sincerely,”. */
  closing: Block | null
  reply: Block[]
  /** Who signed the reply, if anybody did. */
  columnist: string | null
  /** The words above a name that is missing: “Until next week,”. */
  farewell: Block | null
  line: number
  /** From 0 to 1, and by what. */
  confidence: number
  by: string
}

/** Exchanges, what stands above the first, and the words that only said which part begins. */
export type FoundExchanges = { above: Block[]; exchanges: Exchange[]; words: Block[] }

const SURE = { marker: 0.98, heading: 0.96, greeting: 0.9 }
/** Nothing follows a reply that ends so: “Until next week,”. */
const CLOSES = /^\p{Lu}[^.?!:;]{3,36},$/u

/**
 * Finds the exchanges of a text that is no digest, or of one section of it. The words that open a
 * part win; where only one of the two is marked, or none, the shape tells the other. `isColumn` says
 * that there is an exchange, whatever its shape.
 */
export function exchangesIn(given: Block[], isColumn = false): FoundExchanges {
  const ruled = new Set<number>()
  const blocks: Block[] = []
  for (const one of given) {
    if (one.kind === 'rule') ruled.add(blocks.length)
    else blocks.push(one)
  }
  const { letters, replies } = openings(blocks)
  if (replies.length === 0) {
    const open = letters[0]
    const from = open?.at ?? greetedAt(blocks)
    const isRuled = (index: number) => ruled.has(index)
    return byShape(blocks, { from, marker: open?.marker ?? null, isRuled, isColumn })
  }
  return byMarkers(blocks, letters, replies)
}

function byMarkers(blocks: Block[], letters: Marked[], replies: Marked[]): FoundExchanges {
  const words: Block[] = []
  const first = letters[0]?.at ?? 0
  const exchanges = replies.flatMap((reply, index): Exchange[] => {
    const letter = letters[index]
    if (!letter) return []
    const end = letters[index + 1]?.at ?? blocks.length
    const [one, other] = [letter, reply].map(({ marker }) => marker)
    const inLetter = opened(blocks.slice(letter.at, reply.at), letter.marker, words)
    const inReply = opened(blocks.slice(reply.at, end), reply.marker, words)
    if (inLetter.length === 0 || inReply.length === 0) return []
    const isFound = letter.marker.words === ''
    const confidence = Math.min(...[one, other].map((marker) => SURE[marker?.by ?? 'marker']))
    const by = [one?.words, other?.words]
      .filter(Boolean)
      .map((text) => `“${text}”`)
      .join(' and ')
    return [made(inLetter, inReply, { confidence: confidence - (isFound ? 0.05 : 0), by })]
  })
  return { above: blocks.slice(0, first), exchanges, words }
}

type Shaped = {
  from: number
  marker: Marker | null
  isRuled: (index: number) => boolean
  isColumn: boolean
}

function byShape(blocks: Block[], { from, marker, isRuled, isColumn }: Shaped): FoundExchanges {
  const words: Block[] = []
  const letterOn = blocks.slice(from)
  const inside = marker ? opened(letterOn, marker, words) : letterOn
  const shift = blocks.length - inside.length
  const cut = cutByShape(inside, (index) => isRuled(index + shift), isColumn)
  if (!cut) return { above: blocks, exchanges: [], words: [] }
  const [letter, reply] = unheaded(inside.slice(cut.from, cut.at), inside.slice(cut.at), words)
  const by = marker ? `“${marker.words}”, and ${cut.by}` : cut.by
  const confidence = Math.min(0.95, cut.confidence + (marker ? 0.05 : 0))
  const above = [...blocks.slice(0, from), ...inside.slice(0, cut.from)]
  return { above, exchanges: [made(letter, reply, { confidence, by })], words }
}

/** Headings over both letter and reply say no more than which part begins, whatever their words. */
function unheaded(letter: Block[], reply: Block[], words: Block[]): [Block[], Block[]] {
  const [one, other] = [letter[0], reply[0]]
  const isPair = one && other && [one, other].every(headsSomething)
  if (!isPair || letter.length < 2 || reply.length < 2) return [letter, reply]
  words.push(one, other)
  return [letter.slice(1), reply.slice(1)]
}

/** Takes the words that open a part off its first block; a block that is nothing else goes. */
function opened(blocks: Block[], marker: Marker, words: Block[]): Block[] {
  const [first, ...rest] = blocks
  if (!first || marker.length === 0) return blocks
  words.push({ ...first, text: marker.words })
  const left = withoutOpening(first, marker.length)
  return left.text === '' ? rest : [left, ...rest]
}

function made(
  letter: Block[],
  reply: Block[],
  { confidence, by }: { confidence: number; by: string },
): Exchange {
  const { blocks, signoff, closing } = signed(unquoted(letter), { isClosed: confidence > 0.85 })
  const { rest, columnist, farewell } = signature(unquoted(reply))
  const line = letter[0]?.line ?? 1
  return {
    headline: null,
    letter: plain(unmarked(blocks)),
    signoff,
    closing,
    reply: rest,
    columnist,
    farewell,
    line,
    confidence,
    by,
  }
}

/** A part that is a quotation from end to end is none. */
function unquoted(blocks: Block[]): Block[] {
  const isQuoted = blocks.every((one) => one.isQuoted)
  return isQuoted ? blocks.map((one) => ({ ...one, isQuoted: false })) : blocks
}

/** A letter in quotation marks, each paragraph of which opens with one, has them only to be told too. */
function unmarked(blocks: Block[]): Block[] {
  const last = blocks.at(-1)
  if (blocks.length < 2 || !last || !closesInMarks(last) || !blocks.every(opensInMarks))
    return blocks
  return blocks.map((one) => {
    const opened = withoutOpening(one, 1)
    const cut = (text: string) => text.replace(/["”]$/, '')
    return one === last ? reworded(opened, cut(opened.text), cut(opened.markdown)) : opened
  })
}

/** A letter that is bold or italic from end to end is so only to be told from its reply. */
function plain(blocks: Block[]): Block[] {
  const [first] = blocks
  const isSet = first && first.look !== 'plain' && blocks.every(({ look }) => look === first.look)
  return isSet ? blocks.map(unset) : blocks
}

/** Takes the columnist's name off a reply's end: behind a dash, as readers know who replies. */
function signature(blocks: Block[]) {
  const last = blocks.at(-1)
  const isClosing = last && blocks.length > 1 && CLOSES.test(last.text)
  if (isClosing) return { rest: blocks.slice(0, -1), columnist: null, farewell: last }
  const isAlone = last && blocks.length > 1 && last.kind === 'paragraph' && !greetingOf(last)
  const columnist = isAlone && !last.text.includes('\n') ? nameIn(last.text.trim()) : null
  const rest = columnist ? blocks.slice(0, -1) : blocks
  return { rest, columnist, farewell: null }
}
