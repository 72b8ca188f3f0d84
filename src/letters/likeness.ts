import { tokens } from '../full-text.ts'

/**
 * From this likeness on, in percent, two letters are shown to an editor as alike. Of letters made for
 * the tests (`test/letters/stories.ts`) the same story told twice has 67 and more, two that have no
 * more than their problem in common 11 at most: words cannot tell that two people ask the same.
 */
export const ALIKE = 30

/**
 * Of two letters that share half their words, one band in eight is the same, and 12 bands find four
 * pairs in five; of two that share two thirds they miss one pair in a hundred. Unlike letters share a
 * twentieth, and meet in one pair of six hundred.
 */
const BANDS = 12
const ROWS = 3

/** What is compared of a letter: what it asks and tells, without the words that tell nothing. */
export type Gist = Set<string>

/** Gives a letter's telling words, each once and without its endings. */
export function gistOf(
  { question, letter }: { question: string; letter: string },
  language: string,
): Gist {
  return new Set(tokens(`${question}\n${letter}`, language).map((word) => stem(word, language)))
}

/** Gives how alike two letters are, in percent: the words they share, against all their words. */
export function likeness(one: Gist, other: Gist): number {
  const shared = [...one].filter((word) => other.has(word)).length
  const all = one.size + other.size - shared
  return all > 0 ? Math.round((100 * shared) / all) : 0
}

/**
 * Gives marks of which two letters are the likelier to have one in common the more words they share
 * (MinHash in bands), whatever the order of the words. They tell which words are in a letter to
 * whoever guesses them: to be stored they are hashed with the site's key.
 */
export function bandsOf(gist: Gist): string[] {
  const hashes = [...gist].map(hashOf)
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = Array.from({ length: ROWS }, (_, row) => least(hashes, band * ROWS + row + 1))
    return `${band} ${rows.join(' ')}`
  })
}

function least(hashes: number[], seed: number): number {
  return hashes.reduce(
    (lowest, hash) => Math.min(lowest, mix(hash ^ Math.imul(seed, GOLDEN))),
    MOST,
  )
}

const MOST = 0xffffffff
/** 2³² over the golden ratio: its multiples are far apart. */
const GOLDEN = 0x9e3779b9

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** MurmurHash3's last mixing. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** What a word has by grammar alone, by language; what is left of it need be no word. */
const AFFIXES: Record<string, RegExp[]> = {
  en: [/(?:ies|ing|ed|es|ly|s|e|y)$/],
  id: [
    /(?:nya|lah|kah|ku|mu)$/,
    /^(?:meng|meny|mem|men|me|peng|pem|pen|ber|ter|di|se)/,
    /(?:kan|an|i)$/,
  ],
}
const SHORTEST_STEM = 4

function stem(word: string, language: string): string {
  return (AFFIXES[language] ?? []).reduce((rest, affix) => {
    const shorter = rest.replace(affix, '')
    return shorter.length < SHORTEST_STEM ? rest : shorter
  }, word)
}
