import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { day, instant } from '../../dates.ts'
import { type Act, type Hand, loggedIfChanged } from '../../desk-log.ts'
import { type Manuscript, parse, write } from '../../manuscript.ts'
import {
  type Db,
  type DraftRow,
  drafts,
  draftVersions,
  letters,
  type Statement,
} from '../../schema.ts'
import { statement } from '../../statement.ts'
import { newId } from '../../text.ts'
import { BLANK } from './blank.ts'
import { approvalVoided } from './review.ts'
import { shownAnew } from './showing.ts'
import { isSameSitting } from './sitting.ts'

/** What an editor saves: the whole document and the address it shall have. */
export type Edit = { version: number; document: string; slug: string }

/** Statuses in which a document may be edited; a retracted column is restored first. */
const EDITABLE = ['draft', 'review', 'scheduled', 'live'] as const

/** Finds a draft by its id. */
export async function findDraft(db: Db, id: string): Promise<DraftRow | null> {
  const [draft] = await db.select().from(drafts).where(eq(drafts.id, id))
  return draft ?? null
}

/** Lists what the desk has in work, the last changed first: live columns only while being revised. */
export function openDrafts(db: Db) {
  return db
    .select()
    .from(drafts)
    .where(sql`${drafts.status} IN ('draft', 'review', 'scheduled')
      OR (${drafts.status} = 'live' AND ${drafts.version} > ${drafts.pinnedVersion})`)
    .orderBy(desc(drafts.changedAt))
    .limit(200)
}

/** Gives the statements that open a new draft, for a batch; `guard` holds them back when refused. */
export function draftOpens(
  db: Db,
  draft: { id: string; slug: string; document: string; manuscript: Manuscript },
  { by, now }: Hand,
  guard = sql`true`,
): Statement[] {
  const { id, slug, document, manuscript } = draft
  return [
    statement(
      db,
      sql`INSERT INTO drafts (id, status, slug, headline, language, changed_by, changed_at, document)
      SELECT ${id}, 'draft', ${slug}, ${manuscript.headline}, ${manuscript.language}, ${by},
        ${instant(now)}, ${document} WHERE ${guard}`,
    ),
    versionKept(db, id),
  ]
}

/** Gives the statement that keeps a draft's present document as a version, if it was just changed. */
export function versionKept(db: Db, id: string): Statement {
  return statement(
    db,
    sql`INSERT INTO draft_versions (draft_id, version, document, saved_by, saved_at)
    SELECT id, version, document, changed_by, changed_at FROM drafts
    WHERE id = ${id} AND changes() > 0`,
  )
}

/**
 * Saves a document as the draft's next version. A scheduled draft goes back to being a draft: it no
 * longer runs by itself. One in review stays there, and an approval of what it was is void. A letter
 * that its writer is shown is shown anew if it changed. Null when somebody saved another version
 * first; theirs is not touched. A text that is stored already, such as one sent twice, counts as saved whatever
 * its version says. The log calls it a save, unless the hand names another verb. `first` runs
 * before it in the same batch, and nothing is saved unless it changes something; `also` runs after it, whatever
 * comes of the save: each must guard itself.
 */
