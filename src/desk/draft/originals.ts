import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Message, openMessages } from '../../letters/message.ts'
import { type OpenLetter, openLetter } from '../../letters/sealed.ts'
import {
  type Db,
  type LetterRow,
  letters,
  messages,
  type ShowingRow,
  showings,
} from '../../schema.ts'
import type { Vault } from '../../vault.ts'

/** A letter that a draft came from: as it was sent, and what its writer was shown and said to it. */
export type Original = {
  row: LetterRow
  text: OpenLetter
  showing: ShowingRow | null
  wishes: Message[]
}

/** Gives the letters that a draft came from, opened, in one round trip. */
export async function readOriginals(db: Db, vault: Vault, draftId: string): Promise<Original[]> {
  const ofDraft = db.select({ id: letters.id }).from(letters).where(eq(letters.draftId, draftId))
  const [rows, shown, said] = await db.batch([
    db.select().from(letters).where(eq(letters.draftId, draftId)).orderBy(asc(letters.id)),
    db.select().from(showings).where(eq(showings.draftId, draftId)),
    db
      .select()
      .from(messages)
      .where(and(inArray(messages.letterId, ofDraft), eq(messages.kind, 'change'))),
  ])
  return Promise.all(
    rows.map(async (row) => ({
      row,
      text: await openLetter(vault, { ...row, emailKey: null, email: null }),
      showing: shown.find(({ letterId }) => letterId === row.id) ?? null,
      wishes: await openMessages(
        vault,
        row,
        said.filter(({ letterId }) => letterId === row.id),
      ),
    })),
  )
}
