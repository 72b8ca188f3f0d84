import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { openLetter } from '../../letters/sealed.ts'
import { exchangesNear, type Near, nearOf } from '../../nearest.ts'
import { alikeLetters, type Db, type LetterRow, letters, mentions } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import type { ReadLetter } from '../tray/tray.ts'
import { changedTexts } from './decline-texts.ts'
import { type Flag, flagsOf } from './flags.ts'
import { type Note, notesOf, openNotes } from './note.ts'
import type { ReadyText } from './reasons.ts'
import type { AlikeLetter } from './suggest.ts'

/** What stands beside an opened letter. */
export type Beside = {
  flags: Flag[]
  /** Columns that may have answered it already. */
  near: Near[]
  /** Open letters that are alike, and letters that follow it. */
  alike: AlikeLetter[]
  followers: AlikeLetter[]
  notes: Note[]
  /** Letters that its notes name, and letters whose notes name it. */
  named: string[]
  namedIn: string[]
  texts: ReadyText[]
}

/** So many letters are listed: each one's question has to be opened. */
const LISTED = 20

/**
 * Reads what stands beside a letter, in one round trip: only its text, which had to be opened first,
 * tells which columns are near.
 */
export async function readBeside(
  db: Db,
  vault: Vault,
  { row, text }: ReadLetter,
  now: Date,
): Promise<Beside> {
  const { id, language } = row
  const asked = { question: text.question ?? '', letter: text.letter ?? '', language }
  const [near, alike, followers, noted, named, texts] = await db.batch([
    exchangesNear(db, asked),
    lettersAlike(db, id),
    followersOf(db, id),
    notesOf(db, id),
    db
      .selectDistinct({ letterId: mentions.letterId, mentionedId: mentions.mentionedId })
      .from(mentions)
      .where(sql`${mentions.letterId} = ${id} OR ${mentions.mentionedId} = ${id}`)
      .limit(2 * LISTED),
    changedTexts(db),
  ])
  const questioned = (rows: Listed[]) => Promise.all(rows.map((each) => withQuestion(vault, each)))
  return {
    flags: text.letter === null ? [] : flagsOf(row, text, now),
    near: nearOf(near, language),
    alike: await questioned(alike),
    followers: await questioned(followers),
    notes: await openNotes(vault, row, noted),
    named: named.filter(({ letterId }) => letterId === id).map(({ mentionedId }) => mentionedId),
    namedIn: named.filter(({ letterId }) => letterId !== id).map(({ letterId }) => letterId),
    texts,
  }
}

type Listed = { row: LetterRow; likeness: number }

function lettersAlike(db: Db, id: string) {
  return db
    .select({ row: letters, likeness: alikeLetters.likeness })
    .from(alikeLetters)
    .innerJoin(letters, eq(letters.id, alikeLetters.otherId))
    .where(
      and(
        eq(alikeLetters.letterId, id),
        sql`${letters.status} IN
          ('received', 'shortlisted', 'waiting', 'grouped', 'held', 'in_column')`,
      ),
    )
    .orderBy(desc(alikeLetters.likeness), letters.id)
    .limit(LISTED)
}

function followersOf(db: Db, id: string) {
  return db
    .select({ row: letters, likeness: sql<number>`0`.as('likeness') })
    .from(letters)
    .where(and(eq(letters.leadId, id), eq(letters.status, 'grouped')))
    .orderBy(asc(letters.receivedOn), letters.id)
    .limit(LISTED)
}

/** Of a letter in a list no more than its question is opened. */
const UNREAD = { letter: null, tried: null, disguise: null, signoff: null, differs: null }

async function withQuestion(vault: Vault, { row, likeness }: Listed): Promise<AlikeLetter> {
  const opened = await openLetter(vault, { ...row, ...UNREAD, emailKey: null, email: null })
  const { id, status, version, leadId, receivedOn, language } = row
  return { id, status, version, leadId, receivedOn, language, likeness, question: opened.question }
}
