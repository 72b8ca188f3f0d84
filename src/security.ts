import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './room.ts'
import { problem } from './ui/problem.tsx'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The most a form may hold, in bytes; half of D1's limit for one statement. */
const BODY_LIMIT = 64 * 1024

/**
 * The same at the desk: a document of 60,000 bytes, as text and again in its fields, of which a form
 * sends every byte beyond ASCII as three. For strangers too: the text of an editor whose session has
 * ended must come as far as the page that holds it until they are back.
 */
const DESK_BODY_LIMIT = 384 * 1024

/** Sets the headers that every response carries, and `no-store` unless the page chose otherwise. */
export const standardHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const { headers, status } = c.res
  const defaults: Record<string, string> = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': contentSecurityPolicy({}),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=63072000',
    'X-Content-Type-Options': 'nosniff',
  }
  // What a 304 says replaces what the browser has: it would take the page's script away from it.
  if (status === 304) delete defaults['Content-Security-Policy']
  for (const [name, value] of Object.entries(defaults)) {
    if (!headers.has(name)) headers.set(name, value)
  }
})

/**
 * Gives a page's policy: nothing but our own files, and scripts only where the page has one. With none
 * nothing connects; yet Lighthouse reads robots.txt from within a page, and calls it invalid if it may not.
 */
export function contentSecurityPolicy(needs: Needs): string {
  const { hasScript, hasTurnstile, hasFrame, isFramed } = needs
  const guests = hasTurnstile ? [TURNSTILE] : []
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    ...(hasScript || hasTurnstile ? [["script-src 'self'", ...guests].join(' ')] : []),
    ...(hasTurnstile ? [`frame-src ${TURNSTILE}`] : []),
    ...(hasFrame ? ["frame-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
    // Their script makes its frame from text, which the rule below would refuse.
    ...(hasTurnstile ? [] : ["require-trusted-types-for 'script'", "trusted-types 'none'"]),
  ].join('; ')
}

type Needs = {
  hasScript?: boolean
  hasTurnstile?: boolean
  /** The page shows another of ours in a frame. */
  hasFrame?: boolean
  /** The page is one that another of ours may show in a frame. */
  isFramed?: boolean
}

/** Where Cloudflare's check for people comes from, and where its answer is checked. */
export const TURNSTILE = 'https://challenges.cloudflare.com'

/**
 * Refuses every unsafe request that another site could have sent: `Sec-Fetch-Site` must say
 * same-origin or, from browsers that do not send it, `Origin` must be exactly ours.
 */
export const forgeryGate = createMiddleware<AppEnv>(async (c, next) => {
  if (SAFE_METHODS.has(c.req.method) || isOwnRequest(c)) return next()
  return problem(c, 403, 'crossSite')
})

function isOwnRequest(c: Context<AppEnv>): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin'
  return c.req.header('Origin') === new URL(c.req.url).origin
}

const onError = (c: Context) => problem(c as Context<AppEnv>, 413, 'tooLarge')
const limitBody = bodyLimit({ maxSize: BODY_LIMIT, onError })
const limitDeskBody = bodyLimit({ maxSize: DESK_BODY_LIMIT, onError })

/** Takes form-encoded bodies only (415), of up to 64 KB, at the desk 384 (413), in chunks or not. */
export const formsOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (SAFE_METHODS.has(c.req.method)) return next()
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  const hasBody = c.req.raw.body !== null
  if (hasBody && type !== 'application/x-www-form-urlencoded') {
    return problem(c, 415, 'wrongType')
  }
  return c.req.path.startsWith('/desk/') ? limitDeskBody(c, next) : limitBody(c, next)
})
