import { and, asc, gt, lte, sql } from 'drizzle-orm'
import { type Db, deskLog, deskLogChain } from '../../schema.ts'
import { hashOf, NO_SEAL, type Seal } from './log-chain.ts'

/** What is wrong with the log at its first entry that is not as it was sealed. */
export type Breach = { entryId: number; what: 'changed' | 'removed' | 'inserted' | 'head' }

/** How far the log was gone through: `head` is the last seal that holds, `breach` ends the walk. */
export type Walk = {
  seen: number
  all: number
  sealed: number
  unsealed: number
  head: Seal
  breach: Breach | null
}

/** Entries read in one round trip. */
const PAGE = 1000

/**
 * Goes through the whole desk log and reckons every seal anew, a thousand entries at a time; ends at
 * the first entry that was changed, removed (numbers are never left out) or inserted after it was
 * sealed. `noted` is a head from earlier: it must still stand, or else the whole chain was rewritten.
 * The site may run meanwhile.
 */
export async function* verifyLog(db: Db, noted: Seal | null = null): AsyncGenerator<Walk> {
  const { last, sealedTo, below } = await boundsOf(db)
  let walk: Walk = {
    seen: 0,
    all: last,
    sealed: 0,
    unsealed: 0,
    head: NO_SEAL,
    breach: below === null ? null : { entryId: below, what: 'inserted' },
  }
  while (!walk.breach && walk.seen < last) {
    walk = await nextPage(db, walk, { sealedTo, noted })
    if (walk.breach || walk.seen < last) yield walk
  }
  if (!walk.breach && noted && noted.entryId > walk.head.entryId) {
    walk = { ...walk, breach: { entryId: noted.entryId, what: 'head' } }
  }
  yield walk
}

/**
 * Where the log ends, by whichever of its traces goes furthest: its entries, its seals, or the last
 * number that SQLite gave out. `below` is an entry before the first number, which was never given.
 */
async function boundsOf(db: Db) {
  const [row] = await db.all<{ last: number; sealedTo: number; below: number | null }>(
    sql`SELECT
      max(coalesce((SELECT max(id) FROM desk_log), 0),
        coalesce((SELECT max(entry_id) FROM desk_log_chain), 0),
        coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'desk_log'), 0)) AS last,
      coalesce((SELECT max(entry_id) FROM desk_log_chain), 0) AS sealedTo,
      (SELECT min(id) FROM desk_log WHERE id < 1) AS below`,
  )
  return row ?? { last: 0, sealedTo: 0, below: null }
}

type Known = { sealedTo: number; noted: Seal | null }

async function nextPage(db: Db, walk: Walk, { sealedTo, noted }: Known): Promise<Walk> {
  const end = Math.min(walk.seen + PAGE, walk.all)
  const [found, seals] = await db.batch([
    db
      .select()
      .from(deskLog)
      .where(and(gt(deskLog.id, walk.seen), lte(deskLog.id, end)))
      .orderBy(asc(deskLog.id)),
    db
      .select()
      .from(deskLogChain)
      .where(and(gt(deskLogChain.entryId, walk.seen), lte(deskLogChain.entryId, end))),
  ])
  const entries = new Map(found.map((entry) => [entry.id, entry]))
  const hashes = new Map(seals.map(({ entryId, hash }) => [entryId, hash]))
  const next = { ...walk }
  for (let id = walk.seen + 1; id <= end; id += 1) {
    const broken = (what: Breach['what']) => ({ ...next, breach: { entryId: id, what } })
    const entry = entries.get(id)
    if (!entry) return broken('removed')
    next.seen = id
    if (id > sealedTo) {
      next.unsealed += 1
      continue
    }
    const hash = hashes.get(id)
    if (hash === undefined) return broken('inserted')
    if (hash !== (await hashOf(next.head.hash, entry))) return broken('changed')
    if (noted?.entryId === id && noted.hash !== hash) return broken('head')
    next.head = { entryId: id, hash }
    next.sealed += 1
  }
  return next
}
