import { type Bytes, decodeBase64, encodeBase64, utf8 } from './bytes.ts'

/** What a key is for. Each purpose has a key of its own, so that none opens another's secrets. */
type Purpose =
  | 'letter'
  | 'email'
  | 'ticket hash'
  | 'ticket signature'
  | 'network'
  | 'likeness'
  | 'search'
  | 'detail'

/** One key of the ring, imported once: everything is derived from it by HKDF-SHA-256. */
type RingKey = {
  id: string
  derive: (purpose: Purpose, usages: 'AES' | 'HMAC') => Promise<CryptoKey>
}

/** The site's key ring, newest first. New secrets use the first key; old ones open with any. */
export type Vault = { ring: RingKey[] }

/** Where a sealed field stands; a ciphertext moved elsewhere does not open. */
export type Place = { table: string; row: string; field: string }

/** A data key of one row: it seals that row's fields, and deleting its wrapped form erases them. */
export type DataKey = { key: CryptoKey; wrapped: string }

const VERSION = 'v1'
const NONCE_BYTES = 12

/** Makes the vault from SITE_KEY's parts (32 random bytes each, newest first). */
export async function openVault(siteKeys: Bytes[]): Promise<Vault> {
  return { ring: await Promise.all(siteKeys.map(ringKey)) }
}

async function ringKey(bytes: Bytes): Promise<RingKey> {
  const root = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, [
    'deriveKey',
    'deriveBits',
  ])
  const idBits = await crypto.subtle.deriveBits(hkdf('key id'), root, 32)
  const derived = new Map<Purpose, Promise<CryptoKey>>()
  return {
    id: [...new Uint8Array(idBits)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    derive(purpose, usages) {
      const known = derived.get(purpose)
      if (known) return known
      const made =
        usages === 'AES'
          ? crypto.subtle.deriveKey(hkdf(purpose), root, { name: 'AES-GCM', length: 256 }, false, [
              'encrypt',
              'decrypt',
            ])
          : crypto.subtle.deriveKey(
              hkdf(purpose),
              root,
              { name: 'HMAC', hash: 'SHA-256', length: 256 },
              false,
              ['sign', 'verify'],
            )
      derived.set(purpose, made)
      return made
    },
  }
}

function hkdf(purpose: string) {
  const info = utf8(`sincerely ${purpose}`)
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
}

/** Makes a fresh data key for a row and wraps it with the ring's newest key. */
export async function newDataKey(
  vault: Vault,
  purpose: 'letter' | 'email',
  place: Omit<Place, 'field'>,
): Promise<DataKey> {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const [newest] = vault.ring
  if (!newest) throw new Error('The vault has no key')
  return { key: await dataKey(bytes), wrapped: await wrap(newest, purpose, bytes, place) }
}

async function wrap(
  ringKey: RingKey,
  purpose: 'letter' | 'email',
  bytes: Bytes,
  place: Omit<Place, 'field'>,
): Promise<string> {
  const wrapping = await ringKey.derive(purpose, 'AES')
  const sealed = await encrypt(wrapping, bytes, { ...place, field: `${purpose} key` })
  return `${VERSION}.${ringKey.id}.${sealed}`
}

/** Opens a row's wrapped data key. Null when no key of the ring made it, or it belongs elsewhere. */
export async function openDataKey(
  vault: Vault,
  purpose: 'letter' | 'email',
  wrapped: string,
  place: Omit<Place, 'field'>,
): Promise<CryptoKey | null> {
  const bytes = await openBytes(vault, purpose, wrapped, place)
  return bytes && dataKey(bytes)
}

async function openBytes(
  vault: Vault,
  purpose: 'letter' | 'email',
  wrapped: string,
  place: Omit<Place, 'field'>,
): Promise<Bytes | null> {
  const [version, id, sealed] = wrapped.split('.')
  const keeper = vault.ring.find((key) => key.id === id)
  if (version !== VERSION || !keeper || !sealed) return null
  const wrapping = await keeper.derive(purpose, 'AES')
  return decrypt(wrapping, sealed, { ...place, field: `${purpose} key` })
}

/**
 * Wraps a row's data key anew with the ring's newest key; what it seals stays as it is. Gives the
 * same text when the newest key made it already, null when no key of the ring opens it.
 */
export async function rewrap(
  vault: Vault,
  purpose: 'letter' | 'email',
  wrapped: string,
  place: Omit<Place, 'field'>,
): Promise<string | null> {
  const [newest] = vault.ring
  const bytes = await openBytes(vault, purpose, wrapped, place)
  if (!newest || !bytes) return null
  return wrapped.split('.')[1] === newest.id ? wrapped : wrap(newest, purpose, bytes, place)
}

