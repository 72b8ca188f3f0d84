import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

type Made = { type: string; name: string; sql: string }

/** All that the migrations make: its tables and triggers by name, and the rows that come with them. */
let whole: { made: Made[]; rows: string[] } | null = null

/**
 * Leaves the database as the migrations make it: with no letter, no editor, nothing. It is emptied
 * where that is enough, as to make it anew takes three times as long, and every test begins here.
 */
export async function emptyDatabase(): Promise<void> {
  const made = await schema()
  if (!whole || names(made, 'table') !== names(whole.made, 'table')) return makeAnew()
  const statements = [
    'PRAGMA defer_foreign_keys = on',
    // A log that cannot be changed cannot be emptied, and a test may have set triggers of its own.
    ...triggers(made).map(({ name }) => `DROP TRIGGER ${name}`),
    ...tables(whole.made).map(({ name }) => `DELETE FROM ${name}`),
    ...indexes(whole.made).map(({ name }) => `INSERT INTO ${name} (${name}) VALUES ('delete-all')`),
    ...whole.rows,
    ...triggers(whole.made).map(({ sql }) => sql),
  ]
  await env.DB.prepare(statements.join(';\n')).run()
}

async function makeAnew(): Promise<void> {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  const made = await schema()
  const rows: string[] = []
  for (const { name } of tables(made)) {
    const { results } = await env.DB.prepare(`SELECT * FROM ${name}`).all()
    rows.push(...results.map((row) => insertion(name, row)))
  }
  whole = { made, rows }
}

async function schema(): Promise<Made[]> {
  const query = 'SELECT type, name, sql FROM sqlite_master ORDER BY name'
  const { results } = await env.DB.prepare(query).all<Made>()
  return results
}

/** Leaves out what is nobody's to write: the platform's own tables, and those inside an index of text. */
function tables(made: Made[]): Made[] {
  const isInside = ({ name, sql }: Made) =>
    /^(_cf_|d1_migrations$)/.test(name) ||
    /USING fts5vocab/.test(sql) ||
    indexes(made).some((index) => name.startsWith(`${index.name}_`))
  return made.filter((one) => one.type === 'table' && !isInside(one))
}

/** Indexes of text: what is deleted from them lies in their segments until all is. */
function indexes(made: Made[]): Made[] {
  return made.filter(({ sql }) => /USING fts5\b/.test(sql))
}

function triggers(made: Made[]): Made[] {
  return made.filter(({ type }) => type === 'trigger')
}

function names(made: Made[], wanted: string): string {
  return made.flatMap(({ type, name }) => (type === wanted ? [name] : [])).join()
}

function insertion(table: string, row: Record<string, unknown>): string {
  const values = Object.values(row).map((value) =>
    typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL'),
  )
  return `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${values})`
}
