import {
  type Block,
  closesInMarks,
  escaped,
  guarded,
  opensInMarks,
  type Remark,
  reworded,
} from './block.ts'
import { digestBegins } from './digest.ts'
import { SENTENCE_END } from './head-line.ts'
import { greetingOf, markerOf, numbered } from './markers.ts'
import { openings } from './openings.ts'
import { isClosing, nameIn } from './signoff.ts'
import { signs } from './signs.ts'
import { isFirst, wordsIn } from './voice.ts'
import { small, wordSet } from './wording.ts'

/** A line of more words is somebody's own, however it ends. */
const MOST_WORDS = 16
/** In words, and in characters: a paragraph of more speaks of pages, and is none's. */
const LONGEST_NOTICE = 34
const MOST_OF_NOTICE = 300
/** In words: what stands behind a paragraph's last sentence, and is shorter than that. */
const LONGEST_TAIL = 14
const LONGEST_CREDIT = 8
/** In words: what stands below the columnist's address. */
const LONGEST_FOOT = 60
/** A site by its name: “Halaman ini dicetak dari koranlereng.example.” */
const SITE = /(?<![@\p{L}])(?:www\.)?\p{L}[\p{L}\d-]+\.(?:com|org|net|info|co|id|example)(?!\p{L})/u
/** A box about whoever answers. */
const AUTHOR =
  /^(?:about (?:the )?(?:author|writer|columnist)|tentang (?:penulis|pengasuh|kolumnis)|profil penulis)(?!\p{L})/u