/** Seals one field of a row with the row's data key. */
export async function seal(key: CryptoKey, text: string, place: Place): Promise<string> {
  return encrypt(key, utf8(text), place)
}

/** Opens a sealed field. Null when it was changed, or sealed for another table, row or field. */
export async function unseal(key: CryptoKey, sealed: string, place: Place): Promise<string | null> {
  const bytes = await decrypt(key, sealed, place)
  return bytes && new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes)
}

/** Gives the keyed hash of a ticket under each key of the ring, newest first: what is stored. */
export async function ticketHashes(vault: Vault, ticket: string): Promise<string[]> {
  return Promise.all(vault.ring.map((key) => mac(key, 'ticket hash', ticket)))
}

/**
 * Gives the keyed hashes of a letter's marks under each key of the ring, newest first: what is stored
 * to find letters that are alike. 96 bits are enough to tell them apart.
 */
export async function likenessHashes(vault: Vault, marks: string[]): Promise<string[][]> {
  const hashes = (key: RingKey) =>
    Promise.all(marks.map(async (mark) => (await mac(key, 'likeness', mark)).slice(0, 16)))
  return Promise.all(vault.ring.map(hashes))
}

/**
 * Gives the name under which a network's acts of one day are counted: a keyed hash, whose key is
 * another one every day, so that no two days can be laid side by side.
 */
export async function networkHash(vault: Vault, network: string, day: string): Promise<string> {
  const [newest] = vault.ring
  if (!newest) throw new Error('The vault has no key')
  return mac(newest, 'network', `${day} ${network}`)
}

/** Gives the name under which a search is counted: a keyed hash, from which nobody can read it. */
export async function searchHash(vault: Vault, language: string, words: string): Promise<string> {
  const [newest] = vault.ring
  if (!newest) throw new Error('The vault has no key')
  return mac(newest, 'search', `${language} ${words}`)
}

/** Makes keyed hashes of one letter's or draft's details; `id` names the key of the ring that does. */
export type Marker = { id: string; mark: (text: string) => Promise<string> }

/**
 * Gives what hashes details so that they can be known again and never read: those of `about` alone,
 * so that no two letters can be laid side by side. `id` asks for the key that made older ones: null
 * when the ring does not hold it. Without, it is the newest.
 */
export function markerOf(vault: Vault, about: string, id?: string): Marker | null {
  const key = id === undefined ? vault.ring[0] : vault.ring.find((one) => one.id === id)
  return key ? { id: key.id, mark: (text) => mac(key, 'detail', `${about} ${text}`) } : null
}

/** Signs what a page hands out and wants back unchanged. */
export async function sign(vault: Vault, text: string): Promise<string> {
  const [newest] = vault.ring
  if (!newest) throw new Error('The vault has no key')
  return mac(newest, 'ticket signature', text)
}

/** Tells whether one of the ring's keys signed this text; takes the same time wherever it differs. */
export async function isSigned(vault: Vault, text: string, signature: string): Promise<boolean> {
  const bytes = decodeBase64(signature)
  if (!bytes) return false
  const data = utf8(text)
  const checks = vault.ring.map(async (key) =>
    crypto.subtle.verify('HMAC', await key.derive('ticket signature', 'HMAC'), bytes, data),
  )
  return (await Promise.all(checks)).includes(true)
}

async function mac(ringKey: RingKey, purpose: Purpose, text: string): Promise<string> {
  const key = await ringKey.derive(purpose, 'HMAC')
  return encodeBase64(await crypto.subtle.sign('HMAC', key, utf8(text)))
}

function dataKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

async function encrypt(key: CryptoKey, bytes: Bytes, place: Place): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const additionalData = additional(place)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes)
  const whole = new Uint8Array(NONCE_BYTES + sealed.byteLength)
  whole.set(iv)
  whole.set(new Uint8Array(sealed), NONCE_BYTES)
  return encodeBase64(whole)
}

async function decrypt(key: CryptoKey, text: string, place: Place): Promise<Bytes | null> {
  const whole = decodeBase64(text)
  if (!whole || whole.length <= NONCE_BYTES) return null
  const iv = whole.subarray(0, NONCE_BYTES)
  const additionalData = additional(place)
  try {
    const sealed = whole.subarray(NONCE_BYTES)
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed),
    )
  } catch {
    return null
  }
}

function additional(place: Place): Bytes {
  return utf8(JSON.stringify([place.table, place.row, place.field]))
}
