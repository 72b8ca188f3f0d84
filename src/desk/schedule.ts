import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Hand, loggedIfChanged } from '../desk-log.ts'
import { type Db, type DraftRow, drafts } from '../schema.ts'

/** Lists what runs when, the next first; what failed stays until somebody acts. */
export function queue(db: Db) {
  return db
    .select()
    .from(drafts)
    .where(eq(drafts.status, 'scheduled'))
    .orderBy(asc(drafts.scheduledFor))
    .limit(200)
}

/**
 * Sets when a draft runs, and pins the version that will. Null when it is not that version any more,
 * or somebody has scheduled it already.
 */
export async function schedule(
  db: Db,
  id: string,
  { version, scheduledFor }: { version: number; scheduledFor: string },
  { by, now }: Hand,
): Promise<DraftRow | null> {
  const [scheduled] = await db.batch([
    db
      .update(drafts)
      .set({ status: 'scheduled', scheduledFor, pinnedVersion: version, failure: null })
      .where(
        and(
          eq(drafts.id, id),
          eq(drafts.version, version),
          inArray(drafts.status, ['draft', 'review']),
        ),
      )
      .returning(),
    loggedIfChanged(db, { verb: 'schedule', draftId: id, reason: scheduledFor, by, now }),
  ])
  return scheduled[0] ?? null
}

/** Takes a draft out of the queue. Null when it was not in it. */
export async function unschedule(db: Db, id: string, { by, now }: Hand): Promise<DraftRow | null> {
  const [unscheduled] = await db.batch([
    db
      .update(drafts)
      .set({ status: 'draft', scheduledFor: null, pinnedVersion: null, failure: null })
      .where(and(eq(drafts.id, id), eq(drafts.status, 'scheduled')))
      .returning(),
    loggedIfChanged(db, { verb: 'unschedule', draftId: id, by, now }),
  ])
  return unscheduled[0] ?? null
}
