import type { Block } from './block.ts'
import { signs } from './signs.ts'
import { small, type Wording } from './wording.ts'

export type Part = 'note' | 'letter' | 'reply' | 'update' | 'correction'

/** Words that say which part begins, and how many of a block's characters they are. */
export type Marker = {
  part: Part
  /** What says so: words such as “A reader writes:”, or a heading. */
  by: 'marker' | 'heading' | 'greeting'
  length: number
  words: string
  /** The day that an update or a correction names, as it is written. */
  day: string
}

/** In characters: no words that open a part are longer, and a mark is among them. */
const LONGEST_MARKER = 160
const MARK = /[:：—–]|^[qatj]\d*\./i
/** “Update, 25 June 2018” */
const DATED =
  /^(?:update|correction|koreksi|ralat|pembaruan|perkembangan|kabar terbaru)\P{L}.*\d{4}\W*$/u
const CALLER = /^\p{Lu}[\p{Lu}’'. ]{1,30}:\s*|^(?:\p{Lu}[\p{L}’'.]* ?){1,4}:$/u
/** Longer lines head nothing. */
const LONGEST_HEADING = 70
const LONGEST_NUMBERED = 160
const LONGEST_GREETING = 80
const GREETING =
  /^(?:dear|hi|hello|hey|halo|hai|kepada|yth\.?|yang terhormat|salam,|saudara|saudari|sdr\.?|sdri\.?)\s+(?:\p{L}[^,:!.\n]{0,50})[,:!]/u

/** A digest's heading: “3. My boss sings”, “#3: My boss sings”, “Letter 3: …”. */
const NUMBERED =
  /^(?:#|no\. ?|letter |question |surat |pertanyaan )?(?<number>\d{1,2})(?:[.):]| [–—-])\s+(?<headline>\S.*)$/i

/** Each is asked for its marker by several rules. */
const markers = new WeakMap<Block, Marker | null>()

/** Finds the words that open a part at the beginning of a block. */
export function markerOf(one: Block): Marker | null {
  const known = markers.get(one)
  if (known !== undefined) return known
  const marker = markerIn(one)
  markers.set(one, marker)
  return marker
}

function markerIn(one: Block): Marker | null {
  if (one.kind !== 'paragraph' && one.kind !== 'heading') return null
  const text = one.text.trim()
  const opening = text.slice(0, LONGEST_MARKER)
  const marked = MARK.test(opening) ? firstOf(signs().marked, opening) : null
  if (marked) return { ...marked, by: 'marker' }
  const isHeading = headsSomething(one) || DATED.test(small(text))
  if (text.length > LONGEST_HEADING || !isHeading) return null
  const titled = firstOf(signs().titled, text.replace(/[:.]$/, ''))
  return titled && { ...titled, by: 'heading', length: text.length, words: text }
}

/** Gives the name in capitals that a block begins with, “MAS MEJA: …”, or that is all of it: “Kang Curhat:”. */
export function callerOf({ kind, text }: Block): string | null {
  const name = kind === 'paragraph' ? CALLER.exec(text)?.[0] : undefined
  return name && !GREETING.test(small(name)) ? name : null
}

/** Gives the greeting a block begins with: “Dear Desk,”. */
export function greetingOf({ kind, text }: Block): string | null {
  const opening = text.slice(0, LONGEST_GREETING)
  const found = kind === 'paragraph' ? GREETING.exec(small(opening)) : null
  return found && opening.slice(0, found[0].length)
}

/** Gives the number and headline of a digest's letter: “3. My boss sings”. */
export function numbered(one: Block): { number: number; headline: string } | null {
  if (one.isQuoted || !/^(?:heading|paragraph)$/.test(one.kind)) return null
  const isLine = one.text.length <= LONGEST_HEADING && !/[.!,;:]$/.test(one.text)
  if (one.text.length > LONGEST_NUMBERED || !(isLine || headsSomething(one))) return null
  const { number, headline } = NUMBERED.exec(one.text.trim())?.groups ?? {}
  return number && headline ? { number: Number(number), headline } : null
}

/** Whether a block is set as a heading: as one, all bold, or in capitals. */
export function headsSomething({ kind, look, text, isQuoted }: Block): boolean {
  if (isQuoted) return false
  if (kind === 'heading') return true
  if (kind !== 'paragraph' || text.includes('\n') || text.length > LONGEST_NUMBERED) return false
  const isLoud = text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)
  return look === 'bold' || isLoud || /^[\p{L} ’']{2,40}:?$/u.test(text)
}

function firstOf(rules: [Part, Wording][], text: string) {
  const letters = small(text)
  for (const [part, wording] of rules) {
    const found = wording(letters)
    if (!found) continue
    const [{ length }, day = ''] = [found[0], found.groups?.day]
    const words = text.slice(0, length)
    return { part, length, words: words.trim(), day: sameIn(words, day).trim() }
  }
  return null
}

/** The same letters in a text, as they are written there. */
function sameIn(text: string, letters: string): string {
  const at = letters === '' ? -1 : small(text).lastIndexOf(letters)
  return at < 0 ? '' : text.slice(at, at + letters.length)
}
