import { eq, sql } from 'drizzle-orm'
import { day } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { placeOf as placeOfLetter } from '../../letters/sealed.ts'
import {
  type Db,
  editors,
  type LetterRow,
  letters,
  mentions,
  type NoteRow,
  notes,
} from '../../schema.ts'
import { openDataKey, seal, unseal, type Vault } from '../../vault.ts'

/** A note as the desk reads it: null when it cannot be opened. */
export type Note = Omit<NoteRow, 'text'> & { text: string | null }

/** A letter's number, alone or at the end of its address. */
const NUMBER = /(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{16}(?![0-9a-z])/g

/** Gives the numbers that a text may name letters by; which of them are letters the database knows. */
export function numbersIn(text: string): { number: string; start: number }[] {
  return [...text.matchAll(NUMBER)].map(({ 0: number, index }) => ({ number, start: index }))
}

/**
 * Notes something about a letter, for the desk alone, as its note of this number; the letters that
 * it names lead back to it. False when there is a note of this number already, or no letter to seal
 * it with: its text is erased, or cannot be opened.
 */
export async function note(
  db: Db,
  vault: Vault,
  id: string,
  { number, text, by, now }: Hand & { number: number; text: string },
): Promise<boolean> {
  const [letter] = await db.select().from(letters).where(eq(letters.id, id))
  const key = letter && (await letterKey(vault, letter))
  if (!key) return false
  const sealed = await seal(key, text, placeOf(id, number))
  const named = JSON.stringify(numbersIn(text).map((each) => each.number))
  const [noted] = await db.batch([
    db
      .insert(notes)
      .select(
        sql`SELECT ${id}, ${number}, ${by}, ${day(now)}, ${sealed}
          WHERE ${number} > 0
          AND EXISTS (SELECT 1 FROM letters WHERE id = ${id} AND data_key IS NOT NULL)`,
      )
      .onConflictDoNothing()
      .returning({ number: notes.number }),
    loggedIfChanged(db, { verb: 'note', letterId: id, by, now }),
    db.insert(mentions).select(
      sql`SELECT ${id}, ${number}, letters.id FROM letters WHERE changes() > 0
          AND letters.id IN (SELECT value FROM json_each(${named})) AND letters.id <> ${id}`,
    ),
  ])
  return noted.length > 0
}

/** Gives the query for a letter's notes, the first one first, each with its editor's name. */
export function notesOf(db: Db, letterId: string) {
  const { number, writtenOn, text } = notes
  return db
    .select({
      letterId: notes.letterId,
      number,
      by: sql<string>`coalesce(${editors.name}, ${notes.by})`,
      writtenOn,
      text,
    })
    .from(notes)
    .leftJoin(editors, eq(editors.id, notes.by))
    .where(eq(notes.letterId, letterId))
    .orderBy(number)
    .limit(MOST)
}

/** More notes than these nobody reads; each has to be opened. */
const MOST = 50

/** Opens a letter's notes. */
export async function openNotes(
  vault: Vault,
  letter: Pick<LetterRow, 'id' | 'dataKey'>,
  rows: NoteRow[],
): Promise<Note[]> {
  const key = rows.length > 0 ? await letterKey(vault, letter) : null
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      text: key && (await unseal(key, row.text, placeOf(row.letterId, row.number))),
    })),
  )
}

async function letterKey(vault: Vault, { id, dataKey }: Pick<LetterRow, 'id' | 'dataKey'>) {
  return dataKey ? openDataKey(vault, 'letter', dataKey, placeOfLetter(id)) : null
}

function placeOf(letterId: string, number: number) {
  return { table: 'notes', row: `${letterId}.${number}`, field: 'text' }
}
