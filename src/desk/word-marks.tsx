import { diffWordsWithSpace } from 'diff'

/** A run of words: the same on both sides, or on one side only. */
export type Run = { text: string; isOwn: boolean }

/** Beyond so many words, marks would be all that one sees, and take long to find. */
const MOST_MARKS = 120

/** Gives two texts in runs of words, those marked that the other side does not have. */
export function wordMarks(one: string, other: string): { one: Run[]; other: Run[] } {
  const runs = diffWordsWithSpace(one, other, { maxEditLength: MOST_MARKS })
  if (!runs) return { one: [{ text: one, isOwn: true }], other: [{ text: other, isOwn: true }] }
  return {
    one: runs.filter(({ added }) => !added).map((run) => ({ text: run.value, isOwn: run.removed })),
    other: runs
      .filter(({ removed }) => !removed)
      .map((run) => ({ text: run.value, isOwn: run.added })),
  }
}

/** A text with its own words marked, by an element that says what they are. */
export function Marked({ runs, as: Mark }: { runs: Run[]; as: 'mark' | 'ins' | 'del' }) {
  return <>{runs.map(({ text, isOwn }) => (isOwn ? <Mark>{text}</Mark> : text))}</>
}
