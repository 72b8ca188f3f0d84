import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { instant } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { type Db, drafts, type RemarkKind, reviews, type Statement } from '../../schema.ts'
import { rows, statement } from '../../statement.ts'

/** The most characters of a comment. */
export const COMMENT_LENGTH = 5000

type On = Hand & { version: number }

/**
 * Sends a version of a draft, or of a live column's revision, to a second reader: an editor by id, or
 * anybody else (null). A draft is in review from now on; a revision stays live. False when it is not
 * that version any more, somebody has it already, or it has nothing that could be read.
 */
export async function sendToReview(
  db: Db,
  id: string,
  { version, reader, by, now }: On & { reader: string | null },
): Promise<boolean> {
  const [sent] = await db.batch([
    db
      .update(drafts)
      .set({ status: sql`CASE ${drafts.status} WHEN 'live' THEN 'live' ELSE 'review' END` })
      .where(and(isUnharmed(id, version), sql`(${drafts.status} = 'draft' OR ${isIdleRevision})`))
      .returning({ id: drafts.id }),
    statement(
      db,
      sql`INSERT INTO reviews (draft_id, reader_id, asked_version, asked_by, asked_at)
      SELECT ${id}, ${reader}, ${version}, ${by}, ${instant(now)} WHERE changes() > 0
      ON CONFLICT (draft_id) DO UPDATE SET reader_id = excluded.reader_id,
        asked_version = excluded.asked_version, asked_by = excluded.asked_by,
        asked_at = excluded.asked_at`,
    ),
    loggedIfChanged(db, {
      ...{ verb: 'review', draftId: id, editorId: reader ?? undefined, by, now },
      reason: `version ${version}`,
    }),
  ])
  return sent.length > 0
}

/**
 * Approves just this version of a draft in review. False when it is not that version any more, was
 * saved by the very editor who would approve it, is approved already, or is not in review.
 */
export async function approve(
  db: Db,
  id: string,
  { version, text, by, now }: On & { text: string },
): Promise<boolean> {
  const [approved] = await db.batch([
    db
      .update(reviews)
      .set({
        ...{ approvedVersion: version, approvedBy: by, approvedAt: instant(now) },
        voidedAt: null,
      })
      .where(
        sql`${reviews.draftId} = ${id} AND ${reviews.approvedVersion} IS NOT ${version}
        AND EXISTS (SELECT 1 FROM drafts WHERE ${isUnharmed(id, version)}
          AND ${drafts.status} IN ('review', 'live'))
        AND NOT EXISTS (SELECT 1 FROM draft_versions WHERE draft_id = ${id}
          AND version = ${version} AND saved_by = ${by})`,
      )
      .returning({ id: reviews.draftId }),
    loggedIfChanged(db, {
      ...{ verb: 'approve', draftId: id, by, now, reason: `version ${version}` },
    }),
    remarked(db, id, { kind: 'approve', version, text, by, now }),
  ])
  return approved.length > 0
}

/**
 * Gives a version back for changes, with a note that says which: a draft is no longer in review, and
 * an approval is gone. False when it is not that version any more, or not in review.
 */
export async function requestChanges(
  db: Db,
  id: string,
  { version, text, by, now }: On & { text: string },
): Promise<boolean> {
  const [returned] = await db.batch([
    db
      .update(drafts)
      .set({ status: sql`CASE ${drafts.status} WHEN 'live' THEN 'live' ELSE 'draft' END` })
      .where(
        and(
          isUnharmed(id, version),
          sql`(${drafts.status} = 'review' OR ${drafts.status} = 'live'
            AND EXISTS (SELECT 1 FROM reviews WHERE draft_id = ${id}))`,
        ),
      )
      .returning({ id: drafts.id }),
    loggedIfChanged(db, {
      ...{ verb: 'return', draftId: id, by, now, reason: `version ${version}` },
    }),
    remarked(db, id, { kind: 'return', version, text, by, now }),
    db.delete(reviews).where(and(eq(reviews.draftId, id), sql`changes() > 0`)),
  ])
  return returned.length > 0
}

/**
 * Keeps a comment on a version of a draft, which need not be the last. The same words sent twice are
 * one comment. False when that version is gone.
 */
export async function comment(
  db: Db,
  id: string,
  { version, text, by, now }: On & { text: string },
): Promise<boolean> {
  const isSaid = sql`EXISTS (SELECT 1 FROM review_comments WHERE draft_id = ${id}
    AND version = ${version} AND written_by = ${by} AND text = ${text})`
  const isThere = sql`EXISTS (SELECT 1 FROM draft_versions WHERE draft_id = ${id}
    AND version = ${version} AND document <> '')
    AND EXISTS (SELECT 1 FROM drafts WHERE id = ${id} AND withdrawn_on IS NULL)`
  const said = { kind: 'comment', version, text, by, now } as const
  const [, , [left]] = await db.batch([
    remarked(db, id, said, sql`${isThere} AND NOT ${isSaid}`),
    loggedIfChanged(db, {
      ...{ verb: 'comment', draftId: id, by, now, reason: `version ${version}` },
    }),
    rows<{ isSaid: number }>(db, sql`SELECT ${isSaid} AS isSaid`),
  ])
  return left?.isSaid === 1
}

type Remark = On & { kind: RemarkKind; text: string }

/** Gives the statement that keeps a remark, if the one before it did something; not an empty one. */
function remarked(
  db: Db,
  id: string,
  { kind, version, text, by, now }: Remark,
  guard: SQL = sql`changes() > 0`,
): Statement {
  return statement(
    db,
    sql`INSERT INTO review_comments (draft_id, number, version, kind, written_by, written_at, text)
    SELECT ${id}, coalesce((SELECT max(number) FROM review_comments WHERE draft_id = ${id}), 0) + 1,
      ${version}, ${kind}, ${by}, ${instant(now)}, ${text} WHERE ${text} <> '' AND ${guard}`,
  )
}

/**
 * Gives the statements that void an approval of a version that is the last no longer, and say so in
 * the log: for the batch of whatever saves a new version.
 */
export function approvalVoided(db: Db, id: string, { by, now }: Hand): Statement[] {
  return [
    db
      .update(reviews)
      .set({ voidedAt: instant(now) })
      .where(
        and(
          eq(reviews.draftId, id),
          isNull(reviews.voidedAt),
          sql`${reviews.approvedVersion} <> (SELECT version FROM drafts WHERE id = ${id})`,
        ),
      ),
    loggedIfChanged(db, { verb: 'void-approval', draftId: id, by, now }),
  ]
}

/** Tells in SQL whether a second reader has approved just this version of a draft. */
export function isApproved(id: string, version: number): SQL {
  return sql`EXISTS (SELECT 1 FROM reviews WHERE draft_id = ${id} AND approved_version = ${version})`
}

function isUnharmed(id: string, version: number): SQL {
  return sql`${drafts.id} = ${id} AND ${drafts.version} = ${version}
    AND ${drafts.withdrawnOn} IS NULL`
}

/** A live column that was changed since it was published, and that nobody has been given to read. */
const isIdleRevision = sql`(${drafts.status} = 'live' AND ${drafts.version} > ${drafts.pinnedVersion}
  AND NOT EXISTS (SELECT 1 FROM reviews WHERE draft_id = ${drafts.id}))`
