import { desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import {
  type Db,
  type DraftRow,
  draftVersions,
  editors,
  reviewComments,
  reviews,
} from '../../schema.ts'
import { listEditors } from '../team/team.ts'

/** More comments than this are not shown; the oldest are left out. */
const MOST_COMMENTS = 100

/** Who has a draft to read and what was approved, with names. */
export type Review = NonNullable<Awaited<ReturnType<typeof reviewOf>>[number]>

/** All that a draft's page says about its second reader. */
export type ReviewView = {
  review: Review | null
  comments: Comment[]
  /** Whom it can be sent to: everybody else at the desk. */
  others: { id: string; name: string }[]
  /** Whether whoever looks saved this very version, and so cannot approve it. */
  isOwn: boolean
  /** A remark that was just refused: it is not lost. */
  remark: string
}

type Comment = Awaited<ReturnType<typeof commentsOn>>[number]

/** Reads what a draft's page says about its second reader, in one round trip. */
export async function readReview(db: Db, { id, version }: DraftRow, me: string) {
  const [[review], comments, everybody, [kept]] = await db.batch([
    reviewOf(db, id),
    commentsOn(db, id),
    listEditors(db),
    db
      .select({ savedBy: draftVersions.savedBy })
      .from(draftVersions)
      .where(sql`${draftVersions.draftId} = ${id} AND ${draftVersions.version} = ${version}`),
  ])
  return {
    review: review ?? null,
    comments: comments.reverse(),
    others: everybody.filter((editor) => editor.id !== me),
    isOwn: kept?.savedBy === me,
  }
}

/** Gives the query of a draft's review, with the names of who is in it. */
export function reviewOf(db: Db, id: string) {
  const reader = alias(editors, 'reader')
  const asker = alias(editors, 'asker')
  const approver = alias(editors, 'approver')
  return db
    .select({
      reader: reader.name,
      askedVersion: reviews.askedVersion,
      askedBy: sql<string>`coalesce(${asker.name}, ${reviews.askedBy})`,
      askedAt: reviews.askedAt,
      approvedVersion: reviews.approvedVersion,
      approvedBy: sql<string>`coalesce(${approver.name}, ${reviews.approvedBy})`,
      approvedAt: reviews.approvedAt,
    })
    .from(reviews)
    .leftJoin(reader, eq(reader.id, reviews.readerId))
    .leftJoin(asker, eq(asker.id, reviews.askedBy))
    .leftJoin(approver, eq(approver.id, reviews.approvedBy))
    .where(eq(reviews.draftId, id))
}

function commentsOn(db: Db, id: string) {
  return db
    .select({
      version: reviewComments.version,
      kind: reviewComments.kind,
      by: sql<string>`coalesce(${editors.name}, ${reviewComments.writtenBy})`,
      at: reviewComments.writtenAt,
      text: reviewComments.text,
    })
    .from(reviewComments)
    .leftJoin(editors, eq(editors.id, reviewComments.writtenBy))
    .where(eq(reviewComments.draftId, id))
    .orderBy(desc(reviewComments.number))
    .limit(MOST_COMMENTS)
}

/** Tells whether somebody has the draft, or the revision of a live column, to read. */
export function isInReview({ status }: DraftRow, review: Review | null): boolean {
  return status === 'review' || (status === 'live' && review !== null)
}

/** Tells whether just the draft's present version has been approved. */
export function isApprovedNow({ version }: { version: number }, review: Review | null): boolean {
  return review?.approvedVersion === version
}
