import { decodeBase64 } from '../../bytes.ts'
import type { Vault } from '../../vault.ts'

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
export const userVerification = 'required'

/** Loaded only where a passkey is at hand. */
export const webAuthn = () => import('./web-authn.ts')

/** Reads the browser's answer and the challenge in it; what else it holds is not yet checked. */
export function readAnswer<Response>(
  json: string,
): { response: Response; challenge: string } | null {
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
export function refused(): { verified: false } {
  return { verified: false }
}
