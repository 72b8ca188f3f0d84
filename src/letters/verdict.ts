import { and, eq, sql } from 'drizzle-orm'
import {
  type Db,
  drafts,
  type LetterRow,
  type Statement,
  showings,
  type Verdict,
} from '../schema.ts'
import type { Vault } from '../vault.ts'
import type { Said } from './message.ts'
import { isLastSaid, type Outcome, writeBack } from './write-back.ts'

/** A writer's word on the edited letter with this fingerprint: the one that they had before them. */
export type Word = { fingerprint: string; verdict: Verdict; text: string }

/**
 * Keeps what a writer says of the edited letter. “Do not run it” is final: from then on the letter
 * may have a private answer only, and its draft no longer runs by itself. Too late when another
 * letter is shown by now, or it is printed.
 */
export function judge(
  db: Db,
  vault: Vault,
  { ticket, now, fingerprint, verdict, text }: Word & { ticket: string; now: Date },
): Promise<Outcome> {
  const said: Said | null = text ? { who: 'writer', kind: 'change', text } : null
  return writeBack(
    db,
    vault,
    { ticket, now },
    {
      said,
      isDone: (standing) =>
        standing.shown?.fingerprint === fingerprint &&
        standing.shown.verdict === verdict &&
        (said === null || isLastSaid(standing, said)),
      isOpen: ({ shown }) => shown?.fingerprint === fingerprint && shown.verdict !== 'stop',
      changes: verdict === 'stop' ? { consent: 'private' } : {},
      guard: sql`EXISTS (SELECT 1 FROM showings WHERE showings.letter_id = letters.id
        AND showings.draft_id = letters.draft_id AND showings.fingerprint = ${fingerprint}
        AND showings.verdict IS NOT 'stop')`,
      also: (letter) => [
        noted(db, letter, { fingerprint, verdict }),
        ...(verdict === 'stop' ? [unscheduled(db, letter)] : []),
      ],
    },
  )
}

/** Directly after the letter's change, or the message that is kept only with it. */
function noted(db: Db, letter: LetterRow, { fingerprint, verdict }: Omit<Word, 'text'>): Statement {
  return db
    .update(showings)
    .set({ verdict })
    .where(
      and(
        eq(showings.letterId, letter.id),
        eq(showings.fingerprint, fingerprint),
        sql`changes() > 0`,
      ),
    )
}

function unscheduled(db: Db, { draftId }: LetterRow): Statement {
  return db
    .update(drafts)
    .set({ status: 'draft', pinnedVersion: null, scheduledFor: null, failure: null })
    .where(and(eq(drafts.id, draftId ?? ''), eq(drafts.status, 'scheduled'), sql`changes() > 0`))
}
