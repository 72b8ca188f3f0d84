import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Manuscript, parse } from '../../src/manuscript.ts'
import { plainText } from '../../src/markdown.ts'
import { folded } from '../../src/moving-in/block.ts'

const top = join(import.meta.dirname, '../..')

/** Whether a style's failures were read and the rules tuned on them, or only its figures looked at. */
export const HALVES = ['tuned', 'held out'] as const
export type Half = (typeof HALVES)[number]

/** A column of ours, whose parts are known, with its file's name. */
export type Known = { slug: string; manuscript: Manuscript }

/** Gives every column that was written for this project, the sample site's and the search's. */
export function knownColumns(): Known[] {
  return ['content/columns', 'test/eval/columns'].flatMap((folder) =>
    readdirSync(join(top, folder))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .flatMap((name) => {
        const { manuscript } = parse(readFileSync(join(top, folder, name), 'utf8'), name)
        return manuscript ? [{ slug: name.replace(/\.md$/, ''), manuscript }] : []
      }),
  )
}

/** Gives numbers from 0 to 1 that a seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<One>(random: () => number, all: readonly One[]): One {
  const one = all[Math.floor(random() * all.length)]
  if (one === undefined) throw new Error('There is nothing to pick from.')
  return one
}

/** The same letter is told in many styles. */
const words = new Map<string, string>()

/** The words of a part, as two texts of it are compared: no marks, no capitals, no script's label. */
export function wordsOf(markdown: string): string {
  const known = words.get(markdown) ?? folded(plainText(markdown.replace(/\[!SCRIPT\] ?/g, '')))
  words.set(markdown, known)
  return known
}

/** Gives the sentences of a text, folded; those of one word are too common to be looked for. */
export function sentencesOf(markdown: string): string[] {
  return plainText(markdown.replace(/\[!SCRIPT\] ?/g, ''))
    .split(/(?<=[.!?…]["”’)]?)\s+|\n/)
    .map(folded)
    .filter((sentence) => sentence.includes(' '))
}
