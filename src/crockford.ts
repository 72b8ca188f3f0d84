/** Crockford's base32: no I, L, O or U, which are easily misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const WRITTEN = new RegExp(`^[${ALPHABET}]*$`)

/** Makes a code of so many characters, each of five random bits, as it is hashed: without hyphens. */
export function newCode(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return [...bytes].map((byte) => ALPHABET[byte & 31]).join('')
}

/**
 * Reads a code of so many characters as a person writes it: case, spaces and hyphens do not matter, O
 * is taken for 0, I and L for 1. Null when it cannot be one.
 */
export function readCode(typed: string, length: number): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === length && WRITTEN.test(code) ? code : null
}

/** Gives a code's groups of four, as they are shown. */
export function codeGroups(code: string): string[] {
  return code.match(/.{4}/g) ?? []
}
