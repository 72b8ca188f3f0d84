import type { Block } from './block.ts'
import { greetingOf, headsSomething, markerOf, numbered } from './markers.ts'
import { voiceOf } from './voice.ts'

/** The blocks under one headline of a digest, and the one that it was, which is not among them. */
export type Section = { headline: string; heading: Block; blocks: Block[] }

type Cut = { at: number; headline: string }

/** In characters. */
const SHORTEST_PROSE = 60

/** A text as a digest: what stands above its first headline, and what under each. */
export type Cuts = { above: Block[]; sections: Section[]; isNumbered: boolean }

/**
 * Gives the ways in which a text may be a digest, the likeliest first: cut at numbered headlines, at
 * those under which a letter visibly begins, at lines in bold, or at all headings. `above` stands over the first.
 */
export function cutsOf(blocks: Block[]): Cuts[] {
  const over = overTexts(headings(blocks), blocks)
  return [numberedCuts(blocks), headedCuts(blocks), boldCuts(blocks), over, headings(blocks)]
    .map((cuts, index) => ({ cuts, isNumbered: index === 0 }))
    .filter(({ cuts }) => cuts.length > 1)
    .map(({ cuts, isNumbered }) => ({
      isNumbered,
      above: blocks.slice(0, cuts[0]?.at),
      sections: cuts.map(({ at, headline }, index) => ({
        headline,
        heading: blocks[at] as Block,
        blocks: blocks.slice(at + 1, cuts[index + 1]?.at ?? blocks.length),
      })),
    }))
}

/** Gives where a digest's first headline stands, if its headlines show that it is one; else -1. */
export function digestBegins(blocks: Block[]): number {
  const all = [
    numberedCuts(blocks),
    headedCuts(blocks),
    boldCuts(blocks),
    overTexts(headings(blocks), blocks),
  ]
  const cuts = all.find((some) => some.length > 1)
  return cuts?.[0]?.at ?? -1
}

/** Gives the sections under numbered headlines, or none. */
export function numberedSections(blocks: Block[]): Section[] {
  return numberedCuts(blocks).length > 1 ? (cutsOf(blocks)[0]?.sections ?? []) : []
}

/** Headlines with numbers that go up from 1, one by one. */
function numberedCuts(blocks: Block[]) {
  const cuts: Cut[] = []
  for (const [at, one] of blocks.entries()) {
    const found = numbered(one)
    if (found?.number === cuts.length + 1) cuts.push({ at, headline: found.headline })
  }
  return cuts
}

/** Headlines without numbers: right under each a letter begins, by its words or a greeting. */
function headedCuts(blocks: Block[]): Cut[] {
  return blocks.flatMap((one, at) => {
    const below = blocks.slice(at + 1).find(({ kind }) => kind !== 'rule')
    if (!below || !headsSomething(one) || markerOf(one)) return []
    const opens = markerOf(below)?.part === 'letter' || greetingOf(below) !== null
    return opens ? [{ at, headline: one.text.replace(/:$/, '') }] : []
  })
}

/** Short lines in bold that are no sentences, each over a text, where no words open a part. */
function boldCuts(blocks: Block[]): Cut[] {
  if (blocks.some((one) => /letter|reply/.test(markerOf(one)?.part ?? ''))) return []
  const cuts = blocks.flatMap((one, at): Cut[] => {
    const below = blocks[at + 1]
    const isHeadline = one.kind === 'paragraph' && one.look === 'bold' && headsSomething(one)
    const isOver = below && below.look !== 'bold' && !/[.!:]$/.test(one.text)
    return isHeadline && isOver ? [{ at, headline: one.text }] : []
  })
  return overTexts(cuts, blocks)
}

/**
 * Of headlines those under which a letter and a reply may stand, two paragraphs and more; none where somebody
 * tells of themselves above the first.
 */
function overTexts(cuts: Cut[], blocks: Block[]): Cut[] {
  const over = cuts.filter(({ at }, index) => {
    const below = blocks.slice(at + 1, cuts[index + 1]?.at ?? blocks.length)
    return below.filter(isProse).length > 1
  })
  const above = blocks.slice(0, over[0]?.at ?? 0)
  return above.some((one) => isProse(one) && voiceOf(one.text) > 0) ? [] : over
}

function isProse({ kind, text }: Block): boolean {
  return kind === 'paragraph' && text.length > SHORTEST_PROSE && /[.?!…]["”’)]*$/.test(text)
}

function headings(blocks: Block[]): Cut[] {
  return blocks.flatMap((one, at) =>
    one.kind === 'heading' && !markerOf(one) ? [{ at, headline: one.text }] : [],
  )
}
