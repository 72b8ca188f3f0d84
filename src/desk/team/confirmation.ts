import { eq, sql } from 'drizzle-orm'
import { instant } from '../../dates.ts'
import { loggedIfChanged } from '../../desk-log.ts'
import { type Db, passkeys, recoveryCodes, sessions } from '../../schema.ts'
import { confirming, passkeyShown, passkeyUsed } from './assertion.ts'
import type { Ceremony } from './ceremony.ts'
import { codeHash, codeUsed } from './recovery-code.ts'

/** Whose session is to be confirmed. */
type Confirmed = { editorId: string; session: string }

/** Lists what an editor could confirm by: passkeys, and how many recovery codes are left. */
export async function keysOf(db: Db, editorId: string) {
  const [own, codes] = await db.batch([
    db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.editorId, editorId)),
    db
      .select({ left: sql<number>`count(*)` })
      .from(recoveryCodes)
      .where(eq(recoveryCodes.editorId, editorId)),
  ])
  return { passkeys: own, codes: codes[0]?.left ?? 0 }
}

/**
 * Confirms that the editor sits at the session's browser, by one of the editor's own passkeys. Refused
 * (false) when the answer is not for this session, or as at the sign-in.
 */
export async function confirmByPasskey(
  db: Db,
  { editorId, session }: Confirmed,
  { credential, ceremony }: { credential: string; ceremony: Ceremony },
): Promise<boolean> {
  const shown = await passkeyShown(db, credential, { purpose: confirming(session), ceremony })
  if (shown?.editorId !== editorId) return false
  const { now } = ceremony
  const [confirmed] = await db.batch([
    sessionConfirmed(db, session, now),
    loggedIfChanged(db, { verb: 'confirm', reason: 'passkey', editorId, by: editorId, now }),
    passkeyUsed(db, shown, now),
  ])
  return confirmed.length > 0
}

/** The same by one of the editor's recovery codes, which is used up. Refused (false) when it is none. */
export async function confirmByCode(
  db: Db,
  { editorId, session }: Confirmed,
  { code, now }: { code: string; now: Date },
): Promise<boolean> {
  const hash = await codeHash(code)
  if (!hash) return false
  const act = { verb: 'confirm', reason: 'recovery code', editorId, by: editorId, now }
  const [, , confirmed] = await db.batch([
    codeUsed(db, hash, editorId),
    loggedIfChanged(db, act),
    sessionConfirmed(db, session, now, sql`changes() > 0`),
  ])
  return confirmed.length > 0
}

function sessionConfirmed(db: Db, session: string, now: Date, guard = sql`true`) {
  return db
    .update(sessions)
    .set({ confirmedAt: instant(now) })
    .where(sql`${sessions.hash} = ${session} AND ${guard}`)
    .returning({ hash: sessions.hash })
}
