import { type Typeface, widthOf } from './typeface.ts'

/** Lines of text, and the size that they are set in: the em in pixels. */
export type Lines = { lines: string[]; size: number }

/** A size, and the most lines that a text may have in it. */
export type Size = { size: number; most: number }

/**
 * Breaks a text into lines of about the same width, in the first of `sizes` in which it is not too
 * long. In the last it is cut at a word, with an ellipsis, if it is too long for that too.
 */
export function fitted(typeface: Typeface, text: string, width: number, sizes: Size[]): Lines {
  const last = sizes.at(-1) as Size
  const words = text.split(' ')
  for (const { size, most } of sizes) {
    const lines = balanced(typeface, words, (width / size) * typeface.unitsPerEm)
    const isLast = size === last.size
    if (lines && lines.length <= most) return { lines, size }
    if (isLast) break
  }
  return { lines: cut(typeface, words, width, last), size: last.size }
}

/** As few lines as there can be, and then as narrow as these can be; null: a word is too wide. */
function balanced(typeface: Typeface, words: string[], width: number): string[] | null {
  const widths = words.map((word) => widthOf(typeface, word))
  if (Math.max(...widths) > width) return null
  let best = filled(typeface, words, width)
  let [low, high] = [Math.max(...widths), width]
  const most = best.length
  while (high - low > typeface.unitsPerEm / 50) {
    const middle = (low + high) / 2
    const lines = filled(typeface, words, middle)
    if (lines.length > most) low = middle
    else [best, high] = [lines, middle]
  }
  return best
}

/** Fills one line after the other with words; one that is wider than a line has a line of its own. */
function filled(typeface: Typeface, words: string[], width: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const line = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(typeface, line) <= width) lines[lines.length - 1] = line
    else lines.push(word)
  }
  return lines
}

function cut(typeface: Typeface, words: string[], width: number, { size, most }: Size): string[] {
  const units = (width / size) * typeface.unitsPerEm
  const fits = (line: string) => widthOf(typeface, line) <= units
  const pieces = words.flatMap((word) => broken(word, fits))
  const lines = filled(typeface, pieces, units)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  let end = kept.pop() ?? ''
  while (!fits(`${end}…`) && end.includes(' ')) end = end.slice(0, end.lastIndexOf(' '))
  while (!fits(`${end}…`)) end = [...end].slice(0, -1).join('')
  return [...kept, `${end.replace(/[\s\p{P}]+$/u, '')}…`]
}

/** Breaks a word that is wider than a line wherever the line ends. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = []
  for (const character of word) {
    const piece = (pieces.at(-1) ?? '') + character
    if (pieces.length > 0 && fits(piece)) pieces[pieces.length - 1] = piece
    else pieces.push(character)
  }
  return pieces
}
