import type { Dated, Exchange, Manuscript } from '../manuscript.ts'
import { characters } from '../text.ts'
import { type Block, type Remark, written } from './block.ts'
import type { Exchange as Found } from './exchanges.ts'
import { addressesIn, invited } from './invitation.ts'
import type { Addition, Parts } from './parts.ts'
import { withScripts } from './scripts.ts'
import { type TopicMap, topicsFrom } from './topics.ts'
import { writtenDay } from './written-days.ts'

/** How many parts a column has of each kind. */
export type Counts = {
  letters: number
  replies: number
  notes: number
  signoffs: number
  updates: number
  scripts: number
}

/** What is known of a column beside its parts. */
export type Known = {
  headline: string
  standfirst: string
  language: string
  published: string | null
  byline: string | null
  topics: string[]
  /** Topics that only its page told: a way through the site, a kicker, tags. */
  topicsOfPage: string[]
}

const LONGEST_HEADLINE = 200
const LONGEST_STANDFIRST = 400
/** A standfirst that is made is shorter, and so is a headline. */
const STANDFIRST_MADE = 200
const HEADLINE_MADE = 90

/** Writes the parts as a column, and says of each how it was found. */
export function columnOf(
  { note, exchanges, additions, words }: Parts,
  known: Known,
  house: { topics: TopicMap; topic: string },
) {
  const remarks: Remark[] = words.map(({ line, text }) => ({
    kind: 'taken',
    line,
    reason: 'says which part begins',
    text,
  }))
  const eye = (line: number, reason: string, text: string) => {
    remarks.push({ kind: 'eye', line, reason, text })
  }
  let scripts = 0
  const printed = exchanges.map((found, index): Exchange => {
    const { letter, signoff, line } = found
    const reply = withScripts(invited(found.reply, known.language, remarks))
    scripts += reply.scripts
    remarks.push(...told(found, index + 1), ...addressesIn(letter), ...reply.remarks)
    const headline = exchanges.length > 1 ? (found.headline ?? headlineFrom(letter)) : null
    if (headline && !found.headline)
      eye(line, 'the letter’s headline was made of its words', headline)
    return {
      headline: headline && cut(headline, LONGEST_HEADLINE),
      letter: written(letter),
      signoff,
      reply: reply.markdown,
    }
  })
  const first = exchanges[0]
  const standfirst = known.standfirst || sentenceOf(first?.letter ?? [])
  if (!known.standfirst) eye(first?.line ?? 1, 'the standfirst was made of the letter', standfirst)
  const headline = known.headline || headlineFrom(first?.letter ?? [])
  if (!known.headline) eye(1, 'the headline was made of the letter', headline)
  if (!known.published) eye(1, 'no day was found: it is a draft', headline)
  const topics = topicsFrom([...known.topics, ...known.topicsOfPage], house.topics, house.topic)
  for (const name of topics.empty) {
    remarks.push({ kind: 'left', line: 1, reason: 'a topic that says nothing', text: name })
  }
  for (const name of topics.names.values()) {
    if (known.topicsOfPage.includes(name) && topics.unknown.includes(name))
      eye(1, 'the old page says this topic, and you have none of that name', name)
  }
  for (const name of topics.left) {
    remarks.push({ kind: 'left', line: 1, reason: 'a topic beyond the fifth', text: name })
  }
  if (topics.names.size === 0) eye(1, 'no topic was found', house.topic)
  const dated = (part: Addition['part']) => datedOf(additions, part, known.published, eye)
  const noted = written(invited(note, known.language, remarks))
  if (noted) {
    remarks.push({
      kind: 'taken',
      line: note[0]?.line ?? 1,
      reason: 'the editor’s note',
      text: noted,
    })
  }
  const columnist = exchanges.find(({ columnist }) => columnist)?.columnist ?? null
  const manuscript: Manuscript = {
    headline: cut(headline, LONGEST_HEADLINE),
    standfirst: cut(standfirst, LONGEST_STANDFIRST),
    language: known.language,
    topics: topics.topics,
    published: known.published,
    byline: cut(known.byline ?? columnist ?? '', 100) || null,
    editionOf: null,
    contentNote: null,
    place: null,
    checked: null,
    note: noted || null,
    exchanges: printed,
    updates: dated('update'),
    corrections: dated('correction'),
  }
  const counts: Counts = {
    letters: printed.length,
    replies: printed.length,
    notes: noted ? 1 : 0,
    signoffs: printed.filter(({ signoff }) => signoff).length,
    updates: manuscript.updates.length + manuscript.corrections.length,
    scripts,
  }
  return { manuscript, remarks, counts, topicNames: topics.names }
}

function told(
  { line, by, confidence, signoff, closing, columnist, farewell, reply }: Found,
  number: number,
): Remark[] {
  const text = `${by || 'shape'} (${confidence.toFixed(2)})`
  const remarks: Remark[] = [
    { kind: 'taken', line, reason: `letter ${number} and its reply, by`, text },
  ]
  if (signoff)
    remarks.push({ kind: 'taken', line, reason: `letter ${number}’s signoff`, text: signoff })
  if (closing) {
    remarks.push({
      kind: 'left',
      line: closing.line,
      reason: 'closes the letter',
      text: closing.text,
    })
  }
  if (farewell) {
    const { line, text } = farewell
    remarks.push({ kind: 'left', line, reason: 'closes the reply', text })
  }
  if (columnist) {
    const last = reply.at(-1)?.line ?? line
    remarks.push({ kind: 'taken', line: last, reason: 'the columnist’s name', text: columnist })
  }
  return remarks
}

/** Gives additions with their days; one without a day, or before the column's, gets the column's. */
function datedOf(
  additions: Addition[],
  part: Addition['part'],
  published: string | null,
  eye: (line: number, reason: string, text: string) => void,
): Dated[] {
  const first = published?.slice(0, 10) ?? '1970-01-01'
  return additions
    .filter((one) => one.part === part)
    .map(({ day, blocks, line }) => {
      const on = writtenDay(day)?.day ?? ''
      const text = written(blocks)
      if (on >= first) return { on, text }
      eye(line, `this ${part} has no day after the column’s: it was given that`, day || text)
      return { on: first, text }
    })
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

/** The question that a letter asks, or else its beginning, as a headline. */
function headlineFrom(letter: Block[]): string {
  const sentences = sentencesOf(letter)
  const question = sentences.findLast((one) => one.endsWith('?') && one.length <= HEADLINE_MADE)
  return question ?? cut(sentences[0] ?? '', HEADLINE_MADE)
}

function sentenceOf(letter: Block[]): string {
  const sentences = sentencesOf(letter)
  return cut(sentences.find((one) => one.length > 20) ?? sentences[0] ?? '', STANDFIRST_MADE)
}

function sentencesOf(blocks: Block[]): string[] {
  const text = blocks.map(({ text }) => text.replaceAll('\n', ' ')).join(' ')
  return text.match(/[^.?!…]+[.?!…]+["”’)]*/gu)?.map((one) => one.trim()) ?? [text]
}

function cut(text: string, most: number): string {
  if (text.length <= most || characters(text) <= most) return text
  const words = text.slice(0, most - 1)
  return `${words.slice(0, Math.max(words.lastIndexOf(' '), 1)).replace(/[,;:.–—-]+$/, '')}…`
}
