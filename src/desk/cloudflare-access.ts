import type { Context } from 'hono'
import { decodeBase64, utf8 } from '../bytes.ts'
import type { Config } from '../config.ts'
import { noteFailure } from '../failure.ts'
import type { AppEnv } from '../room.ts'

type Access = NonNullable<Config['access']>

/** How long Cloudflare may take to tell its keys, in milliseconds, and for how many seconds they are kept. */
const PATIENCE = 5_000
const KEPT_SECONDS = 60

/**
 * Whether Cloudflare Access let a request through, for our application and no other. The platform says so
 * in `ctx.access`; but a Worker with static assets stands behind a router that does not pass it on
 * (https://developers.cloudflare.com/workers/configuration/cloudflare-access/, 2026-08-18), and then it is
 * the signed token, which Access puts on each request, that says so. Whatever is missing, expired, of
 * another application or not to be checked just now is a no.
 */
export async function hasComeThrough(c: Context<AppEnv>, ours: Access): Promise<boolean> {
  const { access } = c.executionCtx as ExecutionContext
  if (access) return access.aud === ours.audience
  const token = c.req.header('Cf-Access-Jwt-Assertion')
  try {
    return !!token && (await isSignedFor(ours, token, c.var.now))
  } catch (error) {
    noteFailure(error)
    return false
  }
}

/**
 * Whether a token is one of the team's, for our application, at this moment. A library (jose, Hono's own)
 * would be two more KiB, for algorithms that Access does not use: here there is one, and the token has no say.
 */
async function isSignedFor({ team, audience }: Access, token: string, now: Date): Promise<boolean> {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  const [{ alg, kid }, claims] = [readPart(head), readPart(body)]
  const bytes = decodeBase64(signature)
  if (more.length > 0 || alg !== 'RS256' || typeof kid !== 'string' || !bytes) return false
  const isOurs = claims.iss === `https://${team}` && [claims.aud].flat().includes(audience)
  const seconds = now.getTime() / 1000
  const isNow = Number(claims.exp) > seconds && Number(claims.nbf ?? 0) <= seconds
  const key = isOurs && isNow ? await keyOf(team, kid) : null
  return !!key && crypto.subtle.verify(RS256.name, key, bytes, utf8(`${head}.${body}`))
}

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

function readPart(part: string): Record<string, unknown> {
  const bytes = decodeBase64(part)
  const read: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes))
  return typeof read === 'object' && read ? (read as Record<string, unknown>) : {}
}

/** Gives the team's public key of this name, as Cloudflare tells it. Null when there is none. */
async function keyOf(team: string, kid: string): Promise<CryptoKey | null> {
  const answer = await fetch(`https://${team}/cdn-cgi/access/certs`, {
    signal: AbortSignal.timeout(PATIENCE),
    cf: { cacheTtl: KEPT_SECONDS, cacheEverything: true },
  })
  const { keys } = (await answer.json()) as { keys: (JsonWebKey & { kid?: string })[] }
  const found = keys.find((key) => key.kid === kid)
  return found ? crypto.subtle.importKey('jwk', found, RS256, false, ['verify']) : null
}
