import { KEPT, KEPT_WORDS, UNTIL } from '../kept.ts'
import { PEOPLE_CHECK } from './people-check-words.ts'

/** What /privacy tells below its house page, for the build: the Worker reads the file. */
export const WRITTEN_PRIVACY = {
  kept: KEPT,
  keptWords: KEPT_WORDS,
  until: UNTIL,
  peopleCheck: PEOPLE_CHECK,
}
export type WrittenPrivacy = typeof WRITTEN_PRIVACY
