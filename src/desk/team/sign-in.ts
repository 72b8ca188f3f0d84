import { sql } from 'drizzle-orm'
import { loggedIfChanged } from '../../desk-log.ts'
import type { Db } from '../../schema.ts'
import { passkeyShown, passkeyUsed, SIGN_IN } from './assertion.ts'
import type { Ceremony } from './ceremony.ts'
import { codeHash, codeUsed, ownerOfCode } from './recovery-code.ts'
import { newSession, sessionBegins, sweeping } from './session.ts'

/**
 * Lets an editor in by the browser's answer in JSON: gives the new session's token. Null when the
 * answer is no such thing, late, from another site, was used before, or the editor was removed.
 */
export async function signIn(
  db: Db,
  credential: string,
  ceremony: Ceremony,
): Promise<string | null> {
  const { device, now } = ceremony
  const shown = await passkeyShown(db, credential, { purpose: SIGN_IN, ceremony })
  if (!shown) return null
  const { editorId } = shown
  const session = await newSession(device, now)
  const [begun] = await db.batch([
    sessionBegins(db, editorId, session),
    loggedIfChanged(db, { verb: 'sign-in', reason: 'passkey', editorId, by: editorId, now }),
    passkeyUsed(db, shown, now),
    ...sweeping(db, now),
  ])
  return begun.length > 0 ? session.token : null
}

/**
 * Lets an editor in by name and a recovery code, which is used up: of many at once, one gets in. Null
 * when they do not belong together, or the code was used or replaced; nobody learns which.
 */
export async function signInByCode(
  db: Db,
  { name, code, device, now }: { name: string; code: string; device: string; now: Date },
): Promise<string | null> {
  const hash = await codeHash(code)
  const editorId = hash && (await ownerOfCode(db, hash, name))
  if (!editorId) return null
  const session = await newSession(device, now)
  const [, begun] = await db.batch([
    codeUsed(db, hash, editorId),
    sessionBegins(db, editorId, session, sql`changes() > 0`),
    loggedIfChanged(db, { verb: 'sign-in', reason: 'recovery code', editorId, by: editorId, now }),
    ...sweeping(db, now),
  ])
  return begun.length > 0 ? session.token : null
}
