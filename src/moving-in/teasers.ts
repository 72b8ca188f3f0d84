import type { Block } from './block.ts'
import { isLink, isTitle, junkOf, LONGEST_LINE } from './junk.ts'
import type { Junk } from './junk-line.ts'
import { TEASER } from './signs.ts'

/** Below one heading, no more of what follows it is taken for other articles. */
const MOST_TEASERS = 6

/** Whether a line such as “Related articles” heads a list of them. */
export function headsTeasers(one: Block | undefined, junk: Junk | null | undefined): boolean {
  return one !== undefined && junk?.reason === TEASER && /^[^:]*[:.\s]*$/.test(one.text)
}

/**
 * Counts the other articles under a line such as “Related articles”: a list, links, or two and more
 * short lines that are no sentences. One alone may be a signoff, or when to say a script.
 */
export function teasersAfter(blocks: Block[], heading: number): number {
  const below = blocks.slice(heading + 1, heading + 1 + MOST_TEASERS)
  const count = (isOne: (one: Block) => boolean) => {
    const end = below.findIndex((one) => !isOne(one))
    return end < 0 ? below.length : end
  }
  const run = count((one) => isTitle(one) && junkOf(one) === null)
  const next = blocks.slice(heading + 1 + Math.max(run, 1)).find((one) => junkOf(one) === null)
  // Right above a quotation it says when to say those words.
  const titles = next?.isQuoted ? run - 1 : run
  return Math.max(count(isLink), count(isShortList), titles > 1 ? titles : 0)
}

function isShortList({ kind, text }: Block): boolean {
  return kind === 'list' && text.split('\n').every((item) => item.length <= LONGEST_LINE)
}
