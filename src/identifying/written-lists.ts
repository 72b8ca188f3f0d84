import { ADDRESS_PATTERNS } from './address-patterns.ts'
import { FIGURE_PATTERNS } from './figure-patterns.ts'
import { COMMON_FIELDS, COMMON_JOBS, NO_JOBS, PEKERJAAN } from './job-words.ts'
import type { WrittenLists } from './lists.ts'
import { GIVEN_NAMES, HARMLESS_PHRASES, LARGE_PLACES, NAMES_AND_WORDS } from './names.ts'
import { NUMBER_PATTERNS } from './number-patterns.ts'
import { RARE_JOBS } from './rare-jobs.ts'
import {
  BEFORE_COMPANY,
  GENERAL,
  HARMLESS,
  NAME_JOINTS,
  OPENERS,
  ORGANISATION,
  TITLES,
} from './words.ts'

/** The lists as they were written, for the build and for what runs on Node: the Worker reads the file. */
export const WRITTEN_LISTS: WrittenLists = {
  givenNames: spaced(Object.values(GIVEN_NAMES).join(' ')),
  namesAndWords: spaced(NAMES_AND_WORDS),
  largePlaces: spaced(LARGE_PLACES),
  noJobs: spaced(NO_JOBS),
  commonJobs: spaced(COMMON_JOBS),
  commonFields: spaced(COMMON_FIELDS),
  pekerjaan: spaced(PEKERJAAN),
  harmless: spaced(HARMLESS),
  general: spaced(GENERAL),
  organisation: spaced(ORGANISATION),
  beforeCompany: spaced(BEFORE_COMPANY),
  titles: spaced(TITLES),
  nameJoints: spaced(NAME_JOINTS),
  openers: Object.fromEntries(
    Object.entries(OPENERS).map(([language, words]) => [language, spaced(words)]),
  ),
  harmlessPhrases: HARMLESS_PHRASES.source,
  addresses: ADDRESS_PATTERNS,
  figures: FIGURE_PATTERNS,
  numbers: NUMBER_PATTERNS,
  rareJobs: RARE_JOBS,
}

/** Each word once and in the order of the alphabet, which packs best. */
function spaced(words: string): string {
  return [...new Set(words.trim().split(/\s+/))].sort().join(' ')
}
