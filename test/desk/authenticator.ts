import { isoCBOR } from '@simplewebauthn/server/helpers'
import { type Bytes, decodeBase64, encodeBase64, utf8 } from '../../src/bytes.ts'
import { ORIGIN } from '../newsroom.ts'

const PRESENT = 0x01
const VERIFIED = 0x04
const NEW_KEY = 0x40

/** How a browser and its passkey may misbehave. */
type Quirks = { origin?: string; isVerified?: boolean; counter?: number }

/** A passkey made of software, for tests: it answers a page's options as a browser would. */
export async function newAuthenticator() {
  const id = crypto.getRandomValues(new Uint8Array(16))
  const pair = { name: 'ECDSA', namedCurve: 'P-256' }
  const keys = (await crypto.subtle.generateKey(pair, true, ['sign', 'verify'])) as CryptoKeyPair
  const { x = '', y = '' } = (await crypto.subtle.exportKey('jwk', keys.publicKey)) as JsonWebKey
  const publicKey = isoCBOR.encode(
    new Map<number, number | Bytes>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, decodeBase64(x) as Bytes],
      [-3, decodeBase64(y) as Bytes],
    ]),
  )

  return {
    /** Answers the options of “Add a passkey”. */
    async create(options: Options, { origin = ORIGIN, isVerified = true }: Quirks = {}) {
      const flags = PRESENT | NEW_KEY | (isVerified ? VERIFIED : 0)
      const data = await authenticatorData(String(options.rp?.id), flags, 0)
      const authData = joined(
        data,
        new Uint8Array(16),
        new Uint8Array([0, id.length]),
        id,
        publicKey,
      )
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      return answer(id, {
        clientDataJSON: clientData('webauthn.create', options.challenge, origin),
        attestationObject: isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]),
      })
    },

    /** Answers the options of “Sign in with a passkey”. */
    async get(options: Options, { origin = ORIGIN, isVerified = true, counter = 0 }: Quirks = {}) {
      const flags = PRESENT | (isVerified ? VERIFIED : 0)
      const data = await authenticatorData(String(options.rpId), flags, counter)
      const clientDataJSON = clientData('webauthn.get', options.challenge, origin)
      const signed = joined(data, await sha256(clientDataJSON))
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
      const signature = await crypto.subtle.sign(algorithm, keys.privateKey, signed)
      return answer(id, {
        clientDataJSON,
        authenticatorData: data,
        signature: der(new Uint8Array(signature)),
      })
    },
  }
}

export type Options = { challenge: string; rpId?: string; rp?: { id: string } }

async function authenticatorData(hostname: string, flags: number, counter: number) {
  return joined(await sha256(utf8(hostname)), new Uint8Array([flags, 0, 0, 0, counter]))
}

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

function clientData(type: string, challenge: string, origin: string): Bytes {
  return utf8(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function joined(...parts: Uint8Array[]): Bytes {
  return new Uint8Array(parts.flatMap((part) => [...part]))
}

/** A signature as passkeys give it: two DER integers, where Web Crypto gives 32 bytes each. */
function der(signature: Uint8Array): Bytes {
  const integers = [signature.slice(0, 32), signature.slice(32)].map((bytes) => {
    const start = bytes.findIndex((byte) => byte !== 0)
    const short = bytes.slice(start)
    const positive = Number(short[0]) & 0x80 ? joined(new Uint8Array([0]), short) : short
    return joined(new Uint8Array([2, positive.length]), positive)
  })
  const body = joined(...integers)
  return joined(new Uint8Array([0x30, body.length]), body)
}

function answer(id: Bytes, response: Record<string, Uint8Array>): string {
  const encoded = Object.entries(response).map(([name, bytes]) => [name, encodeBase64(bytes)])
  return JSON.stringify({
    id: encodeBase64(id),
    rawId: encodeBase64(id),
    type: 'public-key',
    clientExtensionResults: {},
    response: Object.fromEntries(encoded),
  })
}
