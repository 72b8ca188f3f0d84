import type { Context, Hono } from 'hono'
import type { AppEnv } from '../room.ts'
import { problem } from './problem.tsx'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Answers what no room has answered: 405 with the methods that the address does take, or 404 where
 * there is no such address.
 */
export function unanswered(app: Hono<AppEnv>, c: Context<AppEnv>) {
  const taken = METHODS.filter((method) => hasHandler(app, method, c.req.path))
  if (taken.length === 0 || taken.includes(c.req.method)) return problem(c, 404, 'notFound')
  c.header('Allow', taken.join(', ').replace('GET', 'GET, HEAD'))
  return problem(c, 405, 'wrongMethod')
}

/** Middleware stands in the router for all methods; a handler for its own. */
function hasHandler(app: Hono<AppEnv>, method: string, path: string): boolean {
  const [found] = app.router.match(method, path)
  return found.some(([[, route]]) => route.method === method)
}
