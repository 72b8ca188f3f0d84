import { sql } from 'drizzle-orm'
import type { Db, Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { Mistake, type Progress } from '../command-line.ts'
import { untilFree } from '../local-site.ts'
import { type Entry, type Header, readBackup } from './file.ts'
import { look } from './look.ts'
import { list, listTables, type Value } from './tables.ts'

/** How much is sent in one statement, in characters: D1 takes 2 MB. */
const SENT_LENGTH = 400_000

/**
 * Fills the tables of a migrated database, in the order in which they were saved. Triggers stay where
 * they are: what they put elsewhere as a row comes in (counts, mostly) is taken away again before that
 * table's own rows are put in.
 */
export async function fill(
  db: Db,
  file: string,
  header: Header,
  progress: Progress,
): Promise<void> {
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

/** Reads every table once more, as it now is in the database, and refuses what is not as it was saved. */
export async function compare(db: Db, header: Header, progress: Progress): Promise<void> {
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
