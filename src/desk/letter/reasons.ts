import { copies, type Language } from '../../ui/copy/index.ts'

/** The desk's reasons for declining, in the order of their keys, and what it calls each. */
const NAMES = {
  answered: 'Answered here already, with the address',
  covered: 'Answered here already',
  adviser: 'Needs an adviser',
  recognisable: 'Too recognisable',
  elsewhere: 'Not about work',
  late: 'Too late',
  unclear: 'Unclear',
  urgent: 'Needs help sooner',
  room: 'No room',
}
export type Reason = keyof typeof NAMES
export const REASONS = Object.keys(NAMES) as Reason[]
/** Those under the Decline key: the one that leads to a column stands beside the letter. */
export const LISTED_REASONS = REASONS.filter((reason) => reason !== 'answered')

/** What the desk log holds of words that belong to no ready reason: they may quote the letter. */
export const OWN_WORDS = 'own'

/** A ready text that the desk has changed; version 0 is the one that the software comes with. */
export type ReadyText = { reason: string; language: string; text: string; version: number }

/** Where a ready text names the column that answers a letter. */
export const COLUMN = '{column}'

/** Tells whether a word is the key of a reason. */
export function isReason(word: string): word is Reason {
  return REASONS.some((reason) => reason === word)
}

/** Names a reason in English, for the desk: what is no key has been stored as the desk's own words. */
export function reasonName(reason: string): string {
  if (reason === OWN_WORDS) return 'In the desk’s own words'
  return isReason(reason) ? NAMES[reason] : reason
}

/** Gives a reason's ready text in a language: the desk's, or else the one it came with. */
export function readyText(changed: ReadyText[], reason: Reason, language: string): ReadyText {
  const own = changed.find((each) => each.reason === reason && each.language === language)
  const { reasons } = (copies[language as Language] ?? copies.en).letters
  return own ?? { reason, language, text: reasons[reason], version: 0 }
}

/** Where the field for a ready text stands in the settings. */
export function textId(reason: Reason, language: string): string {
  return `text-${reason}-${language}`
}
