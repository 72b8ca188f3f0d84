import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, watch } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { firstInvitation } from '../desk/team/invitation.ts'
import { paths } from '../paths.ts'
import { Mistake, print, run } from './command-line.ts'
import { push } from './content-push.ts'
import { DATA_DIR, migrate, openDatabase, readSiteFile } from './database.ts'
import { settingsHere } from './settings-here.ts'
import { localSecrets } from './site-keys.ts'

const top = join(import.meta.dirname, '../..')
const wrangler = join(top, 'node_modules/wrangler/bin/wrangler.js')

/** How long the first page may take to come: a cold start on two busy cores is some 15 seconds. */
const PATIENCE_SECONDS = 60

/** Makes the local site ready (key, tables, columns), starts it, and says where it is. */
async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? 8787)
  await insistOnFree(port)
  makeSiteKey()
  await migrate(DATA_DIR)
  await push({ dir: join(top, 'content'), remote: false, force: false }).catch(tellRefusal)
  const link = await ownersLink()
  const server = await serve(port)
  const address = `http://localhost:${port}`
  await untilReady(address, server)
  keepTime(address, server)
  tellMail(server)
  print(`\nThe site is at ${address}`)
  if (link) print(`Nobody edits it yet. Join the desk as its owner, once:\n${address}${link}`)
  print('Press Ctrl+C to stop.')
}

async function insistOnFree(port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Mistake(`PORT “${process.env.PORT}” is no port. Give a number from 1 to 65535.`)
  }
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => {
      const other = `PORT=${port + 1} npm run dev`
      reject(new Mistake(`Port ${port} is in use. Stop what uses it, or choose another: ${other}`))
    })
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}

/** Each copy of the site has a key of its own, made here once and kept out of the repository. */
function makeSiteKey(): void {
  const file = join(top, '.dev.vars')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (/^\s*SITE_KEY\s*=\s*\S/m.test(text)) return
  const start = text === '' || text.endsWith('\n') ? '' : '\n'
  appendFileSync(file, `${start}SITE_KEY=${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  print('A new SITE_KEY is in .dev.vars.')
}

/** Columns that the desk has changed do not keep the site from starting. */
function tellRefusal(error: unknown): void {
  if (!(error instanceof Mistake)) throw error
  print(error.message)
}

async function ownersLink(): Promise<string | null> {
  const { db, close } = await openDatabase()
  try {
    const code = await firstInvitation(db, new Date())
    return code && paths.desk.signIn(code)
  } finally {
    await close()
  }
}

async function serve(port: number): Promise<ChildProcess> {
  const { vars } = await readSiteFile()
  const here = Object.entries(settingsHere(vars, localSecrets()))
  const changes = here.filter(([name, value]) => value !== vars[name])
  const quiet = ['--show-interactive-dev-session=false', '--log-level', 'error']
  // Wrangler looks for a free port to be inspected by, and two that start at once find the same one.
  const ports = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0']
  const other = changes.flatMap(([name, value]) => ['--var', `${name}:${value}`])
  const words = ['dev', ...ports, '--persist-to', DATA_DIR, ...other, ...quiet]
  const server = spawn(process.execPath, [wrangler, ...words], {
    cwd: top,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      CI: '1',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_SEND_METRICS: 'false',
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => server.kill(signal))
  server.once('exit', (status) => {
    process.exitCode = status ?? 0
  })
  return server
}

/** Cron never fires by itself on this computer: its minutes are counted here. */
function keepTime(address: string, server: ChildProcess): void {
  const tick = () => fetch(`${address}/cdn-cgi/local/scheduled?cron=*+*+*+*+*`).catch(() => null)
  tick()
  const clock = setInterval(tick, 60_000)
  server.once('exit', () => clearInterval(clock))
}

/** Mail is written into files here: says where, as soon as one is there. */
function tellMail(server: ChildProcess): void {
  const folder = join(top, '.wrangler/tmp')
  mkdirSync(folder, { recursive: true })
  const told = new Set<string>()
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    if (!name || told.has(name) || !/email.*\.(txt|eml)$/.test(name)) return
    told.add(name)
    print(`A mail is in ${join(folder, name)}`)
  })
  // On Linux a watch of a folder's folders keeps the process alive, `unref` or not.
  server.once('exit', () => watcher.close())
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  for (let second = 0; second < PATIENCE_SECONDS * 4; second += 1) {
    if (server.exitCode !== null) throw new Mistake('The site did not start: see above.')
    const answer = await fetch(address + paths.health()).catch(() => null)
    if (answer?.ok) return
    await sleep(250)
  }
  server.kill()
  throw new Mistake(`The site did not answer within ${PATIENCE_SECONDS} seconds.`)
}

await run(main)
