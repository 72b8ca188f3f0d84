import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { decodeBase64, encodeBase64, utf8 } from '../bytes.ts'
import { instant } from '../dates.ts'
import { type Hand, loggedIfChanged } from '../desk-log.ts'
import { type Db, editors, passkeys } from '../schema.ts'
import type { Vault } from '../vault.ts'
import { newChallenge, spend } from './challenge.ts'
import { newSession, sessionBegins, sweeping } from './session.ts'

/** Where and when a passkey is made or used; a passkey belongs to one hostname. */
export type Ceremony = {
  vault: Vault
  origin: string
  hostname: string
  siteName: string
  device: string
  now: Date
}

/**
 * A fingerprint, face or PIN is required, not just preferred: the passkey is all that stands before
 * the letters, and a found security key must not open them.
 */
const userVerification = 'required'

const SIGN_IN = 'sign-in'

/** Loaded only where a passkey is at hand: it is as large as the rest of the site. */
const webAuthn = () => import('@simplewebauthn/server')

/** Gives what the browser needs to ask for any of the site's passkeys. */
export async function signInOptions({
  vault,
  hostname,
  now,
}: Ceremony): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webAuthn()
  const challenge = await newChallenge(vault, SIGN_IN, now)
  return generateAuthenticationOptions({ rpID: hostname, challenge, userVerification })
}

/** Gives what the browser needs to make one more passkey for an editor. */
export async function newPasskeyOptions(
  editor: { id: string; name: string },
  known: { id: string }[],
  { vault, hostname, siteName, now }: Ceremony,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webAuthn()
  return generateRegistrationOptions({
    rpName: siteName,
    rpID: hostname,
    userID: utf8(editor.id),
    userName: editor.name,
    userDisplayName: editor.name,
    challenge: await newChallenge(vault, editor.id, now),
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification },
  })
}

/**
 * Keeps a new passkey of an editor, from the browser's answer in JSON. Refused (false) when the
 * answer is no such thing, late, from another site, or was used before.
 */
export async function addPasskey(
  db: Db,
  editorId: string,
  credential: string,
  { vault, origin, hostname, device, now }: Ceremony,
): Promise<boolean> {
  const answer = readAnswer<RegistrationResponseJSON>(credential)
  if (!answer) return false
  const { challenge, response } = answer
  if (!(await spend(db, vault, { challenge, purpose: editorId, now }))) return false
  const { verifyRegistrationResponse } = await webAuthn()
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostname,
  }).catch(refused)
  if (!checked.verified) return false
  const { id, publicKey, counter } = checked.registrationInfo.credential
  const createdAt = instant(now)
  const key = { id, editorId, publicKey: encodeBase64(publicKey), counter, device, createdAt }
  const [added] = await db.batch([
    db.insert(passkeys).values(key).onConflictDoNothing().returning(),
    loggedIfChanged(db, { verb: 'add-passkey', editorId, by: editorId, now }),
  ])
  return added.length > 0
}

/** Reads the browser's answer and the challenge in it; what else it holds is not yet checked. */
function readAnswer<Response>(json: string): { response: Response; challenge: string } | null {
  try {
    const response = JSON.parse(json)
    const clientData = decodeBase64(response.response.clientDataJSON)
    const { challenge } = JSON.parse(new TextDecoder().decode(clientData ?? undefined))
    return typeof challenge === 'string' ? { response, challenge } : null
  } catch {
    return null
  }
}

/** The library throws for every answer that does not hold; to us, that is an expected outcome. */
function refused(): { verified: false } {
  return { verified: false }
}

/**
 * Lets an editor in by the browser's answer in JSON: gives the new session's token. Null when the
 * answer is no such thing, late, from another site, was used before, or the editor was removed.
 */
export async function signIn(
  db: Db,
  credential: string,
  { vault, origin, hostname, device, now }: Ceremony,
): Promise<string | null> {
  const answer = readAnswer<AuthenticationResponseJSON>(credential)
  const passkey = answer && (await findPasskey(db, answer.response.id))
  if (!passkey) return null
  const { challenge, response } = answer
  if (!(await spend(db, vault, { challenge, purpose: SIGN_IN, now }))) return null
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
  const counter = checked.authenticationInfo.newCounter
  const session = await newSession(device, now)
  const [begun] = await db.batch([
    sessionBegins(db, editorId, session),
    loggedIfChanged(db, { verb: 'sign-in', reason: 'passkey', editorId, by: editorId, now }),
    db
      .update(passkeys)
      .set({ counter, usedAt: instant(now) })
      .where(eq(passkeys.id, id)),
    ...sweeping(db, now),
  ])
  return begun.length > 0 ? session.token : null
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

/** Lists an editor's passkeys, the oldest first. */
export function passkeysOf(db: Db, editorId: string) {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.editorId, editorId))
    .orderBy(passkeys.createdAt, passkeys.id)
}

/**
 * Removes one of the editor's own passkeys. Refused (false) for the last one: without it the editor
 * could come back only by a link from somebody else.
 */
export async function removePasskey(db: Db, id: string, { by, now }: Hand): Promise<boolean> {
  const hasAnother = gt(db.$count(passkeys, eq(passkeys.editorId, by)), 1)
  const [removed] = await db.batch([
    db
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.editorId, by), hasAnother))
      .returning(),
    loggedIfChanged(db, { verb: 'remove-passkey', editorId: by, by, now }),
  ])
  return removed.length > 0
}
