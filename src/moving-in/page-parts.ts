import type { Block } from './block.ts'
import { junkLineOf } from './junk-line.ts'
import { greetingOf, markerOf } from './markers.ts'
import { nameIn } from './signoff.ts'
import { small } from './wording.ts'

/** What prints and letters by e-mail set between marks: “~~~ SPONSOR ~~~”, up to the next such line. */
const BOXED = /^([~*=_#-])\1+\s*(?<heading>[^~*=_#-].{0,30}?)\s*\1{2,}$/
const MOST_IN_BOX = 4
const LONGEST_BOX = 500
/** So often a short line stands again only as a page's head. */
const REPEATED = 3
const LONGEST_HEAD = 90

/** Finds lines that many pages of a print have at their head, and boxes between marks, with the reason. */
export function pagePartsIn(blocks: Block[]): Map<Block, string> {
  return new Map([...repeatedIn(blocks), ...boxesIn(blocks)])
}

function repeatedIn(blocks: Block[]): [Block, string][] {
  const lines = blocks.filter((one) => {
    const { kind, text } = one
    if (kind !== 'paragraph' || text.length > LONGEST_HEAD) return false
    const isHead = /\d/.test(text) || text === text.toUpperCase()
    // “Halo,” opens each letter of a digest.
    if (!isHead || /[.?!:,]["”’)]*$/.test(text)) return false
    return (markerOf(one) ?? greetingOf(one) ?? nameIn(text)) === null
  })
  // The page's number is the only thing that changes.
  const groups = Map.groupBy(lines, ({ text }) => small(text).replace(/\d+|\s+/g, ''))
  return [...groups.values()]
    .filter(({ length }) => length >= REPEATED)
    .flatMap((group) => group.map((one): [Block, string] => [one, 'the head of every page']))
}

function boxesIn(blocks: Block[]): [Block, string][] {
  return blocks.flatMap((one, at) => {
    const heading = BOXED.exec(one.text.trim())?.groups?.heading
    const junk = heading ? junkLineOf(heading) : null
    if (!junk || junk.isDoubtful) return []
    const below = blocks.slice(at + 1, at + 1 + MOST_IN_BOX + 1)
    const inside = below.slice(
      0,
      below.findIndex(({ kind }) => kind === 'rule'),
    )
    const length = inside.reduce((all, { text }) => all + text.length, 0)
    const box = below.some(({ kind }) => kind === 'rule') && length <= LONGEST_BOX ? inside : []
    return [one, ...box].map((part): [Block, string] => [part, junk.reason])
  })
}
