import { type SQL, sql } from 'drizzle-orm'
import { day } from '../dates.ts'
import { type Hand, loggedForEach } from '../desk-log.ts'
import { type Db, type LetterRow, letters, undos } from '../schema.ts'
import { LEADING } from './group.ts'
import type { Decision } from './letter.ts'
import { type Chosen, isChosen } from './move-all.ts'

/**
 * Takes back the last act on a letter, which was to shortlist, hold, decline, group, split or
 * restore it, or to put it aside as spam; letters that were carried along come back with it. A nudge
 * that was not sent yet never is. Refused (null) when the letter is not as that act left it any more.
 */
export async function undo(db: Db, id: string, decision: Decision): Promise<LetterRow | null> {
  const [undone] = await undoAll(db, [{ id, version: decision.version }], decision)
  return undone ?? null
}

/** Takes back the last act on each of several letters, and gives those whose act could be. */
export async function undoAll(db: Db, chosen: Chosen[], { by, now }: Hand): Promise<LetterRow[]> {
  const canBeUndone = sql`${isChosen(chosen)} AND ${isAsItWasLeft}`
  const back = { version: sql`${letters.version} + 1`, changedOn: day(now) }
  const [, , undone] = await db.batch([
    loggedForEach(db, { verb: 'undo', by, now }, canBeUndone),
    db
      .update(letters)
      .set({ ...back, status: 'grouped', leadId: was('lead_id'), reason: null, settledOn: null })
      .where(
        sql`${letters.id} IN (SELECT carried.letter_id FROM undos AS carried
          JOIN ${letters} AS follower ON follower.id = carried.letter_id
            AND follower.version = carried.version
          WHERE (carried.lead_id, carried.lead_version) IN
            (SELECT ${letters.id}, ${letters.version} FROM ${letters} WHERE ${canBeUndone}))`,
      ),
    db
      .update(letters)
      .set({
        ...back,
        status: was('status'),
        reason: was('reason'),
        settledOn: was('settled_on'),
        leadId: was('lead_id'),
      })
      .where(canBeUndone)
      .returning(),
  ])
  return undone
}

/** One that was carried along is not undone by itself, and none goes back to a lead that leads no more. */
const isAsItWasLeft = sql`EXISTS (SELECT 1 FROM undos WHERE undos.letter_id = ${letters.id}
  AND undos.version = ${letters.version} AND undos.lead_version IS NULL
  AND (undos.status <> 'grouped' OR EXISTS (SELECT 1 FROM ${letters} AS lead
    WHERE lead.id = undos.lead_id AND lead.status IN ${LEADING})))`

function was(field: 'status' | 'reason' | 'settled_on' | 'lead_id'): SQL<never> {
  const fields = {
    status: undos.status,
    reason: undos.reason,
    settled_on: undos.settledOn,
    lead_id: undos.leadId,
  }
  return sql`(SELECT ${fields[field]} FROM undos WHERE undos.letter_id = ${letters.id})`
}
