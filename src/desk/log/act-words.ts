import { writtenInstant } from '../../dates.ts'
import { reasonName } from '../letter/reasons.ts'
import type { Entry } from './log.ts'

/** What the desk log calls each act; one that is not here is shown by its verb. */
export const ACT_WORDS: Record<string, string> = {
  shortlist: 'shortlisted',
  hold: 'held',
  decline: 'declined',
  spam: 'put aside as spam',
  ask: 'asked the writer about',
  reply: 'replied privately to',
  group: 'grouped',
  split: 'split off',
  note: 'noted something about',
  show: 'showed the writer',
  restore: 'restored',
  undo: 'took back what was done to',
  pick: 'picked',
  leave: 'unpicked',
  create: 'started',
  paste: 'pasted an old column as',
  drop: 'dropped',
  save: 'saved',
  schedule: 'scheduled',
  unschedule: 'took out of the queue',
  review: 'sent to a second reader',
  comment: 'commented on',
  return: 'asked for changes to',
  approve: 'approved',
  'void-approval': 'voided the approval of',
  'preview-link': 'made a preview link to',
  'end-preview-link': 'ended a preview link to',
  publish: 'published',
  alias: 'added an alias to',
  unalias: 'removed an alias from',
  wave: 'let a detail stand in',
  fail: 'could not publish',
  revise: 'began to revise',
  correct: 'corrected',
  retract: 'retracted',
  move: 'gave another address to',
  translate: 'began to translate',
  push: 'pushed columns from files',
  'change-text': 'changed the ready text of',
  'close-intake': 'closed the letter box until',
  'change-topic': 'changed the topic',
  'merge-topic': 'merged the topic',
  'open-intake': 'opened the letter box',
  'set-show-first': 'set how long writers may look before printing',
  'export-letters': 'exported every letter:',
  invite: 'invited somebody',
  join: 'joined the desk',
  link: 'made a one-time link',
  'sign-in': 'signed in',
  confirm: 'showed a key again',
  'make-codes': 'made recovery codes',
  'change-role': 'changed the role of',
  'end-session': 'ended a session',
  'end-other-sessions': 'ended all other sessions',
  'add-passkey': 'added a passkey',
  'remove-passkey': 'removed a passkey',
  'remove-editor': 'removed from the desk',
}

/** Names an act in the past tense. */
export function verbWords(verb: string): string {
  return ACT_WORDS[verb] ?? verb.replaceAll('-', ' ')
}

/** Writes the reason of an act in words: a stored instant and a reason's key are no words yet. */
export function actReason({ reason }: Entry, timeZone: string): string {
  if (!reason) return ''
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(reason)) {
    return `for ${writtenInstant(reason, 'en', timeZone)}`
  }
  return reasonName(reason)
}

/** Writes an act on a letter as a line: who did what, when and why. */
export function actInWords(entry: Entry, timeZone: string): string {
  const what = `${entry.by} ${verbWords(entry.verb)} it`
  const reason = actReason(entry, timeZone)
  const line = `${what}, ${writtenInstant(entry.at, 'en', timeZone)}`
  return reason ? `${line}: ${reason}` : line
}
