import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { paths } from '../paths.ts'
import type { AppEnv } from '../room.ts'
import { problem } from '../ui/problem.tsx'
import { hasComeThrough } from './cloudflare-access.ts'
import { readSent } from './form.ts'
import type { Ceremony } from './team/ceremony.ts'
import { deviceOf } from './team/device.ts'
import { editorOf, keepAlive, SESSION_MINUTES } from './team/session.ts'
import { OwnersOnlyPage, SignedOutPage } from './team/sign-in-page.tsx'

const COOKIE = 'desk'

/** Keeps the desk on its own hostname when DESK_HOST names one: elsewhere it is not found. */
export const onDeskHost = createMiddleware<AppEnv>(async (c, next) => {
  const { deskHost } = c.var.config
  if (deskHost && new URL(c.req.url).host !== deskHost) return problem(c, 404, 'notFound')
  return next()
})

/**
 * Lets nobody come as far as the sign-in who has not come through Cloudflare Access, where it stands
 * in front of the desk: whatever the address, the method and the host, the answer is one plain 403.
 */
export const throughAccess = createMiddleware<AppEnv>(async (c, next) => {
  const { access } = c.var.config
  if (!access || (await hasComeThrough(c, access))) return next()
  return c.text('Cloudflare Access stands in front of this desk. Please come through it.\n', 403)
})

/** Lets editors in and sends everybody else to the sign-in page, without losing what they wrote. */
export const editorsOnly = createMiddleware<AppEnv>(async (c, next) => {
  const { db, now } = c.var
  const token = getCookie(c, COOKIE, 'host')
  const found = token ? await editorOf(db, token, now) : null
  if (!found) return turnAway(c)
  if (found.isDue) c.executionCtx.waitUntil(keepAlive(db, found.session, now))
  c.set('editor', found.editor)
  c.set('clock', found.clock)
  // Each editor sees and sets times in a zone of their own: no page of the desk can forget it.
  const { config } = c.var
  c.set('config', { ...config, timeZone: found.editor.timeZone ?? config.timeZone })
  c.set('session', found.session)
  c.set('isConfirmed', found.isConfirmed)
  c.set('hand', { by: found.editor.id, now })
  return next()
})

/** Sends a stranger to the sign-in; a form that was sent stays in the page, to be sent again. */
export async function turnAway(c: Context<AppEnv>) {
  const { pathname, search } = new URL(c.req.url)
  if (['GET', 'HEAD'].includes(c.req.method)) {
    return c.redirect(paths.desk.signInFor(pathname + search), 303)
  }
  c.status(401)
  return c.render(SignedOutPage({ action: pathname + search, sent: await readSent(c) }), {
    title: 'You are signed out',
  })
}

/** Lets owners pass and tells other editors whom to ask. */
export const ownersOnly = createMiddleware<AppEnv>(async (c, next) =>
  c.var.editor.role === 'owner' ? next() : refuseEditor(c),
)

/** Tells an editor that an owner must do this. */
export function refuseEditor(c: Context<AppEnv>) {
  c.status(403)
  return c.render(OwnersOnlyPage(), { title: 'Only an owner can do this' })
}

/**
 * Gives the desk's page that a stranger was on the way to, for after the sign-in. Anything but a
 * path of the desk becomes the tray, so that no link can lead from our sign-in to another site.
 */
export function deskPath(next: string | undefined): string {
  const url = URL.parse(next ?? '', 'https://desk.invalid')
  const isDesk = url?.origin === 'https://desk.invalid' && /^\/desk(?:\/|$)/.test(url.pathname)
  const isPage = isDesk && !/^\/desk\/sign-(?:in|out)/.test(url.pathname)
  return isPage ? url.pathname + url.search : paths.desk.tray()
}

/**
 * Hands the browser its session. Lax, not Strict: editors follow links to a draft from mail and
 * chat, a GET changes nothing, and the forgery gate stops every other request from another site.
 */
export function handOverSession(c: Context<AppEnv>, token: string): void {
  const maxAge = SESSION_MINUTES * 60
  setCookie(c, COOKIE, token, { prefix: 'host', httpOnly: true, sameSite: 'Lax', maxAge })
}

/** Tells the browser to forget its session, which has ended. */
export function takeSessionBack(c: Context<AppEnv>): void {
  deleteCookie(c, COOKIE, { prefix: 'host' })
}

/** Gives where, when and on what device a passkey is about to be made or used. */
export function ceremonyOf(c: Context<AppEnv>): Ceremony {
  const { config, now, vault } = c.var
  const { hostname, origin } = new URL(c.req.url)
  const device = deviceOf(c.req.header('User-Agent'))
  return { vault, origin, hostname, siteName: config.name.en, device, now }
}
