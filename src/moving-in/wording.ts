/** Finds words in a text of small letters, as a pattern's `exec` does. */
export type Wording = (small: string) => RegExpExecArray | null

/** What `wording` takes, as a static file can hold it. */
export type WrittenWording = { source: string; telling?: string }

/** Neither a pattern's escapes nor a letter that may be missing is a word of it. */
const NO_WORDS = /\\p\{\w+\}|\\.|\(\?<\w+>|\p{L}(?=[?*{])/gu
const WORDS = /\p{L}{3,}/gu
/** They stand in every other line, and in no pattern without another word. */
const COMMON = wordSet(
  'the and for our your you this that with from one here week today are was has yang ini dan dari',
)

/**
 * Makes a pattern, for small letters, only when a text has one of its words. To make them all takes
 * longer than everything else that is done to a text, and most texts need few. `telling` is the part
 * of the pattern that has those words; left out: all of it.
 */
export function wording(source: string, telling = source): Wording {
  const words = telling.replace(NO_WORDS, ' ').match(WORDS) ?? []
  const known = words.filter((word) => !COMMON.has(word))
  const hints = Map.groupBy(known, keyOf)
  let pattern: RegExp | null = null
  return (small) => {
    if (hints.size > 0 && !hasOneOf(hints, small)) return null
    pattern ??= new RegExp(source, 'u')
    return pattern.exec(small)
  }
}

/** Finds what the first of some wordings finds. */
export function firstOf(wordings: Wording[]): Wording {
  return (small) => {
    for (const one of wordings) {
      const found = one(small)
      if (found) return found
    }
    return null
  }
}

/** The words of the line that was asked for last, by their first letters: each is asked a hundred times. */
let last = { text: '', words: new Map<string, string[]>() }

/** Whether a word of a text begins with one of some others, which are known by their first letters. */
function hasOneOf(others: Map<string, string[]>, text: string): boolean {
  if (text !== last.text) last = { text, words: Map.groupBy(text.match(WORDS) ?? [], keyOf) }
  for (const [key, beginnings] of others) {
    const words = last.words.get(key)
    if (words?.some((word) => beginnings.some((one) => word.startsWith(one)))) return true
  }
  return false
}

function keyOf(word: string): string {
  return word.slice(0, 3)
}

/** Gives words that stand apart by spaces as a set. */
export function wordSet(...words: string[]): Set<string> {
  return new Set(words.flatMap((some) => some.split(' ')))
}

/** Gives a text in small letters, each where it was. */
export function small(text: string): string {
  // The only letter that would become two.
  return text.replaceAll('İ', 'I').toLowerCase()
}
