import type { SQL } from 'drizzle-orm'
import type { Db } from './schema.ts'

/**
 * Gives a statement written in SQL for a batch, with its parameters bound. drizzle's own `db.run`
 * cannot do this on D1: in a batch it looks for a prepared statement that a raw one does not have.
 */
export function statement(db: Db, query: SQL) {
  return prepared(db, db.run(query))
}

/** The same for a query: in the batch it gives its rows. */
export function rows<Row>(db: Db, query: SQL) {
  return prepared(db, db.all<Row>(query))
}

function prepared<Raw extends { getQuery(): { sql: string } }>(db: Db, raw: Raw): Raw {
  return Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) })
}

/**
 * Gives the version that the site is at now, by one row. Every second request asks for no more than
 * this: it goes without what drizzle would make for it.
 */
export function siteVersion(database: D1Database): Promise<number | null> {
  return database.prepare('SELECT version FROM site_state').first('version')
}
