import { and, desc, eq, sql } from 'drizzle-orm'
import { day, instant } from '../../dates.ts'
import { type Hand, logged, loggedIfChanged } from '../../desk-log.ts'
import { type Manuscript, parse, write } from '../../manuscript.ts'
import { isCarriedOut } from '../../refusal.ts'
import { columns, type Db, type DraftRow, drafts, type Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { press, takeDown } from '../press.ts'
import { plateOf } from '../publishing/plate.ts'
import { purgeOwed } from '../publishing/purge-owed.ts'
import { tagsOfChange } from '../publishing/purge-table.ts'
import { takeDownsSettled } from './take-down.ts'

/** A live column with its draft, when the desk has one: columns pushed from files have none at first. */
export type LiveColumn = Awaited<ReturnType<typeof findLive>>

/** Finds a live column and its draft by the column's slug. */
export async function findLive(db: Db, slug: string) {
  const [row] = await db
    .select({ column: columns, draft: drafts })
    .from(columns)
    .leftJoin(drafts, eq(drafts.id, columns.id))
    .where(eq(columns.slug, slug))
  return row ? { ...row, manuscript: JSON.parse(row.column.manuscript) as Published } : null
}
export type Published = Manuscript & { published: string }
export type Found = NonNullable<LiveColumn>

/** The version that the page of a live column shows: its draft's, or 0 while the desk has none. */
export function versionOf({ draft }: { draft: DraftRow | null }): number {
  return draft?.version ?? 0
}

/** Left out, an act is about the column as it stands when it is asked for. */
type Version = { version?: number }

function isAsSeen(found: Found, version: number | undefined): boolean {
  return version === undefined || version === versionOf(found)
}

/**
 * Gives the statement that refuses its batch unless a column and its draft are as they were read: the
 * site's version may not be null.
 */
export function asRead(db: Db, { column, draft }: Found): Statement {
  return statement(
    db,
    sql`UPDATE site_state SET version = iif(
      EXISTS (SELECT 1 FROM columns WHERE id = ${column.id} AND version = ${column.version})
      AND ${draft?.version ?? null} IS (SELECT version FROM drafts WHERE id = ${column.id}),
      version, NULL)`,
  )
}

/**
 * Opens a live column for revising and gives its draft's id; readers see the old text until it is
 * published again. A revision that is open already is opened, not begun anew. 'overtaken' when it is
 * not at the version that the editor saw.
 */
export async function revise(
  db: Db,
  slug: string,
  { version, ...hand }: Hand & Version,
): Promise<string | 'overtaken' | null> {
  const found = await findLive(db, slug)
  if (!found) return null
  if (!isAsSeen(found, version)) return 'overtaken'
  if (isBeingRevised(found.draft)) return found.column.id
  // Two editors who open it at once write the same first version: the second finds it there.
  await isCarriedOut(
    db.batch([
      logged(db, { verb: 'revise', draftId: found.column.id, ...hand }),
      ...inStep(db, found, found.manuscript, hand),
    ]),
  )
  return found.column.id
}

/**
 * Adds a dated correction to a live column. Null when there is no such column; 'revising' when the
 * desk has a revision open, into which the correction must go; 'unreadable' when the column's file
 * could not be read with this text in it; 'overtaken' when another editor changed the column in the
 * same moment.
 */
export async function correct(
  db: Db,
  slug: string,
  { text, version, by, now }: Hand & Version & { text: string },
): Promise<'corrected' | 'revising' | 'unreadable' | 'overtaken' | null> {
  const found = await findLive(db, slug)
  if (!found) return null
  if (isBeingRevised(found.draft)) return 'revising'
  if (!isAsSeen(found, version)) return 'overtaken'
  const { column, manuscript } = found
  const standing = { ...column, manuscript }
  const corrected = {
    ...manuscript,
    corrections: [...manuscript.corrections, { on: day(now), text }],
  }
  if (parse(write(corrected), column.slug).problems.length > 0) return 'unreadable'
  const plate = await plateOf(corrected, { ...column, changedAt: instant(now) })
  const isCorrected = await isCarriedOut(
    db.batch([
      asRead(db, found),
      logged(db, { verb: 'correct', draftId: column.id, by, now }),
      ...inStep(db, found, corrected, { by, now }),
      ...press(db, [plate], now),
      purgeOwed(db, tagsOfChange(standing, { ...standing, manuscript: corrected }), now),
    ]),
  )
  return isCorrected ? 'corrected' : 'overtaken'
}

/**
 * Takes a live column down for good: its addresses answer 410 with the note, and its text stays at
 * the desk. Needs a reason, which only the desk log shows. Null when there is no such column;
 * 'overtaken' when it is not at the version that the editor saw.
 */
export async function retract(
  db: Db,
  slug: string,
  { reason, note, version, by, now }: Hand & Version & { reason: string; note: string },
): Promise<string | 'overtaken' | null> {
  const found = await findLive(db, slug)
  if (!found) return null
  if (!isAsSeen(found, version)) return 'overtaken'
  const { column, draft, manuscript } = found
  const kept = isBeingRevised(draft) ? [] : inStep(db, found, manuscript, { by, now })
  const isDown = await isCarriedOut(
    db.batch([
      asRead(db, found),
      logged(db, { verb: 'retract', draftId: column.id, reason, by, now }),
      ...kept,
      db
        .update(drafts)
        // Under the address that answers 410, whatever its open revision was to be called.
        .set({ status: 'retracted', slug: column.slug, changedBy: by, changedAt: instant(now) })
        .where(eq(drafts.id, column.id)),
      ...takeDown(db, column, { note, now }),
      takeDownsSettled(db, column.id, now),
      purgeOwed(db, tagsOfChange({ ...column, manuscript }, null), now),
    ]),
  )
  // Another editor changed or retracted it in the same moment: it is taken down as it stands now.
  return isDown ? column.id : retract(db, slug, { reason, note, version, by, now })
}

/**
 * Makes a retracted column a draft again: it must pass the gates to be published, and then has all of
 * its addresses back. Null if it is not retracted; 'overtaken' when it is not at the version seen.
 */
export async function restore(
  db: Db,
  slug: string,
  { version, by, now }: Hand & Version,
): Promise<DraftRow | 'overtaken' | null> {
  const [row] = await db
    .select({ id: drafts.id, version: drafts.version })
    .from(drafts)
    .where(and(eq(drafts.slug, slug), eq(drafts.status, 'retracted')))
    .orderBy(desc(drafts.changedAt))
  if (!row) return null
  if (version !== undefined && version !== row.version) return 'overtaken'
  const [restored] = await db.batch([
    db
      .update(drafts)
      .set({ status: 'draft', pinnedVersion: null, changedBy: by, changedAt: instant(now) })
      .where(
        and(eq(drafts.id, row.id), eq(drafts.status, 'retracted'), eq(drafts.version, row.version)),
      )
      .returning(),
    loggedIfChanged(db, { verb: 'restore', draftId: row.id, by, now }),
  ])
  return restored[0] ?? null
}

/** Tells whether the desk has changes that readers do not see yet. */
export function isBeingRevised(draft: DraftRow | null): boolean {
  return !!draft && (draft.status !== 'live' || draft.version > (draft.pinnedVersion ?? 0))
}

/** Makes the desk's draft of a live column hold this document, as a version of its own if it is new. */
function inStep(
  db: Db,
  { column, draft }: Found,
  manuscript: Published,
  { by, now }: Hand,
): Statement[] {
  const document = write(manuscript)
  if (draft?.document === document) return []
  const version = (draft?.version ?? 0) + 1
  return [
    statement(
      db,
      sql`INSERT INTO drafts (id, status, version, slug, headline, language, pinned_version,
        changed_by, changed_at, document)
      VALUES (${column.id}, 'live', ${version}, ${column.slug}, ${manuscript.headline},
        ${manuscript.language}, ${version}, ${by}, ${instant(now)}, ${document})
      ON CONFLICT (id) DO UPDATE SET version = excluded.version, slug = excluded.slug,
        headline = excluded.headline, language = excluded.language,
        pinned_version = excluded.pinned_version, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at, document = excluded.document`,
    ),
    // Another editor in the same moment writes the same version: its key lets one of them through.
    statement(
      db,
      sql`INSERT INTO draft_versions (draft_id, version, document, saved_by, saved_at)
      VALUES (${column.id}, ${version}, ${document}, ${by}, ${instant(now)})`,
    ),
  ]
}
