import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../config.ts'
import { Mistake } from '../command-line.ts'
import { type Surroundings, unkept } from '../settings-here.ts'
import { jsonIn, type Ran, saidWrong, type Wrangler } from '../wrangler.ts'

/** What a deploy works with: the site's own files, what was given to it, and Cloudflare's program. */
export type Around = {
  wrangler: Wrangler
  site: Surroundings & { database: string }
  /** Secrets that were put into the environment, by name. */
  given: Record<string, string>
  /** Whether Cloudflare's own builder runs this: it keeps the secrets, and shows them to nobody. */
  isBuilder: boolean
  /** Reads every column file and gives how many there are; a problem in one is a mistake. */
  check: () => Promise<number>
  /** Builds the Worker as it would be uploaded, and gives its size; one that cannot be built is a mistake. */
  bundle: () => Promise<string>
  /** Puts the folder's columns live at Cloudflare. */
  push: () => Promise<void>
  tell: (line: string) => void
}

/** Each step, and what it does: what a dry run says, in the order of a first deploy. */
export const STEPS = {
  'Settings and columns': 'reads wrangler.toml and every column file; a problem stops it here',
  Login: 'asks Cloudflare who you are; without `npx wrangler login` it stops here',
  Secrets: 'sees that SITE_KEY is set at Cloudflare, or was given; if not, it stops here',
  Worker: 'builds it; one that cannot be built stops it here, with nothing changed',
  Database: 'creates the D1 database, unless it is there',
  Migrations:
    'applies those that are missing, each once and whole; the version that serves goes on',
  Columns:
    'puts new and changed column files live (at a first deploy before the site, later after it)',
  Site: 'puts the Worker online; its secrets and its data stay',
}
type Name = keyof typeof STEPS

/**
 * Puts the site online, or its next version. Every step looks first at what is there, so that a deploy
 * that stopped goes on when it is run again. At a first one the columns are there before anybody can
 * look. Later the order is another: migrations add to what the old version reads, so that it serves on
 * (README, “Later versions”, has those of once that took from it); then comes the new one, which reads
 * what older ones stored; and only then columns, which the old one might not know.
 */
export async function deploy(around: Around): Promise<void> {
  const done: Name[] = []
  const step = async <Result>(name: Name, act: () => Promise<[string, Result]>) => {
    try {
      const [said, result] = await act()
      around.tell(`${name}: ${said}`)
      done.push(name)
      return result
    } catch (error) {
      if (!(error instanceof Mistake)) throw error
      throw new Mistake(`${name}: ${error.message}\n${stopped(done)}`)
    }
  }
  await step('Settings and columns', () => readHere(around))
  await step('Login', () => logIn(around))
  const { isFirst, secrets } = await step('Secrets', () => findSecrets(around))
  await step('Worker', async () => [await around.bundle(), null])
  await step('Database', () => makeDatabase(around))
  await step('Migrations', () => migrate(around))
  const columns = () => step('Columns', () => pushColumns(around))
  const site = () => step('Site', () => putOnline(around, secrets))
  for (const act of isFirst ? [columns, site] : [site, columns]) await act()
}

function stopped(done: Name[]): string {
  const changed = done.filter((name) =>
    ['Database', 'Migrations', 'Columns', 'Site'].includes(name),
  )
  const state =
    changed.length === 0 ? 'Nothing was changed.' : `Done before: ${changed.join(', ')}.`
  return `${state} Run it again once that is put right: it goes on from there.`
}

/** Checks what needs no account: the settings as the site will read them, and every column file. */
export async function readHere({ site, check }: Around): Promise<[string, null]> {
  // The secrets are Cloudflare's to check: what stands in for them makes the settings readable.
  const secret = site.vars.TURNSTILE_SITE_KEY ? { TURNSTILE_SECRET: 'set' } : {}
  try {
    readConfig({ ...site.vars, ...secret, SITE_KEY: STAND_IN })
  } catch (error) {
    throw new Mistake((error as Error).message)
  }
  const problems = unkept(site)
  if (problems.length > 0) throw new Mistake(problems.join('\n'))
  return [`well, ${await check()} column files`, null]
}

const STAND_IN = Buffer.alloc(32).toString('base64')

async function logIn({ wrangler }: Around): Promise<[string, null]> {
  const ran = await wrangler(['whoami'])
  if (ran.status !== 0 || /not authenticated/i.test(ran.printed + ran.wrong)) {
    throw new Mistake(
      'You are not logged in. Run `npx wrangler login`, or put a token into CLOUDFLARE_API_TOKEN.',
    )
  }
  return ['you are', null]
}

