import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../room.ts'
import { problem } from '../ui/problem.tsx'

/** Keeps the desk on its own hostname when DESK_HOST names one: elsewhere it is not found. */
export const onDeskHost = createMiddleware<AppEnv>(async (c, next) => {
  const { deskHost } = c.var.config
  if (deskHost && new URL(c.req.url).host !== deskHost) return problem(c, 404, 'notFound')
  return next()
})

/** Lets editors in and sends everybody else to the sign-in page. */
export const editorsOnly = createMiddleware<AppEnv>(async (c) => c.redirect('/desk/sign-in', 303))
