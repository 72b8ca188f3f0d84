import { findAddresses } from './identifying/addresses.ts'
import { findNames } from './identifying/capitals.ts'
import { findFigures } from './identifying/figures.ts'
import { findJobs } from './identifying/jobs.ts'
import type { Kind } from './identifying/kinds.ts'
import { findNumbers } from './identifying/numbers.ts'

export type { Kind } from './identifying/kinds.ts'
export { neutral } from './identifying/neutral.ts'

/** A piece of a letter that may give its writer away: UTF-16 offsets, and the text between them. */
export type Detail = { kind: Kind; start: number; end: number; text: string }

/**
 * Finds what may identify somebody in a letter: sorted, never overlapping; where two overlap the
 * longer one stands, and of two as long the more special kind. It helps a writer to look again. It
 * does not make a letter anonymous: it knows neither what is unusual nor who reads. Takes any text,
 * in a time that grows with its length.
 */
export function findDetails(text: string, language: string): Detail[] {
  const spans = [
    ...findNumbers(text),
    ...findFigures(text),
    ...findAddresses(text),
    ...findJobs(text),
    ...findNames(text, language),
  ].sort((one, other) => other.end - other.start - (one.end - one.start))
  const isTaken = new Uint8Array(text.length)
  return spans
    .filter(({ start, end }) => {
      if (start >= end || isTaken.subarray(start, end).includes(1)) return false
      isTaken.fill(1, start, end)
      return true
    })
    .sort((one, other) => one.start - other.start)
    .map((span) => ({ ...span, text: text.slice(span.start, span.end) }))
}
