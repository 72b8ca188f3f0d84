import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { metered } from './metered.ts'
import type { AppEnv } from './room.ts'

/**
 * What is written down of a request: nothing that its sender chose. The route is the pattern of the
 * address, not the address; `rowsRead` is null where D1 does not tell; `ms` is what was waited for.
 */
export type RequestNote = {
  level: 'info'
  route: string
  method: string
  status: number
  ms: number
  rowsRead: number | null
}

/** Writes one line of JSON to where operators look, as Workers Logs keep it. */
export function writeNote(note: RequestNote): void {
  console.log(JSON.stringify(note))
}

/** Notes each request once it is answered, and tells on readers' pages how long the database took. */
export function requestLog(write: (note: RequestNote) => void) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const start = performance.now()
    const { database, meter } = metered(c.env.DB)
    c.env = Object.create(c.env, { DB: { value: database, enumerable: true } })
    await next()
    const ms = Math.round(performance.now() - start)
    if (c.res.headers.get('Cache-Control')?.startsWith('public')) {
      c.res.headers.set('Server-Timing', `db;dur=${Math.round(meter.ms)}, total;dur=${ms}`)
    }
    write({
      level: 'info',
      route: matchedRoutes(c).find(({ path }) => !path.endsWith('*'))?.path ?? '*',
      method: c.req.method,
      status: c.res.status,
      ms,
      rowsRead: meter.rowsRead,
    })
  })
}
