import { eq, sql } from 'drizzle-orm'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import type { Decision } from '../../letters/letter.ts'
import { pathsIn } from '../../paths.ts'
import { columns, type Db, declineTexts, exchanges, letters } from '../../schema.ts'
import type { Language } from '../../ui/copy/index.ts'
import { linkText } from '../../ui/linked-text.tsx'
import type { Declined } from './decline-form.tsx'
import { COLUMN, isReason, OWN_WORDS, type ReadyText, type Reason, readyText } from './reasons.ts'

/** Gives the query for the ready texts that the desk has changed: a few dozen at most. */
export function changedTexts(db: Db) {
  return db.select().from(declineTexts)
}

/**
 * Gives a decision's reason, and what the ticket is to say: the editor's words where there are any.
 * Null when the reason leads to a column that is not live.
 */
export async function tellReason(
  db: Db,
  letterId: string,
  { chosen, words, ...to }: Declined,
): Promise<Pick<Decision, 'reason' | 'words' | 'columnId'> | null> {
  if (words || !isReason(chosen)) return { reason: chosen || OWN_WORDS, words }
  const text = await wordsFor(db, letterId, { reason: chosen, ...to })
  return text === null ? null : { reason: chosen, words: text, columnId: to.column || undefined }
}

/** Why a letter is to be declined: `column` is the one that answers it, by its id and exchange. */
type Grounds = { reason: Reason; column: string; exchange: number }

/**
 * Gives what the ticket is to say: the reason's ready text in the letter's language, with the link to
 * the column's edition in that language, where there is one. Null when the column is not live.
 */
async function wordsFor(
  db: Db,
  letterId: string,
  { reason, column, exchange }: Grounds,
): Promise<string | null> {
  const [[letter], changed, editions] = await db.batch([
    db.select({ language: letters.language }).from(letters).where(eq(letters.id, letterId)),
    changedTexts(db),
    db
      .select({
        id: columns.id,
        slug: columns.slug,
        language: columns.language,
        headline: columns.headline,
        exchanges: db.$count(exchanges, eq(exchanges.columnId, columns.id)),
      })
      .from(columns)
      .where(
        sql`${columns.originalId} = (SELECT original_id FROM columns WHERE id = ${column || null})`,
      ),
  ])
  const { text } = readyText(changed, reason, letter?.language ?? 'en')
  if (!text.includes(COLUMN)) return text
  const edition =
    editions.find(({ language }) => language === letter?.language) ??
    editions.find(({ id }) => id === column)
  if (!edition) return null
  const { slug, headline } = edition
  const isAnchored = edition.exchanges > 1 && exchange >= 1 && exchange <= edition.exchanges
  const address = pathsIn(edition.language as Language).column(
    slug,
    isAnchored ? exchange : undefined,
  )
  return text.replaceAll(COLUMN, () => linkText(headline, address))
}

/**
 * Changes a ready text, as the next version of the one that the editor had before them: 0 for the
 * one that the software comes with. False when a colleague was first.
 */
export async function changeText(
  db: Db,
  { reason, language, text, version, by, now }: ReadyText & Hand,
): Promise<boolean> {
  const { reason: key, language: its, version: stored } = declineTexts
  const [changed] = await db.batch([
    db
      .insert(declineTexts)
      .select(
        sql`SELECT ${reason}, ${language}, ${text}, 1 WHERE ${version} = 0
          OR EXISTS (SELECT 1 FROM decline_texts WHERE reason = ${reason} AND language = ${language})`,
      )
      .onConflictDoUpdate({
        target: [key, its],
        set: { text, version: version + 1 },
        setWhere: eq(stored, version),
      })
      .returning({ version: stored }),
    loggedIfChanged(db, { verb: 'change-text', reason, by, now }),
  ])
  return changed.length > 0
}
