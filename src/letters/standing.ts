import { and, asc, eq, sql } from 'drizzle-orm'
import { type Exchange, parse } from '../manuscript.ts'
import {
  columns,
  type Db,
  draftVersions,
  type LetterRow,
  letters,
  messages,
  type ShowingRow,
  showings,
} from '../schema.ts'
import type { Vault } from '../vault.ts'
import { type Message, openMessages } from './message.ts'
import { findByTicket } from './read.ts'

/** The edited letter that waits for its writer's word, and the language that it is printed in. */
export type Shown = ShowingRow & { letter: Exchange; language: string }

/** Where a letter stands: what was said about it, what is shown, whether its answer is still there. */
export type Standing = {
  letter: LetterRow
  messages: Message[]
  shown: Shown | null
  isPrinted: boolean
}

/** Gives where the letter under a ticket stands. Null as for `findByTicket`. */
export async function findStanding(db: Db, vault: Vault, typed: string): Promise<Standing | null> {
  const letter = await findByTicket(db, vault, typed)
  if (!letter) return null
  const [said, showing, printed] = await db.batch([
    messagesOf(db, letter.id),
    db
      .select({ showing: showings, document: draftVersions.document })
      .from(showings)
      .innerJoin(
        draftVersions,
        and(
          eq(draftVersions.draftId, showings.draftId),
          eq(draftVersions.version, showings.version),
        ),
      )
      .where(eq(showings.letterId, letter.id)),
    db
      .select({ id: columns.id })
      .from(columns)
      .where(
        sql`${columns.id} = coalesce(${letter.draftId},
          (SELECT ${letters.draftId} FROM ${letters} WHERE ${letters.id} = ${letter.leadId}))`,
      ),
  ])
  return {
    letter,
    messages: await openMessages(vault, letter, said),
    shown: showing[0] ? shownOf(letter, showing[0]) : null,
    isPrinted: printed.length > 0,
  }
}

/** Gives the query for all that was said about a letter, in order. */
export function messagesOf(db: Db, letterId: string) {
  return db
    .select()
    .from(messages)
    .where(eq(messages.letterId, letterId))
    .orderBy(asc(messages.number))
}

/** What was shown in a draft that the letter has left is shown no more. */
function shownOf(
  { status, draftId }: LetterRow,
  { showing, document }: { showing: ShowingRow; document: string },
): Shown | null {
  if (status !== 'in_column' || draftId !== showing.draftId) return null
  const { manuscript } = parse(document, '')
  const letter = manuscript?.exchanges[showing.position - 1]
  return manuscript && letter ? { ...showing, letter, language: manuscript.language } : null
}
