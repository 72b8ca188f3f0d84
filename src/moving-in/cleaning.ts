import { type Block, isSame, type Remark } from './block.ts'
import { withoutGlued } from './glued.ts'
import { isLink, isTitle, junkOf, LONGEST_LINE, sure } from './junk.ts'
import { markerOf } from './markers.ts'
import { pagePartsIn } from './page-parts.ts'
import { pageWordsIn } from './page-words.ts'
import { signs, TEASER } from './signs.ts'
import { headsTeasers, teasersAfter } from './teasers.ts'
import { untracked } from './tracking.ts'
import { small } from './wording.ts'
import { restOfDay } from './written-days.ts'

/** What is known of a column beside its text. */
export type About = { title: string; siteName?: string }

/** Blocks without what belongs to an old page, each such line with its reason, and their topics. */
export type Cleaned = { blocks: Block[]; remarks: Remark[]; topics: string[] }

/** Said of a headline that stands once more. */
export const HEADLINE_AGAIN = 'the headline again'

/** Fewer blocks than this above it, and a line “Comments” heads no list of them. */
const FEWEST_ABOVE_COMMENTS = 4
/**
 * Takes out what belongs to an old page: its ways, teasers, stray questions, notices, comments, and
 * the headline where it stands again. Every line that goes is listed with its reason; one that may be
 * a sentence of the column stays, and is marked. Tracking is cut off links.
 */
export function clean(given: Block[], about: About): Cleaned {
  const cleaned: Cleaned = { blocks: [], remarks: [], topics: [] }
  const blocks = withoutGlued(given, cleaned.remarks)
  const leave = ({ line, text }: Block, reason: string) => {
    cleaned.remarks.push({ kind: 'left', line, reason, text })
  }
  const comments = commentsFrom(blocks)
  const parts = pagePartsIn(blocks)
  const kinds = blocks.map((one) => {
    const reason = parts.get(one)
    return reason ? sure(reason) : junkOf(one, blocks)
  })
  const isProse = blocks.map((one, index) => {
    const isListed = one.kind === 'list' && headsTeasers(blocks[index - 1], kinds[index - 1])
    return kinds[index] === null && isOfColumn(one) && !isListed
  })
  const [begin, end] = [isProse.indexOf(true), isProse.lastIndexOf(true)]
  const hasFoot = kinds.some((kind, index) => index > end && kind !== null)
  let teasers = 0
  for (const [index, one] of blocks.entries()) {
    if (one.kind === 'image' || one.kind === 'rule') {
      if (index < comments) cleaned.blocks.push(one)
    } else if (index >= comments) leave(one, 'comments of the old page')
    else if (one.furniture) {
      leave(one, one.furniture)
      cleaned.topics.push(...topicsIn(one.text, junkOf(one)?.reason ?? ''))
    } else if (isHeadline(one, about)) leave(one, HEADLINE_AGAIN)
    else if (isSiteName(one, about)) leave(one, 'the old site’s name')
    else {
      const junk = kinds[index] ?? null
      // Above and below the column nothing doubtful is a sentence of it.
      const isAbove = index < begin && restOfDay(one.text) === null
      const isAround = begin >= 0 && (isAbove || index > end)
      const isSure = junk && (!junk.isDoubtful || isAround)
      const isLinks = index > end && isLink(one) && hasFoot && !/\(mailto:/.test(one.markdown)
      const isUnderTeasers: boolean = teasers > 0
      teasers = headsTeasers(one, junk) ? teasersAfter(blocks, index) : Math.max(0, teasers - 1)
      if (isUnderTeasers || isSure || isLinks) {
        const reason = isSure ? junk.reason : TEASER
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
  const isSentence = one.text.length > LONGEST_LINE || /[.!?:…]["”’)]*$/.test(one.text)
  if (one.kind === 'heading') return markerOf(one) !== null
  return isSentence || one.kind !== 'paragraph' || one.isQuoted || !isTitle(one)
}

function commentsFrom(blocks: Block[]): number {
  const found = blocks.findIndex(
    ({ text, furniture }, index) =>
      index >= FEWEST_ABOVE_COMMENTS &&
      isColumnAbove(index) &&
      !furniture &&
      signs().comments(small(text.trim())),
  )
  return found < 0 ? blocks.length : found

  /** “3 comments” stands at a page's head, too. */
  function isColumnAbove(index: number): boolean {
    const above = blocks.slice(0, index).filter(({ text }) => text.length > LONGEST_LINE)
    return above.length > 1
  }
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
