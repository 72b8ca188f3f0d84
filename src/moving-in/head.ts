import { beginOf, isMarked, sentencesIn } from './beginning.ts'
import { type Block, escaped, folded, guarded, isSame, type Remark, reworded } from './block.ts'
import { digestBegins } from './digest.ts'
import { isTitleAgain, isWithSite, type Line, lineOf, SENTENCE_END } from './head-line.ts'
import { greetingOf } from './markers.ts'
import { signs } from './signs.ts'
import { wordsIn } from './voice.ts'
import { type WrittenDay, writtenDay } from './written-days.ts'

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

const LONGEST_STANDFIRST = 400
/** A headline that is a sentence or two: “I eat my lunch alone. My team thinks I’m unhappy.” */
const LONGEST_SENTENCE = 90
/** “[list] Fwd: Re: …” */
const FORWARDED = /^(?:(?:fwd?|re|bls|trs)\s*:\s*|\[[^\]]{1,30}\]\s*)+/i
const KICKER = /^[\p{Lu}\d &/-]{3,40}$/u

/**
 * Reads what stands above a saved text: headline, standfirst, byline, day, the page's address, and
 * kickers, which become topics; what else stands there belongs to the old page. `title` is the headline
 * where it is known; it is then not looked for.
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
  const begin = beginOf(given)
  const lines = given
    .slice(0, begin)
    .flatMap(byLine)
    .map((one) => lineOf(one, given, title))
  const body = given.slice(begin)
  const at = title ? lines.findIndex(({ text }) => isTitleAgain(text, title)) : titleAt(lines, body)
  takeMail(head, lines)
  const chosen = lines[at]
  if (chosen && !head.title) take(head, chosen, 'the headline')
  if (chosen)
    head.title = !head.title || isWithSite(head.title, chosen.text) ? chosen.text : head.title
  for (const [index, line] of lines.entries()) {
    const { text, block } = line
    if (index === at && !title) continue
    if (line.is === 'address') {
      head.addresses.push(line.address)
      take(head, line, 'the page’s address')
    } else if (line.is === 'byline') {
      head.byline ??= line.name
      head.published ??= line.day
      take(head, line, 'the byline')
    } else if (line.is === 'day') {
      head.published ??= line.day
      take(head, line, 'the day')
    } else if (isTitleAgain(text, head.title)) {
      leave(head, line, 'the headline again')
    } else if (line.is === 'prose' && index > at) {
      if (isStandfirst(head, lines, index, body)) {
        head.standfirst = text.replaceAll('\n', ' ')
        take(head, line, 'the standfirst')
      } else head.blocks.push(block)
    } else if (line.is === 'title' && isKicker(text, index)) {
      head.topics.push(text.toLowerCase())
      take(head, line, 'a kicker')
    } else if (line.is !== 'mail') leave(head, line, 'stood above the column')
  }
  for (const one of body) {
    const isAgain = head.title !== '' && isSame(one.text, head.title) && !one.isQuoted
    const { line, text } = one
    if (isAgain) head.remarks.push({ kind: 'left', line, reason: 'the headline again', text })
    else head.blocks.push(one)
  }
  return head
}

function take(head: Head, { block, text }: Line, reason: string): void {
  head.remarks.push({ kind: 'taken', line: block.line, reason, text })
}

function leave(head: Head, { block, text }: Line, reason: string): void {
  head.remarks.push({ kind: 'left', line: block.line, reason, text })
}

/** The lines of a block, each as one of its own. */
function byLine(one: Block): Block[] {
  const lines = one.text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return [one]
  return lines.map((text) => reworded(one, text, guarded(escaped(text))))
}

/** A mail's subject is the headline, and its date the day. */
function takeMail(head: Head, lines: Line[]): void {
  for (const line of lines) {
    if (line.is !== 'mail') continue
    const { name, value } = line
    if (/^(?:subject|perihal|subjek)$/.test(name) && !head.title) {
      head.title = value.replace(FORWARDED, '')
      take(head, line, 'the headline')
    } else if (/^(?:date|sent|tanggal)$/.test(name) && writtenDay(value)) {
      head.published ??= writtenDay(value)
      take(head, line, 'the day')
    } else leave(head, line, 'the head of a mail')
  }
}

/**
 * Which line is the headline: one that stands there twice, or that has words of the column; of several the
 * last, as the names of site and section stand above it.
 */
function titleAt(lines: Line[], body: Block[]): number {
  const prose = body.filter(({ text }) => SENTENCE_END.test(text) && !/[@©|]/.test(text))
  const said = new Set(prose.flatMap(({ text }) => stemsOf(text)))
  const first = lines.findIndex(({ is }) => is === 'title')
  const dated = lines.findLastIndex(({ is }) => is === 'byline' || is === 'day')
  const scored = lines.flatMap(({ is, text, block }, index) => {
    const isSentence = is === 'prose' && text.length <= LONGEST_SENTENCE && sentencesIn(text) < 3
    if (is !== 'title' && !(isSentence && (index < dated || index < first))) return []
    const isLoud = text === text.toUpperCase()
    const isTwice = !isLoud && lines.filter((other) => isSame(other.text, text)).length > 1
    const shared = new Set(stemsOf(text).filter((stem) => said.has(stem))).size
    const score =
      (isTwice ? 4 : 0) +
      2 * Math.min(shared, 2) +
      (block.kind === 'heading' || block.look === 'bold' ? 1 : 0) +
      (text.split(/\s+/).length > 2 ? 1 : 0) -
      (isLoud ? 0.5 : 0) -
      (isSentence ? 2 : 0) -
      (wordsIn(text).some((word) => signs().ofPages.things.has(word)) ? 1 : 0) -
      (/ [-–—] |^\p{L}+: /u.test(text) ? 2 : 0) -
      (/\d{4}|\d.*\d.*\d/.test(text) ? 1.5 : 0) +
      (1.5 * index) / lines.length
    return [{ index, score }]
  })
  return scored.sort((one, other) => other.score - one.score)[0]?.index ?? -1
}

/** The beginnings of a text's longer words: two forms of a word mostly share them. */
function stemsOf(text: string): string[] {
  return folded(text)
    .split(' ')
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5))
}

/** A line in capitals, or of a word or two that is not the page's first, names a column or a topic. */
function isKicker(text: string, index: number): boolean {
  const isShort = index > 0 && text.split(/\s+/).length <= 2
  return isShort || (KICKER.test(text) && /\p{Lu}{3}/u.test(text))
}

/**
 * What stands between headline and byline is the standfirst, and so is a single sentence right above the
 * words that open the letter, or two; more there are the editor's note.
 */
function isStandfirst(head: Head, lines: Line[], index: number, body: Block[]): boolean {
  const { text } = lines[index] as Line
  if (head.standfirst || text.length > LONGEST_STANDFIRST) return false
  const below = lines.slice(index + 1)
  if (below.some(({ is }) => is === 'byline' || is === 'day')) return true
  const isAlone = !below.some(({ is }) => is === 'prose') && head.blocks.length === 0
  const isSingle = sentencesIn(text) < 3
  return (
    isAlone &&
    !!body[0] &&
    (isMarked(body[0]) || greetingOf(body[0]) ? isSingle : digestBegins(body) !== 0)
  )
}
