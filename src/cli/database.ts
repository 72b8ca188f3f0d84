import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { D1Database } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'
import type { Db } from '../schema.ts'
import { preparingOnce } from '../statement.ts'
import { Mistake } from './command-line.ts'

const top = join(import.meta.dirname, '../..')

/** Where the local database lies: what `wrangler dev --persist-to` is given. */
export const DATA_DIR = process.env.DATA_DIR ?? join(top, '.wrangler/state')

/** What the command line needs of wrangler.toml. */
type SiteFile = {
  name: string
  compatibility_date: string
  vars: Record<string, unknown>
  d1_databases: { binding: string; database_name: string; database_id?: string }[]
}

/**
 * Opens the site's database from the command line: the local one, also while `npm run dev` uses it,
 * or (`remote`) the one at Cloudflare, with the operator's own login. Close it, or the process stays.
 */
export async function openDatabase({ remote = false, dataDir = DATA_DIR } = {}): Promise<{
  db: Db
  close: () => Promise<void>
}> {
  const { getPlatformProxy } = await quietWrangler()
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({
    configPath: await databaseOnly(remote),
    // Wrangler's own commands add this folder to the one that they are given; its proxy does not.
    persist: { path: join(dataDir, 'v3') },
    remoteBindings: remote,
  })
  return { db: drizzle(preparingOnce(env.DB)), close: dispose }
}

/**
 * Sets up the tables of a local database, or of the one at Cloudflare: by all migrations, or by those
 * that are named.
 */
export async function migrate(
  dataDir: string,
  { remote = false, only }: { remote?: boolean; only?: string[] } = {},
): Promise<void> {
  const wrangler = join(top, 'node_modules/wrangler/bin/wrangler.js')
  const where = remote ? ['--remote'] : ['--local', '--persist-to', dataDir]
  const folder = only ? await folderOf(only, await databaseOnly(remote)) : null
  const which = folder ? ['--config', join(folder, 'wrangler.json')] : []
  const command = [wrangler, 'd1', 'migrations', 'apply', 'DB', ...where, ...which]
  try {
    await promisify(execFile)(process.execPath, command, {
      cwd: top,
      env: { ...process.env, CI: '1', ...QUIET },
    })
  } finally {
    if (folder) await rm(folder, { recursive: true })
  }
}

const MIGRATIONS = join(top, 'migrations')

/** Gives the names of all migrations of this version of the software, in order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
}

/** A folder with some of the migrations, and a configuration that knows no others. */
async function folderOf(names: string[], config: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sincerely-migrations-'))
  const { d1_databases, ...site } = JSON.parse(await readFile(config, 'utf8'))
  const databases = d1_databases.map((each: object) => ({ ...each, migrations_dir: 'migrations' }))
  await mkdir(join(folder, 'migrations'))
  for (const name of names) await copyFile(join(MIGRATIONS, name), join(folder, 'migrations', name))
  await writeFile(
    join(folder, 'wrangler.json'),
    JSON.stringify({ ...site, d1_databases: databases }),
  )
  return folder
}

/** Reads wrangler.toml: the site's name, settings and database. */
export async function readSiteFile(): Promise<SiteFile> {
  const { unstable_readConfig } = await quietWrangler()
  return unstable_readConfig({ config: join(top, 'wrangler.toml') }, { hideWarnings: true })
}

const QUIET = {
  WRANGLER_LOG: 'error',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}

/** Gives wrangler as a library, which else would tell of each file it reads. */
export function quietWrangler() {
  for (const [name, value] of Object.entries(QUIET)) process.env[name] ??= value
  return import('wrangler')
}

/** Writes a configuration with nothing but the database: no build, no assets, no secrets to miss. */
async function databaseOnly(remote: boolean): Promise<string> {
  const site = await readSiteFile()
  const database = site.d1_databases.find(({ binding }) => binding === 'DB')
  if (!database) throw new Mistake('wrangler.toml has no [[d1_databases]] with the binding DB.')
  const { binding, database_id, database_name } = database
  const id = remote ? (database_id ?? (await remoteId(database_name))) : database_id
  const folder = join(top, '.wrangler/command-line')
  const path = join(folder, remote ? 'remote.json' : 'local.json')
  await mkdir(folder, { recursive: true })
  await writeFile(
    path,
    JSON.stringify({
      name: site.name,
      compatibility_date: site.compatibility_date,
      d1_databases: [{ binding, database_name, database_id: id, remote }],
    }),
  )
  return path
}

/** Asks Cloudflare for the id of a database that `wrangler deploy` made and named. */
async function remoteId(name: string): Promise<string> {
  const wrangler = join(top, 'node_modules/wrangler/bin/wrangler.js')
  const command = [wrangler, 'd1', 'info', name, '--json']
  const answer = await promisify(execFile)(process.execPath, command, { cwd: top }).catch(() => {
    throw new Mistake(
      `Cloudflare did not say where the database “${name}” is. Deploy the site first, and log in with \`npx wrangler login\`.`,
    )
  })
  return JSON.parse(answer.stdout).uuid
}
