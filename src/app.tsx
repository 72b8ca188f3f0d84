import { drizzle } from 'drizzle-orm/d1'
import { createMiddleware } from 'hono/factory'
import { clockRan } from './clock.ts'
import { columnFilesRoom } from './columns/file-routes.ts'
import { columnsRoom } from './columns/routes.tsx'
import type { Config } from './config.ts'
import { sharedPreviewRoom } from './desk/draft/shared-preview-routes.tsx'
import { sealLog } from './desk/log/log-chain.ts'
import { purgeOf } from './desk/publishing/after-press.ts'
import { deriveInTurn } from './desk/publishing/derive.ts'
import { publishDue } from './desk/publishing/publish.ts'
import { purgeDue } from './desk/publishing/purge.ts'
import { deskRoom } from './desk/routes.tsx'
import { sweeping } from './desk/team/session.ts'
import { claimsSwept } from './desk/tray/claim.ts'
import { noteFailure } from './failure.ts'
import { feedsRoom } from './feeds/routes.tsx'
import { houseRoom } from './house/routes.tsx'
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
import { pathsIn } from './paths.ts'
import { type AppEnv, newRoom } from './room.ts'
import { searchRoom } from './search/routes.tsx'
import { forgeryGate, formsOnly, standardHeaders } from './security.ts'
import { copies } from './ui/copy/index.ts'
import { keptPages } from './ui/kept-pages.ts'
import { newspaper } from './ui/layout.tsx'
import { problem } from './ui/problem.tsx'
import { unanswered } from './ui/unanswered.tsx'
import { openVault } from './vault.ts'

/** Builds the whole site: the shared middleware, then one room per person served. */
export function createApp(config: Config, clock: () => Date = () => new Date()) {
  const vault = openVault(config.siteKeys)
  const frontDoor = createMiddleware<AppEnv>(async (c, next) => {
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

  const app = newRoom({
    getPath: (request) => unprefixed(new URL(request.url).pathname, config.languages),
  })
  app.use(keptPages(), standardHeaders, frontDoor, newspaper, forgeryGate, formsOnly)
  app.route('/', columnFilesRoom)
  app.route('/', columnsRoom)
  app.route('/', searchRoom)
  app.route('/', feedsRoom)
  app.route('/', houseRoom)
  app.route('/', lettersRoom)
  app.route('/desk', deskRoom)
  app.route('/', sharedPreviewRoom)
  app.notFound((c) => unanswered(app, c))
  app.onError((error, c) => {
    noteFailure(error)
    return problem(c, 500, 'failed')
  })
  return app
}

/**
 * What the clock does once a minute: publishes what is due, or else derives anew, nudges, erases and
 * sweeps; and purges caches and seals the log. A publication is some 40 of the 50 statements that the
 * free plan allows a run: in its minute the rest waits for the next.
 * Each is done whatever becomes of the others, and the desk sees when it ran and how many failed.
 */
export async function runClock(env: Env, config: Config, { now, context }: Tick): Promise<void> {
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
  const published = await tried(async () =>
    publishDue(db, await openVault(config.siteKeys), config, now),
  )
  const tasks = [
    () => deriveInTurn(db, now),
    async () => nudgeDue(db, await postmanOf(env, config), now),
    () => holdUnanswered(db, now),
    () => eraseDue(db, now),
    () => eraseMessages(db, now),
    () => forgetNetworks(db, now),
    () => forgetMisses(db, now),
    () => db.batch([...sweeping(db, now), claimsSwept(db, now)]),
  ]
  await tried(() => purgeDue(db, purgeOf(context), now))
  for (const task of published ? [] : tasks) await tried<unknown>(task)
  // Last: what the others did stands in the log by now.
  await tried(() => sealLog(db))
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
