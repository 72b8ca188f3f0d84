import { and, eq, inArray, notExists, notInArray, sql } from 'drizzle-orm'
import { day } from '../dates.ts'
import {
  type Db,
  type DraftStatus,
  drafts,
  draftVersions,
  type LetterRow,
  type LetterStatus,
  letters,
} from '../schema.ts'
import type { Vault } from '../vault.ts'
import { findByTicket } from './read.ts'
import { ERASED } from './sealed.ts'

const WITHDRAWABLE: LetterStatus[] = [
  'received',
  'shortlisted',
  'waiting',
  'grouped',
  'held',
  'in_column',
  'declined',
  'spam',
]
const UNPUBLISHED: DraftStatus[] = ['draft', 'review', 'scheduled']

/** Tells whether a letter's writer may still withdraw it: always, until it is answered. */
export function canWithdraw({ status }: LetterRow): boolean {
  return WITHDRAWABLE.includes(status)
}

/**
 * Withdraws the letter under a ticket: its text is erased now. Its draft is flagged and no longer
 * scheduled, and blanked when no other letter is in it; its version grows, so that an editor who
 * still has the old text before them cannot save it back unawares. Refused (null) when there is no
 * such letter or it is answered. Not in the desk log, whose entries would tell the writer's hour.
 */
export async function withdraw(
  db: Db,
  vault: Vault,
  ticket: string,
  now: Date,
): Promise<LetterRow | null> {
  const letter = await findByTicket(db, vault, ticket)
  return letter && canWithdraw(letter) ? withdrawLetter(db, letter.id, now) : null
}

/** The same for a letter that was withdrawn already, and has come back with a backup. */
export async function withdrawLetter(db: Db, id: string, now: Date): Promise<LetterRow | null> {
  const today = day(now)
  const itsDraft = db
    .select({ id: letters.draftId })
    .from(letters)
    .where(and(eq(letters.id, id), eq(letters.status, 'withdrawn')))
  const isUnpublished = and(inArray(drafts.id, itsDraft), inArray(drafts.status, UNPUBLISHED))
  const isBlank = and(isUnpublished, notExists(otherLetters(db)))
  const [withdrawn] = await db.batch([
    db
      .update(letters)
      .set({
        ...ERASED,
        status: 'withdrawn',
        version: sql`${letters.version} + 1`,
        changedOn: today,
        settledOn: today,
        reason: null,
      })
      .where(and(eq(letters.id, id), inArray(letters.status, WITHDRAWABLE)))
      .returning(),
    db
      .update(draftVersions)
      .set({ document: '' })
      .where(
        inArray(draftVersions.draftId, db.select({ id: drafts.id }).from(drafts).where(isBlank)),
      ),
    // Headline and slug were made from the letter's question.
    db
      .update(drafts)
      .set({ document: '', headline: sql`${drafts.id}`, slug: sql`${drafts.id}` })
      .where(isBlank),
    db
      .update(drafts)
      .set({ status: 'draft', pinnedVersion: null, scheduledFor: null, failure: null })
      .where(isUnpublished),
    db
      .update(drafts)
      .set({ withdrawnOn: today, version: sql`${drafts.version} + 1` })
      .where(inArray(drafts.id, itsDraft)),
  ])
  return withdrawn[0] ?? null
}

/** The letters of a draft that still have their text: the withdrawn one is no longer among them. */
function otherLetters(db: Db) {
  return db
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.draftId, drafts.id), notInArray(letters.status, ['withdrawn', 'erased'])))
}
