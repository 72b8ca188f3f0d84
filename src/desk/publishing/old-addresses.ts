import { asc, gt } from 'drizzle-orm'
import { tag } from '../../cache-tags.ts'
import { type Act, logged } from '../../desk-log.ts'
import { currentTarget, type KnownAddress, knownAddresses } from '../../old-address.ts'
import { type Db, type OldAddress, oldAddresses } from '../../schema.ts'
import { leadAddresses, newVersion } from '../press.ts'
import { purgeOwed } from './purge-owed.ts'

/** Rows read in one query, and lines written in one batch. */
const AT_ONCE = 1_000

/** Gives all old addresses as they lead now, in their order, read by pages. */
export async function listAddresses(db: Db): Promise<KnownAddress[]> {
  const all: KnownAddress[] = []
  for (let after: string | null = ''; after !== null; ) {
    const rows: KnownAddress[] = await knownAddresses(db)
      .where(gt(oldAddresses.path, after))
      .orderBy(asc(oldAddresses.path))
      .limit(AT_ONCE)
    all.push(...rows)
    after = rows.length === AT_ONCE ? (rows.at(-1)?.path ?? null) : null
  }
  return all
}

/** Whether an address leads to where a column was taken down: the site remembers it without a file. */
export function isGone({ slug, columnSlug, trace }: KnownAddress): boolean {
  return slug !== null && columnSlug === null && trace !== null
}

/**
 * Lets old addresses lead to where a folder says, and no others, but those of columns that were taken
 * down. Writes only what is not so already, in batches; whatever interrupts it, the same push does the
 * rest. Gives how many lines it wrote, and how many it removed.
 */
export async function pushAddresses(
  db: Db,
  addresses: OldAddress[],
  { by, now }: { by: string; now: Date },
): Promise<{ written: number; removed: number }> {
  const known = new Map((await listAddresses(db)).map((each) => [each.path, each]))
  const put = addresses.filter(({ path, target }) => {
    const stands = known.get(path)
    return !stands || (stands.target !== target && currentTarget(stands) !== target)
  })
  const wanted = new Set(addresses.map(({ path }) => path))
  const removed = [...known.values()]
    .filter((each) => !wanted.has(each.path) && !isGone(each))
    .map(({ path }) => path)
  for (let start = 0; start < Math.max(put.length, removed.length); start += AT_ONCE) {
    const some = <One>(all: One[]) => all.slice(start, start + AT_ONCE)
    const [first, ...rest] = leadAddresses(db, { put: some(put), removed: some(removed) })
    const owed = purgeOwed(db, [tag.addresses], now)
    if (first) await db.batch([first, ...rest, newVersion(db, now), owed])
  }
  if (put.length + removed.length > 0) {
    const reason = `${put.length} old addresses written, ${removed.length} removed`
    await logged(db, { verb: 'push', by, now, reason } satisfies Act)
  }
  return { written: put.length, removed: removed.length }
}
