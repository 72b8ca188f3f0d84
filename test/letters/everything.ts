import { sql } from 'drizzle-orm'
import { db } from '../newsroom.ts'

/** Every row of every table that the database has, as one text. */
export async function everything(): Promise<string> {
  const tables = await db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`,
  )
  const contents = await Promise.all(
    tables
      .filter(({ name }) => name !== 'd1_migrations')
      .map(async ({ name }) => [name, await db.all(sql`SELECT * FROM ${sql.identifier(name)}`)]),
  )
  return JSON.stringify(contents)
}
