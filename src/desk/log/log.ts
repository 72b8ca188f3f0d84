import { and, asc, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { day, instant, minutesLater } from '../../dates.ts'
import type { Hand } from '../../desk-log.ts'
import { paths } from '../../paths.ts'
import { columns, type Db, deskLog, drafts, editors } from '../../schema.ts'
import { beginOf } from '../../zone.ts'
import { headOf, type Seal } from './log-chain.ts'

const PAGE = 50
/** More than this was never done to one letter; a page has to end somewhere. */
const HISTORY = 200

/**
 * Which acts are shown: each part empty for any. `from` and `until` are days, both shown; `before` is
 * the number of the entry to go on from.
 */
export type LogFilter = {
  letter: string
  draft: string
  editor: string
  verb: string
  from: string
  until: string
  before: string
}

/** An act of the desk, with names for whom and what it concerns. */
export type Entry = Awaited<ReturnType<typeof entries>>[number]

/**
 * A page of the log, the newest act first: `before` is where the next page begins, null on the last.
 * `head` is the newest seal of the whole log, null before there is one.
 */
export type Log = {
  filter: LogFilter
  entries: Entry[]
  before: string | null
  editors: { id: string; name: string }[]
  head: Seal | null
}

/** Reads the filter in an address: a letter or a draft by its number or its page's address. */
export function readLogFilter(query: Record<string, string>): LogFilter {
  const { letter = '', draft = '', editor = '', verb = '', before = '' } = query
  return {
    letter: lastPart(letter),
    draft: lastPart(draft),
    editor,
    verb,
    from: readDay(query.from),
    until: readDay(query.until),
    before: /^\d{1,15}$/.test(before) ? before : '',
  }
}

function lastPart(written: string): string {
  return /[^/\s]*$/.exec(written.trim().replace(/(?:\/|[?#].*)$/, ''))?.[0] ?? ''
}

function readDay(written = ''): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(written)
  return isDay && !Number.isNaN(Date.parse(`${written}T00:00Z`)) ? written : ''
}

/** Gives the log's address with a filter in its query, as far as it says anything. */
export function logPath(filter: LogFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  return query.size > 0 ? `${paths.desk.log()}?${query}` : paths.desk.log()
}

/** Gives a page of the desk log in one round trip; its days are those of a zone. */
export async function readLog(db: Db, filter: LogFilter, timeZone: string): Promise<Log> {
  const { letter, draft, editor, verb, from, until, before } = filter
  const [found, everybody, [head]] = await db.batch([
    entries(db)
      .where(
        and(
          letter ? eq(deskLog.letterId, letter) : undefined,
          draft ? eq(deskLog.draftId, draft) : undefined,
          editor ? eq(deskLog.by, editor) : undefined,
          verb ? eq(deskLog.verb, verb) : undefined,
          from ? gte(deskLog.at, beginOf(from, timeZone)) : undefined,
          until ? lt(deskLog.at, beginOf(dayAfter(until), timeZone)) : undefined,
          before ? lt(deskLog.id, Number(before)) : undefined,
        ),
      )
      .orderBy(desc(deskLog.id))
      .limit(PAGE + 1),
    db.select({ id: editors.id, name: editors.name }).from(editors).orderBy(asc(editors.name)),
    headOf(db),
  ])
  const shown = found.slice(0, PAGE)
  const last = found.length > PAGE ? shown.at(-1) : undefined
  const next = last ? String(last.id) : null
  return { filter, entries: shown, before: next, editors: everybody, head: head ?? null }
}

function dayAfter(written: string): string {
  return day(minutesLater(new Date(`${written}T00:00Z`), 24 * 60))
}

/** Gives the statement that lists what was done to a letter, the first act first. */
export function historyOf(db: Db, letterId: string) {
  return entries(db).where(eq(deskLog.letterId, letterId)).orderBy(asc(deskLog.id)).limit(HISTORY)
}

/** A decision can be undone with one key for this long. */
const UNDO_SECONDS = 10
/** More than this was never done at the desk in those seconds: the log is read no further back. */
const LATELY = 100

/** Gives the query for what an editor did a moment ago, if anything; it is still in sight then. */
export function justDone(db: Db, { by, now }: Hand) {
  const since = instant(minutesLater(now, -UNDO_SECONDS / 60))
  return entries(db)
    .where(
      and(
        sql`${deskLog.id} > (SELECT max(id) FROM desk_log) - ${LATELY}`,
        eq(deskLog.by, by),
        gte(deskLog.at, since),
        isNotNull(deskLog.letterId),
      ),
    )
    .orderBy(desc(deskLog.id))
    .limit(1)
}

/**
 * The version of an act's letter by which the act can be undone, if it was the last one on a letter
 * that is still as it left it.
 */
const UNDOABLE = sql<number | null>`(SELECT letter.version FROM letters AS letter
  JOIN undos ON undos.letter_id = letter.id AND undos.version = letter.version
  WHERE letter.id = ${deskLog.letterId} AND undos.lead_version IS NULL
    AND letter.status = CASE ${deskLog.verb} WHEN 'shortlist' THEN 'shortlisted'
      WHEN 'split' THEN 'shortlisted' WHEN 'hold' THEN 'held' WHEN 'decline' THEN 'declined'
      WHEN 'spam' THEN 'spam' WHEN 'group' THEN 'grouped' WHEN 'restore' THEN 'received' END
    AND ${deskLog.id} = (SELECT max(id) FROM desk_log AS act WHERE act.letter_id = letter.id
      AND act.verb IN ('shortlist', 'split', 'hold', 'decline', 'spam', 'group', 'restore', 'undo')))`

/**
 * Gives the query for acts with names for whom and what they concern. The clock, the operator and the
 * command line are no editors: they are shown as they signed.
 */
export function entries(db: Db) {
  const concerned = alias(editors, 'concerned')
  return db
    .select({
      id: deskLog.id,
      at: deskLog.at,
      by: sql<string>`coalesce(${editors.name}, ${deskLog.by})`,
      verb: deskLog.verb,
      letterId: deskLog.letterId,
      draftId: deskLog.draftId,
      draftStatus: drafts.status,
      slug: columns.slug,
      editor: concerned.name,
      reason: deskLog.reason,
      undoable: UNDOABLE,
    })
    .from(deskLog)
    .leftJoin(editors, eq(editors.id, deskLog.by))
    .leftJoin(concerned, eq(concerned.id, deskLog.editorId))
    .leftJoin(drafts, eq(drafts.id, deskLog.draftId))
    .leftJoin(columns, eq(columns.id, deskLog.draftId))
    .$dynamic()
}
