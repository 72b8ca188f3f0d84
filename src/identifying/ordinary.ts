import { COMMON_JOBS } from './job-words.ts'
import { LARGE_PLACES, NAMES_AND_WORDS } from './names.ts'
import { GENERAL, HARMLESS, OPENERS, ORGANISATION, TITLES } from './words.ts'

const LISTS = [
  ...[NAMES_AND_WORDS, HARMLESS, GENERAL, ORGANISATION, TITLES, COMMON_JOBS],
  ...Object.values(OPENERS),
]

/** Tells whether a name is one word that is also a word of its own: “May”, “Will”, “Bank”. */
export function isOrdinary(name: string): boolean {
  const lower = name.trim().toLowerCase()
  return LISTS.some((list) => list.has(lower)) && !LARGE_PLACES.has(lower)
}
