import type { LetterRow, LetterStatus } from '../schema.ts'

/** From which states the desk may do what to a letter, in the order of the buttons: the reasons for a decline open below the last. */
const FROM = {
  pick: ['received', 'shortlisted', 'held'],
  shortlist: ['received', 'held'],
  hold: ['received', 'shortlisted'],
  spam: ['received', 'shortlisted'],
  restore: ['declined', 'spam', 'held'],
  decline: ['received', 'shortlisted', 'waiting', 'held'],
} satisfies Record<string, LetterStatus[]>
export type LetterVerb = keyof typeof FROM

/**
 * Gives what an editor may do to a letter now: what a page offers. Whether it is done is decided by
 * the verb itself, which guards the same states.
 */
export function verbsFor({ status, consent }: LetterRow): LetterVerb[] {
  const verbs = Object.entries(FROM) as [LetterVerb, LetterStatus[]][]
  return verbs
    .filter(([verb, from]) => from.includes(status) && !(verb === 'pick' && consent === 'private'))
    .map(([verb]) => verb)
}
