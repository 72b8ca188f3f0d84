import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { and, eq, gt, sql } from 'drizzle-orm'
import { encodeBase64, utf8 } from '../../bytes.ts'
import { instant } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { type Db, passkeys } from '../../schema.ts'
import { characters, clean } from '../../text.ts'
import { type Ceremony, readAnswer, refused, userVerification, webAuthn } from './ceremony.ts'
import { newChallenge, spend } from './challenge.ts'

/** More than anybody has devices; the page and its query have to end somewhere. */
const MOST_PASSKEYS = 20

const NAME_LENGTH = 60

/** An editor in one session: a challenge made for another session adds nothing here. */
export type Adding = { editorId: string; session: string }

const purposeOf = ({ editorId, session }: Adding) =>
  `a passkey of ${editorId} in session ${session}`

/** Gives what the browser needs to make one more passkey for an editor. */
export async function newPasskeyOptions(
  { editorId, session, name }: Adding & { name: string },
  known: { id: string }[],
  { vault, hostname, siteName, now }: Ceremony,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webAuthn()
  return generateRegistrationOptions({
    rpName: siteName,
    rpID: hostname,
    userID: utf8(editorId),
    userName: name,
    userDisplayName: name,
    challenge: await newChallenge(vault, purposeOf({ editorId, session }), now),
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification },
  })
}

/**
 * Keeps a new passkey of an editor, from the browser's answer in JSON. Refused (false) when the
 * answer is no such thing, late, from another site, was used before, or is one too many.
 */
export async function addPasskey(
  db: Db,
  adding: Adding,
  credential: string,
  { vault, origin, hostname, device, now }: Ceremony,
): Promise<boolean> {
  const answer = readAnswer<RegistrationResponseJSON>(credential)
  if (!answer) return false
  const { challenge, response } = answer
  if (!(await spend(db, vault, { challenge, purpose: purposeOf(adding), now }))) return false
  const { verifyRegistrationResponse } = await webAuthn()
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostname,
  }).catch(refused)
  if (!checked.verified) return false
  const { id, publicKey, counter } = checked.registrationInfo.credential
  const { editorId } = adding
  const [added] = await db.batch([
    db
      .insert(passkeys)
      .select(
        sql`SELECT ${id}, ${editorId}, ${encodeBase64(publicKey)}, ${counter}, ${device},
          ${instant(now)}, null, null
          WHERE (SELECT count(*) FROM passkeys WHERE editor_id = ${editorId}) < ${MOST_PASSKEYS}`,
      )
      .onConflictDoNothing()
      .returning(),
    loggedIfChanged(db, { verb: 'add-passkey', editorId, by: editorId, now }),
  ])
  return added.length > 0
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
 * Gives one of the editor's own passkeys a name, of at most 60 characters; none takes the name away.
 * Refused (false) when the name is too long, or the passkey is not there.
 */
export async function renamePasskey(
  db: Db,
  id: string,
  { name, by }: { name: string; by: string },
): Promise<boolean> {
  const cleaned = clean(name).replace(/\s+/g, ' ')
  if (characters(cleaned) > NAME_LENGTH) return false
  const renamed = await db
    .update(passkeys)
    .set({ name: cleaned || null })
    .where(and(eq(passkeys.id, id), eq(passkeys.editorId, by)))
    .returning({ id: passkeys.id })
  return renamed.length > 0
}

/**
 * Removes one of the editor's own passkeys. Refused (false) for the last one: without it the editor
 * could come back only by a code, or a link from somebody else.
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
