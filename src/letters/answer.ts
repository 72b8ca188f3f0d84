import { day } from '../dates.ts'
import type { Db, LetterStatus } from '../schema.ts'
import type { Vault } from '../vault.ts'
import type { Said } from './message.ts'
import type { Standing } from './standing.ts'
import { isLastSaid, type Outcome, writeBack } from './write-back.ts'

const UNDECIDED: LetterStatus[] = ['waiting', 'held', 'received', 'shortlisted']

/** Tells whether the desk's last word is a question whose answer, even a late one, is still of use. */
export function isAsked({ letter, messages }: Standing): boolean {
  return UNDECIDED.includes(letter.status) && messages.at(-1)?.kind === 'question'
}

/**
 * Answers the desk's question: the letter is back on the shortlist, even when the 21 days are over.
 * Too late once the desk has decided on it, and when there is no question.
 */
export function answer(
  db: Db,
  vault: Vault,
  { ticket, text, now }: { ticket: string; text: string; now: Date },
): Promise<Outcome> {
  const said: Said = { who: 'writer', kind: 'answer', text }
  return writeBack(
    db,
    vault,
    { ticket, now },
    {
      said,
      isDone: (standing) => isLastSaid(standing, said),
      isOpen: isAsked,
      changes: { status: 'shortlisted', changedOn: day(now) },
    },
  )
}
