import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../../room.ts'
import { publishDue } from './publish.ts'
import { type Purge, purgeDue } from './purge.ts'

/** What of an execution context can purge the cache: nothing, where nothing is cached. */
type Cached = { cache?: { purge(options: { tags: string[] }): Promise<{ success: boolean }> } }

/** Gives what purges Cloudflare's cache by tags; null on a machine that has no such cache. */
export function purgeOf(context: object): Purge | null {
  const { cache } = context as Cached
  return cache ? async (tags) => (await cache.purge({ tags })).success : null
}

/** Purges at once what the press has just changed; a failed purge stays owed. */
export async function afterPress(c: Context<AppEnv>): Promise<void> {
  await purgeDue(c.var.db, purgeOf(c.executionCtx), c.var.now)
}

/** Publishes what is due on every page of the desk, so that a clock that stands still does no harm. */
export const pressDue = createMiddleware<AppEnv>(async (c, next) => {
  const { config, db, now, vault } = c.var
  if ((await publishDue(db, vault, config, now)) > 0) await afterPress(c)
  await next()
})
