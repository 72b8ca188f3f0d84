import type { Context, Hono } from 'hono'
import type { AppEnv } from '../room.ts'
import { leadOn } from './leading-on.ts'
import { problem } from './problem.tsx'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Answers what no room has answered: where a page of an older site, or what stands here without the
 * slash at the end, is found (301); 405 with the methods that the address does take; or 404 where there
 * is no such address.
 */
export async function unanswered(app: Hono<AppEnv>, c: Context<AppEnv>): Promise<Response> {
  const taken = METHODS.filter((method) => hasHandler(app, method, c.req.path))
  if (taken.length === 0 && isReading(c)) {
    return (await leadOn(c)) ?? withoutSlash(app, c) ?? problem(c, 404, 'notFound')
  }
  if (taken.length === 0 || taken.includes(c.req.method)) return problem(c, 404, 'notFound')
  c.header('Allow', taken.join(', ').replace('GET', 'GET, HEAD'))
  return problem(c, 405, 'wrongMethod')
}

const isReading = ({ req }: Context<AppEnv>) => req.method === 'GET' || req.method === 'HEAD'

/** Older sites' addresses end in a slash: `/about/`. */
function withoutSlash(app: Hono<AppEnv>, c: Context<AppEnv>): Response | null {
  const { pathname, search } = new URL(c.req.url)
  const hasPage = c.req.path.endsWith('/') && hasHandler(app, 'GET', c.req.path.slice(0, -1))
  return hasPage ? c.redirect(pathname.slice(0, -1) + search, 301) : null
}

/** Middleware stands in the router for all methods; a handler for its own. */
function hasHandler(app: Hono<AppEnv>, method: string, path: string): boolean {
  const [found] = app.router.match(method, path)
  return found.some(([[, route]]) => route.method === method)
}
