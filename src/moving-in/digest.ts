import type { Block } from './block.ts'
import { greetingOf, headsSomething, markerOf, numbered } from './markers.ts'

/** The blocks under one headline of a digest, and the one that it was, which is not among them. */
export type Section = { headline: string; heading: Block; blocks: Block[] }

/**
 * Gives the ways in which a text may be a digest, the likeliest first: cut at numbered headlines, at
 * those under which a letter visibly begins, or at all headings. `above` stands over the first.
 */
export function cutsOf(blocks: Block[]): { above: Block[]; sections: Section[] }[] {
  return [numberedCuts(blocks), headedCuts(blocks), headings(blocks)]
    .filter((cuts) => cuts.length > 1)
    .map((cuts) => ({
      above: blocks.slice(0, cuts[0]?.at),
      sections: cuts.map(({ at, headline }, index) => ({
        headline,
        heading: blocks[at] as Block,
        blocks: blocks.slice(at + 1, cuts[index + 1]?.at ?? blocks.length),
      })),
    }))
}

/** Gives the sections under numbered headlines, or none. */
export function numberedSections(blocks: Block[]): Section[] {
  return numberedCuts(blocks).length > 1 ? (cutsOf(blocks)[0]?.sections ?? []) : []
}

/** Headlines with numbers that go up from 1, one by one. */
function numberedCuts(blocks: Block[]) {
  const cuts: { at: number; headline: string }[] = []
  for (const [at, one] of blocks.entries()) {
    const found = numbered(one)
    if (found?.number === cuts.length + 1) cuts.push({ at, headline: found.headline })
  }
  return cuts
}

/** Headlines without numbers: right under each a letter begins, by its words or a greeting. */
function headedCuts(blocks: Block[]): { at: number; headline: string }[] {
  return blocks.flatMap((one, at) => {
    const below = blocks.slice(at + 1).find(({ kind }) => kind !== 'rule')
    if (!below || !headsSomething(one) || markerOf(one)) return []
    const opens = markerOf(below)?.part === 'letter' || greetingOf(below) !== null
    return opens ? [{ at, headline: one.text.replace(/:$/, '') }] : []
  })
}

function headings(blocks: Block[]): { at: number; headline: string }[] {
  return blocks.flatMap((one, at) =>
    one.kind === 'heading' && !markerOf(one) ? [{ at, headline: one.text }] : [],
  )
}
