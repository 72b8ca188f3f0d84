import { sign } from 'hono/jwt'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { encodeBase64, utf8 } from '../../src/bytes.ts'
import { allRoutes, asEditor, NOW, site } from '../newsroom.ts'

const AUDIENCE = '0123456789abcdef'.repeat(4)
const TEAM = 'https://you.cloudflareaccess.com'
const settings = { ACCESS_TEAM: TEAM.slice(8), ACCESS_AUDIENCE: AUDIENCE }
const REFUSAL = 'Cloudflare Access stands in front of this desk. Please come through it.\n'

const through = (aud = AUDIENCE) => ({ aud, getIdentity: async () => undefined })

describe('With Cloudflare Access in front of the desk', () => {
  beforeEach(() => void vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('offline')))
  afterEach(() => void vi.restoreAllMocks())

  test('who has not come through it reads one plain line, whatever the address and method', async () => {
    const editor = await asEditor('owner')
    const paths = (await allRoutes()).map(({ path }) => path)
    const desk = paths.filter((path) => /^\/desk(\/|$)/.test(path) && !path.includes('*'))
    expect(desk.length).toBeGreaterThan(50)
    const headers = { ...editor, 'Sec-Fetch-Site': 'same-origin' }
    const { request } = site({ settings })
    for (const path of new Set([...desk, '/desk/nowhere'])) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const response = await request(path, { method, headers })
        expect(response.status, `${method} ${path}`).toBe(403)
        expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/)
        expect(response.headers.get('Set-Cookie')).toBeNull()
        expect(await response.text()).toBe(REFUSAL)
      }
    }
  })

  test('who has comes as far as the sign-in, and an editor to the tray', async () => {
    const desk = site({ settings, access: through() })
    expect((await desk.get('/desk')).headers.get('Location')).toBe('/desk/sign-in?next=%2Fdesk')
    expect((await desk.get('/desk', await asEditor())).status).toBe(200)
    expect(fetch).not.toHaveBeenCalled()
  })

  test('who has come through to another application has not', async () => {
    const desk = site({ settings, access: through('f'.repeat(64)) })
    expect((await desk.get('/desk', await asEditor())).status).toBe(403)
  })

  test('readers and writers notice nothing of it', async () => {
    for (const path of ['/', '/write', '/ticket', '/about', '/healthz']) {
      expect((await site({ settings }).get(path)).status, path).toBe(200)
    }
  })

  test('is off unless it is set: nothing is asked of anybody', async () => {
    expect((await site().get('/desk', await asEditor())).status).toBe(200)
  })
})

describe('Where the platform says nothing of Access, the token that it signed does', () => {
  let ours: CryptoKeyPair
  let theirs: CryptoKeyPair
  const newPair = () =>
    crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    ) as Promise<CryptoKeyPair>
  const jwk = async (key: CryptoKey) => ({
    ...((await crypto.subtle.exportKey('jwk', key)) as JsonWebKey),
    kid: 'this-month',
    alg: 'RS256' as const,
  })

  beforeAll(async () => {
    ours = await newPair()
    theirs = await newPair()
  })
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
      expect(String(address)).toBe(`${TEAM}/cdn-cgi/access/certs`)
      return Response.json({ keys: [await jwk(ours.publicKey)] })
    })
  })
  afterEach(() => void vi.restoreAllMocks())

  const seconds = (from: number) => NOW.getTime() / 1000 + from
  const claims = () => ({ aud: [AUDIENCE], iss: TEAM, iat: seconds(-60), exp: seconds(600) })
  const token = async (changes: object = {}, pair = ours) =>
    sign({ ...claims(), ...changes }, await jwk(pair.privateKey))
  const statusWith = async (assertion: string) => {
    const headers = { 'Cf-Access-Jwt-Assertion': assertion }
    return (await site({ settings }).get('/desk/sign-in', headers)).status
  }

  test('somebody with one for our application comes as far as the sign-in', async () => {
    expect(await statusWith(await token())).toBe(200)
  })

  test.each([
    ['of another application', { aud: ['f'.repeat(64)] }],
    ['of another team', { iss: 'https://them.cloudflareaccess.com' }],
    ['that has expired', { exp: seconds(0) }],
    ['that never expires', { exp: undefined }],
    ['of tomorrow', { nbf: seconds(600) }],
  ])('one %s opens nothing', async (_, changes) => {
    expect(await statusWith(await token(changes))).toBe(403)
  })

  test('one that somebody else signed, or with a key of another name, opens nothing', async () => {
    expect(await statusWith(await token({}, theirs))).toBe(403)
    const other = { ...(await jwk(ours.privateKey)), kid: 'last-year' }
    expect(await statusWith(await sign(claims(), other))).toBe(403)
  })

  test('one that was changed, or signed in another way, opens nothing', async () => {
    const part = (content: object) => encodeBase64(utf8(JSON.stringify(content)))
    const [head, body, signature] = (await token({ exp: seconds(0) })).split('.')
    const renewed = part(claims())
    expect(await statusWith(`${head}.${renewed}.${signature}`)).toBe(403)
    const unsigned = part({ alg: 'none', kid: 'this-month' })
    expect(await statusWith(`${unsigned}.${renewed}.`)).toBe(403)
    // With their public key for a password, which everybody knows.
    const known = String((await jwk(ours.publicKey)).n)
    const forged = (await sign(claims(), known)).split('.')
    const named = part({ alg: 'HS256', kid: 'this-month' })
    expect(await statusWith(`${named}.${forged[1]}.${forged[2]}`)).toBe(403)
    for (const none of [
      'none',
      '..',
      'a.b.c',
      `${head}.${body}.${signature}.x`,
      'bnVsbA.bnVsbA.x',
    ]) {
      expect(await statusWith(none), none).toBe(403)
    }
  })

  test('nothing is opened while Cloudflare does not tell its keys', async () => {
    vi.mocked(fetch).mockRejectedValue(new Error('offline'))
    expect(await statusWith(await token())).toBe(403)
  })

  test('a token does not stand in for what the platform says', async () => {
    const desk = site({ settings, access: through('f'.repeat(64)) })
    const headers = { ...(await asEditor()), 'Cf-Access-Jwt-Assertion': await token() }
    expect((await desk.get('/desk', headers)).status).toBe(403)
  })
})
