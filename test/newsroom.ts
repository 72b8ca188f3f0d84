import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
// Here, and not in the first test that asks for the desk: loading it takes longer than a test may.
import '../src/desk/door.ts'
import { createSite } from '../src/app.tsx'
import { readConfig, type Settings } from '../src/config.ts'
import { invite, join } from '../src/desk/team/invitation.ts'
import { OPERATOR } from '../src/desk/team/owner.ts'
import type { Role } from '../src/schema.ts'
import { openVault } from '../src/vault.ts'

export const ORIGIN = 'https://column.example'

/** The moment at which every test takes place, unless it says otherwise. */
export const NOW = new Date('2026-11-23T09:00:00Z')

export const db = drizzle(env.DB)

/** The site's settings as tests run it, with changes. */
export function config(changes: Settings = {}) {
  return readConfig({ ...env, SITE_URL: ORIGIN, MAIL_FROM: 'desk@column.example', ...changes })
}

export const vault = await openVault(config().siteKeys)

/** Every route of the site, the desk’s with them, as Hono knows them. */
export async function allRoutes() {
  return (await createSite(config()).wholeApp()).routes
}

/** The whole site at a moment of the test's choosing: send it requests as a browser would. */
export function site({
  now = NOW,
  settings = {},
  database = env.DB,
  origin = ORIGIN,
  access,
  write = () => {},
}: {
  now?: Date
  settings?: Settings
  database?: D1Database
  /** Under which of its addresses the site is asked. */
  origin?: string
  /** What the platform says of Cloudflare Access, as `ctx.access`. */
  access?: CloudflareAccessContext
  /** Takes what is noted of each request. */
  write?: Parameters<typeof createSite>[2]
} = {}) {
  const app = createSite(config(settings), () => now, write)
  const request = async (path: string, init: RequestInit = {}) => {
    const context = createExecutionContext()
    if (access) Object.defineProperty(context, 'access', { value: access })
    const response = await app.fetch(
      new Request(origin + path, init),
      { ...env, DB: database },
      context,
    )
    await waitOnExecutionContext(context)
    return response
  }
  return {
    request,
    get: (path: string, headers: Record<string, string> = {}) =>
      request(path, { headers, redirect: 'manual' }),
    /** Sends a form from the site's own page. */
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      request(path, {
        method: 'POST',
        headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin', ...headers },
        body: new URLSearchParams(form),
        redirect: 'manual',
      }),
  }
}

/**
 * Lets somebody join the desk at NOW and gives the headers of their signed-in browser:
 * `site().get('/desk', await asEditor())`. Each further editor needs a name of their own.
 */
export async function asEditor(
  role: Role = 'editor',
  name = role === 'owner' ? 'Olive' : 'Edith',
): Promise<{ Cookie: string }> {
  const code = String(await invite(db, role, { by: OPERATOR, now: NOW }))
  const entry = await join(db, code, { name, device: 'Firefox on Linux', now: NOW })
  if (typeof entry === 'string') throw new Error(`${name} cannot join: ${entry}`)
  return { Cookie: `__Host-desk=${entry.token}` }
}
