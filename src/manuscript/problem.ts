/** Something to put right in a column's document: `line` counts from 1, `instead` is a sentence. */
export type Problem = { file: string; line: number; problem: string; instead: string }

/** Takes note of a problem and lets the reading go on, so that one run tells them all. */
export type Report = (line: number, problem: string, instead: string) => void

/** Gives a problem as one line for a terminal or a page: file, line, what is wrong, what to write. */
export function describe({ file, line, problem, instead }: Problem): string {
  return `${file}:${line}: ${problem} ${instead}`
}

/** Gives a piece of the document as messages quote it: in curly quotes, cut at 60 characters. */
export function quoted(text: string): string {
  const letters = [...text.slice(0, 200)]
  return letters.length > 60 ? `“${letters.slice(0, 60).join('')}…”` : `“${text}”`
}

/**
 * Gives the word meant by a mistyped one: the nearest, when at most two letters were added, left
 * out or changed and more than half of the word is right. Null when nothing is near enough.
 */
export function nearest(written: string, words: readonly string[]): string | null {
  let best: { word: string; distance: number } | null = null
  for (const word of words) {
    const distance = editDistance(written, word)
    if (distance > 2 || distance * 2 >= word.length) continue
    if (!best || distance < best.distance) best = { word, distance }
  }
  return best?.word ?? null
}

/** Levenshtein's distance; words whose lengths differ by more than two are simply far apart. */
function editDistance(written: string, word: string): number {
  if (Math.abs(written.length - word.length) > 2) return Number.POSITIVE_INFINITY
  let above = Array.from({ length: word.length + 1 }, (_, column) => column)
  for (let row = 1; row <= written.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= word.length; column += 1) {
      const changed = written[row - 1] === word[column - 1] ? 0 : 1
      current[column] = Math.min(
        Number(above[column]) + 1,
        Number(current[column - 1]) + 1,
        Number(above[column - 1]) + changed,
      )
    }
    above = current
  }
  return Number(above[word.length])
}
