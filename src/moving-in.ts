import type { Manuscript } from './manuscript.ts'
import { parse, write } from './manuscript.ts'
import { toldOf, unaccounted } from './moving-in/accounting.ts'
import { type Block, type Remark, written } from './moving-in/block.ts'
import { clean } from './moving-in/cleaning.ts'
import { type Counts, columnOf } from './moving-in/column.ts'
import { headOf } from './moving-in/head.ts'
import { mend, mendText } from './moving-in/mending.ts'
import { partsOf } from './moving-in/parts.ts'
import { withoutStrays } from './moving-in/strays.ts'
import type { TopicMap } from './moving-in/topics.ts'
import { languageOf } from './moving-in/voice.ts'
import { small } from './moving-in/wording.ts'
import { type WrittenDay, writtenDay } from './moving-in/written-days.ts'
import { beginOf, wallTime } from './zone.ts'

export { isSlug } from './manuscript.ts'
export type { Block, Remark } from './moving-in/block.ts'
export { written } from './moving-in/block.ts'
export type { Counts } from './moving-in/column.ts'
export { numberedSections } from './moving-in/digest.ts'
export { textBlocks } from './moving-in/text-blocks.ts'

/** A text from elsewhere, with what its system knew of it; null and '' where it knew nothing. */
export type Piece = {
  title: string
  standfirst: string
  language: string | null
  /** An instant in UTC; null for a text that may tell its own. */
  published: string | null
  byline: string | null
  /** Names of what it was filed under. */
  topics: string[]
  siteName: string
  blocks: Block[]
}

/** The house that it moves into. */
export type House = {
  /** The language of what tells none. */
  language: string
  timeZone: string
  topics: TopicMap
  /** The topic of what has none. */
  topic: string
}

export type Image = { line: number; address: string; text: string }

/** What came of a text: a column, an update of another one, or neither. */
export type Moved = {
  remarks: Remark[]
  images: Image[]
  /** Pages that the text itself says it came from. */
  addresses: string[]
  /** What it is now called, and the topics that were new, by slug. */
  title: string
  topicNames: Map<string, string>
  counts: Counts
} & (
  | { kind: 'column'; manuscript: Manuscript; confidence: number }
  | { kind: 'update'; on: string; blocks: Block[] }
  /** `text` is what is left of it in Markdown, without what `remarks` tell. */
  | { kind: 'left'; reason: string; text: string }
)

const UPDATE =
  /^(?:(?:\p{L}+ )?updates?|kabar (?:terbaru|lanjutan)|pembaruan|perkembangan)(?:\s*[:–—-]|\s+(?:from|on|dari|tentang)\b)/u
const NO_COLUMN =
  /\bopen thread\b|\butas (?:terbuka|bebas|obrolan)\b|\b(?:weekend|friday|sunday) (?:reading|links|thread)\b|\blink ?(?:s|round-?up)\b|\btautan\b|\bpengumuman\b|\bannouncement\b|\bask the readers\b|\btanya pembaca\b/i
/** Said of what no rule put anywhere: nothing is dropped in silence. */
export const UNPLACED = 'it has no place in the column yet: put it where it belongs'
/** Below this a person should look at where letter and reply were told apart. */
const SURE_ENOUGH = 0.8

/**
 * Makes a column of a text from elsewhere: mends it, takes out what belongs to its old page, finds
 * its parts, and says of each line that was not simply kept what became of it; whatever no part took
 * is told too. What it gives as a
 * column is one that `parse` reads.
 */
export function moveIn(piece: Piece, house: House): Moved {
  const mended = mend(piece.blocks)
  const title = oneLine(piece.title)
  const cleaned = clean(mended.blocks, { title, siteName: piece.siteName })
  const images = imagesIn(cleaned.blocks)
  const text = cleaned.blocks.filter(({ kind }) => kind !== 'image')
  const head = headOf(text, title)
  const blocks = head.blocks
  const remarks = [...mended.remarks, ...cleaned.remarks, ...head.remarks]
  const language = piece.language ?? languageOf(blocks.map(({ text }) => text).join(' '))
  const published = piece.published ?? instantOf(head.published, house.timeZone)
  const known = {
    headline: head.title,
    standfirst: oneLine(piece.standfirst) || head.standfirst,
    language: language ?? house.language,
    published,
    byline: piece.byline ?? head.byline,
    topics: piece.topics,
    topicsOfPage: [...head.topics, ...cleaned.topics],
  }
  const common = {
    images,
    addresses: head.addresses,
    title: head.title,
    topicNames: new Map<string, string>(),
    counts: { letters: 0, replies: 0, notes: 0, signoffs: 0, updates: 0, scripts: 0 },
  }
  if (UPDATE.test(small(head.title)) && published) {
    const on = published.slice(0, 10)
    for (const { line, address } of images) {
      remarks.push({ kind: 'left', line, reason: 'a picture of an update', text: address })
    }
    // Where its title is known it has no head: what it begins with says whose update it is.
    if (!title) return { ...common, kind: 'update', on, blocks, remarks }
    const told = remarks.filter((one) => !head.remarks.includes(one))
    return { ...common, kind: 'update', on, blocks: text, remarks: told }
  }
  const parts = partsOf(withoutStrays(blocks, remarks))
  const confidence = Math.min(1, ...parts.exchanges.map(({ confidence }) => confidence))
  const isNone = parts.exchanges.length === 0
  if (isNone || (NO_COLUMN.test(head.title) && confidence < 0.9)) {
    const reason = isNone
      ? 'no letter with a reply was found'
      : 'its title says that it is no column'
    return { ...common, kind: 'left', reason, text: written(cleaned.blocks), remarks }
  }
  const column = columnOf(parts, known, house)
  remarks.push(...column.remarks)
  if (confidence < SURE_ENOUGH) {
    const reason = `letter and reply were told apart by shape alone (${confidence.toFixed(2)})`
    remarks.push({ kind: 'eye', line: parts.exchanges[0]?.line ?? 1, reason, text: head.title })
  }
  const { manuscript, problems } = parse(write(column.manuscript), head.title)
  if (!manuscript) {
    const reason = problems.map(({ problem, instead }) => `${problem} ${instead}`).join(' ')
    return { ...common, kind: 'left', reason, text: written(cleaned.blocks), remarks }
  }
  for (const { line, text } of unaccounted(mended.blocks, toldOf(manuscript, remarks))) {
    remarks.push({ kind: 'eye', line, reason: UNPLACED, text })
  }
  const { counts, topicNames } = column
  return { ...common, counts, topicNames, kind: 'column', manuscript, confidence, remarks }
}

function imagesIn(blocks: Block[]): Image[] {
  return blocks.flatMap(({ kind, line, text, markdown }) => {
    const address = /\]\(<?([^)>\s]*)/.exec(markdown)?.[1]
    return kind === 'image' && address ? [{ line, address, text }] : []
  })
}

/** The instant of a day as it was written, in its own zone or the house's. */
function instantOf(written: WrittenDay | null, timeZone: string): string | null {
  if (!written) return null
  const zone = written.zone ?? timeZone
  const time = written.time && wallTime(zone, `${written.day}T${written.time}`)
  if (!time) return beginOf(written.day, zone)
  if (time.kind === 'unique') return time.instant
  return time.kind === 'twice' ? time.first : time.next
}

/** Gives a day that people wrote as YYYY-MM-DD. */
export function dayOf(text: string): string | null {
  return writtenDay(text)?.day ?? null
}

function oneLine(text: string): string {
  return mendText(text).replace(/\s+/g, ' ').trim()
}
