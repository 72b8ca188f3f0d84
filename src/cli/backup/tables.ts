import { type SQL, type SQLChunk, sql } from 'drizzle-orm'
import type { Db } from '../../schema.ts'
import { rows as query } from '../../statement.ts'

/** A table as a backup sees it: read from the database itself, so that none is forgotten. */
export type Table = {
  name: string
  /** What is stored, in the order in which it is written; a full-text table's rowid comes first. */
  columns: string[]
  /** What its rows lie in the order of, by which they are read a page at a time. */
  keys: Key[]
  /** The tables that must have their rows first. */
  references: string[]
  /** Whether a row that is put in puts or changes rows elsewhere, or is looked at there. */
  hasInsertTrigger: boolean
}

type Key = { name: string; isDescending: boolean }

/** A stored value: D1 gives no other types, and no table of ours holds bytes. */
export type Value = string | number | null

/** What is nobody's content: SQLite's and Cloudflare's own tables, and wrangler's list of migrations. */
const isOurs = (name: SQL) => sql`${name} NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  AND ${name} NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND ${name} <> 'd1_migrations'`

/**
 * Gives all tables that hold content. A full-text table is one of them when it holds its own text
 * (its index is made anew as rows are put in), and not when it is the index of another table's,
 * whose triggers fill it. They come in the order in which a restore fills them.
 */
export async function listTables(db: Db): Promise<Table[]> {
  const [tables, columns, keys, references, triggers] = await db.batch([
    query<{ name: string; isVirtual: number }>(
      db,
      sql`SELECT name, type = 'virtual' AS isVirtual FROM pragma_table_list AS listed
      WHERE schema = 'main' AND type IN ('table', 'virtual') AND ${isOurs(sql`name`)}
      AND NOT EXISTS (SELECT 1 FROM sqlite_master WHERE sqlite_master.name = listed.name
        AND type = 'table' AND sql LIKE 'CREATE VIRTUAL%content%=%')
      ORDER BY name`,
    ),
    query<{ table: string; name: string }>(
      db,
      sql`SELECT listed.name AS "table", info.name FROM pragma_table_list AS listed,
      pragma_table_xinfo(listed.name) AS info
      WHERE listed.schema = 'main' AND ${isOurs(sql`listed.name`)} AND info.hidden = 0
      ORDER BY listed.name, info.cid`,
    ),
    query<{ table: string; name: string; isDescending: number }>(
      db,
      sql`SELECT listed.name AS "table", key.name, key."desc" AS isDescending
      FROM pragma_table_list AS listed, pragma_index_list(listed.name) AS "index",
      pragma_index_xinfo("index".name) AS key
      WHERE listed.schema = 'main' AND ${isOurs(sql`listed.name`)} AND listed.wr
      AND "index".origin = 'pk' AND key."key" ORDER BY listed.name, key.seqno`,
    ),
    query<{ table: string; name: string }>(
      db,
      sql`SELECT DISTINCT listed.name AS "table", reference."table" AS name
      FROM pragma_table_list AS listed, pragma_foreign_key_list(listed.name) AS reference
      WHERE listed.schema = 'main' AND ${isOurs(sql`listed.name`)}`,
    ),
    query<{ table: string }>(
      db,
      sql`SELECT DISTINCT tbl_name AS "table" FROM sqlite_master
      WHERE type = 'trigger' AND sql LIKE '%INSERT ON%'`,
    ),
  ])
  const of = <Row extends { table: string }>(rows: Row[], name: string) =>
    rows.filter(({ table }) => table === name)
  const listed = tables.map(({ name, isVirtual }) => {
    const own = of(columns, name).map((column) => column.name)
    const key = of(keys, name).map((each) => ({ ...each, isDescending: each.isDescending === 1 }))
    return {
      name,
      columns: isVirtual ? ['rowid', ...own] : own,
      keys: key.length > 0 ? key : [{ name: 'rowid', isDescending: false }],
      references: of(references, name).map((reference) => reference.name),
      hasInsertTrigger: of(triggers, name).length > 0,
    }
  })
  return fillingOrder(listed)
}

