import { diffWords } from 'diff'

/** A run of words: as it was, left out (`gone`), or put in (`new`). */
export type Piece = { text: string; kind: 'same' | 'gone' | 'new' }

/**
 * Beyond this many words left out or put in, the marks would be all that one sees, and the time that
 * it takes to find them grows with the square: some 15 ms for 400 here.
 */
const MOST_CHANGES = 400

/**
 * Compares two texts word by word; runs of white space count as one, but a new paragraph is kept.
 * Null when more words than `most` have changed: marks would be of no use.
 */
export function textDiff(before: string, after: string, most = MOST_CHANGES): Piece[] | null {
  const changes = diffWords(tidy(before), tidy(after), { maxEditLength: most })
  return (
    changes?.map(({ value, added, removed }) => ({
      text: value,
      kind: added ? 'new' : removed ? 'gone' : 'same',
    })) ?? null
  )
}

function tidy(text: string): string {
  return text
    .trim()
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
}
