import { type Detail, neutral } from '../identifying.ts'

/** A change of a text: what stands from `start` to `end` (UTF-16 offsets) gives way to `text`. */
export type Edit = { start: number; end: number; text: string }

/**
 * Puts the details together that mean the same, in the order of the letter: “my manager, Teresa
 * Quill,” and wherever she is only “Teresa” later.
 */
export function alike(details: Detail[]): Detail[][] {
  const groups = new Map<string, { same: Detail[]; words: Set<string> }>()
  const all: Detail[][] = []
  for (const detail of details) {
    const words = wordsIn(detail)
    const known = groups.get(words.at(-1) ?? '')
    if (known && words.every((word) => known.words.has(word))) known.same.push(detail)
    else {
      const group = { same: [detail], words: new Set(words) }
      all.push(group.same)
      for (const word of words) groups.set(word, group)
    }
  }
  return all
}

/** A name is known again by one of its words, anything else by the whole. */
function wordsIn({ kind, text }: Detail): string[] {
  const isName = kind === 'person' || kind === 'employer' || kind === 'place'
  const words = isName ? text.match(/\p{Lu}[\p{L}’'-]*/gu) : null
  return (words ?? [text]).map((word) => `${kind} ${word}`)
}

/** Gives the one change that puts neutral words in every place of details that are alike. */
export function neutralEdit(letter: string, details: Detail[], language: string): Edit {
  const [start, end] = [details[0]?.start ?? 0, details.at(-1)?.end ?? 0]
  const words = details[0] ? neutral(details[0], language) : ''
  let [text, from] = ['', start]
  for (const detail of details) {
    const before = letter.slice(Math.max(0, detail.start - 4), detail.start)
    text += letter.slice(from, detail.start) + (beginsSentence(before) ? capital(words) : words)
    from = detail.end
  }
  return { start, end, text }
}

/** Gives the changed text. */
export function edited(letter: string, { start, end, text }: Edit): string {
  return letter.slice(0, start) + text + letter.slice(end)
}

/** Gives the change that takes another one back. */
export function reverse(letter: string, { start, end, text }: Edit): Edit {
  return { start, end: start + text.length, text: letter.slice(start, end) }
}

function beginsSentence(before: string): boolean {
  return before === '' || /(?:[.!?…]["”’)]?\s+|\n\s*|["“])$/.test(before)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
