import { UNANSWERED } from '../../letters/erase.ts'
import type { LetterRow, LetterStatus, MessageRow } from '../../schema.ts'

/** From which states the desk may do what to a letter, in the order of the buttons: the reasons for a decline open below the last. */
const FROM = {
  pick: ['received', 'shortlisted', 'held'],
  shortlist: ['received', 'held'],
  ask: ['received', 'shortlisted'],
  reply: ['shortlisted'],
  group: ['received', 'shortlisted'],
  split: ['grouped'],
  hold: ['received', 'shortlisted'],
  spam: ['received', 'shortlisted'],
  restore: ['declined', 'spam', 'held'],
  decline: ['received', 'shortlisted', 'waiting', 'held'],
} satisfies Record<string, LetterStatus[]>
export type LetterVerb = keyof typeof FROM

/**
 * Gives what an editor may do to a letter now: what a page offers. A request to take it down can be
 * answered too. Whether it is done is decided by the verb itself, which guards the same states.
 */
export function verbsFor(
  { status, consent }: LetterRow,
  { isTakeDownAsked = false } = {},
): LetterVerb[] {
  if (status === 'answered' && isTakeDownAsked) return ['reply']
  const verbs = Object.entries(FROM) as [LetterVerb, LetterStatus[]][]
  return verbs
    .filter(([verb, from]) => from.includes(status) && !(verb === 'pick' && consent === 'private'))
    .map(([verb]) => verb)
}

/** Tells whether the desk owes a writer an answer to the request to take a printed letter down. */
export function isTakeDownAsked(said: Pick<MessageRow, 'kind' | 'settledOn'>[]): boolean {
  return said.some(({ kind, settledOn }) => kind === 'takedown' && settledOn === null)
}

/** Tells whether a letter is still to be decided on, so that somebody has to read it. */
export function isUndecided({ status }: Pick<LetterRow, 'status'>): boolean {
  return UNANSWERED.includes(status)
}
