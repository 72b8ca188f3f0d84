import { and, eq, lte, sql } from 'drizzle-orm'
import { day, daysAgo } from '../dates.ts'
import { loggedIfChanged } from '../desk-log.ts'
import { type Db, type LetterRow, letters, messages } from '../schema.ts'
import type { Vault } from '../vault.ts'
import { type Decision, type Move, move } from './letter.ts'
import { messageKept, sealMessage } from './message.ts'

/** So long a question waits for its answer, in days. */
const PATIENCE_DAYS = 21

/** A decision that goes with words for the writer. */
export type Words = Decision & { text: string }

/** Asks a letter's writer something, on the ticket. Refused (null) unless new or shortlisted. */
export function ask(db: Db, vault: Vault, id: string, words: Words): Promise<LetterRow | null> {
  const verb: Move = { verb: 'ask', from: ['received', 'shortlisted'], to: 'waiting' }
  return tell(db, vault, id, { ...words, kind: 'question', verb })
}

/**
 * Answers a letter privately: only its ticket shows the reply. Refused (null) unless the letter is
 * shortlisted, or without words.
 */
export function reply(db: Db, vault: Vault, id: string, words: Words): Promise<LetterRow | null> {
  const verb: Move = { verb: 'reply', from: ['shortlisted'], to: 'answered', isSettled: true }
  return tell(db, vault, id, { ...words, kind: 'reply', verb })
}

async function tell(
  db: Db,
  vault: Vault,
  id: string,
  { text, kind, verb, ...decision }: Words & { kind: 'question' | 'reply'; verb: Move },
): Promise<LetterRow | null> {
  const row = await readVersion(db, id, decision)
  if (!row || !text.trim()) return null
  const said = { who: 'desk', kind, text } as const
  const message = messageKept(db, await sealMessage(vault, row, said, decision.now))
  return move(db, id, verb, decision, [message])
}

/**
 * Answers a request to take a printed letter down, which stays in print. Refused (null) when there
 * is no request that waits, when the letter has changed, or without words.
 */
export async function answerTakeDown(
  db: Db,
  vault: Vault,
  id: string,
  { text, ...decision }: Words,
): Promise<LetterRow | null> {
  const { version, by, now } = decision
  const row = await readVersion(db, id, decision)
  if (!row || !text.trim()) return null
  const said = { who: 'desk', kind: 'reply', text } as const
  const asked = sql`${messages.letterId} = ${id} AND ${messages.kind} = 'takedown'
    AND ${messages.settledOn} IS NULL`
  const [answered] = await db.batch([
    db
      .update(letters)
      .set({ version: version + 1 })
      .where(
        and(
          eq(letters.id, id),
          eq(letters.version, version),
          eq(letters.status, 'answered'),
          sql`EXISTS (SELECT 1 FROM ${messages} WHERE ${asked})`,
        ),
      )
      .returning(),
    messageKept(db, await sealMessage(vault, row, said, now)),
    loggedIfChanged(db, { verb: 'reply', letterId: id, by, now }),
    db
      .update(messages)
      .set({ settledOn: day(now) })
      .where(sql`${asked} AND changes() > 0`),
  ])
  return answered[0] ?? null
}

/** Only the version that the editor had before them is worth sealing a message for. */
async function readVersion(db: Db, id: string, { version }: Decision): Promise<LetterRow | null> {
  const [row] = await db
    .select()
    .from(letters)
    .where(and(eq(letters.id, id), eq(letters.version, version)))
  return row ?? null
}

/** Each is a batch of four statements: the free plan allows 50 queries for a run of the clock. */
const HELD_AT_ONCE = 5

/** Keeps letters for later whose question nobody answered for 21 days, a few at each run. */
export async function holdUnanswered(db: Db, now: Date): Promise<void> {
  const overdue = await db
    .select({ id: letters.id, version: letters.version })
    .from(letters)
    .where(and(eq(letters.status, 'waiting'), lte(letters.changedOn, daysAgo(now, PATIENCE_DAYS))))
    .limit(HELD_AT_ONCE)
  for (const { id, version } of overdue) {
    const verb = { verb: 'hold', from: ['waiting'], to: 'held' } as const
    await move(db, id, verb, { version, by: 'clock', now })
  }
}
