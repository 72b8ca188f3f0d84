import { drizzle } from 'drizzle-orm/d1'
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { clockRan } from './clock.ts'
import { columnFilesRoom } from './columns/file-routes.ts'
import { columnsRoom } from './columns/routes.tsx'
import type { Config } from './config.ts'
import { noteFailure } from './failure.ts'
import { feedsRoom } from './feeds/routes.tsx'
import { houseRoom } from './house/routes.tsx'
import { readLists } from './identifying/lists-file.ts'
import { languageOf, unprefixed } from './language.ts'
import { holdUnanswered } from './letters/ask.ts'
import { eraseDue } from './letters/erase.ts'
import { forgetNetworks } from './letters/limit.ts'
import { eraseMessages } from './letters/message.ts'
import { lettersRoom } from './letters/routes.tsx'
import { openEmail } from './letters/sealed.ts'
import { nudgeDue, type Postman } from './mail/nudge.ts'
import { nudgeWords } from './mail/nudge-words.ts'
import { sendOf } from './mail/send.ts'
import { forgetMisses } from './misses.ts'
import { paths, pathsIn } from './paths.ts'
import { type RequestNote, requestLog, writeNote } from './request-log.ts'
import { type AppEnv, newRoom } from './room.ts'
import { searchRoom } from './search/routes.tsx'
import { forgeryGate, formsOnly, standardHeaders } from './security.ts'
import { copies } from './ui/copy/index.ts'
import { keptPages } from './ui/kept-pages.ts'
import { newspaper } from './ui/layout.tsx'
import { problem } from './ui/problem.tsx'
import { unanswered } from './ui/unanswered.tsx'
import { openVault } from './vault.ts'

/** The addresses that the desk answers, without a language before them. */
const DESK = /^\/(?:desk|preview)(?:\/|$)/

/**
 * Answers every request. Readers and writers meet the open rooms alone: the desk's code is loaded for
 * the first request that is for the desk, so that nobody else waits for it.
 */
export function createSite(
  config: Config,
  clock: () => Date = () => new Date(),
  write: (note: RequestNote) => void = writeNote,
) {
  const shared = [
    requestLog(write),
    keptPages(),
    standardHeaders,
    frontDoor(config, clock),
    newspaper,
    leadHome,
    forgeryGate,
    formsOnly,
  ]
  const open = createApp(config, shared)
  let whole: typeof open | null = null
  /** Gives the app with all its rooms. The app is kept, and no promise of it: see `readTypeface`. */
  const wholeApp = async () => {
    whole ??= createApp(config, shared, await loadDesk())
    return whole
  }
  return {
    wholeApp,
    async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
      const path = unprefixed(new URL(request.url).pathname, config.languages)
      const app = DESK.test(path) ? await wholeApp() : open
      return app.fetch(request, env, context)
    },
  }
}

const loadDesk = () => import('./desk/door.ts')

/** Builds the floor with one room per person served; `desk` is the editors' room, where it is wanted. */
function createApp(
  config: Config,
  shared: MiddlewareHandler<AppEnv>[],
  desk: Awaited<ReturnType<typeof loadDesk>> | null = null,
) {
  const app = newRoom({
    getPath: (request) => unprefixed(new URL(request.url).pathname, config.languages),
  })
  app.use(...shared)
  app.route('/', columnFilesRoom)
  app.route('/', columnsRoom)
  app.route('/', searchRoom)
  app.route('/', feedsRoom)
  app.route('/', houseRoom)
  app.route('/', lettersRoom)
  if (desk) {
    app.route('/desk', desk.deskRoom)
    app.route('/', desk.sharedPreviewRoom)
  }
  app.notFound((c) => unanswered(app, c))
  app.onError((error, c) => {
    noteFailure(error)
    return problem(c, 500, 'failed')
  })
  return app
}

/** Puts at every handler's hand what it works with. */
function frontDoor(config: Config, clock: () => Date) {
  const vault = openVault(config.siteKeys)
  return createMiddleware<AppEnv>(async (c, next) => {
    const url = new URL(c.req.url)
    const language = languageOf(url.pathname, config.languages)
    c.set('config', config)
    c.set('db', drizzle(c.env.DB))
    c.set('vault', await vault)
    c.set('now', clock())
    c.set('origin', config.url ?? url.origin)
    c.set('language', language)
    c.set('copy', copies[language])
    c.set('paths', pathsIn(language))
    await next()
  })
}

/**
 * On the desk's own hostname there is nothing to read and nothing to send: its front door is the desk's,
 * and every other page stands at the site's address. Monitors may ask either.
 */
const leadHome = createMiddleware<AppEnv>(async (c, next) => {
  const { deskHost, url: home } = c.var.config
  if (!deskHost || !home || home.endsWith(`//${deskHost}`)) return next()
  const { host, pathname, search } = new URL(c.req.url)
  if (host !== deskHost || DESK.test(c.req.path) || pathname === paths.health()) return next()
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return problem(c, 404, 'notFound')
  return c.redirect(pathname === '/' ? paths.desk.tray() : home + pathname + search, 302)
})

/**
 * What the clock does once a minute: publishes what is due, or else derives anew, nudges, erases and
 * sweeps; and purges caches and seals the log. A publication is some 40 of the 50 statements that the
 * free plan allows a run: in its minute the rest waits for the next.
 * Each is done whatever becomes of the others, and the desk sees when it ran and how many failed.
 */
export async function runClock(env: Env, config: Config, { now, context }: Tick): Promise<void> {
  const desk = await loadDesk()
  const db = drizzle(env.DB)
  let failed = 0
  const tried = async <Done,>(task: () => Promise<Done>): Promise<Done | null> => {
    try {
      return await task()
    } catch (error) {
      failed += 1
      noteFailure(error)
      return null
    }
  }
  await tried(() => readLists(env.ASSETS))
  const published = await tried(async () =>
    desk.publishDue(db, await openVault(config.siteKeys), config, now),
  )
  const tasks = [
    () => desk.deriveInTurn(db, now),
    async () => nudgeDue(db, await postmanOf(env, config), now),
    () => holdUnanswered(db, now),
    () => eraseDue(db, now),
    () => eraseMessages(db, now),
    () => forgetNetworks(db, now),
    () => forgetMisses(db, now),
    () => db.batch([...desk.sweeping(db, now), desk.claimsSwept(db, now)]),
  ]
  await tried(() => desk.purgeDue(db, desk.purgeOf(context), now))
  for (const task of published ? [] : tasks) await tried<unknown>(task)
  // Last: what the others did stands in the log by now.
  await tried(() => desk.sealLog(db))
  await clockRan(db, failed, now)
}

async function postmanOf(env: Env, config: Config): Promise<Postman | null> {
  const send = sendOf(env, config)
  if (!send) return null
  const vault = await openVault(config.siteKeys)
  return {
    send,
    addressOf: (letter) => openEmail(vault, letter),
    words: (language) => nudgeWords(language, config.url),
  }
}

type Tick = { now: Date; context: ExecutionContext }
