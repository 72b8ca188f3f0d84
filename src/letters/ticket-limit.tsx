import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../room.ts'
import { allowanceIn, isBurst } from './guard.ts'
import { isAllowed, minutesToWait } from './limit.ts'
import { sentForm } from './sent-form.ts'
import { TooOftenPage } from './too-often-page.tsx'

/**
 * Lets a network look up so many tickets in an hour, so that nobody can try codes. Whoever is refused
 * (429) gets back all that was typed, whichever form it stood in.
 */
export const ticketLimit = createMiddleware<AppEnv>(async (c, next) => {
  const { copy, db, now } = c.var
  if (c.req.method !== 'POST') return next()
  const burst = await isBurst(c)
  if (!burst && (await isAllowed(db, await allowanceIn(c, 'ticket')))) return next()
  const minutes = burst ? 1 : minutesToWait(now)
  c.status(429)
  c.header('Retry-After', String(minutes * 60))
  const page = { action: new URL(c.req.url).pathname, fields: [...(await sentForm(c))], minutes }
  return c.render(<TooOftenPage copy={copy} {...page} />, {
    title: copy.letters.errorTitle(copy.sending.tooOften.title),
    hasForm: true,
    hasExit: true,
    script: 'ticket.js',
  })
})
