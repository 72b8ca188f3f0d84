import { diffArrays } from 'diff'

/** A change to a text: its lines from `start` up to, but not with, `end` became `lines`. */
export type Hunk = { start: number; end: number; lines: string[] }

/**
 * A run of lines of a merge: where neither side changed anything (`same`), only one did, or both did
 * the same (`alike`); in a `conflict`, what each side wants there instead.
 */
export type Part =
  | { kind: 'same' | 'theirs' | 'mine' | 'alike'; lines: string[] }
  | { kind: 'conflict'; theirs: string[]; mine: string[] }

/** What becomes of a conflict; `both` puts theirs first. */
export type Choice = 'theirs' | 'mine' | 'both'

/** Finding changes takes time by their square: beyond so many lines, one hunk holds them all. */
const MOST_CHANGES = 200

/** Gives the changes that make one text of another, line by line, in their order. */
export function hunksOf(before: string[], after: string[]): Hunk[] {
  const changes = diffArrays(before, after, { maxEditLength: MOST_CHANGES })
  if (!changes) return [oneHunk(before, after)]
  const hunks: Hunk[] = []
  let at = 0
  for (const { value, added, removed } of changes) {
    if (added || removed) {
      const last = hunks.at(-1)
      const hunk = last?.end === at ? last : { start: at, end: at, lines: [] }
      if (hunk !== last) hunks.push(hunk)
      if (added) hunk.lines.push(...value)
      else hunk.end += value.length
    }
    if (!added) at += value.length
  }
  return hunks
}

/** Makes the changes to a text. */
export function applied(base: string[], hunks: Hunk[]): string[] {
  return within(base, hunks, { start: 0, end: base.length })
}

/**
 * Merges two sides that began from the same text, as diff3 does (Khanna, Kunal and Pierce, “A formal
 * investigation of diff3”, 2007): a change that the other side left alone is taken, and changes that
 * overlap conflict unless they are alike. In one thing it is milder: changes to neighbouring lines do
 * not conflict, because each field of the front matter is a line.
 */
export function merge(base: string[], theirs: Hunk[], mine: Hunk[]): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const group of groups(theirs, mine)) {
    const start = Math.min(...[...group.theirs, ...group.mine].map((hunk) => hunk.start))
    const end = Math.max(...[...group.theirs, ...group.mine].map((hunk) => hunk.end))
    parts.push({ kind: 'same', lines: base.slice(at, start) })
    const both = {
      theirs: within(base, group.theirs, { start, end }),
      mine: within(base, group.mine, { start, end }),
    }
    if (group.mine.length === 0) parts.push({ kind: 'theirs', lines: both.theirs })
    else if (group.theirs.length === 0) parts.push({ kind: 'mine', lines: both.mine })
    else parts.push(...settled(both))
    at = end
  }
  parts.push({ kind: 'same', lines: base.slice(at) })
  return parts.filter((part) => part.kind === 'conflict' || part.lines.length > 0)
}

/** Gives the merged text: each conflict as its choice says, and where there is none, with both sides. */
export function resolved(parts: Part[], choices: Choice[] = []): string[] {
  let conflict = -1
  return parts.flatMap((part) => {
    if (part.kind !== 'conflict') return part.lines
    conflict += 1
    const choice = choices[conflict] ?? 'both'
    return choice === 'both' ? [...part.theirs, ...part.mine] : part[choice]
  })
}

type Group = { theirs: Hunk[]; mine: Hunk[] }

/** Puts together the changes of either side that overlap, one after the other. */
function groups(theirs: Hunk[], mine: Hunk[]): Group[] {
  const all = [
    ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
    ...mine.map((hunk) => ({ hunk, side: 'mine' as const })),
  ].sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end)
  const found: Group[] = []
  for (const { hunk, side } of all) {
    const last = found.at(-1)
    const opposite = last?.[side === 'theirs' ? 'mine' : 'theirs'] ?? []
    if (last && opposite.some((other) => overlap(other, hunk))) last[side].push(hunk)
    else found.push({ theirs: [], mine: [], [side]: [hunk] })
  }
  return found
}

/** Changes that merely touch do not overlap, unless one of them puts its lines just there. */
function overlap(one: Hunk, other: Hunk): boolean {
  const isInsertion = one.start === one.end || other.start === other.end
  return isInsertion
    ? one.start <= other.end && other.start <= one.end
    : one.start < other.end && other.start < one.end
}

/** Two sides of one place: what they share at its ends is no conflict, and often nothing is left. */
function settled({ theirs, mine }: { theirs: string[]; mine: string[] }): Part[] {
  const { start, end, lines } = oneHunk(theirs, mine)
  const rest: Part[] =
    start === end && lines.length === 0
      ? []
      : [{ kind: 'conflict', theirs: theirs.slice(start, end), mine: lines }]
  return [
    { kind: 'alike', lines: theirs.slice(0, start) },
    ...rest,
    { kind: 'alike', lines: theirs.slice(end) },
  ]
}

/** All that differs between two texts as one change, without what they share at their ends. */
function oneHunk(before: string[], after: string[]): Hunk {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let tail = 0
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return {
    start,
    end: before.length - tail,
    lines: after.slice(start, after.length - tail),
  }
}

/** Gives one side's lines for a stretch of the common text; its changes lie within it. */
function within(
  base: string[],
  hunks: Hunk[],
  { start, end }: { start: number; end: number },
): string[] {
  const lines: string[] = []
  let at = start
  for (const hunk of hunks) {
    lines.push(...base.slice(at, hunk.start), ...hunk.lines)
    at = hunk.end
  }
  return [...lines, ...base.slice(at, end)]
}
