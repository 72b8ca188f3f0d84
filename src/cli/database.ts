import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { D1Database } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'
import type { Db } from '../schema.ts'
import { preparingOnce } from '../statement.ts'
import { Mistake } from './command-line.ts'
import { openLocal } from './local-database.ts'
import type { Surroundings } from './settings-here.ts'
import { quietWrangler } from './wrangler.ts'

const top = join(import.meta.dirname, '../..')

/** Where the local database lies: what `wrangler dev --persist-to` is given. */
export const DATA_DIR = process.env.DATA_DIR ?? join(top, '.wrangler/state')

/** What the command line needs of wrangler.toml. */
type SiteFile = Surroundings & {
  name: string
  compatibility_date: string
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
  const configPath = await databaseOnly(remote)
  if (!remote) {
    const { database, close } = await openLocal(configPath, dataDir)
    return { db: drizzle(database), close }
  }
  const { getPlatformProxy } = await quietWrangler()
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({
    configPath,
    persist: false,
    remoteBindings: true,
  })
  return { db: drizzle(preparingOnce(env.DB)), close: dispose }
}

/** Wrangler's own table of what was applied, so that its commands and ours agree. */
const APPLIED = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

/**
 * Sets up the tables of a local database, or of the one at Cloudflare: by all migrations, or by those
 * that are named. Each is applied as a whole or not at all. Wrangler's command does the same, but
 * starts a server for each migration: a first start would take some 15 seconds longer by it.
 */
export async function migrate(
  dataDir: string,
  { remote = false, only }: { remote?: boolean; only?: string[] } = {},
): Promise<void> {
  const { unstable_splitSqlQuery: split } = await quietWrangler()
  const { db, close } = await openDatabase({ remote, dataDir })
  const database = db.$client
  try {
    await database.prepare(APPLIED).run()
    const { results } = await database
      .prepare('SELECT name FROM d1_migrations')
      .all<{ name: string }>()
    const applied = new Set(results.map(({ name }) => name))
    const done = database.prepare('INSERT INTO d1_migrations (name) VALUES (?)')
    for (const name of only ?? (await migrationNames())) {
      if (applied.has(name)) continue
      const text = await readFile(join(MIGRATIONS, name), 'utf8')
      await database.batch([...split(text).map((each) => database.prepare(each)), done.bind(name)])
    }
  } finally {
    await close()
  }
}

const MIGRATIONS = join(top, 'migrations')

/** Gives the names of all migrations of this version of the software, in order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
}

/** Reads wrangler.toml: the site's name, settings and database. */
export async function readSiteFile(): Promise<SiteFile> {
  const { unstable_readConfig } = await quietWrangler()
  return unstable_readConfig({ config: join(top, 'wrangler.toml') }, { hideWarnings: true })
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
  // Whole: another command may be reading it at this moment.
  const made = `${path}.${randomUUID()}`
  await writeFile(
    made,
    JSON.stringify({
      name: site.name,
      compatibility_date: site.compatibility_date,
      d1_databases: [{ binding, database_name, database_id: id, remote }],
    }),
  )
  await rename(made, path)
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
