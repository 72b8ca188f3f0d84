import { and, eq, gt, isNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import { healthOf } from '../../clock.ts'
import { instant, minutesLater } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import {
  challenges,
  type Db,
  editors,
  invitations,
  type Statement,
  sessions,
} from '../../schema.ts'
import { hasKeys } from '../tray/shortcuts.ts'
import { isOwner } from './owner.ts'
import { hashed, newSecret } from './secret.ts'

/** An unused session ends after this many minutes: a lunch is no interruption, a night is. */
const IDLE_MINUTES = 12 * 60
/** Every session ends after this many minutes: a copied cookie is of use for a week at most. */
export const SESSION_MINUTES = 7 * 24 * 60
/** `used_at` may be this many minutes old: a write on every page would use up D1's daily limit. */
const REFRESH_MINUTES = 5
/** So long after coming in or showing a key, an editor is not asked for one again. */
export const CONFIRMED_MINUTES = 10

/** More live sessions than anybody has, or a desk: a page and its query have to end somewhere. */
const MOST_LISTED = 200

/** A session about to begin; `token` goes into the cookie, and only its hash is stored. */
export type NewSession = { token: string; hash: string; device: string; now: Date }

/** Makes the token of a session that begins now on a device. */
export async function newSession(device: string, now: Date): Promise<NewSession> {
  const token = newSecret()
  return { token, hash: await hashed(token), device, now }
}

/**
 * Gives the statement that begins a session for an editor, for the batch that lets the editor in.
 * It does nothing for a removed editor, or when the guard does not hold.
 */
export function sessionBegins(
  db: Db,
  editorId: string,
  { hash, device, now }: NewSession,
  guard: SQL = sql`true`,
) {
  const expires = instant(minutesLater(now, SESSION_MINUTES))
  return db
    .insert(sessions)
    .select(
      sql`SELECT ${hash}, ${editors.id}, ${device}, ${instant(now)}, ${instant(now)}, ${expires},
        ${instant(now)} FROM ${editors}
        WHERE ${editors.id} = ${editorId} AND ${editors.removedAt} IS NULL AND ${guard}`,
    )
    .returning({ hash: sessions.hash })
}

/** Gives the statements that clear away what has run out: sessions, links and used challenges. */
export function sweeping(db: Db, now: Date): [Statement, Statement, Statement] {
  return [
    db.delete(sessions).where(lte(sessions.expiresAt, instant(now))),
    db.delete(invitations).where(lte(invitations.expiresAt, instant(now))),
    db.delete(challenges).where(lte(challenges.expiresAt, instant(now))),
  ]
}

/**
 * Finds whose session a token opens, in one query. Null when it never was, was ended, is over its
 * idle or absolute limit, or the editor was removed. `isDue` asks for `keepAlive`; `isConfirmed` says
 * that the editor came in or showed a key within the last 10 minutes; `clock` is how the clock is, which
 * the same query can tell.
 */
export async function editorOf(db: Db, token: string, now: Date) {
  const hash = await hashed(token)
  const [found] = await db
    .select({
      session: sessions.hash,
      usedAt: sessions.usedAt,
      confirmedAt: sessions.confirmedAt,
      editor: {
        id: editors.id,
        name: editors.name,
        role: editors.role,
        timeZone: editors.timeZone,
        hasKeys,
      },
      // Asked here, it costs no round trip of its own.
      ranAt: sql<string | null>`(SELECT ran_at FROM clock)`,
      failed: sql<number | null>`(SELECT failed FROM clock)`,
    })
    .from(sessions)
    .innerJoin(editors, eq(editors.id, sessions.editorId))
    .where(and(eq(sessions.hash, hash), isLive(now), isNull(editors.removedAt)))
  if (!found) return null
  const { confirmedAt, editor, session, usedAt, ranAt, failed } = found
  const clock = healthOf(ranAt ? { ranAt, failed: failed ?? 0 } : null, now)
  const isDue = usedAt <= instant(minutesLater(now, -REFRESH_MINUTES))
  const isConfirmed = (confirmedAt ?? '') > instant(minutesLater(now, -CONFIRMED_MINUTES))
  return { editor, session, clock, isDue, isConfirmed }
}

function isLive(now: Date) {
  const idleLimit = instant(minutesLater(now, -IDLE_MINUTES))
  return and(gt(sessions.expiresAt, instant(now)), gt(sessions.usedAt, idleLimit))
}

/** Notes that a session was used now, which moves its idle limit. */
export async function keepAlive(db: Db, session: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ usedAt: instant(now) })
    .where(and(eq(sessions.hash, session), isLive(now)))
}

/** Lists live sessions, the one used last first: an editor's, or everybody's for an owner. */
export function sessionsOf(db: Db, editorId: string | null, now: Date) {
  return db
    .select()
    .from(sessions)
    .where(and(editorId === null ? undefined : eq(sessions.editorId, editorId), isLive(now)))
    .orderBy(sql`${sessions.usedAt} DESC`, sessions.hash)
    .limit(MOST_LISTED)
}

/** An editor's own session is theirs to end; another's is an owner's. */
function mayEnd(editorId: string, by: string): SQL {
  return editorId === by ? sql`true` : isOwner(by)
}

/** Ends one session of an editor. Nothing happens when it is not theirs, or not yours to end. */
export async function endSession(
  db: Db,
  { session, editorId }: { session: string; editorId: string },
  { by, now }: Hand,
): Promise<void> {
  const isTheirs = and(eq(sessions.hash, session), eq(sessions.editorId, editorId))
  await db.batch([
    db.delete(sessions).where(and(isTheirs, mayEnd(editorId, by))),
    loggedIfChanged(db, { verb: 'end-session', editorId, by, now }),
  ])
}

/** Ends all sessions of an editor but one, or (kept null) every one. */
export async function endOtherSessions(
  db: Db,
  { kept, editorId }: { kept: string | null; editorId: string },
  { by, now }: Hand,
): Promise<void> {
  const isOther = and(eq(sessions.editorId, editorId), ne(sessions.hash, kept ?? ''))
  await db.batch([
    db.delete(sessions).where(and(isOther, mayEnd(editorId, by))),
    loggedIfChanged(db, { verb: 'end-other-sessions', editorId, by, now }),
  ])
}
