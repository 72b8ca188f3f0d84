import { type Block, isSame, type Remark } from './block.ts'
import { type Junk, junkLineOf } from './junk-line.ts'
import { greetingOf, markerOf } from './markers.ts'
import { isLeadingElsewhere, pageWordsIn } from './page-words.ts'
import { nameIn } from './signoff.ts'
import { TEASER } from './signs.ts'
import { namesAsked } from './stray-questions.ts'
import { small } from './wording.ts'

/** What is known of a column beside its text. */
export type About = { title: string; siteName?: string }

/** Blocks without what belongs to an old page, each such line with its reason, and their topics. */
export type Cleaned = { blocks: Block[]; remarks: Remark[]; topics: string[] }

const COMMENTS =
  /^(?:\d+|one|satu) (?:comments?|responses?|replies|komentar|tanggapan)\b.{0,80}$|^(?:comments|komentar)(?: pembaca)?(?: \(\d+\))?:?$|^(?:leave a (?:reply|comment)|post a comment|tinggalkan (?:komentar|balasan)|tulis komentar)\b.{0,60}$/
/** Fewer blocks than this above it, and a line “Comments” heads no list of them. */
const FEWEST_ABOVE_COMMENTS = 4
/** What ends as a sentence does, holds the end of one, or quotes. */
const SENTENCE = /[.:?!]["”’)]*$|[.?!] |["“”]/
/** Below one heading, no more of what follows it is taken for other articles. */
const MOST_TEASERS = 6
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|igsh|yclid|_ga|ref_src|spm|share_source|xtor|cmpid|ns_campaign)$/i
const TARGET = /(?<=\]\()https?:\/\/[^\s)]+(?=\))|https?:\/\/[^\s)<>\]"]+/g
const SHARERS =
  /^https?:\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:sharer|dialog)|twitter\.com\/(?:intent|share|home\?)|x\.com\/intent|wa\.me\/\?|api\.whatsapp\.com\/send|t\.me\/share|linkedin\.com\/(?:share|cws)|pinterest\.\w+\/pin\/create|reddit\.com\/submit|addtoany\.com)/i

/**
 * Takes out what belongs to an old page: its ways, teasers, stray questions, notices, comments, and
 * the headline where it stands again. Every line that goes is listed with its reason; one that may be
 * a sentence of the column stays, and is marked. Tracking is cut off links.
 */
export function clean(blocks: Block[], about: About): Cleaned {
  const cleaned: Cleaned = { blocks: [], remarks: [], topics: [] }
  const leave = ({ line, text }: Block, reason: string) => {
    cleaned.remarks.push({ kind: 'left', line, reason, text })
  }
  const comments = commentsFrom(blocks)
  const kinds = blocks.map((one) => junkOf(one, blocks))
  const isProse = blocks.map((one, index) => kinds[index] === null && isOfColumn(one))
  const [begin, end] = [isProse.indexOf(true), isProse.lastIndexOf(true)]
  let [teasers, isBelow] = [0, false]
  for (const [index, one] of blocks.entries()) {
    if (one.kind === 'image' || one.kind === 'rule') {
      if (index < comments) cleaned.blocks.push(one)
    } else if (index >= comments) leave(one, 'comments of the old page')
    else if (one.furniture) {
      leave(one, one.furniture)
      cleaned.topics.push(...topicsIn(one.text, junkOf(one)?.reason ?? ''))
    } else if (isHeadline(one, about)) leave(one, 'the headline again')
    else if (isSiteName(one, about)) leave(one, 'the old site’s name')
    else {
      const junk = kinds[index] ?? null
      // Above and below the column nothing doubtful is a sentence of it.
      const isAround = begin >= 0 && (index < begin || index > end)
      const isSure = junk && (!junk.isDoubtful || isAround)
      const isAmong = index > end && isBelow && isLine(one)
      isBelow ||= index > end && junk !== null
      const isUnderTeasers: boolean = teasers > 0
      teasers = headsTeasers(one, junk) ? teasersAfter(blocks, index) : Math.max(0, teasers - 1)
      if (isUnderTeasers || isSure || isAmong) {
        const reason = isSure ? junk.reason : isAmong ? 'below the column’s end' : TEASER
        leave(one, reason)
        cleaned.topics.push(...topicsIn(one.text, reason))
        continue
      }
      const reason = junk?.reason ?? (isLink(one) ? 'a link alone on its line' : null)
      if (reason) cleaned.remarks.push({ kind: 'eye', line: one.line, reason, text: one.text })
      cleaned.blocks.push(untracked(one, cleaned.remarks))
    }
  }
  return cleaned
}

