import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../room.ts'
import { siteVersion } from '../statement.ts'
import { isKnown } from './caching.ts'

/** How much of finished pages an isolate keeps, in bytes: some two hundred pages of its 128 MB. */
const MOST = 8 * 1024 * 1024

type Kept = { body: ArrayBuffer; headers: Headers }

/**
 * Keeps the pages that `cacheable` lets be kept, and no other answer, and gives them again for as long
 * as the site is at the version that they were made at: that, the code and the address are all that they
 * depend on. Each request asks for the version, which is one row, and renders nothing. All kept pages
 * are of one version: the first request after a press meets another, drops them, and goes on as if
 * there had been none. What nobody asked for the longest makes room for what is new.
 */
export function keptPages(most = MOST) {
  const pages = new Map<string, Kept>()
  let version = 0
  let size = 0

  const moveTo = (current: number) => {
    if (current === version) return
    pages.clear()
    size = 0
    version = current
  }
  const drop = (address: string) => {
    size -= pages.get(address)?.body.byteLength ?? 0
    pages.delete(address)
  }
  /** Puts a page last in the row from whose front pages are dropped. */
  const keep = (address: string, page: Kept) => {
    drop(address)
    pages.set(address, page)
    size += page.body.byteLength
    for (const oldest of pages.keys()) {
      if (size <= most) return
      drop(oldest)
    }
  }

  return createMiddleware<AppEnv>(async (c, next) => {
    const { method, url } = c.req
    if ((method === 'GET' || method === 'HEAD') && pages.has(url)) {
      const current = await versionNow(c.env.DB)
      if (current !== null) moveTo(current)
      const page = current === null ? undefined : pages.get(url)
      if (page) {
        keep(url, page)
        const { headers } = page
        return isKnown(c, headers.get('ETag'), headers.get('Last-Modified'))
          ? unchanged(page)
          : new Response(page.body, page)
      }
    }
    await next()
    if (c.res.status !== 200 || c.var.keepAt === undefined) return
    const page = { body: await c.res.arrayBuffer(), headers: new Headers(c.res.headers) }
    moveTo(c.var.keepAt)
    keep(url, page)
    // Hono copies the headers of an answer onto the one that takes its place: these have them already.
    c.res = undefined
    c.res = new Response(page.body, page)
  })
}

/** Null while the database does not answer: the page itself will say so. */
async function versionNow(database: D1Database): Promise<number | null> {
  try {
    return await siteVersion(database)
  } catch {
    return null
  }
}

/** What a 304 says replaces what the browser has, whose policy lets its script run. */
function unchanged({ headers }: Kept): Response {
  const own = new Headers(headers)
  for (const name of ['Content-Type', 'Content-Security-Policy']) own.delete(name)
  return new Response(null, { status: 304, headers: own })
}
