import type { Exchange, Manuscript } from '../../manuscript.ts'

/** A letter and a reply that are still to be written. */
export const BLANK_EXCHANGE: Exchange = { headline: null, letter: '', signoff: null, reply: '' }

/** A column that is still to be written: what a new draft begins with. */
export const BLANK: Manuscript = {
  headline: '',
  standfirst: '',
  language: 'en',
  topics: [],
  published: null,
  byline: null,
  editionOf: null,
  contentNote: null,
  place: null,
  checked: null,
  note: null,
  exchanges: [BLANK_EXCHANGE],
  updates: [],
  corrections: [],
}
