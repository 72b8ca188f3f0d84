import { diffWordsWithSpace } from 'diff'

/** A run of words of two texts: in both, only in the first (`gone`), or only in the second (`new`). */
export type Run = { text: string; kind: 'same' | 'gone' | 'new' }

/** Beyond so many words, marks would be all that one sees, and take long to find. */
const MOST_MARKS = 120

/** Compares two texts word by word. One that was written anew is one run, as the other is. */
export function wordRuns(before: string, after: string): Run[] {
  const runs = diffWordsWithSpace(before, after, { maxEditLength: MOST_MARKS })
  if (!runs) return writtenAnew(before, after)
  return runs.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'new' : removed ? 'gone' : 'same',
  }))
}

/** The runs of two texts that are not compared. */
export function writtenAnew(before: string, after: string): Run[] {
  const runs: Run[] = [
    { text: before, kind: 'gone' },
    { text: after, kind: 'new' },
  ]
  return runs.filter(({ text }) => text !== '')
}