/** Whether a block is surely of a column: a sentence, words that open a part, a list, a quotation. */
function isOfColumn(one: Block): boolean {
  if (one.kind === 'image' || one.kind === 'rule' || one.furniture) return false
  const isSentence = one.text.length > 110 || /[.!?:…]["”’)]*$/.test(one.text)
  return isSentence || one.kind !== 'paragraph' || one.isQuoted || !isTitle(one)
}

/** Whether a line such as “Related articles” heads a list of them. */
function headsTeasers({ text }: Block, junk: Junk | null): boolean {
  return junk?.reason === TEASER && /^[^:]*[:.\s]*$/.test(text)
}

/**
 * Counts the other articles under a line such as “Related articles”: links, or two and more short
 * lines that are no sentences. One alone may be a signoff, or when to say a script.
 */
function teasersAfter(blocks: Block[], heading: number): number {
  const below = blocks.slice(heading + 1, heading + 1 + MOST_TEASERS)
  const count = (isOne: (one: Block) => boolean) => {
    const end = below.findIndex((one) => !isOne(one))
    return end < 0 ? below.length : end
  }
  const run = count((one) => isTitle(one) && junkOf(one) === null)
  // Right above a quotation it says when to say those words.
  const titles = blocks[heading + 1 + run]?.isQuoted ? run - 1 : run
  return Math.max(count(isLink), titles > 1 ? titles : 0)
}

function isTitle(one: Block): boolean {
  return one.text.includes(' ') && isLine(one)
}

/** Whether a block is short, and no sentence, nobody's name, and nothing that opens a part. */
function isLine(one: Block): boolean {
  const isShort = one.text.split('\n').every((line) => line.length <= 110 && !SENTENCE.test(line))
  const isOpening = markerOf(one) ?? greetingOf(one) ?? nameIn(one.text)
  return isShort && !one.isQuoted && isOpening === null
}

/** Whether a block is links from end to end. */
function isLink({ markdown }: Block): boolean {
  return /^(?:[-\s\d.]*\[[^\]]+\]\([^)]+\)[\s.,|·]*)+$/.test(markdown)
}

function commentsFrom(blocks: Block[]): number {
  const found = blocks.findIndex(
    ({ text, furniture }, index) =>
      index >= FEWEST_ABOVE_COMMENTS && !furniture && COMMENTS.test(small(text.trim())),
  )
  return found < 0 ? blocks.length : found
}

/** Which kind of junk a block is, if any: every line of it must be of some kind. */
export function junkOf(one: Block, all: Block[] = []): Junk | null {
  if (SHARERS.test(one.markdown.match(TARGET)?.[0] ?? '') && one.text.length < 60) {
    return sure('links for sharing')
  }
  if (markerOf(one) || greetingOf(one)) return null
  const lines = one.text.split('\n').filter((line) => line.trim() !== '')
  const kinds = lines.map((line) => segmentsOf(line.trim(), all))
  const [first] = kinds
  return first && kinds.every((kind) => kind?.isDoubtful === first.isDoubtful) ? first : null
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

function sure(reason: string): Junk {
  return { reason, isDoubtful: false }
}

function isHeadline({ text, isQuoted }: Block, { title }: About): boolean {
  return !isQuoted && title !== '' && isSame(text, title)
}

function isSiteName({ text }: Block, { siteName, title }: About): boolean {
  if (!siteName) return false
  return isSame(text, siteName) || isSame(text, `${title} ${siteName}`)
}

/** What a way through the site or a line of tags names, but for the first step and the headline. */
function topicsIn(text: string, reason: string): string[] {
  if (reason === 'topics of the old page') {
    return split(text.replace(/^[^:]*:/, ''), /[,;|·•]/)
  }
  if (reason !== 'a way through the old site') return []
  const steps = split(text.replace(/^(?:you are here|anda[^:]*):/i, ''), /[>»›/|→·•]|::/)
  if (steps.some((step) => pageWordsIn(step) === 'sure')) return []
  return steps
    .filter((step) => !/^(?:home|beranda|front page|halaman depan)$/i.test(step))
    .filter((step) => step.length <= 30)
}

function split(text: string, by: RegExp): string[] {
  return text.split(by).flatMap((part) => part.trim() || [])
}

/** Cuts off what only tells the old site whence somebody came. */
function untracked(one: Block, remarks: Remark[]): Block {
  const clean = (markdown: string) => markdown.replace(TARGET, (target) => withoutTracking(target))
  const markdown = clean(one.markdown)
  if (markdown === one.markdown) return one
  const reason = 'tracking was cut off a link'
  remarks.push({ kind: 'taken', line: one.line, reason, text: one.text })
  return { ...one, text: clean(one.text), markdown }
}

/** Gives an address without the parameters by which visits are counted. */
export function withoutTracking(target: string): string {
  const [address = '', ...fragment] = target.split('#')
  const [path = '', query] = address.split(/\?(.*)/s)
  if (query === undefined) return target
  const kept = query.split('&').filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''))
  if (kept.length === query.split('&').length) return target
  return [kept.length > 0 ? `${path}?${kept.join('&')}` : path, ...fragment].join('#')
}
