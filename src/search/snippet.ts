import { fold, WORD } from '../full-text.ts'
import type { Finder } from './finder.ts'

/** How many words are shown, and how many of them before the first that was looked for. */
const SHOWN = 32
const BEFORE = 6

/** A run of a snippet's text, plain: whoever shows it escapes it. */
export type Piece = { text: string; isMatch: boolean }

/** Cuts the passage that answers best out of a text, with the words that were looked for marked. */
export function snippet(text: string, from: number, find: Finder): Piece[] {
  const first = Math.max(0, from - BEFORE)
  const start = first === 0 ? 0 : afterWords(text, first, 0)
  const end = afterWords(text, SHOWN, start)
  const isCut = end < text.trimEnd().length
  const shown = isCut ? text.slice(start, end).replace(/[\s.,;:…]+$/, '') : text.slice(start)
  const pieces = [{ text: start > 0 ? '…' : '', isMatch: false }, ...markedIn(shown, find)]
  return joined([...pieces, { text: isCut ? '…' : '', isMatch: false }])
}

/** Where the word begins that so many words stand before, of those between spaces. */
function afterWords(text: string, count: number, start: number): number {
  const spaces = /\s+/g
  spaces.lastIndex = start
  let place = start
  for (let word = 0; word < count; word += 1) {
    if (!spaces.test(text)) return text.length
    place = spaces.lastIndex
  }
  return place
}

/** Each word is folded by itself, and so keeps its place among the others. */
function markedIn(text: string, find: Finder): Piece[] {
  const words = [...text.matchAll(WORD)]
  const { spots } = find(words.map(([word]) => fold(word)).join(' '))
  const marks = new Set(
    spots.flatMap(({ at, length }) => Array.from({ length }, (_, word) => at + word)),
  )
  const pieces: Piece[] = []
  let last = 0
  for (const [place, { index, 0: word }] of words.entries()) {
    if (!marks.has(place)) continue
    pieces.push({ text: text.slice(last, index), isMatch: false }, { text: word, isMatch: true })
    last = index + word.length
  }
  return [...pieces, { text: text.slice(last), isMatch: false }]
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
