import { sql } from 'drizzle-orm'
import { type Db, type OldAddress, oldAddresses, type Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'

/** What a list of old addresses changes: lines that are new or lead elsewhere, and paths that are gone. */
export type AddressChanges = { put: OldAddress[]; removed: string[] }

/** Gives the statements that let old addresses lead to where they lead now. */
export function leadAddresses(db: Db, { put, removed }: AddressChanges): Statement[] {
  return [
    statement(
      db,
      sql`INSERT INTO old_addresses (path, target, slug)
      SELECT value ->> 'path', value ->> 'target', value ->> 'slug'
      FROM json_each(${JSON.stringify(put)}) WHERE true
      ON CONFLICT (path) DO UPDATE SET target = excluded.target, slug = excluded.slug`,
    ),
    db
      .delete(oldAddresses)
      .where(
        sql`${oldAddresses.path} IN (SELECT value FROM json_each(${JSON.stringify(removed)}))`,
      ),
  ]
}
