import { WORD } from '../full-text.ts'
import type { Passage } from './score.ts'

/** How many words are shown, and how many of them before the first that was looked for. */
const SHOWN = 32
const BEFORE = 6

/** A run of a snippet's text, plain: whoever shows it escapes it. */
export type Piece = { text: string; isMatch: boolean }

/** Cuts the passage that answers best out of a text, with the words that were looked for marked. */
export function snippet(text: string, { from, marks }: Pick<Passage, 'from' | 'marks'>): Piece[] {
  const start = Math.max(0, from - BEFORE)
  const end = start + SHOWN
  const pieces: Piece[] = []
  let place = 0
  let last = 0
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (place === start) {
      last = start === 0 ? 0 : index
      if (start > 0) pieces.push({ text: '…', isMatch: false })
    }
    if (place === end) {
      pieces.push({
        text: `${text.slice(last, index).replace(/[\s.,;:…]+$/, '')}…`,
        isMatch: false,
      })
      return joined(pieces)
    }
    if (place >= start && marks.has(place)) {
      pieces.push({ text: text.slice(last, index), isMatch: false }, { text: word, isMatch: true })
      last = index + word.length
    }
    place += 1
  }
  pieces.push({ text: text.slice(last), isMatch: false })
  return joined(pieces)
}

/** Gives a snippet's text without its marks. */
export function plain(snippet: Piece[]): string {
  return snippet.map(({ text }) => text).join('')
}

function joined(pieces: Piece[]): Piece[] {
  return pieces
    .map(({ text, isMatch }) => ({ text: text.replace(/\s+/g, ' '), isMatch }))
    .filter(({ text }) => text !== '')
}