export async function save(
  db: Db,
  id: string,
  { version, document, slug }: Edit,
  { by, now, ...act }: Hand & Partial<Pick<Act, 'verb' | 'reason' | 'letterId'>>,
  { first, also = [] }: { first?: Statement; also?: Statement[] } = {},
): Promise<DraftRow | null> {
  const { headline, language } = outline(document)
  const next = { version: version + 1, document }
  const isGoingOn = !act.verb && (await isSameSitting(db, id, { by, now }))
  const saving = [
    db
      .update(drafts)
      .set({
        document,
        slug,
        headline: sql`coalesce(${headline}, ${drafts.headline})`,
        language: sql`coalesce(${language}, ${drafts.language})`,
        version: version + 1,
        status: sql`CASE ${drafts.status} WHEN 'scheduled' THEN 'draft' ELSE ${drafts.status} END`,
        failure: null,
        attempts: 0,
        pinnedVersion: sql`CASE ${drafts.status} WHEN 'live' THEN ${drafts.pinnedVersion} END`,
        changedBy: by,
        changedAt: instant(now),
      })
      .where(
        and(
          eq(drafts.id, id),
          eq(drafts.version, version),
          inArray(drafts.status, EDITABLE),
          sql`NOT (${drafts.status} <> 'scheduled' AND ${holds({ document, slug })})`,
          first && sql`changes() > 0`,
        ),
      )
      .returning(),
    versionKept(db, id),
    ...(isGoingOn ? [] : [loggedIfChanged(db, { verb: 'save', ...act, draftId: id, by, now })]),
    ...(await shownAnew(db, id, next, now)),
    ...approvalVoided(db, id, { by, now }),
    ...also,
  ] as const
  const saved = first ? (await db.batch([first, ...saving]))[1] : (await db.batch(saving))[0]
  return saved[0] ?? (await stored(db, id, { document, slug }))
}

/** Finds the draft if just this is what is stored of it. */
async function stored(db: Db, id: string, text: Omit<Edit, 'version'>): Promise<DraftRow | null> {
  const isThere = and(eq(drafts.id, id), inArray(drafts.status, EDITABLE), holds(text))
  const [draft] = await db.select().from(drafts).where(isThere)
  return draft ?? null
}

function holds({ document, slug }: Omit<Edit, 'version'>) {
  return sql`(${drafts.document} = ${document} AND ${drafts.slug} = ${slug})`
}

/** Opens an empty draft in the desk's first language, and gives its id. */
export async function create(db: Db, hand: Hand): Promise<string> {
  const id = newId()
  const [first, ...rest] = draftOpens(
    db,
    { id, slug: id, document: write(BLANK), manuscript: BLANK },
    hand,
  )
  if (first)
    await db.batch([first, ...rest, loggedIfChanged(db, { verb: 'create', draftId: id, ...hand })])
  return id
}

/**
 * Drops a version of a draft that is not live or scheduled: its letters go back to the shortlist,
 * and its text, which holds theirs, is gone. Tells whether that version was there to be dropped.
 */
export async function drop(
  db: Db,
  id: string,
  { version, by, now }: Hand & { version: number },
): Promise<boolean> {
  const isDropped = sql`NOT EXISTS (SELECT 1 FROM drafts WHERE drafts.id = ${id})`
  const [dropped] = await db.batch([
    db
      .delete(drafts)
      .where(
        and(
          eq(drafts.id, id),
          eq(drafts.version, version),
          inArray(drafts.status, ['draft', 'review']),
        ),
      )
      .returning({ id: drafts.id }),
    loggedIfChanged(db, { verb: 'drop', draftId: id, by, now }),
    db
      .update(draftVersions)
      .set({ document: '' })
      .where(and(eq(draftVersions.draftId, id), isDropped)),
    db
      .update(letters)
      .set({
        status: 'shortlisted',
        draftId: null,
        version: sql`${letters.version} + 1`,
        changedOn: day(now),
      })
      .where(and(eq(letters.draftId, id), eq(letters.status, 'in_column'), isDropped)),
  ])
  return dropped.length > 0
}

/** Gives the document that stood at a version. Null when there is none, or a withdrawal blanked it. */
export async function documentAt(db: Db, id: string, version: number): Promise<string | null> {
  const [row] = await db
    .select({ document: draftVersions.document })
    .from(draftVersions)
    .where(and(eq(draftVersions.draftId, id), eq(draftVersions.version, version)))
  return row?.document || null
}

/** The headline and language of a document, as far as it can be read yet. */
function outline(document: string): { headline: string | null; language: string | null } {
  const { manuscript } = parse(document, '')
  if (manuscript) return manuscript
  const headline = /^headline:[^\S\n]*(.+)$/m.exec(document)?.[1]?.trim() ?? null
  return { headline: headline?.slice(0, 200) ?? null, language: null }
}
