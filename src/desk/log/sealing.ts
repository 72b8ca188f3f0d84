import { createMiddleware } from 'hono/factory'
import { noteFailure } from '../../failure.ts'
import type { AppEnv } from '../../room.ts'
import { sealLog } from './log-chain.ts'

/** Seals what a form has just written into the log, after the answer has gone; the clock would, too. */
export const sealActs = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.req.method === 'POST') c.executionCtx.waitUntil(sealLog(c.var.db).catch(noteFailure))
})
