import { day } from '../dates.ts'
import type { Db, LetterRow } from '../schema.ts'
import type { Vault } from '../vault.ts'
import type { Said } from './message.ts'
import type { Standing } from './standing.ts'
import { isLastSaid, type Outcome, writeBack } from './write-back.ts'

export const TOOK_ADVICE = ['yes', 'partly', 'no'] as const
export const NOW_IS = ['better', 'same', 'worse'] as const

/** What a writer tells later: whether they took the advice, how it is now, and words. */
export type News = {
  took: (typeof TOOK_ADVICE)[number] | null
  is: (typeof NOW_IS)[number] | null
  text: string
}

/** Tells whether a letter was answered in a column that readers can still open. */
export function isInPrint({ letter, isPrinted }: Standing): boolean {
  return letter.status === 'answered' && letter.answerPath !== null && isPrinted
}

/** Sends the desk an update to print. Too late (or too early) unless the letter is in print. */
export function update(
  db: Db,
  vault: Vault,
  { ticket, now, took, is, text }: News & { ticket: string; now: Date },
): Promise<Outcome> {
  const said: Said = { who: 'writer', kind: 'update', text, taps: `${took ?? ''} ${is ?? ''}` }
  return sendAfterwards(db, vault, { ticket, now }, said)
}

/** Reads an update's taps as they were sealed. */
export function newsOf(taps: string | null): Omit<News, 'text'> {
  const [took, is] = (taps ?? '').split(' ')
  return {
    took: TOOK_ADVICE.find((each) => each === took) ?? null,
    is: NOW_IS.find((each) => each === is) ?? null,
  }
}

/** Asks the desk to take a printed letter down. Too late unless the letter is in print. */
export function askTakeDown(
  db: Db,
  vault: Vault,
  { ticket, text, now }: { ticket: string; text: string; now: Date },
): Promise<Outcome> {
  return sendAfterwards(db, vault, { ticket, now }, { who: 'writer', kind: 'takedown', text })
}

function sendAfterwards(
  db: Db,
  vault: Vault,
  hand: { ticket: string; now: Date },
  said: Said,
): Promise<Outcome> {
  const isDone = (standing: Standing) => isLastSaid(standing, said)
  return writeBack(db, vault, hand, { said, isDone, isOpen: isInPrint })
}

/** Tells whether the months are over after which the writer let us ask, and no update has come since. */
export function isInvited({ letter, messages }: Standing, now: Date): boolean {
  const due = dueDay(letter)
  const hasTold = messages.some(
    ({ kind, writtenOn }) => kind === 'update' && writtenOn >= (due ?? ''),
  )
  return due !== null && due <= day(now) && !hasTold
}

/** A month that has no such day ends a few days later: nobody minds. */
function dueDay({ settledOn, followUp }: LetterRow): string | null {
  if (!settledOn || !followUp) return null
  const due = new Date(`${settledOn}T00:00:00Z`)
  due.setUTCMonth(due.getUTCMonth() + followUp)
  return day(due)
}
