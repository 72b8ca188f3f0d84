import type { Manuscript } from '../manuscript.ts'
import { type Block, isPlain, type Remark } from './block.ts'
import { markerOf } from './markers.ts'

/** What is compared is letters and digits alone: marks, spaces and capitals may have changed. */
const ELSE = /[^\p{L}\p{N}]+/gu
const ELSE_PLAIN = /[^a-z0-9]+/g
const MARKS = /[’‘“”–—…]+/g
const SENTENCES = /(?<=[.!?…]["”’)]?)\s+|\n/
const TARGETS = /\]\(<?[^)\s]*>?\)/g

/**
 * Gives the blocks of which some sentence stands neither in the column nor in what is said of its
 * lines, as `told` has them: with none, nothing was dropped in silence.
 */
export function unaccounted(blocks: Block[], told: string[]): Block[] {
  const all = told.map((text) => letters(text.replace(TARGETS, ' '))).join('|')
  const isTold = (text: string) => all.includes(letters(text))
  return blocks.filter((one) => {
    if (one.kind === 'image' || isTold(one.text)) return false
    // The words that open a part may be told of apart from what they open.
    const text = one.text.slice(markerOf(one)?.length ?? 0)
    return !text.split(SENTENCES).every(isTold)
  })
}

/** All that readers see of a column, and all that the report says of its lines. */
export function toldOf(column: Manuscript, remarks: Remark[]): string[] {
  const { headline, standfirst, byline, note, exchanges, updates, corrections } = column
  return [
    headline,
    standfirst,
    byline ?? '',
    note ?? '',
    ...exchanges.flatMap(({ headline, letter, signoff, reply }) => [
      headline ?? '',
      letter,
      signoff ?? '',
      reply,
    ]),
    ...[...updates, ...corrections].map(({ text }) => text),
    ...remarks.map(({ text }) => text),
  ]
}

/** Gives a text as it is compared here. */
export function letters(text: string): string {
  const plain = text.replace(MARKS, '').toLowerCase()
  return isPlain(plain) ? plain.replace(ELSE_PLAIN, '') : plain.normalize('NFC').replace(ELSE, '')
}
