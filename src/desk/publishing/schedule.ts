import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { instant } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { type Db, type DraftRow, drafts } from '../../schema.ts'

/** A draft as an editor saw it: its version and, once it is in the queue, when it is to run. */
export type Seen = { version: number; was?: string | null }

/**
 * Sets when a draft runs, or moves one that is in the queue to another time, and pins the version
 * that will. Null when it is not that version any more, or does not run when the editor saw it run.
 */
export async function schedule(
  db: Db,
  id: string,
  { version, was = null, scheduledFor }: Seen & { scheduledFor: string },
  { by, now }: Hand,
): Promise<DraftRow | null> {
  const [scheduled] = await db.batch([
    db
      .update(drafts)
      .set({
        ...{ status: 'scheduled', scheduledFor, pinnedVersion: version },
        ...{ failure: null, attempts: 0 },
      })
      .where(asSeen(id, { version, was }))
      .returning(),
    loggedIfChanged(db, { verb: 'schedule', draftId: id, reason: scheduledFor, by, now }),
  ])
  return scheduled[0] ?? null
}

/**
 * Takes a draft out of the queue; the time that it had stays in its form. Null when it is not in the
 * queue, or not as the editor saw it.
 */
export async function unschedule(
  db: Db,
  id: string,
  { version, was }: { version: number; was: string },
  { by, now }: Hand,
): Promise<DraftRow | null> {
  const [unscheduled] = await db.batch([
    db
      .update(drafts)
      .set({ status: 'draft', pinnedVersion: null, failure: null, attempts: 0 })
      .where(asSeen(id, { version, was }))
      .returning(),
    loggedIfChanged(db, { verb: 'unschedule', draftId: id, by, now }),
  ])
  return unscheduled[0] ?? null
}

/** A place in the queue, as an editor saw it. */
export type Place = { id: string; version: number; was: string }

/**
 * Lets two drafts of the queue change places: each runs when the other would have. Refused (false)
 * when either is not as the editor saw it, or its time has come.
 */
export async function swap(db: Db, one: Place, other: Place, { by, now }: Hand): Promise<boolean> {
  const areAsSeen = sql`(SELECT count(*) FROM drafts AS seen WHERE seen.status = 'scheduled'
    AND seen.scheduled_for > ${instant(now)}
    AND (seen.id, seen.version, seen.scheduled_for) IN
      (VALUES (${one.id}, ${one.version}, ${one.was}), (${other.id}, ${other.version}, ${other.was}))
    ) = 2`
  const [swapped] = await db.batch([
    db
      .update(drafts)
      .set({
        scheduledFor: sql`iif(${drafts.id} = ${one.id}, ${other.was}, ${one.was})`,
        ...{ failure: null, attempts: 0 },
      })
      .where(and(inArray(drafts.id, [one.id, other.id]), areAsSeen))
      .returning({ id: drafts.id }),
    loggedIfChanged(db, { verb: 'schedule', draftId: one.id, reason: other.was, by, now }),
    loggedIfChanged(db, { verb: 'schedule', draftId: other.id, reason: one.was, by, now }),
  ])
  return swapped.length === 2
}

function asSeen(id: string, { version, was }: Required<Seen>) {
  const isThere =
    was === null
      ? inArray(drafts.status, ['draft', 'review'])
      : and(eq(drafts.status, 'scheduled'), eq(drafts.scheduledFor, was))
  return and(eq(drafts.id, id), eq(drafts.version, version), isThere)
}

/** Gives until when the writers who were shown a draft's letters have time to answer; null: nobody. */
export function awaitedUntil() {
  return sql<string | null>`(SELECT max(showings.until)
    FROM letters JOIN showings ON showings.letter_id = letters.id
    WHERE letters.draft_id = ${drafts.id} AND letters.status = 'in_column'
    AND showings.draft_id = ${drafts.id} AND showings.verdict IS NULL)`
}

/** A draft of the queue, and until when it waits for its writers. */
export type Queued = Awaited<ReturnType<typeof queue>>[number]

/** Lists what runs when, the next first; what failed stays until somebody acts. */
export function queue(db: Db) {
  return db
    .select({
      id: drafts.id,
      status: drafts.status,
      version: drafts.version,
      headline: drafts.headline,
      language: drafts.language,
      scheduledFor: sql<string>`coalesce(${drafts.scheduledFor}, '')`,
      failure: drafts.failure,
      attempts: drafts.attempts,
      awaitedUntil: awaitedUntil(),
    })
    .from(drafts)
    .where(eq(drafts.status, 'scheduled'))
    .orderBy(asc(drafts.scheduledFor), asc(drafts.id))
    .limit(200)
}
