import { type Block, folded, isSame, type Remark } from './block.ts'
import { greetingOf, markerOf } from './markers.ts'
import { small, wordSet } from './wording.ts'
import { restOfDay, type WrittenDay, writtenDay } from './written-days.ts'

/** What stands above a saved text, and the text without it. */
export type Head = {
  title: string
  standfirst: string
  byline: string | null
  published: WrittenDay | null
  addresses: string[]
  topics: string[]
  blocks: Block[]
  remarks: Remark[]
}

/** A head has no more lines, nor longer ones. */
const MOST_LINES = 12
const LONGEST_LINE = 260
const LONGEST_TITLE = 150
const BYLINE = /^(?:by|oleh|penulis|words by|teks)\s*:?\s+(?=\p{L})/u
const NAME = /^(?<name>[^.?!|–—•·]{2,61}?)\s*(?:[|–—•·,/].*)?$/u
const ADDRESS =
  /^(?:(?:source|saved from|url|link|original(?:ly)?(?: at)?|sumber|disimpan dari|alamat)\s*:?\s*)?<?(?<address>https?:\/\/\S+?)>?$/i
/** What stands beside a day and its time. */
const DAY_WORDS = wordSet(
  'published posted updated last first date on at by monday tuesday wednesday thursday friday saturday sunday am pm a p m gmt utc',
  'terbit diterbitkan dipublikasikan diperbarui tanggal pada pukul jam senin selasa rabu kamis jumat jum sabtu minggu wib wita wit',
)
const LONGEST_KICKER = 24
const KICKER = /^[\p{Lu}\d &/-]{3,40}$/u

/**
 * Reads what stands above a saved text: headline, standfirst, byline, day, the page's address, and
 * kickers, which become topics. `title` is the headline where it is known; it is then not looked for.
 */
export function headOf(given: Block[], title: string): Head {
  const head: Head = {
    title,
    standfirst: '',
    byline: null,
    published: null,
    addresses: [],
    topics: [],
    blocks: [],
    remarks: [],
  }
  const take = ({ line, text }: Block, reason: string) => {
    head.remarks.push({ kind: 'taken', line, reason, text })
  }
  const end = endOf(given)
  head.title ||= doubledLine(given.slice(0, end))
  let between: Block[] = []
  for (const one of given.slice(0, end)) {
    const text = one.text.trim()
    const day = text.length <= 90 ? writtenDay(text) : null
    const isDay = isDayLine(text, head.title)
    const name = bylineIn(text)
    const address = ADDRESS.exec(text)?.groups?.address
    if (address) {
      head.addresses.push(address)
      take(one, 'the page’s address')
    } else if (name || isDay) {
      head.byline ??= name?.trim() ?? null
      head.published ??= day
      take(one, name ? 'the byline' : 'the day')
      takeStandfirst(head, between, take)
      between = []
    } else if (KICKER.test(text) && /\p{Lu}{3}/u.test(text) && between.length === 0) {
      head.topics.push(text.toLowerCase())
      take(one, 'a kicker')
    } else if (head.title === '' && isTitle(one)) {
      head.title = text
      take(one, 'the headline')
    } else if (isSame(text, head.title) || isWithSite(head.title, text)) {
      head.title = text
      head.remarks.push({ kind: 'left', line: one.line, reason: 'the headline again', text })
    } else if (title === '' && between.length === 0 && isKicker(head.title) && isTitle(one)) {
      head.topics.push(head.title.toLowerCase())
      head.title = text
      take(one, 'the headline, under a kicker')
    } else between.push(one)
  }
  // One line between the headline and the words that open a part.
  const opens = given[end] && (markerOf(given[end]) ?? greetingOf(given[end]))
  if (between.length === 1 && opens) takeStandfirst(head, between, take)
  else head.blocks.push(...between)
  for (const one of given.slice(end)) {
    const isAgain = head.title !== '' && isSame(one.text, head.title) && !one.isQuoted
    const { line, text } = one
    if (isAgain) head.remarks.push({ kind: 'left', line, reason: 'the headline again', text })
    else head.blocks.push(one)
  }
  return head
}

/** What stands twice in a head is the headline. */
function doubledLine(blocks: Block[]): string {
  const lines = blocks.filter(isTitle).map(({ text }) => folded(text))
  const at = lines.findIndex((line, index) => line !== '' && lines.indexOf(line) < index)
  return blocks.filter(isTitle)[at]?.text.trim() ?? ''
}

/** What stands between headline and byline is the standfirst: one line of it. */
function takeStandfirst(head: Head, between: Block[], take: (one: Block, reason: string) => void) {
  const [first, ...rest] = between
  if (!first) return
  if (head.title === '' || head.standfirst !== '') head.blocks.push(first)
  else {
    head.standfirst = first.text.replaceAll('\n', ' ')
    take(first, 'the standfirst')
  }
  head.blocks.push(...rest)
}

function endOf(blocks: Block[]): number {
  const end = blocks.findIndex(
    (one) => one.text.length > LONGEST_LINE || markerOf(one) !== null || greetingOf(one) !== null,
  )
  return Math.min(end < 0 ? blocks.length : end, MOST_LINES)
}

/** Gives who “By The Desk | 3 March” says it is by. */
function bylineIn(text: string): string | null {
  const length = BYLINE.exec(small(text))?.[0].length
  return length ? (NAME.exec(text.slice(length))?.groups?.name ?? null) : null
}

/** A headline of two or three words over another one names a column or a topic. */
function isKicker(title: string): boolean {
  return title !== '' && title.length <= LONGEST_KICKER && title.split(' ').length <= 3
}

/** A page's title names the site behind the headline. */
function isWithSite(title: string, headline: string): boolean {
  return title.startsWith(headline) && /^\s*[|–—»·:-]\s*\S/.test(title.slice(headline.length))
}

function isTitle({ kind, text }: Block): boolean {
  const isSentence = /(?<!\.)\.$/.test(text) || /[,;:]$/.test(text)
  return kind === 'heading' || (kind === 'paragraph' && text.length <= LONGEST_TITLE && !isSentence)
}

/** A day, with words that say what day, or the paper that it was in. */
function isDayLine(text: string, title: string): boolean {
  const rest = text.length <= 90 ? restOfDay(text) : null
  if (rest === null) return false
  const isPaper = title !== '' && text.length <= 60 && !/[.?!]$/.test(text)
  return wordsLeft(rest) <= (isPaper ? 5 : 2)
}

function wordsLeft(text: string): number {
  return (
    small(text)
      .match(/\p{L}+/gu)
      ?.filter((word) => !DAY_WORDS.has(word)).length ?? 0
  )
}
