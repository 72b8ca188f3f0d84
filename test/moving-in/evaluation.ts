import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Arrival, collect } from '../../src/cli/import/collect.ts'
import { readGhost } from '../../src/cli/import/ghost.ts'
import type { Found } from '../../src/cli/import/source.ts'
import { sourceNamed } from '../../src/cli/import/source.ts'
import { readWordPress } from '../../src/cli/import/wordpress.ts'
import type { Manuscript } from '../../src/manuscript.ts'
import { folded } from '../../src/moving-in/block.ts'
import { type Moved, moveIn, textBlocks, UNPLACED } from '../../src/moving-in.ts'
import { ghostExport, type KnownPost, madePosts, wordPressExport } from './exports.ts'
import { allOf, judge, type PartName } from './judging.ts'
import { HALVES, type Half, type Known, knownColumns, seeded, wordsOf } from './known.ts'
import { isTold } from './rendering.ts'
import { greeted, SAVED_STYLES, savedText } from './saved-styles.ts'

type Share = { known: number; right: number }
export type Figures = {
  parts: Map<string, Share>
  columns: Map<string, Share>
  junk: Share
  texts: Share
  /** Sentences of a letter or reply that are not in its column; and those that are nowhere. */
  lost: string[]
  untold: string[]
  /** Blocks that no rule put anywhere, and that only the last accounting told of. */
  unplaced: string[]
  misses: string[]
}

export const HOUSE = { language: 'en', timeZone: 'UTC', topics: new Map(), topic: 'general' }
/** One in so many posts is read from Ghost, too. */
const GHOST_POSTS = 300

/**
 * Reads what was made in every style, and counts, by half, what was found of what is known. Each style
 * of saved texts has one in so many of our columns, as `oneIn` says.
 */
export async function evaluate({
  seed,
  posts,
  oneIn,
}: {
  seed: number
  posts: number
  oneIn: number
}): Promise<Map<Half, Figures>> {
  const halves = new Map(HALVES.map((half) => [half, noFigures()]))
  const columns = knownColumns()
  const made = madePosts(columns, posts, seed)
  const folder = mkdtempSync(join(tmpdir(), 'moving-in-'))
  const file = join(folder, 'export.xml')
  writeFileSync(file, [...wordPressExport(made)].join(''))
  const onProgress = () => {}
  await judgePosts(made, readWordPress(file, { timeZone: 'UTC', onProgress }), halves)
  const some = made.slice(0, GHOST_POSTS)
  writeFileSync(file, ghostExport(some))
  await judgePosts(some, readGhost(file, onProgress), halves)
  rmSync(folder, { recursive: true })
  await judgeSaved(columns, { seed, oneIn }, halves)
  return halves
}

async function judgePosts(
  posts: KnownPost[],
  found: AsyncIterable<Found> | Iterable<Found>,
  halves: Map<Half, Figures>,
): Promise<void> {
  const { columns, updates, others } = await collect(found, HOUSE)
  const byName = new Map<string, Arrival>(
    [...columns, ...updates, ...others].map((one) => [one.name, one]),
  )
  for (const post of posts) {
    const figures = halves.get(post.half) ?? noFigures()
    const moved = (byName.get(`post ${post.id}`) ?? byName.get(`post ${post.slug}`))?.moved
    if (post.holds === 'nothing') {
      count(figures, 'posts that are no columns', moved?.kind !== 'column', `taken: ${post.title}`)
    } else if (post.holds === 'update') {
      count(figures, 'updates', moved?.kind === 'update', `no update: ${post.title}`)
    } else judgeText(figures, `${post.style} #${post.id}`, post, moved)
  }
}

