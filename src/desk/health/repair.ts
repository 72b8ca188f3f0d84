import { inArray, sql } from 'drizzle-orm'
import { columns, type Db } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { recount } from '../press/recount.ts'
import { deriveAll } from '../publishing/derive.ts'
import { compareDerived } from './against-manuscripts.ts'

/** So many ids fit into one statement beside what else it binds (D1 takes 100). */
const AT_ONCE = 90

/**
 * Makes anew what is derived from the live columns and is not as it should be: the rows of columns that
 * differ from their manuscripts, rows of the search that belong to none, and counts. No word of any
 * column changes. Gives how many columns were derived.
 */
export async function repair(
  db: Db,
  now: Date,
  report: (done: number, all: number) => void,
): Promise<number> {
  let differing: string[] = []
  for await (const told of compareDerived(db)) differing = told.differing
  await db.batch([
    statement(db, sql`DELETE FROM columns_fts WHERE rowid NOT IN (SELECT id FROM exchanges)`),
    statement(
      db,
      sql`DELETE FROM exchange_texts WHERE exchange_id NOT IN (SELECT id FROM exchanges)`,
    ),
  ])
  for (let start = 0; start < differing.length; start += AT_ONCE) {
    const some = differing.slice(start, start + AT_ONCE)
    await db.batch([
      db.update(columns).set({ derivation: 0 }).where(inArray(columns.id, some)),
      // What the search has of a column, it would take for right: no word of it is written again.
      statement(
        db,
        sql`DELETE FROM columns_fts WHERE rowid IN (SELECT id FROM exchanges
          WHERE column_id IN (SELECT value FROM json_each(${JSON.stringify(some)})))`,
      ),
    ])
  }
  await deriveAll(db, now, report)
  const [first, ...rest] = recount(db)
  if (first) await db.batch([first, ...rest])
  return differing.length
}
