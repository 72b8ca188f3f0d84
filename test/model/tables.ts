import type { DraftStatus, LetterStatus } from '../../src/schema.ts'

/** What an editor may do to a letter: from which states, and to which; the table of the product. */
export const LETTER_TABLE: Record<string, { from: LetterStatus[]; to: LetterStatus }> = {
  shortlist: { from: ['received', 'held'], to: 'shortlisted' },
  ask: { from: ['received', 'shortlisted'], to: 'waiting' },
  group: { from: ['received', 'shortlisted'], to: 'grouped' },
  split: { from: ['grouped'], to: 'shortlisted' },
  hold: { from: ['received', 'shortlisted'], to: 'held' },
  pick: { from: ['received', 'shortlisted', 'held'], to: 'in_column' },
  reply: { from: ['shortlisted'], to: 'answered' },
  decline: { from: ['received', 'shortlisted', 'waiting', 'held'], to: 'declined' },
  spam: { from: ['received', 'shortlisted'], to: 'spam' },
  restore: { from: ['declined', 'spam', 'held'], to: 'received' },
}

/** What a letter may be for others to follow it. */
export const LEADING: LetterStatus[] = ['received', 'shortlisted', 'waiting', 'held', 'in_column']

/** In these a letter's time runs from the day it came; in those, from the day it was settled. */
export const UNANSWERED: LetterStatus[] = ['received', 'shortlisted', 'waiting', 'grouped', 'held']
export const SETTLED: LetterStatus[] = ['declined', 'spam', 'withdrawn']

/** From which states an editor may do what to a draft. */
export const DRAFT_TABLE: Record<string, DraftStatus[]> = {
  review: ['draft'],
  return: ['review'],
  save: ['draft', 'review', 'scheduled', 'live'],
  schedule: ['draft', 'review'],
  publish: ['draft', 'review', 'live'],
  unschedule: ['scheduled'],
  drop: ['draft', 'review'],
}

/** Days after which the clock acts: a question waits, settled text stays, unanswered text stays. */
export const DAYS = { question: 21, settled: 30, unanswered: 180 }