async function judgeSaved(
  columns: Known[],
  { seed, oneIn }: { seed: number; oneIn: number },
  halves: Map<Half, Figures>,
): Promise<void> {
  const random = seeded(seed + 1)
  for (const [number, style] of SAVED_STYLES.entries()) {
    const figures = halves.get(style.half) ?? noFigures()
    const some = columns.filter((_, index) => index % oneIn === number % oneIn)
    for (const { manuscript, slug } of some) {
      const [first] = manuscript.exchanges
      if (!first || !isTold(first.reply) || first.signoff === null) continue
      const exchange = greeted(first, manuscript.language, style)
      const { text, junk } = savedText(manuscript, exchange, { style, random })
      const source = { ...sourceNamed(slug), slug, blocks: textBlocks(text) }
      const moved = moveIn(source, HOUSE)
      judgeText(figures, `${style.name} ${slug}`, { exchanges: [exchange], note: null }, moved)
      const kept = moved.kind === 'column' ? keptOf(junk, moved.manuscript) : junk
      judgeJunk(figures, `${style.name} ${slug}`, junk, kept)
    }
  }
}

/** Counts a text's lines of junk, of which some were kept. */
export function judgeJunk(figures: Figures, name: string, junk: string[], kept: string[]): void {
  figures.junk.known += junk.length
  figures.junk.right += junk.length - kept.length
  figures.texts.known += 1
  if (kept.length === 0) figures.texts.right += 1
  else figures.misses.push(`${name}: kept ${kept.join(' | ')}`)
}

/** Counts the known parts of a text that came as they are, and its sentences that did not come. */
export function judgeText(
  figures: Figures,
  name: string,
  known: Parameters<typeof judge>[0],
  moved: Moved | undefined,
): void {
  const column = moved?.kind === 'column' ? moved.manuscript : null
  const remarks = moved?.remarks ?? []
  const text = moved?.kind === 'left' ? moved.text : ''
  const told = [text, ...remarks.map(({ text }) => text)].join('\n\n')
  const { verdicts, lost, untold } = judge(known, { column, told })
  const unplaced = remarks.filter(({ reason }) => reason === UNPLACED)
  figures.untold.push(...untold.map((one) => `${name}: ${one}`))
  figures.unplaced.push(...unplaced.map(({ text }) => `${name}: ${text}`))
  for (const { part, isRight, expected, got } of verdicts)
    tally(figures, part, isRight, () => `${name}: ${part}${difference(expected, got)}`)
  figures.lost.push(...lost.map((one) => `${name}: ${one}`))
}

/** Which lines stand in a column: by themselves, or inside another where they are no mere words. */
function keptOf(junk: string[], column: Manuscript): string[] {
  const lines = [column.headline, column.standfirst, ...allOf(column).split('\n')].map(folded)
  const [all, alone] = [lines.join('|'), new Set(lines)]
  return junk.filter((one) => {
    const line = folded(one)
    return alone.has(line) || (line.split(' ').length > 3 && all.includes(line))
  })
}

/** Counts a part, and notes how it was missed. */
export function tally(
  figures: Figures,
  part: PartName,
  isRight: boolean,
  miss: () => string,
): void {
  add(figures.parts, part, isRight)
  add(figures.parts, 'all parts', isRight)
  if (!isRight) figures.misses.push(miss())
}

/** Counts a text that was to be told from others, and notes that it was not. */
export function count(figures: Figures, name: string, isRight: boolean, miss: string): void {
  add(figures.columns, name, isRight)
  if (!isRight) figures.misses.push(miss)
}

function add(shares: Map<string, Share>, name: string, isRight: boolean): void {
  const one = shares.get(name) ?? share()
  shares.set(name, { known: one.known + 1, right: one.right + Number(isRight) })
}

/** Gives figures in which nothing is counted yet. */
export function noFigures(): Figures {
  return {
    parts: new Map(['letter', 'reply', 'signoff', 'note'].map((name) => [name, share()])),
    columns: new Map(),
    junk: share(),
    texts: share(),
    lost: [],
    untold: [],
    unplaced: [],
    misses: [],
  }
}

function share(): Share {
  return { known: 0, right: 0 }
}

/** What was wanted and what was found, from a little before they differ. */
function difference(wanted: string, found: string): string {
  const [expected, got] = [wordsOf(wanted), wordsOf(found)]
  let at = 0
  while (at < expected.length && expected[at] === got[at]) at += 1
  const from = Math.max(0, at - 40)
  const shown = (text: string) => text.slice(from, from + 200)
  return `\n   want ${shown(expected)}\n   got  ${shown(got)}`
}
