import { eq, sql } from 'drizzle-orm'
import { day } from '../../dates.ts'
import { loggedIfChanged } from '../../desk-log.ts'
import type { Decision } from '../../letters/letter.ts'
import { openLetter } from '../../letters/sealed.ts'
import { type Manuscript, write } from '../../manuscript.ts'
import { type Db, letters } from '../../schema.ts'
import { slugOf } from '../../slug-of.ts'
import { newId } from '../../text.ts'
import type { Vault } from '../../vault.ts'
import { BLANK, BLANK_EXCHANGE } from '../draft/blank.ts'
import { draftOpens } from '../draft/draft.ts'
import { printable } from './printable.ts'

/**
 * Picks a letter: opens a draft that holds its text, ready to edit, and gives the draft's id. From
 * here the printed text is the draft's own copy. Refused (null) when the letter has left the tray,
 * was changed, cannot be opened, or its writer wants a private answer only.
 */
export async function pick(
  db: Db,
  vault: Vault,
  id: string,
  { version, by, now }: Decision,
): Promise<string | null> {
  const [row] = await db.select().from(letters).where(eq(letters.id, id))
  const opened = row && (await openLetter(vault, row))
  if (!row || opened?.question == null || opened.letter == null) return null
  const manuscript: Manuscript = {
    ...BLANK,
    headline: opened.question,
    language: row.language,
    topics: row.topic ? [row.topic] : [],
    exchanges: [{ ...BLANK_EXCHANGE, letter: printable(opened.letter), signoff: opened.signoff }],
  }
  const draft = newId()
  const [picked] = await db.batch([
    db
      .update(letters)
      .set({ status: 'in_column', draftId: draft, version: version + 1, changedOn: day(now) })
      .where(
        sql`${letters.id} = ${id} AND ${letters.version} = ${version}
          AND ${letters.status} IN ('received', 'shortlisted', 'held')
          AND ${letters.consent} <> 'private'`,
      )
      .returning(),
    ...draftOpens(
      db,
      { id: draft, slug: slugFor(opened.question, draft), document: write(manuscript), manuscript },
      { by, now },
      sql`changes() > 0`,
    ),
    loggedIfChanged(db, { verb: 'pick', letterId: id, draftId: draft, by, now }),
  ])
  return picked[0] ? draft : null
}

/** Scripts that have no Latin spelling leave nothing: the id serves until an editor writes better. */
function slugFor(question: string, id: string): string {
  return slugOf(question).slice(0, 80).replace(/-+$/, '') || id
}
