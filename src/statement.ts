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
export async function siteVersion(database: D1Database): Promise<number | null> {
  const { results } = await database
    .prepare('SELECT version FROM site_state')
    .all<{ version: number }>()
  return results[0]?.version ?? null
}

/** The site's version, and the instant of its last change. */
export type SiteState = { version: number; changedAt: string }

/**
 * Makes the query of a reader's page: one statement, whose text is made once and not for each request.
 * Every part is SQL of ours that gives JSON; the values are bound, as `?1`, `?2` and so on. Gives the
 * parts, and the state in which the site was at that moment.
 */
export function pageQuery<Parts extends object>(parts: { [Name in keyof Parts]: string }) {
  const chosen = Object.entries<string>(parts).map(([name, query]) => `(${query}) AS ${name}`)
  const text = `SELECT version, changed_at AS changedAt, ${chosen.join(', ')} FROM site_state`
  return async (db: Db, ...values: string[]): Promise<Parts & SiteState> => {
    const { results } = await db.$client
      .prepare(text)
      .bind(...values)
      .all<Record<string, string>>()
    const { version = 0, changedAt = '', ...found } = results[0] ?? {}
    const read = Object.entries(found).map(([name, json]) => [name, JSON.parse(json ?? 'null')])
    return Object.assign(Object.fromEntries(read), { version, changedAt })
  }
}

/** SQL for a part that is a list: `item` is the JSON of each of the rows `from` a table. */
export function listOf(item: string, from: string): string {
  return `SELECT '[' || coalesce(group_concat(item), '') || ']' FROM (SELECT ${item} AS item ${from})`
}

/**
 * Gives a database that prepares statements of the same text once: from the command line it takes a
 * round trip, for which all else waits.
 */
export function preparingOnce<Database extends { prepare(text: string): object }>(
  database: Database,
): Database {
  const known = new Map<string, object>()
  return new Proxy(database, {
    get(target, key) {
      if (key !== 'prepare') return Reflect.get(target, key)
      return (text: string) => {
        const statement = known.get(text) ?? target.prepare(text)
        known.set(text, statement)
        return statement
      }
    },
  })
}
