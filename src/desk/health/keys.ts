import { sql } from 'drizzle-orm'
import type { Db } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import { broken, counted, eye, type Finding, well } from './finding.ts'

const ABOUT = 'Keys'

/**
 * Tells whether every sealed row was sealed by a key that the ring holds: each names its key in clear.
 * It reads every letter's row, and so is for the command line alone. A null ring was not to be had.
 */
export async function keyFinding(db: Db, vault: Vault | null): Promise<Finding> {
  const used = await db.all<{ key: string; count: number }>(sql`
    SELECT substr(wrapped, 4, instr(substr(wrapped, 4), '.') - 1) AS key, count(*) AS count FROM (
      SELECT data_key AS wrapped FROM letters WHERE data_key IS NOT NULL
      UNION ALL SELECT email_key FROM letters WHERE email_key IS NOT NULL
      UNION ALL SELECT data_key FROM messages WHERE data_key IS NOT NULL)
    GROUP BY key`)
  const sum = (some: typeof used) => some.reduce((all, { count }) => all + count, 0)
  const all = counted(sum(used), 'sealed row')
  if (used.length === 0) return well(ABOUT, 'Nothing is sealed yet.')
  if (!vault) {
    const todo =
      'To have it looked at, put the ring into the environment: SITE_KEY=… npm run doctor'
    return eye(ABOUT, `${all}; whether the ring opens them was not looked at.`, todo)
  }
  const held = new Set(vault.ring.map(({ id }) => id))
  const lost = used.filter(({ key }) => !held.has(key))
  const older = used.filter(({ key }) => held.has(key) && key !== vault.ring[0]?.id)
  if (lost.length > 0) {
    const says = `${sum(lost)} of ${all} open with no key of SITE_KEY.`
    return broken(ABOUT, says, 'Put the key that they were made with back into the ring.')
  }
  if (older.length > 0) {
    const says = `${sum(older)} of ${all} are under an older key of the ring.`
    return eye(ABOUT, says, 'Run `npm run vault -- rotate`; keep the old key for its tickets.')
  }
  return well(ABOUT, `${all}, all under the newest key.`)
}
