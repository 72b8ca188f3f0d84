import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { and, eq, isNull } from 'drizzle-orm'
import { decodeBase64 } from '../../bytes.ts'
import { instant } from '../../dates.ts'
import { type Db, editors, passkeys, type Statement } from '../../schema.ts'
import { type Ceremony, readAnswer, refused, userVerification, webAuthn } from './ceremony.ts'
import { newChallenge, spend } from './challenge.ts'

/** What a browser's answer may be used for: to come in, or to confirm an act in one session. */
export const SIGN_IN = 'sign-in'
export const confirming = (session: string) => `confirming in session ${session}`

/** Gives what the browser needs to ask for one of these passkeys; of none, for any of the site's. */
export async function passkeyOptions(
  purpose: string,
  { vault, hostname, now }: Ceremony,
  known: { id: string }[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webAuthn()
  const challenge = await newChallenge(vault, purpose, now)
  const allowCredentials = known.length > 0 ? known.map(({ id }) => ({ id })) : undefined
  return generateAuthenticationOptions({
    rpID: hostname,
    challenge,
    userVerification,
    allowCredentials,
  })
}

/** A passkey that was shown just now, with the counter that it told. */
export type Shown = { id: string; editorId: string; counter: number }

/**
 * Checks the browser's answer in JSON and gives the passkey that was shown. Null when the answer is no
 * such thing, late, for another purpose, from another site, was used before, or its editor has left.
 */
export async function passkeyShown(
  db: Db,
  credential: string,
  { purpose, ceremony }: { purpose: string; ceremony: Ceremony },
): Promise<Shown | null> {
  const { vault, origin, hostname, now } = ceremony
  const answer = readAnswer<AuthenticationResponseJSON>(credential)
  const passkey = answer && (await findPasskey(db, answer.response.id))
  if (!passkey) return null
  const { challenge, response } = answer
  if (!(await spend(db, vault, { challenge, purpose, now }))) return null
  const { verifyAuthenticationResponse } = await webAuthn()
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostname,
    credential: passkey,
  }).catch(refused)
  if (!checked.verified) return null
  const { id, editorId } = passkey
  return { id, editorId, counter: checked.authenticationInfo.newCounter }
}

async function findPasskey(db: Db, id: unknown) {
  if (typeof id !== 'string') return null
  const [found] = await db
    .select({ passkey: passkeys })
    .from(passkeys)
    .innerJoin(editors, eq(editors.id, passkeys.editorId))
    .where(and(eq(passkeys.id, id), isNull(editors.removedAt)))
  const publicKey = decodeBase64(found?.passkey.publicKey ?? '')
  return found && publicKey ? { ...found.passkey, publicKey } : null
}

/** Gives the statement that notes a passkey's use, for the batch of what it was shown for. */
export function passkeyUsed(db: Db, { id, counter }: Shown, now: Date): Statement {
  return db
    .update(passkeys)
    .set({ counter, usedAt: instant(now) })
    .where(eq(passkeys.id, id))
}
