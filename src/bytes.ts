/** Bytes that the Web Crypto interfaces take. */
export type Bytes = Uint8Array<ArrayBuffer>

/** Writes bytes as base64url without padding. */
export function encodeBase64(bytes: ArrayBuffer | Uint8Array): string {
  let binary = ''
  for (const byte of bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)) {
    binary += String.fromCharCode(byte)
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Reads base64 or base64url, padded or not. Null when the text is neither. */
export function decodeBase64(text: string): Bytes | null {
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text)) return null
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', ''))
    // Uint8Array.from would take a letter's text character by character: some twenty times as long.
    const bytes = new Uint8Array(binary.length)
    for (let place = 0; place < binary.length; place += 1) bytes[place] = binary.charCodeAt(place)
    return bytes
  } catch {
    return null
  }
}

/** Gives a text's UTF-8 bytes. */
export function utf8(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text))
}
