import type { Marker } from '../../vault.ts'
import type { LeakKind, Term } from './details.ts'
import { type Capital, hasItsCapital, type Token } from './folded.ts'
import type { Find, Printed } from './leak.ts'

/**
 * What is known of a phrase once its letter is erased: keyed hashes of it and of its first letters,
 * its number of words, how much its capital counts, and what it was. `replacement` is printed text.
 */
export type Mark = {
  hash: string
  opening: string
  words: number
  capital: Capital
  kind: LeakKind
  replacement: string
}

/** So many letters are hashed first: few words begin like a mark, and only those are hashed whole. */
const OPENING = 3

/** Makes marks of what must not be printed; what is too short to be known by itself has none. */
export async function marksOf(marker: Marker, terms: Term[]): Promise<Mark[]> {
  const sure = terms.filter(({ figure }) => !figure)
  return Promise.all(
    sure.flatMap(({ kind, replacement, patterns }) =>
      patterns.map(async ({ compact, words, capital }) => ({
        hash: await marker.mark(compact),
        opening: await openingOf(marker, compact),
        ...{ words, capital, kind, replacement },
      })),
    ),
  )
}

async function openingOf(marker: Marker, compact: string): Promise<string> {
  return (await marker.mark(`^${compact.slice(0, OPENING)}`)).slice(0, 6)
}

type Window = { compact: string; spaces: number; token: Token } & Pick<
  Find,
  'start' | 'end' | 'isInSlug'
>

/**
 * Finds marked phrases in a draft without knowing them: every run of words that begins like a mark
 * is hashed and compared. `of` is the mark, so that one that is found twice is one leak.
 */
export async function findMarked(
  marker: Marker,
  marks: Mark[],
  { words, slugWords }: Printed,
): Promise<Find[]> {
  if (marks.length === 0) return []
  const openings = new Set(
    [words, slugWords].flatMap((tokens) => tokens.flatMap((_, at) => headsOf(tokens, at))),
  )
  const known = new Set(marks.map(({ opening }) => opening))
  const hashed = await Promise.all(
    [...openings].map(async (head) => (known.has(await openingOf(marker, head)) ? [head] : [])),
  )
  const heads = new Set(hashed.flat())
  const most = Math.max(...marks.map((mark) => mark.words))
  const windows = [
    ...windowsOf(words, { heads, most, isInSlug: false }),
    ...windowsOf(slugWords, { heads, most, isInSlug: true }),
  ]
  const byHash = Map.groupBy(marks, ({ hash }) => hash)
  const byCompact = Map.groupBy(windows, ({ compact }) => compact)
  const finds = [...byCompact].map(async ([compact, places]) => {
    const same = byHash.get(await marker.mark(compact)) ?? []
    return same.flatMap((mark) => places.flatMap((place) => findOf(mark, place)))
  })
  return (await Promise.all(finds)).flat()
}

function findOf(mark: Mark, { spaces, token, compact, start, end, isInSlug }: Window): Find[] {
  if (spaces >= mark.words || !hasItsCapital(token, mark.capital, isInSlug)) return []
  const { kind, hash, replacement } = mark
  const aliases = replacement ? [{ original: '', replacement }] : []
  return [{ kind, of: hash, aliases, compact, isInSlug, start, end }]
}

/** The first letters of all that may begin at a word: of a short one, those of the next count too. */
function headsOf(tokens: Token[], at: number): string[] {
  const heads: string[] = []
  let head = ''
  for (let next = at; head.length < OPENING && next < at + OPENING; next += 1) {
    head += tokens[next]?.text ?? ''
    heads.push(head.slice(0, OPENING))
  }
  return heads
}

type Among = { heads: Set<string>; most: number; isInSlug: boolean }

/** Nothing reaches across a paragraph; beyond a few hyphens a word taken apart is no longer one. */
function windowsOf(tokens: Token[], { heads, most, isInSlug }: Among): Window[] {
  const windows: Window[] = []
  for (const [first, token] of tokens.entries()) {
    if (!headsOf(tokens, first).some((head) => heads.has(head))) continue
    let [compact, spaces] = ['', 0]
    for (let last = first; last <= first + most + MOST_HYPHENS; last += 1) {
      const next = tokens[last]
      if (!next || (last > first && next.gap === 'break')) break
      if (last > first && next.gap === 'space') spaces += 1
      if (spaces >= most) break
      compact += next.text
      for (const suffix of ['', ...SUFFIXES.filter((one) => next.text.endsWith(one))]) {
        const whole = compact.slice(0, compact.length - suffix.length)
        const end = next.end - suffix.length
        if (heads.has(whole.slice(0, OPENING))) {
          windows.push({ compact: whole, spaces, token, start: token.start, end, isInSlug })
        }
      }
    }
  }
  return windows
}

const MOST_HYPHENS = 3
const SUFFIXES = ['s', 'nya', 'ku', 'mu']
