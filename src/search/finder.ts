import { WORD } from '../full-text.ts'
import type { Concept } from './query.ts'

/** A place where a concept is said: the how manieth word of a text it begins with, and in how many. */
export type Spot = { at: number; length: number; concept: number; weight: number }

/** What was found in a text, in order, and of how many words the text is, about. */
export type Found = { spots: Spot[]; words: number }

/** Finds every concept of a search in a folded text, in whatever way it is said. */
export type Finder = (folded: string) => Found

/** A word that is printed in some column, folded, and its stem. */
type Form = { word: string; stem: string }
type Meant = { concept: number; stems: string[]; weight: number }
/** A word of the text that may say something: where it is, in letters and in words. */
type Hit = { from: number; to: number; at: number; stem: string | undefined; word: string }

const NOTHING: never[] = []

/**
 * Makes what finds concepts by the forms in which the columns print their stems: the words of a text
 * that are none of those are passed over without being read.
 */
export function finder(concepts: Concept[], forms: Form[]): Finder {
  const ways = new Map<string, Meant[]>()
  const beginnings: Meant[] = []
  for (const [concept, { ways: all }] of concepts.entries()) {
    for (const { stems, weight, isBeginning } of all) {
      const [first = ''] = stems
      if (isBeginning) beginnings.push({ concept, stems, weight })
      else ways.set(first, [...(ways.get(first) ?? NOTHING), { concept, stems, weight }])
    }
  }
  const stemOf = new Map(forms.map(({ word, stem }) => [word, stem]))
  const pattern = patternOf(
    [...stemOf.keys()],
    beginnings.map(({ stems: [beginning = ''] }) => beginning),
  )

  return (folded) => {
    const { hits, words } = hitsIn(folded, pattern, stemOf)
    const spots: Spot[] = []
    for (const [index, { at, word, stem }] of hits.entries()) {
      for (const { concept, stems, weight } of ways.get(stem ?? '') ?? NOTHING) {
        if (isSaid(stems, hits, index, folded)) {
          spots.push({ at, length: stems.length, concept, weight })
        }
      }
      for (const { concept, stems: own, weight } of beginnings) {
        const [beginning = ''] = own
        if ((stem ?? word) !== beginning && word.startsWith(beginning)) {
          spots.push({ at, length: 1, concept, weight })
        }
      }
    }
    return { spots, words }
  }
}

/** Forms are letters, marks and digits: nothing in them means something else in a pattern. */
function patternOf(forms: string[], beginnings: string[]): RegExp {
  const isPlain = [...forms, ...beginnings].every((word) => /^\w*$/.test(word))
  // Plain words are found some five times as fast by the pattern that knows no others.
  const [letter, before, after] = isPlain
    ? ['\\w', '\\b', '\\b']
    : ['[\\p{L}\\p{N}\\p{M}]', '(?<![\\p{L}\\p{N}\\p{M}])', '(?![\\p{L}\\p{N}\\p{M}])']
  const any = [...forms, ...beginnings.map((beginning) => `${beginning}${letter}*`)]
  return new RegExp(`${before}(?:${any.join('|') || '(?!)'})${after}`, isPlain ? 'g' : 'gu')
}

/** A word is what stands between spaces: where it is, is told by how many begin before it. */
function hitsIn(folded: string, pattern: RegExp, stemOf: Map<string, string>) {
  const hits: Hit[] = []
  let words = 0
  let isSpace = true
  let place = 0
  const countTo = (end: number) => {
    for (; place < end; place += 1) {
      const isNext = folded.charCodeAt(place) <= 32
      if (isSpace && !isNext) words += 1
      isSpace = isNext
    }
  }
  for (const { index, 0: word } of folded.matchAll(pattern)) {
    countTo(index + 1)
    const to = index + word.length
    hits.push({ from: index, to, at: words - 1, stem: stemOf.get(word), word })
  }
  countTo(folded.length)
  return { hits, words }
}

/** Whether stems follow one another from a hit on, with no other word between them. */
function isSaid(stems: string[], hits: Hit[], index: number, folded: string): boolean {
  return stems.every((stem, next) => {
    const [before, hit] = [hits[index + next - 1], hits[index + next]]
    if (hit?.stem !== stem) return false
    return next === 0 || folded.slice(before?.to, hit.from).search(WORD) < 0
  })
}
