import { and, inArray, type SQL, sql } from 'drizzle-orm'
import { day } from '../dates.ts'
import { type Hand, loggedForEach } from '../desk-log.ts'
import { type Db, type LetterRow, letters } from '../schema.ts'
import type { Move } from './letter.ts'

/** A letter in the version that an editor had before them. */
export type Chosen = Pick<LetterRow, 'id' | 'version'>

/**
 * Moves many letters from one state to another in two statements, however many they are, and gives
 * those that were moved: each only in its own version, and from a state that it may leave. The log
 * comes first, in the same transaction: afterwards it could not tell ours from another's act. Words
 * for the tickets are given by language, English among them for letters in any other.
 */
export async function moveAll(
  db: Db,
  { verb, from, to, isSettled }: Move,
  chosen: Chosen[],
  { by, now, reason, words }: Hand & { reason?: string; words?: Record<string, string> },
): Promise<LetterRow[]> {
  const today = day(now)
  const canMove = sql`${isChosen(chosen)} AND ${and(inArray(letters.status, [...from]))}`
  const [, moved] = await db.batch([
    loggedForEach(db, { verb, by, now, reason }, canMove),
    db
      .update(letters)
      .set({
        status: to,
        version: sql`${letters.version} + 1`,
        changedOn: today,
        settledOn: isSettled ? today : null,
        reason: words ? inItsLanguage(words) : reason?.trim() || null,
      })
      .where(canMove)
      .returning(),
  ])
  return moved
}

function inItsLanguage(words: Record<string, string>): SQL<string> {
  const json = JSON.stringify(words)
  return sql`coalesce(${json} ->> ${letters.language}, ${json} ->> 'en')`
}

/** Tells which letters are among those chosen, in the version chosen. */
export function isChosen(chosen: Chosen[]): SQL {
  const pairs = JSON.stringify(chosen.map(({ id, version }) => [id, version]))
  return sql`(${letters.id}, ${letters.version}) IN
    (SELECT value ->> 0, value ->> 1 FROM json_each(${pairs}))`
}
