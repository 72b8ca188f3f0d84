import { inArray, lte, type SQL, sql } from 'drizzle-orm'
import { instant, minutesLater } from '../dates.ts'
import { noteFailure } from '../failure.ts'
import { type Db, deskLog, type LetterRow, letters, type NudgeRow, nudges } from '../schema.ts'
import type { Send } from './send.ts'

/** One mail is one request to the outside: so many fit into a run of the clock beside its queries. */
const AT_ONCE = 5
/** After 1, 4, 16, 64 and 256 minutes: the last attempt is some six hours after the first. */
const MOST_ATTEMPTS = 6

/** How a nudge is sent: `addressOf` opens a letter's seal, `words` speak its language. */
export type Postman = {
  send: Send
  addressOf: (letter: LetterRow) => Promise<string | null>
  words: (language: string) => { subject: string; text: string }
}

/**
 * Sends the nudges that are owed and past undoing, each once however many clocks tick at the same moment: whoever
 * claims a nudge puts it off, and takes it off the list when it is sent. One that fails is tried
 * again ever later; after six attempts, or when its address does not open, it is dead and the desk
 * sees it. Where no mail can be sent (null), what is owed is forgotten: stale news helps nobody.
 */
export async function nudgeDue(db: Db, postman: Postman | null, now: Date): Promise<void> {
  const isDue = sql`${nudges.status} = 'owed' AND ${lte(nudges.dueAt, instant(now))}
    AND ${isPastUndo(now)}`
  if (!postman) {
    await db.delete(nudges).where(isDue)
    return
  }
  const claimed = await claim(db, isDue, now)
  if (claimed.length === 0) return
  const ids = claimed.map(({ letterId }) => letterId)
  const rows = await db.select().from(letters).where(inArray(letters.id, ids))
  const outcomes = await Promise.all(
    claimed.map(async (nudge) => {
      const letter = rows.find(({ id }) => id === nudge.letterId)
      return { nudge, status: await outcome(postman, nudge, letter) }
    }),
  )
  const having = (status: NudgeRow['status']) =>
    outcomes.flatMap((one) => (one.status === status ? [one.nudge] : []))
  await db.batch([
    db
      .update(nudges)
      .set({ status: 'sent' })
      .where(among(having('sent'))),
    db
      .update(nudges)
      .set({ status: 'dead' })
      .where(among(having('dead'))),
  ])
}

/** What the desk did to a letter, or to the lead that it follows, can be undone with one key for this long. */
const GRACE_MINUTES = 0.5

function isPastUndo(now: Date): SQL {
  const isFresh = sql`${deskLog.at} > ${instant(minutesLater(now, -GRACE_MINUTES))}`
  return sql`NOT EXISTS (SELECT 1 FROM ${deskLog} WHERE ${isFresh}
      AND ${deskLog.letterId} = ${nudges.letterId})
    AND NOT EXISTS (SELECT 1 FROM ${letters} JOIN ${deskLog} ON ${deskLog.letterId} = ${letters.leadId}
      WHERE ${letters.id} = ${nudges.letterId} AND ${isFresh})`
}

async function claim(db: Db, isDue: SQL, now: Date): Promise<NudgeRow[]> {
  const first = db
    .select({ letterId: nudges.letterId, kind: nudges.kind })
    .from(nudges)
    .where(isDue)
    .orderBy(nudges.dueAt)
    .limit(AT_ONCE)
  return db
    .update(nudges)
    .set({
      attempts: sql`${nudges.attempts} + 1`,
      dueAt: sql`strftime('%Y-%m-%dT%H:%M:%SZ', ${instant(now)},
        '+' || (1 << (2 * ${nudges.attempts})) || ' minutes')`,
    })
    .where(sql`(${nudges.letterId}, ${nudges.kind}) IN ${first}`)
    .returning()
}

async function outcome(
  { send, addressOf, words }: Postman,
  { attempts }: NudgeRow,
  letter: LetterRow | undefined,
): Promise<NudgeRow['status']> {
  const to = letter ? await addressOf(letter) : null
  if (!letter || !to) return 'dead'
  try {
    await send({ to, ...words(letter.language) })
    return 'sent'
  } catch (error) {
    noteFailure(error)
    return attempts < MOST_ATTEMPTS ? 'owed' : 'dead'
  }
}

function among(wanted: NudgeRow[]): SQL {
  const keys = JSON.stringify(wanted.map(({ letterId, kind }) => [letterId, kind]))
  return sql`(${nudges.letterId}, ${nudges.kind}) IN
    (SELECT value ->> 0, value ->> 1 FROM json_each(${keys}))`
}

/** Gives the query for the nudges that could not be sent, for the desk: at most 50. */
export function deadNudges(db: Db) {
  return db
    .select()
    .from(nudges)
    .where(sql`${nudges.status} = 'dead'`)
    .orderBy(nudges.dueAt)
    .limit(50)
}
