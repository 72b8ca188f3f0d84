import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Db } from '../../schema.ts'
import { rows as query } from '../../statement.ts'
import { Mistake, type Progress } from '../command-line.ts'
import { untilFree } from '../local-site.ts'
import { type Look, look, taker } from './look.ts'
import { countRows, listTables, page, readRows, type Table } from './tables.ts'

/** A copy of the database at one moment: each table's lines are in a file of its name. */
export type Snapshot = {
  tables: (Table & Look)[]
  migrations: string[]
  /** How many sealed rows need which key of the ring. */
  keys: Record<string, number>
}

/** A table of no more rows is read whole, in the one transaction at the middle of all. */
const FEW = 100

/** After so many tables that changed while they were read, the hour is the wrong one. */
const MOST_RETRIES = 20

/**
 * Copies the database into a folder as it was at one moment, while the site runs. D1 holds no
 * snapshot open, and one transaction cannot give out an archive. So the small tables are read in one
 * transaction; before it each larger one, and after it each once more, the largest first and last.
 * A table that reads the same on both sides was so at the moment between (the double collect of
 * Afek et al., 1993, “Atomic snapshots of shared memory”); one that does not begins a new middle.
 */
export async function takeSnapshot(db: Db, folder: string, progress: Progress): Promise<Snapshot> {
  const tables = await listTables(db)
  const counts = await countRows(db, tables)
  const size = (table: Table) => counts[tables.indexOf(table)] ?? 0
  const large = tables.filter((table) => size(table) > FEW).sort((a, b) => size(b) - size(a))
  const small = tables.filter((table) => !large.includes(table))
  const pathOf = ({ name }: Table) => join(folder, name)
  const looks = new Map<Table, Look>()
  const all = large.reduce((sum, table) => sum + size(table), 0)
  let done = 0
  const seen = (rows: number) => {
    done += rows
    if (done < all * 2) progress(done, all * 2, 'rows read')
  }
  const migrations = await migrationsOf(db)
  for (let from = 0, retries = 0; ; retries += 1) {
    if (retries === MOST_RETRIES) throw new Mistake(BUSY)
    for (const table of large.slice(from)) {
      looks.set(table, await look(db, table, { path: pathOf(table), seen }))
    }
    const middle = await readMiddle(db, small, pathOf)
    for (const [table, read] of middle.looks) looks.set(table, read)
    const moved = await lookAgain(db, large, { looks, pathOf, seen })
    if (moved === null) {
      if (String(middle.migrations) !== String(migrations)) throw new Mistake(MIGRATED)
      const taken = tables.flatMap((table) => {
        const read = looks.get(table)
        return read ? [{ ...table, ...read }] : []
      })
      const total = taken.reduce((sum, { rows }) => sum + rows, 0)
      progress(total, total, 'rows read')
      return { tables: taken, migrations, keys: middle.keys }
    }
    // What the table holds now is its first look; the smaller ones are looked at anew, too.
    from = large.indexOf(moved) + 1
    done = large.slice(0, from).reduce((sum, table) => sum + size(table), 0)
  }
}

const BUSY = 'The site is written to faster than it can be read. Save it at a quieter hour.'
const MIGRATED = 'The database was migrated meanwhile. Save it again.'

/** Reads all small tables in one transaction, with the migrations and keys of that moment. */
async function readMiddle(db: Db, small: Table[], pathOf: (table: Table) => string) {
  const [applied, keys, ...found] = await untilFree(() =>
    db.batch([
      query<{ name: string }>(db, sql`SELECT name FROM d1_migrations ORDER BY id`),
      query<{ id: string; count: number }>(
        db,
        // A wrapped key begins with its format and the ring's key: `v1.` and eight characters.
        sql`SELECT id, count(*) AS count FROM (
          SELECT substr(data_key, 4, 8) AS id FROM letters WHERE data_key IS NOT NULL
          UNION ALL SELECT substr(email_key, 4, 8) FROM letters WHERE email_key IS NOT NULL
          UNION ALL SELECT substr(data_key, 4, 8) FROM messages WHERE data_key IS NOT NULL
          UNION ALL SELECT key_id FROM letter_marks UNION ALL SELECT key_id FROM waves
        ) GROUP BY id ORDER BY id`,
      ),
      ...small.map((table) => page(db, table, {})),
    ]),
  )
  const looks = new Map<Table, Look>()
  for (const [index, table] of small.entries()) {
    const taken = taker(pathOf(table))
    await taken.take(readRows(table, found[index] ?? []))
    looks.set(table, await taken.end())
  }
  return {
    looks,
    migrations: applied.map(({ name }) => name),
    keys: Object.fromEntries(keys.map(({ id, count }) => [id, count])),
  }
}

/** Looks at the large tables once more, and gives the first that has changed, with its new look kept. */
async function lookAgain(
  db: Db,
  large: Table[],
  {
    looks,
    pathOf,
    seen,
  }: {
    looks: Map<Table, Look>
    pathOf: (table: Table) => string
    seen: (rows: number) => void
  },
): Promise<Table | null> {
  for (const table of large.toReversed()) {
    const again = await look(db, table, { path: pathOf(table), seen })
    const isSame = again.sha256 === looks.get(table)?.sha256
    looks.set(table, again)
    if (!isSame) return table
  }
  return null
}

/** Gives the names of the migrations that a database has had, in order; none when it has no tables. */
export async function migrationsOf(db: Db): Promise<string[]> {
  const [[listed]] = await db.batch([
    query(db, sql`SELECT 1 FROM sqlite_master WHERE name = 'd1_migrations'`),
  ])
  if (!listed) return []
  const [applied] = await db.batch([
    query<{ name: string }>(db, sql`SELECT name FROM d1_migrations ORDER BY id`),
  ])
  return applied.map(({ name }) => name)
}