/**
 * Gives the tables in an order in which rows can be put in while triggers stay: those first whose
 * rows put or change others, those later whose rows refer to others. So the desk log comes before the
 * editors that its trigger would look for.
 */
function fillingOrder(tables: Table[]): Table[] {
  const rank = ({ hasInsertTrigger }: Table) => (hasInsertTrigger ? 0 : 1)
  return referencesFirst(tables.toSorted((one, other) => rank(one) - rank(other)))
}

function referencesFirst(tables: Table[]): Table[] {
  const ordered = new Set<Table>()
  const visit = (table: Table, above: Table[]) => {
    if (above.includes(table)) return
    for (const name of table.references) {
      const referenced = tables.find((each) => each.name === name)
      if (referenced) visit(referenced, [...above, table])
    }
    ordered.add(table)
  }
  for (const table of tables) visit(table, [])
  return [...ordered]
}

/** Gives how many rows each table has, all counted at one moment. */
export async function countRows(db: Db, tables: Table[]): Promise<number[]> {
  const counts = tables.map(({ name }) =>
    query<{ count: number }>(db, sql`SELECT count(*) AS count FROM ${sql.identifier(name)}`),
  )
  const [first, ...rest] = counts
  if (!first) return []
  return (await db.batch([first, ...rest])).map(([row]) => row?.count ?? 0)
}

/** A row as it is read: the stored values, and where it lies. */
export type Read = { values: Value[]; at: Value[] }

/** Gives a page of a table, or (without `limit`) all of it, after a place in its own order. */
export function page(db: Db, table: Table, { after, limit }: { after?: Value[]; limit?: number }) {
  const names = table.columns.map((name) => sql.identifier(name))
  const places = table.keys.map(({ name }, index) =>
    sql.join([sql.identifier(name), sql` AS ${sql.identifier(`at ${index}`)}`]),
  )
  const order = table.keys.map(({ name, isDescending }) =>
    isDescending ? sql`${sql.identifier(name)} DESC` : sql.identifier(name),
  )
  const select = (where: SQL) => sql`SELECT ${list([...names, ...places])}
    FROM ${sql.identifier(table.name)} WHERE ${where} ORDER BY ${list(order)} LIMIT ${limit ?? -1}`
  const parts = after ? rangesAfter(table.keys, after).map(select) : [select(sql`true`)]
  const whole = sql.join(
    parts.map((part) => sql`SELECT * FROM (${part})`),
    sql` UNION ALL `,
  )
  return query<Record<string, Value>>(db, sql`${whole} LIMIT ${limit ?? -1}`)
}

/** Gives a page's rows as they are written, and where each lies. */
export function readRows(table: Table, found: Record<string, Value>[]): Read[] {
  return found.map((row) => ({
    values: table.columns.map((name) => row[name] ?? null),
    at: table.keys.map((_, index) => row[`at ${index}`] ?? null),
  }))
}

/**
 * Gives the ranges of an index that lie after a place, the nearest first. One for each key, since
 * SQLite's comparison of rows knows no index whose keys run in different directions, and would sort
 * the whole rest of the table for every page.
 */
function rangesAfter(keys: Key[], after: Value[]): SQL[] {
  const range = (depth: number): SQL => {
    const same = keys
      .slice(0, depth)
      .map(({ name }, index) => sql`${sql.identifier(name)} = ${after[index]}`)
    const key = keys[depth]
    const name = sql.identifier(key?.name ?? '')
    const next = key?.isDescending ? sql`${name} < ${after[depth]}` : sql`${name} > ${after[depth]}`
    return sql.join([...same, next], sql` AND `)
  }
  return keys.map((_, index) => range(keys.length - 1 - index))
}

/** Writes things with commas between. */
export function list(parts: SQLChunk[]): SQL {
  return sql.join(parts, sql`, `)
}
