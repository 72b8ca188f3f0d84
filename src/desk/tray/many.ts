import { sql } from 'drizzle-orm'
import type { Hand } from '../../desk-log.ts'
import { MOVES } from '../../letters/letter.ts'
import { type Chosen, moveAll } from '../../letters/move-all.ts'
import { openLetter } from '../../letters/sealed.ts'
import { undoAll } from '../../letters/undo.ts'
import { type Db, deskLog, type LetterRow, letters } from '../../schema.ts'
import { copies } from '../../ui/copy/index.ts'
import type { Vault } from '../../vault.ts'
import { changedTexts } from '../letter/decline-texts.ts'
import { isReason, LISTED_REASONS, readyText } from '../letter/reasons.ts'
import { type Entry, entries } from '../log/log.ts'
import { PAGE } from './tray.ts'

/** What can be done to many letters at once. */
export const MANY_VERBS = ['shortlist', 'hold', 'spam', 'decline'] as const
export type ManyVerb = (typeof MANY_VERBS)[number] | 'undo'

/** As many letters as stand on a page of the list: fewer statements, however many letters, than D1 allows. */
export const AT_ONCE = PAGE

/** What an editor chose in the list; what is wrong with it, or the decision. */
export type Many = { chosen: string[]; reason: string } & (
  | { error: { field: 'list' | 'many-reason'; text: string } }
  | { error?: undefined; verb: ManyVerb; letters: Chosen[] }
)

/** Reads a decision on many letters from its form. */
export function readMany(form: Record<string, unknown>): Many {
  const chosen = [form.letter].flat().filter((value) => typeof value === 'string')
  const reason = typeof form.reason === 'string' ? form.reason : ''
  const verb = [...MANY_VERBS, 'undo' as const].find((each) => each === form.verb)
  const wrong = (field: 'list' | 'many-reason', text: string): Many => ({
    chosen,
    reason,
    error: { field, text },
  })
  if (!verb) return wrong('list', 'Press what is to be done with the letters')
  if (chosen.length === 0) return wrong('list', 'Choose at least one letter')
  if (chosen.length > AT_ONCE) return wrong('list', `Choose ${AT_ONCE} letters at most`)
  const isListed = LISTED_REASONS.some((each) => each === reason)
  if (verb === 'decline' && !isListed) return wrong('many-reason', 'Choose a reason')
  return { chosen, reason, verb, letters: chosen.map(readChosen) }
}

function readChosen(value: string): Chosen {
  const [, id = '', version = '0'] = /^([0-9a-z]+)\.(\d{1,9})$/.exec(value) ?? []
  return { id, version: Number(version) }
}

/** What became of a decision on many letters: those it did nothing to are told with what they are now. */
export type Outcome = { verb: ManyVerb; done: LetterRow[]; left: Left[] }
type Left = { row: LetterRow; question: string | null; last?: Entry }

/** Does the same to many letters, each as the editor had it before them. */
export async function decideMany(
  db: Db,
  vault: Vault,
  { verb, letters: meant, reason }: { verb: ManyVerb; letters: Chosen[]; reason: string },
  hand: Hand,
): Promise<Outcome> {
  const done =
    verb === 'undo'
      ? await undoAll(db, meant, hand)
      : await moveAll(db, MOVES[verb], meant, {
          ...hand,
          ...(verb === 'decline' ? await toldToAll(db, reason) : {}),
        })
  const missed = meant.map(({ id }) => id).filter((id) => !done.some((row) => row.id === id))
  return { verb, done, left: missed.length > 0 ? await readLeft(db, vault, missed) : [] }
}

async function toldToAll(db: Db, reason: string) {
  if (!isReason(reason)) throw new Error('Letters are declined together for a ready reason only')
  const changed = await changedTexts(db)
  const languages = Object.keys(copies)
  const texts = languages.map((each) => [each, readyText(changed, reason, each).text])
  return { reason, words: Object.fromEntries(texts) as Record<string, string> }
}

async function readLeft(db: Db, vault: Vault, missed: string[]): Promise<Left[]> {
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(missed)}))`
  const lasts = sql`(SELECT max(id) FROM desk_log WHERE letter_id IN ${ids} GROUP BY letter_id)`
  const [rows, acts] = await db.batch([
    db.select().from(letters).where(sql`${letters.id} IN ${ids}`),
    entries(db).where(sql`${deskLog.id} IN ${lasts}`),
  ])
  return Promise.all(
    rows.map(async (row) => {
      const sealed = {
        ...row,
        letter: null,
        tried: null,
        disguise: null,
        signoff: null,
        differs: null,
      }
      const { question } = await openLetter(vault, { ...sealed, emailKey: null, email: null })
      return { row, question, last: acts.find(({ letterId }) => letterId === row.id) }
    }),
  )
}
