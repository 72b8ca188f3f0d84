/** Finds words in a text of small letters, as a pattern's `exec` does. */
export type Wording = (small: string) => RegExpExecArray | null

/** What `wording` takes, as a static file can hold it. */
export type WrittenWording = { source: string; telling?: string }

/** Neither a pattern's escapes nor a letter that may be missing is a word of it. */
const NO_WORDS = /\\p\{\w+\}|\\.|\(\?<\w+>|\p{L}(?=[?*{])/gu
const LETTER = /\p{L}/u
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
  const hints = [...new Set(words)].filter((word) => !COMMON.has(word))
  let pattern: RegExp | null = null
  return (small) => {
    if (hints.length > 0 && !hints.some((word) => beginsIn(small, word))) return null
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

/** Whether a word of a text begins with these letters. */
function beginsIn(text: string, letters: string): boolean {
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    if (at === 0 || !LETTER.test(text.charAt(at - 1))) return true
  }
  return false
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