/** A name that nothing marks. */
const LONGEST_NAME = 6
/** How a line ends that goes on, or is one of several: “Yours,”, “Say this:”. */
const GOES_ON = /[,:;—–-]["”’)]*$/
/** One sentence behind another: what ends it was broken off. */
const SENTENCES = /\p{L}\.["”’)]* \p{Lu}/u
/** Somebody whom a column tells of: “Delete the post, and mute her comments.” */
const TOLD_OF = wordSet('he she him her his hers himself herself dia ia beliau')
const TAIL = /^(?<rest>.*\p{L}[.?!…]["”’)]*)\s+(?<tail>[^.?!…]{3,110})$/su

const AMONG = 'a line among paragraphs that is no sentence'
const BELOW = 'below the column’s end'
const NOTICE = 'what the old page said of itself'

/**
 * Takes out what strayed among a column's paragraphs, by its shape alone: lines that are no sentences, what a
 * page says of itself, and what is glued to a paragraph's end. A signoff, headings, and what stands right
 * above words to say are lines, too, and stay.
 */
export function withoutStrays(given: Block[], remarks: Remark[]): Block[] {
  const { replies } = openings(given)
  const end = endOf(given, replies.at(-1)?.at ?? -1)
  const [reply] = replies.length === 1 && digestBegins(given) < 0 ? replies : []
  const leave = ({ line, text }: Block, reason: string) => {
    // What is taken out needs no eye.
    const doubt = remarks.findIndex(
      (one) => one.kind === 'eye' && one.line === line && one.text === text,
    )
    if (doubt >= 0) remarks.splice(doubt, 1)
    remarks.push({ kind: 'left', line, reason, text })
  }
  return given.flatMap((one, at) => {
    if (at > end) {
      if (one.kind !== 'rule') leave(one, BELOW)
      return []
    }
    // A line that goes on in the next was broken there.
    if (/^\p{Ll}/u.test(given[at + 1]?.text ?? '')) return [one]
    const isInReply = reply !== undefined && at > reply.at
    if (isNotice(one)) leave(one, NOTICE)
    else if (!isLine(one) || isNeeded(given, at, isInReply)) return withoutTail(one, remarks)
    else if (isTold(one.text)) {
      remarks.push({ kind: 'eye', line: one.line, reason: AMONG, text: one.text })
      return [one]
    } else leave(one, AMONG)
    return []
  })
}

/**
 * The last block of the column: a sentence, a list, a quotation, a name, what opens the last reply. Below an address to write to stand a
 * few lines of the page at the most, whatever they are.
 */
function endOf(blocks: Block[], reply: number): number {
  const end = blocks.findLastIndex((one, at) => {
    if (at === reply) return true
    if (one.kind === 'rule' || one.kind === 'heading' || isNotice(one) || isCredit(one))
      return false
    const isQuotation = one.isQuoted && SENTENCE_END.test(one.text.trim())
    if (isQuotation || one.text.includes('@') || isOpening(one)) return true
    return !isLine({ ...one, isQuoted: false }) && !SITE.test(one.text)
  })
  const mail = blocks.findLastIndex(({ text }) => text.includes('@'))
  const below = blocks.slice(mail + 1, end + 1)
  const isFoot = mail > blocks.length / 2 && !below.some((one) => isOpening(one) || one.isQuoted)
  if (isFoot && wordsIn(below.map(({ text }) => text).join(' ')).length <= LONGEST_FOOT) return mail
  return end < 0 ? blocks.length : end
}

/** Whether somebody tells of themselves. */
function isTold(text: string): boolean {
  return wordsIn(text).some((word) => isFirst(word) && word !== 'kami')
}

/** “Editor: Meja Puan” */
function isCredit(one: Block): boolean {
  return markerOf(one)?.part === 'reply' && wordsIn(one.text).length <= LONGEST_CREDIT
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
  return !SENTENCES.test(text) && text.split(/\s+/).length <= MOST_WORDS
}

/** Whether a line says whose the letter is, when to say the words below it, or what is below it. */
function isNeeded(blocks: Block[], at: number, isInReply: boolean): boolean {
  const one = blocks[at] as Block
  const [before, next] = [blocks[at - 1], blocks[at + 1]]
  const isOverText = next?.kind === 'paragraph' && !isLine(next)
  if (next?.isQuoted || (next && opensInMarks(next)) || next?.kind === 'list') return true
  if (one.look !== 'plain' && (isOverText || next?.kind === 'rule')) return true
  if (isClosing(before?.text.trim() ?? '') || (!isInReply && before && closesInMarks(before)))
    return true
  return !isInReply && isName(one.text) && before !== undefined && !isLine(before)
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
  if (AUTHOR.test(small(one.text.trim()))) return true
  if (one.text.length > MOST_OF_NOTICE || one.kind !== 'paragraph' || one.isQuoted) return false
  const words = wordsIn(one.text.replace(/e-mail/gi, 'email'))
  const { telling, things } = signs().ofPages
  const told = words.filter((word) => telling.has(word)).length
  const isOfPage = told > 0 && told + words.filter((word) => things.has(word)).length > 1
  if (!isOfPage || words.length > LONGEST_NOTICE || one.text.includes('@')) return false
  const isToldOf = isTold(one.text) || words.some((word) => TOLD_OF.has(word))
  return !isToldOf && !isOpening(one)
}

/** Cuts off what stands behind a paragraph's last sentence and is none. */
function withoutTail(one: Block, remarks: Remark[]): Block[] {
  const { rest, tail } = TAIL.exec(one.text)?.groups ?? {}
  if (!rest || !tail || one.kind !== 'paragraph' || one.isQuoted) return [one]
  const isTail =
    !isTold(tail) &&
    /^[^\p{Ll}]/u.test(tail) &&
    !/^[—–(-]/.test(tail) &&
    !GOES_ON.test(tail) &&
    tail.split(/\s+/).length <= LONGEST_TAIL
  const marked = guarded(escaped(tail))
  if (!isTail || isName(tail) || !one.markdown.endsWith(marked)) return [one]
  remarks.push({ kind: 'left', line: one.line, reason: AMONG, text: tail })
  return [reworded(one, rest, one.markdown.slice(0, -marked.length).trimEnd())]
}
