import { lt, sql } from 'drizzle-orm'
import { day } from '../dates.ts'
import { isCarriedOut } from '../refusal.ts'
import { type Db, type Limited, limits, type Statement } from '../schema.ts'
import { networkHash, type Vault } from '../vault.ts'

/** What one network may do in this hour: it is known by a hash, and counted under it. */
export type Allowance = { kind: Limited; network: string; most: number; now: Date }

/**
 * All who come without a network of their own share one allowance, this many times as large: on
 * somebody's own computer, that is, and there it must not lock out whoever works on the site.
 */
const SHARED = 20

/** Gives the allowance of a network, or of all together who have none (null). */
export async function allowanceOf(
  vault: Vault,
  network: string | null,
  { kind, most, now }: { kind: Allowance['kind']; most: number; now: Date },
): Promise<Allowance> {
  return {
    kind,
    network: await networkHash(vault, network ?? 'shared', day(now)),
    most: network ? most : most * SHARED,
    now,
  }
}

/**
 * Gives the statement that counts one act, for the act's own batch. It counts nothing when the
 * statement just before it changed no row; one too many breaks a constraint, and the batch with it.
 */
export function countedIfChanged(db: Db, allowance: Allowance): Statement {
  return counted(db, allowance, sql`changes() > 0`)
}

/** Counts one act that stands alone. False: it would be one too many, and is not counted. */
export function isAllowed(db: Db, allowance: Allowance): Promise<boolean> {
  return isCarriedOut(db.batch([counted(db, allowance, sql`true`)]))
}

function counted(db: Db, { kind, network, most, now }: Allowance, when = sql`true`) {
  return db
    .insert(limits)
    .select(sql`SELECT ${hour(now)}, ${kind}, ${network}, 1, ${most} WHERE ${when}`)
    .onConflictDoUpdate({
      target: [limits.hour, limits.kind, limits.network],
      set: { count: sql`${limits.count} + 1`, most },
    })
}

/** Gives the whole minutes, at least one, until the next hour's allowance begins. */
export function minutesToWait(now: Date): number {
  return 60 - now.getUTCMinutes()
}

/** Forgets the counts of the hours that are over: none is ever two hours old. */
export async function forgetNetworks(db: Db, now: Date): Promise<void> {
  await db.delete(limits).where(lt(limits.hour, hour(now)))
}

/** YYYY-MM-DDTHH, UTC. */
function hour(now: Date): string {
  return now.toISOString().slice(0, 13)
}
