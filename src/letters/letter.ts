import { and, eq, inArray } from 'drizzle-orm'
import { day } from '../dates.ts'
import { type Hand, loggedIfChanged } from '../desk-log.ts'
import { type Db, type LetterRow, type LetterStatus, letters, type Statement } from '../schema.ts'

/**
 * A desk's decision on the version of a letter that the editor had before them. The desk log holds
 * the reason, and the column that it names; the ticket shows the words, if there are any.
 */
export type Decision = Hand & {
  version: number
  reason?: string
  words?: string
  columnId?: string
}

export type Move = {
  verb: string
  from: readonly LetterStatus[]
  to: LetterStatus
  isSettled?: boolean
}

/** The decisions that only move a letter: from which states, to which. */
export const MOVES = {
  shortlist: { verb: 'shortlist', from: ['received', 'held'], to: 'shortlisted' },
  hold: { verb: 'hold', from: ['received', 'shortlisted'], to: 'held' },
  decline: {
    verb: 'decline',
    from: ['received', 'shortlisted', 'waiting', 'held'],
    to: 'declined',
    isSettled: true,
  },
  spam: { verb: 'spam', from: ['received', 'shortlisted'], to: 'spam', isSettled: true },
  restore: { verb: 'restore', from: ['declined', 'spam', 'held'], to: 'received' },
} as const satisfies Record<string, Move>

/** Takes a letter into consideration. Refused (null) unless it is new or held, or has changed. */
export function shortlist(db: Db, id: string, decision: Decision): Promise<LetterRow | null> {
  return move(db, id, MOVES.shortlist, decision)
}

/** Keeps a letter for later. Refused (null) once it has left the tray, or has changed. */
export function hold(db: Db, id: string, decision: Decision): Promise<LetterRow | null> {
  return move(db, id, MOVES.hold, decision)
}

/**
 * Declines a letter for a reason: its ticket tells the writer in the words that go with it, which are
 * the ready ones as they were on that day, or the desk's own. Refused (null) without a reason, or
 * when the letter is past it.
 */
export async function decline(db: Db, id: string, decision: Decision): Promise<LetterRow | null> {
  return decision.reason?.trim() ? move(db, id, MOVES.decline, decision) : null
}

/** Puts a letter aside as spam. Refused (null) once it has left the tray, or has changed. */
export function spam(db: Db, id: string, decision: Decision): Promise<LetterRow | null> {
  return move(db, id, MOVES.spam, decision)
}

/** Brings a letter back to the tray. Refused (null) unless it was declined, spam or held. */
export function restore(db: Db, id: string, decision: Decision): Promise<LetterRow | null> {
  return move(db, id, MOVES.restore, decision)
}

/**
 * Moves a letter from one state to another and logs it. `also` stands between the two: its
 * statements do nothing unless the one before them changed a row. Refused (null) when the letter is
 * not in a state to move from, or has changed.
 */
export async function move(
  db: Db,
  id: string,
  { verb, from, to, isSettled }: Move,
  { version, by, now, reason, words, columnId }: Decision,
  also: Statement[] = [],
): Promise<LetterRow | null> {
  const today = day(now)
  const [moved] = await db.batch([
    db
      .update(letters)
      .set({
        status: to,
        version: version + 1,
        changedOn: today,
        settledOn: isSettled ? today : null,
        reason: (words ?? reason)?.trim() || null,
      })
      .where(and(eq(letters.id, id), eq(letters.version, version), inArray(letters.status, from)))
      .returning(),
    ...also,
    loggedIfChanged(db, { verb, letterId: id, draftId: columnId, reason, by, now }),
  ])
  return moved[0] ?? null
}
