import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { instant, minutesLater } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { type Db, drafts, draftVersions, editors, previewLinks } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { newId } from '../../text.ts'
import { isSigned, sign, type Vault } from '../../vault.ts'

/** For how many days a link may be of use: a colleague's afternoon, a weekend, a week. */
export const LINK_DAYS = [1, 3, 7]

/** A version of a draft as a link shows it. */
export type SharedVersion = { id: string; slug: string; version: number; document: string }

/** A link that is of use still, with who made it and its token. */
export type PreviewLink = {
  id: string
  version: number
  by: string
  expiresAt: string
  token: string
}

/**
 * Makes a link that shows just this version for so many days, to whoever has it. False when the draft
 * is not at that version any more, is retracted, or a writer has taken a letter of it back.
 */
export async function makePreviewLink(
  db: Db,
  draftId: string,
  { version, days, by, now }: Hand & { version: number; days: number },
): Promise<boolean> {
  const id = newId()
  const expiresAt = instant(minutesLater(now, days * 24 * 60))
  await db.batch([
    db.delete(previewLinks).where(lte(previewLinks.expiresAt, instant(now))),
    statement(
      db,
      sql`INSERT INTO preview_links (id, draft_id, version, made_by, made_at, expires_at)
      SELECT ${id}, ${drafts.id}, ${version}, ${by}, ${instant(now)}, ${expiresAt} FROM ${drafts}
      WHERE ${drafts.id} = ${draftId} AND ${drafts.version} = ${version} AND ${maySee}`,
    ),
    loggedIfChanged(db, {
      ...{ verb: 'preview-link', draftId, by, now },
      reason: `version ${version}, for ${days === 1 ? '1 day' : `${days} days`}`,
    }),
  ])
  return (await db.$count(previewLinks, eq(previewLinks.id, id))) > 0
}

/** Ends a link of a draft at once. False when it had ended already. */
export async function endPreviewLink(
  db: Db,
  draftId: string,
  { link, by, now }: Hand & { link: string },
): Promise<boolean> {
  const [ended] = await db.batch([
    db
      .delete(previewLinks)
      .where(and(eq(previewLinks.id, link), eq(previewLinks.draftId, draftId)))
      .returning({ id: previewLinks.id }),
    loggedIfChanged(db, { verb: 'end-preview-link', draftId, by, now }),
  ])
  return ended.length > 0
}

/** Lists the links of a draft that have not expired, the oldest first. */
export async function previewLinksOf(
  db: Db,
  vault: Vault,
  draftId: string,
  now: Date,
): Promise<PreviewLink[]> {
  const found = await db
    .select({
      id: previewLinks.id,
      version: previewLinks.version,
      by: sql<string>`coalesce(${editors.name}, ${previewLinks.madeBy})`,
      expiresAt: previewLinks.expiresAt,
    })
    .from(previewLinks)
    .leftJoin(editors, eq(editors.id, previewLinks.madeBy))
    .where(and(eq(previewLinks.draftId, draftId), gt(previewLinks.expiresAt, instant(now))))
    .orderBy(asc(previewLinks.madeAt), asc(previewLinks.id))
    .limit(MOST_LISTED)
  return Promise.all(found.map(async (link) => ({ ...link, token: await tokenOf(vault, link.id) })))
}

const MOST_LISTED = 50

/** The token is the link's id, signed: nobody can make one up, and the table alone opens nothing. */
async function tokenOf(vault: Vault, id: string): Promise<string> {
  return `${id}.${await sign(vault, signedText(id))}`
}

function signedText(id: string): string {
  return `preview link ${id}`
}

/**
 * Gives the version that a token shows. 'unknown' for a token that was never made here, 'ended' when
 * the link has expired or was ended, or when its text must not be seen any more: it was erased, its
 * draft dropped or retracted, or a writer has withdrawn or said no.
 */
export async function sharedVersion(
  db: Db,
  vault: Vault,
  token: string,
  now: Date,
): Promise<SharedVersion | 'unknown' | 'ended'> {
  const [id = '', signature = ''] = token.split('.')
  if (!(await isSigned(vault, signedText(id), signature))) return 'unknown'
  const [shown] = await db
    .select({
      id: drafts.id,
      slug: drafts.slug,
      version: previewLinks.version,
      document: draftVersions.document,
    })
    .from(previewLinks)
    .innerJoin(drafts, eq(drafts.id, previewLinks.draftId))
    .innerJoin(
      draftVersions,
      and(
        eq(draftVersions.draftId, previewLinks.draftId),
        eq(draftVersions.version, previewLinks.version),
      ),
    )
    .where(and(eq(previewLinks.id, id), gt(previewLinks.expiresAt, instant(now)), maySee))
  return shown?.document ? shown : 'ended'
}

/** Whether anybody outside the desk may see a draft: no writer took a letter back, or said no. */
const maySee = sql`(${drafts.status} <> 'retracted' AND ${drafts.withdrawnOn} IS NULL
  AND NOT EXISTS (SELECT 1 FROM showings WHERE showings.draft_id = ${drafts.id}
    AND showings.verdict = 'stop'))`
