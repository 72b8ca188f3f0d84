import { day } from '../../dates.ts'
import type { Consent, LetterRow, LetterStatus } from '../../schema.ts'

/** What the desk calls each state of a letter. */
export const STATUS_WORDS: Record<LetterStatus, string> = {
  received: 'Received',
  shortlisted: 'Shortlisted',
  waiting: 'Waiting for the writer',
  grouped: 'Grouped',
  held: 'Held',
  in_column: 'In a column',
  answered: 'Answered',
  declined: 'Declined',
  spam: 'Spam',
  withdrawn: 'Withdrawn',
  erased: 'Erased',
}

/** What the writer allows. */
export const CONSENT_WORDS: Record<Consent, string> = {
  show_first: 'writer wants to see it first',
  publish: 'may be printed',
  private: 'private answer only',
}

/** The facts by which a letter is known in the list. */
type Facts = Pick<LetterRow, 'receivedOn' | 'standing' | 'language' | 'consent'>

/** Gives a letter's facts for a line of the list: its age first, and only what is out of the usual. */
export function factsInBrief(row: Facts, now: Date): string {
  const facts = [
    age(row.receivedOn, now),
    row.language !== 'en' && languageName(row.language),
    row.standing && standingWords(row.standing),
    row.consent === 'show_first' && 'show me first',
    row.consent === 'private' && CONSENT_WORDS.private,
  ]
  return facts.filter(Boolean).join(' · ')
}

/** Says how old a letter is, in whole days. */
export function age(receivedOn: string, now: Date): string {
  const days = Math.round((Date.parse(day(now)) - Date.parse(receivedOn)) / (24 * 60 * 60_000))
  if (days <= 0) return 'today'
  return days === 1 ? '1 day' : `${days} days`
}

/** Names a language in English. */
export function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
}

/** Names a country in English. */
export function countryName(country: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country
}

/** Says where the writer stands, in a word or two. */
export function standingWords(standing: string): string {
  return standing === 'hr' ? 'HR' : standing.replaceAll('_', ' ')
}
