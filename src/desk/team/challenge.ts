import { type Bytes, decodeBase64, utf8 } from '../../bytes.ts'
import { instant, minutesLater } from '../../dates.ts'
import { challenges, type Db } from '../../schema.ts'
import { isSigned, sign, type Vault } from '../../vault.ts'
import { hashed, newSecret } from './secret.ts'

/** How long a page with a passkey button may stand open before the button is pressed. */
const CHALLENGE_MINUTES = 5

/**
 * Makes a passkey challenge, signed by the site and not stored: a stranger who loads the sign-in
 * page a million times writes nothing. The purpose says what its answer may be used for.
 */
export async function newChallenge(vault: Vault, purpose: string, now: Date): Promise<Bytes> {
  const text = `${instant(minutesLater(now, CHALLENGE_MINUTES))}.${newSecret()}`
  return utf8(`${text}.${await sign(vault, signedText(purpose, text))}`)
}

function signedText(purpose: string, text: string): string {
  return `passkey challenge for ${purpose}: ${text}`
}

/**
 * Uses up a challenge that a browser answered. False when it is not ours, for another purpose, over,
 * or was used before: of two answers at once, one counts.
 */
export async function spend(
  db: Db,
  vault: Vault,
  { challenge, purpose, now }: { challenge: string; purpose: string; now: Date },
): Promise<boolean> {
  const written = new TextDecoder().decode(decodeBase64(challenge) ?? undefined)
  const [expires = '', nonce = '', signature = ''] = written.split('.')
  const isOurs = await isSigned(vault, signedText(purpose, `${expires}.${nonce}`), signature)
  if (!isOurs || expires <= instant(now)) return false
  const hash = await hashed(nonce)
  const used = db.insert(challenges).values({ hash, expiresAt: expires })
  return (await used.onConflictDoNothing().returning()).length > 0
}
