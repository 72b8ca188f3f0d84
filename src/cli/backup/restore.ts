import { eq, sql } from 'drizzle-orm'
import { withdrawLetter } from '../../letters/withdraw.ts'
import { type Db, letters } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { Mistake, type Progress } from '../command-line.ts'
import { migrate, migrationNames, openDatabase } from '../database.ts'
import { untilFree } from '../local-site.ts'
import type { Shell } from '../shell.ts'
import { siteVault } from '../site-keys.ts'
import { type Header, readHeader } from './file.ts'
import { compare, fill } from './fill.ts'
import { indexAnew } from './index-anew.ts'
import { check } from './save.ts'
import { migrationsOf } from './snapshot.ts'
import { countRows, listTables, type Table } from './tables.ts'

export type RestoreOptions = {
  remote: boolean
  replace: boolean
  /** Whether a backup is put back whose letters cannot be opened with the ring that is here. */
  locked: boolean
  /** Asked when something would be removed: whether it may be. */
  agree: (goes: string) => Promise<boolean>
}

/**
 * Puts a backup back. Nothing is touched before the whole file was read and found as it was saved,
 * and its migrations and keys are known here. The database is then made anew by the migrations that
 * the backup had, filled, compared table by table, and brought forward by the later ones.
 */
export async function restore(file: string, options: RestoreOptions, shell: Shell): Promise<void> {
  const place = { remote: options.remote, dataDir: shell.dataDir }
  const header = await readHeader(file)
  const later = await laterMigrations(header)
  await insistOnKeys(header, options, shell)
  await check(file, shell.progress)
  const withdrawn = await clear(place, options)
  await rebuild(file, place, shell.progress)
  const gone = withdrawn.length > 0 ? await withdrawAgain(withdrawn, place) : 0
  if (gone > 0) {
    shell.print(
      `Letters that were withdrawn after the backup, and whose text is gone again: ${gone}.`,
    )
  }
  const forward = later.length > 0 ? ` ${later.join(', ')} brought it to this version.` : ''
  shell.print(`The database is as it was saved at ${header.savedAt}.${forward}`)
}

/** Which database: the local one in a folder, or the one at Cloudflare. */
type Place = { remote: boolean; dataDir: string }

/** Makes the database of a backup where there are no tables. */
export async function rebuild(file: string, place: Place, progress: Progress): Promise<void> {
  const { remote, dataDir } = place
  const header = await readHeader(file)
  await migrate(dataDir, { remote, only: header.migrations })
  const { db, close } = await openDatabase(place)
  try {
    await fill(db, file, header, progress)
    await compare(db, header, progress)
  } finally {
    await close()
  }
  const later = await laterMigrations(header)
  if (later.length > 0) await migrate(dataDir, { remote })
  if (!header.tables.some(({ name }) => name === 'columns_fts')) {
    await indexAnew(place, progress)
  }
}

/** The migrations that came after a backup; one that knows others than we is a newer version's. */
async function laterMigrations({ migrations }: Header): Promise<string[]> {
  const known = await migrationNames()
  const unknown = migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Mistake(
      `This backup is of a newer version of the software, with ${unknown.join(', ')}. Restore it with that version: nothing was changed.`,
    )
  }
  return known.filter((name) => !migrations.includes(name))
}

/**
 * The ids of keys are made from them and say nothing about them. A backup holds the ids of those that
 * its letters need: a ring that lacks one would leave letters closed, and tickets unknown.
 */
async function insistOnKeys(
  { keys }: Header,
  { remote, locked }: RestoreOptions,
  { print, siteKey }: Shell,
): Promise<void> {
  const needed = Object.entries(keys).map(([id, count]) => `${id} (${count})`)
  const vault = await siteVault(remote, siteKey)
  if (!vault) {
    if (needed.length > 0) {
      print(
        `Sealed rows need these keys of SITE_KEY: ${needed.join(', ')}. Whether the site has them was not checked, as no SITE_KEY was given.`,
      )
    }
    return
  }
  const held = vault.ring.map(({ id }) => id)
  const missing = Object.keys(keys).filter((id) => !held.includes(id))
  if (missing.length === 0) return
  const count = missing.reduce((sum, id) => sum + (keys[id] ?? 0), 0)
  const lost = `${count} sealed rows of this backup cannot be opened with the SITE_KEY that is here: it lacks ${missing.join(', ')}.`
  if (!locked) {
    throw new Mistake(
      `${lost}\nNothing was changed. Put the key back into the ring, or add --locked to restore them as they are, closed.`,
    )
  }
  print(lost)
}

/** What a site that was only set up, and runs, has rows in. */
const OF_THE_SITE = ['site_state', 'clock', 'limits', 'challenges']

/**
 * Takes away all tables, which are to be empty, or are replaced with the operator's consent. Gives the
 * letters whose writers had withdrawn them.
 */
async function clear(place: Place, { replace, agree }: RestoreOptions): Promise<string[]> {
  const { db, close } = await openDatabase(place)
  try {
    const tables = await listTables(db)
    const counts = await countRows(db, tables)
    const rows = tables.map(({ name }, index) => ({ name, count: counts[index] ?? 0 }))
    const full = rows.filter(({ name, count }) => count > 0 && !OF_THE_SITE.includes(name))
    const goes = full.map(({ name, count }) => `${count}\t${name}`).join('\n')
    if (full.length > 0 && !replace) {
      throw new Mistake(
        `The database is not empty:\n${goes}\nNothing was changed. Restore into an empty one, or add --replace to put the backup in its place.`,
      )
    }
    if (full.length > 0 && !(await agree(goes))) throw new Mistake('Nothing was changed.')
    const hasLetters = tables.some(({ name }) => name === 'letters')
    const withdrawn = hasLetters
      ? await db.select({ id: letters.id }).from(letters).where(eq(letters.status, 'withdrawn'))
      : []
    await drop(db, tables)
    return withdrawn.map(({ id }) => id)
  } finally {
    await close()
  }
}

/** What its writer took back stays taken back, whatever a backup says that is older; gives how many. */
async function withdrawAgain(ids: string[], place: Place): Promise<number> {
  const { db, close } = await openDatabase(place)
  let count = 0
  try {
    for (const id of ids) if (await withdrawLetter(db, id, new Date())) count += 1
  } finally {
    await close()
  }
  return count
}

/** A table takes its triggers along: those that keep the desk log from being emptied, too. */
async function drop(db: Db, tables: Table[]): Promise<void> {
  const indexes = await derivedIndexes(db)
  const dropped = [...indexes, ...tables.map(({ name }) => name).reverse()]
  const isMigrated = (await migrationsOf(db)).length > 0
  const names = isMigrated ? [...dropped, 'd1_migrations'] : dropped
  const [first, ...rest] = names.map((name) =>
    statement(db, sql`DROP TABLE ${sql.identifier(name)}`),
  )
  if (first) await untilFree(() => db.batch([first, ...rest]))
}

/** The full-text indexes of other tables, which hold nothing of their own. */
async function derivedIndexes(db: Db): Promise<string[]> {
  const listed = (await listTables(db)).map(({ name }) => name)
  const found = await db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'`,
  )
  return found.map(({ name }) => name).filter((name) => !listed.includes(name))
}
