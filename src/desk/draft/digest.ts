import { and, asc, eq, sql } from 'drizzle-orm'
import { day } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { openLetter } from '../../letters/sealed.ts'
import { withLetter, withoutExchange } from '../../manuscript/exchange-lines.ts'
import { type Db, type DraftRow, letters } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import { printable } from '../letter/printable.ts'
import { findDraft, save } from './draft.ts'

/** Letters that are offered at once to a draft: each is opened to show its question. */
const OFFERED = 30

/** Gives letters of the shortlist that may join a draft, the oldest first, with their questions. */
export async function joinable(db: Db, vault: Vault) {
  const rows = await db
    .select()
    .from(letters)
    .where(and(eq(letters.status, 'shortlisted'), sql`${letters.consent} <> 'private'`))
    .orderBy(asc(letters.receivedOn), asc(letters.id))
    .limit(OFFERED)
  return Promise.all(
    rows.map(async (row) => ({ row, question: (await openLetter(vault, row)).question })),
  )
}

type Joining = Hand & { version: number; letterId: string; letterVersion: number }

/**
 * Lets a letter of the shortlist join a draft that is at a version: its text is added to the document
 * as one more printed letter, in the draft's next version. Null when the draft or the letter has
 * changed since, or the letter may not be printed.
 */
export async function join(
  db: Db,
  vault: Vault,
  id: string,
  { version, letterId, letterVersion, by, now }: Joining,
): Promise<DraftRow | null> {
  const draft = await findDraft(db, id)
  const row = await db.select().from(letters).where(eq(letters.id, letterId)).get()
  const opened = row && (await openLetter(vault, row))
  if (!draft || opened?.question == null || opened.letter == null) return null
  const signoff = opened.signoff ? `\n\n— ${opened.signoff}` : ''
  const text = printable(opened.letter) + signoff
  const document = withLetter(draft.document, { headline: opened.question, text })
  const joining = db
    .update(letters)
    .set({ status: 'in_column', draftId: id, version: letterVersion + 1, changedOn: day(now) })
    .where(
      sql`${letters.id} = ${letterId} AND ${letters.version} = ${letterVersion}
        AND ${letters.status} = 'shortlisted' AND ${letters.consent} <> 'private'
        AND ${isAt(id, version)}`,
    )
  const edit = { version, document, slug: draft.slug }
  const act = { verb: 'pick', letterId, by, now }
  return save(db, id, edit, act, { first: joining })
}

type Leaving = Hand & { version: number; letterId: string; position: number }

/**
 * Takes a letter out of a draft that is at a version: it goes back to the shortlist, and the printed
 * letter at `position` (from 1; 0 where none is left) leaves the document with its reply. Null when the draft has changed
 * since, is live or scheduled, or has no such letter, in the desk's list or in print.
 */
export async function leave(
  db: Db,
  id: string,
  { version, letterId, position, by, now }: Leaving,
): Promise<DraftRow | null> {
  const draft = await findDraft(db, id)
  const document =
    position > 0 ? draft && withoutExchange(draft.document, position) : draft?.document
  if (!draft || document == null) return null
  const leaving = db
    .update(letters)
    .set({
      status: 'shortlisted',
      draftId: null,
      version: sql`${letters.version} + 1`,
      changedOn: day(now),
    })
    .where(
      sql`${letters.id} = ${letterId} AND ${letters.draftId} = ${id}
        AND ${letters.status} = 'in_column' AND ${isAt(id, version)}`,
    )
  const edit = { version, document, slug: draft.slug }
  const act = { verb: 'leave', letterId, by, now }
  if (position > 0) return save(db, id, edit, act, { first: leaving })
  const [left] = await db.batch([leaving.returning(), loggedIfChanged(db, { ...act, draftId: id })])
  return left.length > 0 ? draft : null
}

/** Only a draft that is no part of the site or of its queue takes letters in, and lets them go. */
function isAt(id: string, version: number) {
  return sql`EXISTS (SELECT 1 FROM drafts WHERE drafts.id = ${id} AND drafts.version = ${version}
    AND drafts.status IN ('draft', 'review'))`
}
