import { and, eq, ne, sql } from 'drizzle-orm'
import { day, instant, minutesLater } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { type Exchange, parse } from '../../manuscript.ts'
import { nudgeOwed } from '../../nudges.ts'
import {
  type Db,
  type DraftRow,
  drafts,
  letters,
  messages,
  type ShowingRow,
  type Statement,
  showings,
} from '../../schema.ts'
import { fingerprint } from '../publishing/plate.ts'

/** Gives the fingerprint of a printed letter: of its headline, text and signoff, and nothing else. */
export function printedFingerprint({ headline, letter, signoff }: Exchange): Promise<string> {
  return fingerprint(JSON.stringify([headline, letter, signoff]))
}

/**
 * Shows a letter's writer the printed letter at `position` (from 1) of a draft, for so many hours.
 * Refused (false) when the draft is not at that version, cannot be read or has no such letter, when
 * its letter need not be shown, when another writer is shown that one, and after “do not run it”. What is shown already and waits, or was
 * found fine, is left as it is.
 */
export async function showFirst(
  db: Db,
  { id, document }: DraftRow,
  { version, letterId, position, hours, by, now }: Hand & Showing,
): Promise<boolean> {
  const exchange = parse(document, '').manuscript?.exchanges[position - 1]
  if (!exchange) return false
  const print = await printedFingerprint(exchange)
  const until = instant(minutesLater(now, hours * 60))
  const [shown] = await db.batch([
    db
      .insert(showings)
      .select(
        sql`SELECT ${letterId}, ${id}, ${version}, ${position}, ${print}, ${instant(now)}, ${until},
          NULL FROM ${letters} WHERE ${letters.id} = ${letterId} AND ${letters.draftId} = ${id}
          AND ${letters.status} = 'in_column' AND ${letters.consent} = 'show_first'
          AND EXISTS (SELECT 1 FROM drafts WHERE drafts.id = ${id} AND drafts.version = ${version})
          AND NOT EXISTS (SELECT 1 FROM showings AS other WHERE other.draft_id = ${id}
            AND other.letter_id <> ${letterId} AND other.fingerprint = ${print})`,
      )
      .onConflictDoUpdate({
        target: showings.letterId,
        set: {
          draftId: id,
          version,
          position,
          fingerprint: print,
          since: instant(now),
          until,
          verdict: null,
        },
        setWhere: sql`${showings.verdict} IS NOT 'stop' AND (${showings.draftId} <> ${id}
          OR ${showings.fingerprint} <> ${print} OR ${showings.verdict} IS 'change')`,
      })
      .returning(),
    loggedIfChanged(db, { verb: 'show', letterId, draftId: id, by, now }),
    nudgeOwed(db, letterId, 'show_first', now),
    wishesSettled(db, id, now),
  ])
  return shown.length > 0 || isStanding(await showingOf(db, letterId), id, print)
}

type Showing = { version: number; letterId: string; position: number; hours: number }

async function showingOf(db: Db, letterId: string): Promise<ShowingRow | undefined> {
  return db.select().from(showings).where(eq(showings.letterId, letterId)).get()
}

function isStanding(showing: ShowingRow | undefined, draftId: string, print: string): boolean {
  return showing?.draftId === draftId && showing.fingerprint === print && showing.verdict !== 'stop'
}

/**
 * Gives the statements by which a changed letter is shown anew, for as many hours again, for the
 * batch that saves it, after a statement that did something only if it was saved. Only in a column
 * of one letter is it certain whose it is; in others the gate stays shut until the desk shows it.
 */
export async function shownAnew(
  db: Db,
  draftId: string,
  { version, document }: { version: number; document: string },
  now: Date,
): Promise<Statement[]> {
  const [before] = await db
    .select({ document: drafts.document })
    .from(drafts)
    .innerJoin(showings, eq(showings.draftId, drafts.id))
    .where(eq(drafts.id, draftId))
  const exchange = before && onlyExchange(document)
  if (!exchange || !onlyExchange(before.document)) return []
  const print = await printedFingerprint(exchange)
  return [
    db
      .update(showings)
      .set({
        ...{ version, position: 1, fingerprint: print, since: instant(now), verdict: null },
        until: sql`strftime('%Y-%m-%dT%H:%M:%SZ', ${instant(now)}, '+' ||
          (unixepoch(${showings.until}) - unixepoch(${showings.since})) || ' seconds')`,
      })
      .where(
        and(
          eq(showings.draftId, draftId),
          ne(showings.fingerprint, print),
          sql`${showings.verdict} IS NOT 'stop' AND changes() > 0`,
        ),
      ),
    wishesSettled(db, draftId, now),
  ]
}

function onlyExchange(document: string): Exchange | null {
  const exchanges = parse(document, '').manuscript?.exchanges ?? []
  return exchanges.length === 1 ? (exchanges[0] ?? null) : null
}

/** What a writer asked to have changed is dealt with once the letter is shown again. */
function wishesSettled(db: Db, draftId: string, now: Date): Statement {
  return db
    .update(messages)
    .set({ settledOn: day(now) })
    .where(
      sql`${messages.kind} = 'change' AND ${messages.settledOn} IS NULL AND ${messages.letterId} IN
        (SELECT ${showings.letterId} FROM ${showings} WHERE ${showings.draftId} = ${draftId}
        AND ${showings.since} = ${instant(now)})`,
    )
}
