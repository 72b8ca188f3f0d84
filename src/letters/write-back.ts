import { and, eq, type SQL, sql } from 'drizzle-orm'
import { type Db, type LetterRow, letters, type Statement } from '../schema.ts'
import type { Vault } from '../vault.ts'
import { messageKept, type Said, sealMessage } from './message.ts'
import { findStanding, type Standing } from './standing.ts'

/** What became of something that a writer sent from the ticket. */
export type Outcome = 'done' | 'tooLate' | 'unknown'

/** An act of the writer, by the letter as it stands when it is done. */
export type Act = {
  said: Said | null
  isDone: (standing: Standing) => boolean
  isOpen: (standing: Standing) => boolean
  changes?: Partial<LetterRow>
  guard?: SQL
  /** Statements that follow the letter's own change; the first may ask whether it was made. */
  also?: (letter: LetterRow) => Statement[]
}

/** The desk may change the letter in the same moment; a second look tells whether that matters. */
const ATTEMPTS = 4

/**
 * Does what a writer sends from the ticket, once however often it is sent: one guarded change of
 * the letter with the sealed message. Not in the desk log, which would tell the writer's hour.
 */
export async function writeBack(
  db: Db,
  vault: Vault,
  { ticket, now }: { ticket: string; now: Date },
  act: Act,
): Promise<Outcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const standing = await findStanding(db, vault, ticket)
    if (!standing) return 'unknown'
    if (act.isDone(standing)) return 'done'
    if (!act.isOpen(standing)) return 'tooLate'
    if (await isStored(db, vault, { letter: standing.letter, now }, act)) return 'done'
  }
  return 'tooLate'
}

async function isStored(
  db: Db,
  vault: Vault,
  { letter, now }: { letter: LetterRow; now: Date },
  { said, changes, guard, also }: Act,
): Promise<boolean> {
  const { id, version, status } = letter
  const message = said && (await sealMessage(vault, letter, said, now))
  const [changed] = await db.batch([
    db
      .update(letters)
      .set({ ...changes, version: version + 1 })
      .where(
        and(
          eq(letters.id, id),
          eq(letters.version, version),
          eq(letters.status, status),
          guard ?? sql`true`,
        ),
      )
      .returning({ id: letters.id }),
    ...(message ? [messageKept(db, message)] : []),
    ...(also?.(letter) ?? []),
  ])
  return changed.length > 0
}

/** Tells whether the last thing said about a letter is this, by its writer. */
export function isLastSaid({ messages }: Standing, { kind, text, taps }: Said): boolean {
  const last = messages.at(-1)
  return (
    last?.who === 'writer' &&
    last.kind === kind &&
    last.text === text &&
    (last.taps ?? undefined) === taps
  )
}
