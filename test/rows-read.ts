import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import type { Db } from '../src/schema.ts'
import { metered } from './bench/meter.ts'

/** Gives how many rows D1 reads while something is done. */
export async function rowsRead(doing: (db: Db) => Promise<unknown>): Promise<number> {
  const { database, meter } = metered(env.DB)
  await doing(drizzle(database))
  return meter.rowsRead
}
