import { type SQL, sql } from 'drizzle-orm'
import { instant } from './dates.ts'
import { type Db, deskLog, letters, type Statement } from './schema.ts'

/** Who does something and when: every verb of the desk takes one. */
export type Hand = { by: string; now: Date }

/** One act of the desk, about a letter, a draft or an editor. Never holds a letter's text. */
export type Act = Hand & {
  verb: string
  letterId?: string
  draftId?: string
  editorId?: string
  reason?: string | null
}

/** Gives the statement that writes an act into the desk log, for the act's own batch. */
export function logged(db: Db, act: Act): Statement {
  return db.insert(deskLog).values({ ...act, at: instant(act.now) })
}

/**
 * The same, but writes nothing when the statement just before it in the batch changed no row: a
 * guarded act that was refused leaves no entry.
 */
export function loggedIfChanged(db: Db, act: Act): Statement {
  return db.insert(deskLog).select(
    sql`SELECT null, ${instant(act.now)}, ${act.by}, ${act.verb}, ${act.letterId ?? null},
      ${act.draftId ?? null}, ${act.editorId ?? null}, ${act.reason ?? null} WHERE changes() > 0`,
  )
}

/** The same act on each letter that a condition finds: stands before the statement that changes them. */
export function loggedForEach(db: Db, act: Act, condition: SQL): Statement {
  return db.insert(deskLog).select(
    sql`SELECT null, ${instant(act.now)}, ${act.by}, ${act.verb}, ${letters.id},
      ${act.draftId ?? null}, ${act.editorId ?? null}, ${act.reason ?? null}
      FROM ${letters} WHERE ${condition}`,
  )
}
