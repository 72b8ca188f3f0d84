import { sql } from 'drizzle-orm'
import type { Db, Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { Mistake, print, progress } from '../command-line.ts'
import { DATA_DIR, migrate, migrationNames, openDatabase } from '../database.ts'
import { untilFree } from '../local-site.ts'
import { findVault } from '../site-key.ts'
import { type Entry, type Header, readBackup, readHeader } from './file.ts'
import { look } from './look.ts'
import { check } from './save.ts'
import { migrationsOf } from './snapshot.ts'
import { countRows, list, listTables, type Table, type Value } from './tables.ts'

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
export async function restore(file: string, options: RestoreOptions): Promise<void> {
  const { remote } = options
  const header = await readHeader(file)
  const later = await laterMigrations(header)
  await insistOnKeys(header, options)
  await check(file)
  await clear(options)
  await migrate(DATA_DIR, { remote, only: header.migrations })
  const { db, close } = await openDatabase({ remote })
  try {
    await fill(db, file, header)
    await compare(db, header)
  } finally {
    await close()
  }
  if (later.length > 0) await migrate(DATA_DIR, { remote })
  const forward = later.length > 0 ? ` ${later.join(', ')} brought it to this version.` : ''
  print(`The database is as it was saved at ${header.savedAt}.${forward}`)
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
async function insistOnKeys({ keys }: Header, { remote, locked }: RestoreOptions): Promise<void> {
  const needed = Object.entries(keys).map(([id, count]) => `${id} (${count})`)
  const vault = await findVault(remote)
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

/** Takes away all tables, which are to be empty, or are replaced with the operator's consent. */
async function clear({ remote, replace, agree }: RestoreOptions): Promise<void> {
  const { db, close } = await openDatabase({ remote })
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
    await drop(db, tables)
  } finally {
    await close()
  }
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

/** How much is sent in one statement, in characters: D1 takes 2 MB. */
const SENT_LENGTH = 400_000

/**
 * Fills the tables of a migrated database, in the order in which they were saved. Triggers stay where
 * they are: what they put elsewhere as a row comes in (counts, mostly) is taken away again before that
 * table's own rows are put in.
 */
async function fill(db: Db, file: string, header: Header): Promise<void> {
  const tables = await listTables(db)
  const has = header.tables.map(({ name, columns }) => `${name} (${columns.join(', ')})`)
  const wants = tables.map(({ name, columns }) => `${name} (${columns.join(', ')})`)
  if (String(has) !== String(wants)) throw new Mistake(OTHER_TABLES)
  const all = header.tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  let emptied = 0
  const emptyUpTo = async (place: number) => {
    for (const table of tables.slice(emptied, place + 1)) {
      if (table.hasInsertTrigger) continue
      await untilFree(() => db.run(sql`DELETE FROM ${sql.identifier(table.name)}`))
    }
    emptied = place + 1
  }
  for await (const { table, rows } of portions(file)) {
    await emptyUpTo(header.tables.findIndex(({ name }) => name === table.name))
    await untilFree(() => db.batch([inserted(db, table, rows)]))
    done += rows.length
    if (done < all) progress(done, all, 'rows restored')
  }
  await emptyUpTo(tables.length - 1)
  progress(all, all, 'rows restored')
}

const OTHER_TABLES =
  'The tables of this backup are not those that its migrations make. Nothing was put back.'

type Portion = { table: Entry['table']; rows: Value[][] }

/** Gives a backup's rows, as many of one table at a time as one statement takes. */
async function* portions(file: string): AsyncGenerator<Portion> {
  let portion: Portion | null = null
  let length = 0
  for await (const { table, values } of readBackup(file)) {
    const own = JSON.stringify(values).length
    if (portion && (portion.table !== table || length + own > SENT_LENGTH)) {
      yield portion
      portion = null
    }
    if (!portion) [portion, length] = [{ table, rows: [] }, 0]
    portion.rows.push(values)
    length += own
  }
  if (portion) yield portion
}

function inserted(db: Db, { name, columns }: Entry['table'], rows: Value[][]): Statement {
  const values = columns.map((_, index) => sql`value ->> ${`$[${index}]`}`)
  return statement(
    db,
    sql`INSERT INTO ${sql.identifier(name)} (${list(columns.map((each) => sql.identifier(each)))})
    SELECT ${list(values)} FROM json_each(${JSON.stringify(rows)}) ORDER BY key`,
  )
}

/** Reads every table once more, as it now is in the database. */
async function compare(db: Db, header: Header): Promise<void> {
  const all = header.tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  const seen = (rows: number) => {
    done += rows
    if (done < all) progress(done, all, 'rows compared')
  }
  const differ: string[] = []
  for (const table of await listTables(db)) {
    const saved = header.tables.find(({ name }) => name === table.name)
    const { rows, sha256 } = await look(db, table, { seen })
    if (rows !== saved?.rows) differ.push(`${table.name}: ${rows} rows, saved ${saved?.rows}`)
    else if (sha256 !== saved.sha256) differ.push(`${table.name}: not the same rows`)
  }
  progress(all, all, 'rows compared')
  if (differ.length > 0) {
    throw new Mistake(
      `The database is not as it was saved:\n${differ.join('\n')}\nStop the site while you restore, and restore again with --replace.`,
    )
  }
}
