import { type Block, closesInMarks, folded, opensInMarks } from './block.ts'
import { greetingOf } from './markers.ts'
import { signed } from './signoff.ts'
import { voiceOf } from './voice.ts'

/** Where the letter ends and the reply begins, if only their shape tells. */
export type Cut = {
  /** How many blocks stand above the letter, are the letter, and where the reply begins. */
  from: number
  at: number
  /** From 0 to 1. */
  confidence: number
  /** What tells it: “the letter is set as a quotation”. */
  by: string
}

/** What speaks for a cut, in voices: a block's whole voice is 4 at the most. */
const SET_APART = 24
const SIGNED = 20
const GREETED = 10
const NAMED = 12
const RULED = 6
const ASKED = 4
/** A letter and a reply of fewer words are none, unless it is known that there are both. */
const FEWEST_WORDS = 15
/** What stands above a letter that is set apart is an introduction, up to so many blocks and words. */
const MOST_ABOVE = 3
const MOST_WORDS_ABOVE = 120
/** A short line that is no sentence may be the writer's name. */
const NAME = /^\(?\p{Lu}[^.?!:;\n]{2,40}$/u

/**
 * Finds where the reply begins when no words tell: the letter is set apart (quoted, bold, italic),
 * signed, ends in a question, or a line is drawn under it; the reply greets; and the voice changes
 * from somebody who tells of themselves to somebody who speaks to them. Null where nothing but a
 * voice tells, or nothing at all: then the text is no column, as far as shape can show. Where
 * `isColumn` says that it is one, the voice is enough, though not much of a proof.
 */
export function cutByShape(
  blocks: Block[],
  isRuled: (index: number) => boolean,
  isColumn = false,
): Cut | null {
  const apart = setApart(blocks)
  if (apart) return apart
  const voices = blocks.map(({ text, isQuoted }) => (isQuoted ? 0 : voiceOf(text)))
  const all = sum(voices)
  const cuts = blocks.slice(1).map((_, index) => {
    const at = index + 1
    const before = sum(voices.slice(0, at))
    const reasons = reasonsFor(blocks, at, isRuled)
    const shift = before - (all - before)
    return { at, shift, reasons, score: shift + sum(reasons.map(([weight]) => weight)) }
  })
  const fewest = isColumn ? 1 : FEWEST_WORDS
  const [best, second] = cuts
    .filter(({ reasons }) => isColumn || reasons.length > 0)
    .filter(({ at }) => words(blocks.slice(0, at)) >= fewest)
    .filter(({ at }) => words(blocks.slice(at)) >= fewest)
    .sort((one, other) => other.score - one.score)
  if (!best) return null
  const [weight, by] = best.reasons.sort(([one], [other]) => other - one)[0] ?? [
    0,
    'the voice alone',
  ]
  const [told, said] = [sum(voices.slice(0, best.at)), sum(voices.slice(best.at))]
  const isVoiced = told > 0 && said < 0
  const isTurned = weight >= NAMED && told > 0 && said <= 0
  if (weight < SIGNED && !isVoiced && !isTurned && !isColumn) return null
  const margin = best.score - (second?.score ?? 0)
  const base =
    weight >= SIGNED
      ? 0.9
      : weight >= NAMED
        ? 0.78
        : weight >= GREETED
          ? 0.85
          : weight >= RULED
            ? 0.75
            : isVoiced && weight > 0
              ? 0.6
              : 0.5
  const confidence = Math.min(0.95, base + Math.max(0, Math.min(margin, 10)) / 100)
  return { from: 0, at: best.at, confidence, by }
}

/** What speaks for the reply beginning at a block, with its weight. */
function reasonsFor(blocks: Block[], at: number, isRuled: (index: number) => boolean) {
  const reasons: [number, string][] = []
  const [before, here] = [blocks[at - 1], blocks[at]]
  if (!before || !here) return reasons
  const greeting = greetingOf(here)
  const isClosed = isRuled(at) || greeting !== null || here.kind === 'heading'
  const above = blocks.slice(0, at)
  const name = signed(above, { isClosed }).signoff
  const isBare = name === null && at > 1 && isNameBetween(above, here)
  if (isBare) reasons.push([NAMED, 'a name stands below the letter'])
  if (opensApart(here) && blocks.filter(opensApart).length === 2 && above.some(opensApart)) {
    reasons.push([NAMED, 'letter and reply open in bold or in capitals'])
  }
  if (name) reasons.push([SIGNED, 'the letter is signed'])
  const isToWriter = name !== null && isCalled(name, greeting ?? here.text)
  if (greeting || isToWriter) {
    reasons.push([GREETED + (isToWriter ? GREETED : 0), 'the reply begins with a greeting'])
  }
  if (isRuled(at)) reasons.push([RULED, 'a line is drawn between letter and reply'])
  if (/\?["”’)]?$/.test(before.text)) reasons.push([ASKED, 'the letter ends in a question'])
  if (here.kind === 'heading') reasons.push([ASKED, 'a heading stands above the reply'])
  return reasons
}

/** Whether letter and reply have nothing between them but a short line, no sentence, for a name. */
function isNameBetween(above: Block[], here: Block): boolean {
  const [last, line] = above.slice(-2)
  const isName = line?.kind === 'paragraph' && NAME.test(line.text) && isSentence(last)
  return isName && isSentence(here) && signed(above, { isClosed: true }).signoff !== null
}

/** Whether a paragraph begins in bold or in capitals, and goes on: “**Leave.** What you …”, “SAYA pegawai …”. */
function opensApart({ kind, look, markdown, text }: Block): boolean {
  if (kind !== 'paragraph' || look !== 'plain') return false
  return /^\*\*[^*]{8,}\*\* ?\S/.test(markdown) || /^\p{Lu}{3,}[.,!?]? \p{L}*\p{Ll}/u.test(text)
}

function isSentence(one: Block | undefined): boolean {
  return one?.kind === 'paragraph' && one.text.length > 40 && /[.?!…]["”’)]*$/.test(one.text)
}

/** Whether words begin with a writer's name, as in “Chained to My Desk: …”, or greet them by it. */
function isCalled(name: string, words: string): boolean {
  const [called = ''] = words.split(/[:,!]/, 1)
  return called.length < words.length && ` ${folded(called)} `.endsWith(` ${folded(name)} `)
}

/** Finds a letter that is set otherwise than all that follows it. */
function setApart(blocks: Block[]): Cut | null {
  const inMarks = marked(blocks)
  const looks = blocks.map(({ isQuoted, look }, index) => {
    return isQuoted ? 'a quotation' : inMarks.has(index) ? 'words in quotation marks' : look
  })
  for (let from = 0; from <= Math.min(MOST_ABOVE, blocks.length - 2); from += 1) {
    const look = looks[from] ?? 'plain'
    if (look === 'plain') continue
    const length = lengthOf(blocks.slice(from), looks.slice(from))
    const at = from + length
    if (length <= 0) return null
    const [above, letter, reply] = [blocks.slice(0, from), blocks.slice(from, at), blocks.slice(at)]
    const isLetter = words(letter) >= FEWEST_WORDS && words(reply) >= FEWEST_WORDS
    if (!isLetter || words(above) > MOST_WORDS_ABOVE) continue
    // A quotation in a plain letter or its reply is not the letter.
    const isSpeech = letter.length < 2 && words(letter) < SET_APART
    if (isSpeech || sum(letter.map(({ text }) => voiceOf(text))) < 0) continue
    if (from > 0 && sum(above.map(({ text }) => voiceOf(text))) > 0) continue
    const isRepeated = looks.slice(at).filter((one) => one === look).length >= length
    const confidence = (from > 0 ? 0.85 : 0.93) - (isRepeated ? 0.1 : 0)
    return { from, at, confidence, by: `the letter is set as ${look}` }
  }
  return null
}

/**
 * Which blocks are a letter in quotation marks, as newspapers print them: each paragraph opens with a
 * mark, and the last alone closes. A short line right behind them, no sentence, names the writer.
 */
function marked(blocks: Block[]): Set<number> {
  const from = blocks.slice(0, MOST_ABOVE + 1).findIndex(opensInMarks)
  if (from < 0) return new Set()
  const past = blocks.findIndex((one, at) => at > from && !opensInMarks(one))
  const open = blocks.slice(from, past < 0 ? blocks.length : past)
  const run = open.slice(0, open.findLastIndex(closesInMarks) + 1)
  const after = blocks[from + run.length]
  const isNamed = after?.kind === 'paragraph' && /^\p{Lu}.{1,68}[^.?!:]$/u.test(after.text)
  // What somebody said in a plain letter stands in marks too, with no name behind it.
  if (words(run) < (isNamed ? FEWEST_WORDS : SET_APART * 2)) return new Set()
  const length = run.length + (isNamed ? 1 : 0)
  return new Set(Array.from({ length }, (_, index) => from + index))
}

/** How many blocks are set alike; a question between two of them may have strayed in. */
function lengthOf(blocks: Block[], looks: string[]): number {
  const isApart = (index: number) => looks[index] !== undefined && looks[index] !== looks[0]
  return looks.findIndex((_, index) => {
    const isStray = /^.{1,110}\?$/.test(blocks[index]?.text ?? '') && looks[index + 1] === looks[0]
    return isApart(index) && !isStray
  })
}

function words(blocks: Block[]): number {
  return sum(blocks.map(({ text }) => text.split(/\s+/).length))
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
