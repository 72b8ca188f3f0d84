import { encodeBase64, utf8 } from '../../bytes.ts'

/** Makes a secret of 256 random bits, safe in URLs and cookies: session tokens and one-time links. */
export function newSecret(): string {
  return encodeBase64(crypto.getRandomValues(new Uint8Array(32)))
}

/**
 * Gives the SHA-256 of a secret: all of it that is stored. A plain hash is enough, because nobody
 * can guess 256 random bits.
 */
export async function hashed(secret: string): Promise<string> {
  return encodeBase64(await crypto.subtle.digest('SHA-256', utf8(secret)))
}
