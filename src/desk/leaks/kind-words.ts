import type { LeakKind } from './details.ts'

/** What the desk calls each kind of leak, on the page and in the log. */
export const KIND_WORDS: Record<LeakKind, string> = {
  alias: 'an alias’s original',
  disguise: 'what the writer wants changed',
  email: 'an e-mail address',
  phone: 'a phone number',
  url: 'somebody’s page',
  handle: 'an account',
  id_number: 'a personal number',
  date: 'a date',
  age: 'an age',
  money: 'a sum of money',
  address: 'an address',
  place: 'a place',
  person: 'a name',
  employer: 'an employer',
  job_title: 'a rare job',
}