type Secrets = { isFirst: boolean; secrets: Record<string, string> }

async function findSecrets({
  wrangler,
  site,
  given,
  isBuilder,
}: Around): Promise<[string, Secrets]> {
  const ran = await wrangler(['secret', 'list', '--format', 'json'])
  const isFirst = ran.status !== 0 && /not found|not exist|10007/i.test(ran.printed + ran.wrong)
  if (ran.status !== 0 && !isFirst) throw new Mistake(saidWrong(ran))
  const there = isFirst ? [] : (jsonIn<{ name: string }[]>(ran) ?? []).map(({ name }) => name)
  const wanted = ['SITE_KEY', ...(site.vars.TURNSTILE_SITE_KEY ? ['TURNSTILE_SECRET'] : [])]
  const missing = wanted.filter((name) => !there.includes(name) && !given[name])
  // Wrangler itself refuses a Worker whose required secrets are missing.
  if (missing.length > 0 && !isBuilder) throw new Mistake(missing.map(howToGive).join('\n'))
  if (given.SITE_KEY) readConfig({ ...SOME_SITE, SITE_KEY: given.SITE_KEY })
  if (there.includes('SITE_KEY') && given.SITE_KEY) {
    throw new Mistake(
      'SITE_KEY is set at Cloudflare already, and letters are sealed with it. To renew it: `npx wrangler secret put SITE_KEY`, with the new key before the old one.',
    )
  }
  const secrets = Object.fromEntries(
    wanted.flatMap((name) => (given[name] && !there.includes(name) ? [[name, given[name]]] : [])),
  )
  const names = Object.keys(secrets)
  const said = names.length > 0 ? `${names.join(', ')} given, and set with the site` : 'all are set'
  return [isFirst ? `${said}; this is the first deploy` : said, { isFirst, secrets }]
}

const SOME_SITE = { SITE_NAME: '-', SITE_DESCRIPTION: '-', COLUMNIST: '-', LANGUAGES: 'en' }

function howToGive(name: string): string {
  if (name !== 'SITE_KEY') return `${name} is not set. Give it: ${name}=… npm run deploy`
  return `SITE_KEY is not set. Without it no letter can be opened: make one, keep a copy in a safe place, and give it, once:
  openssl rand -base64 32 > ~/site-key
  SITE_KEY=$(cat ~/site-key) npm run deploy`
}

async function makeDatabase({ wrangler, site: { database } }: Around): Promise<[string, null]> {
  const info = await wrangler(['d1', 'info', database, '--json'])
  if (info.status === 0) return [`${database} is there`, null]
  if (!/couldn.t find|not found|404/i.test(info.printed + info.wrong)) {
    throw new Mistake(saidWrong(info))
  }
  insist(await wrangler(['d1', 'create', database]))
  return [`${database} was created`, null]
}

async function migrate({ wrangler }: Around): Promise<[string, null]> {
  // By its binding, as its name may be another where Cloudflare's button made it.
  const { printed } = insist(await wrangler(['d1', 'migrations', 'apply', 'DB', '--remote']))
  const applied = new Set(printed.match(/\b\d{4}_\w+\.sql\b/g) ?? [])
  return [applied.size === 0 ? 'none is missing' : `${applied.size} applied`, null]
}

async function pushColumns({ push }: Around): Promise<[string, null]> {
  await push()
  return ['pushed', null]
}

/** New secrets travel in a file that is nobody else's to read and is gone afterwards. */
async function putOnline(
  { wrangler }: Around,
  secrets: Record<string, string>,
): Promise<[string, null]> {
  const folder = await mkdtemp(join(tmpdir(), 'sincerely-deploy-'))
  try {
    const file = join(folder, 'secrets.json')
    await writeFile(file, JSON.stringify(secrets), { mode: 0o600 })
    const hasSecrets = Object.keys(secrets).length > 0
    const { printed } = insist(
      await wrangler(['deploy', ...(hasSecrets ? ['--secrets-file', file] : [])]),
    )
    const address = /https:\/\/\S+\.workers\.dev\b/.exec(printed)?.[0]
    return [address ? `online at ${address}` : 'online', null]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function insist(ran: Ran): Ran {
  if (ran.status !== 0) throw new Mistake(saidWrong(ran))
  return ran
}
