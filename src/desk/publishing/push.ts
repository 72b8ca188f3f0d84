import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { day, instant } from '../../dates.ts'
import { type Act, logged } from '../../desk-log.ts'
import { wordReader } from '../../full-text.ts'
import { type Manuscript, write } from '../../manuscript.ts'
import { columns, type Db, drafts, mergedTopics, redirects } from '../../schema.ts'
import { newVersion, press, relate } from '../press.ts'
import { fingerprint, type Plate, plateOf } from './plate.ts'
import { batchOwed } from './purge-owed.ts'

/** A column file that has passed the check and has a date: what push may put live. */
export type Source = { slug: string; manuscript: Manuscript & { published: string } }

/** Why a column was not overwritten. */
export type Refusal = {
  slug: string
  reason: 'changed' | 'open' | 'retracted' | 'moved' | 'merged'
}

/** What a push will do, found out before anything is written. */
export type Plan = {
  added: Source[]
  changed: (Source & { id: string })[]
  unchanged: number
  refused: Refusal[]
  /** Slugs of live columns that the folder does not hold: named, never removed. */
  absent: string[]
  /** Columns that are as pushed although the desk wrote them last: only the note of it is missing. */
  settled: string[]
}

/** Text pressed in one batch, in characters: as JSON it stays below D1's 2 MB a parameter. */
const BATCH = 500_000
/** Columns related in one statement: at 100,000 columns each takes some 0.2 of D1's 30 seconds. */
const RELATED_AT_ONCE = 25
/** Rows read in one query of the index of live columns. */
const INDEX_PAGE = 5000
/** Documents read in one query, of up to 60 KB each. */
const AT_ONCE = 100

/** A live column as the index knows it. */
type Live = { id: string; slug: string; liveHash: string; pushedHash: string | null }
export type LiveIndex = Map<string, Live>

/**
 * Compares the folder with what is live. A column that the desk changed since the last push, has
 * open for editing, moved or retracted is refused, unless `force` says that the folder is right.
 */
export async function planPush(
  db: Db,
  sources: Source[],
  { index, force }: { index: LiveIndex; force: boolean },
): Promise<Plan> {
  const live = new Map(index)
  const [open, traces, merged] = await db.batch([
    db
      .select({ id: drafts.id })
      .from(drafts)
      .where(sql`${drafts.status} IN ('draft', 'review', 'scheduled')
        OR (${drafts.status} = 'live' AND ${drafts.version} > ${drafts.pinnedVersion})`),
    db.select({ slug: redirects.slug, columnId: redirects.columnId }).from(redirects),
    db.select({ slug: mergedTopics.slug }).from(mergedTopics),
  ])
  const mergedSlugs = new Set(merged.map(({ slug }) => slug))
  const openIds = new Set(open.map(({ id }) => id))
  const traceOf = new Map(traces.map(({ slug, columnId }) => [slug, columnId]))
  const plan: Plan = { added: [], changed: [], unchanged: 0, refused: [], absent: [], settled: [] }
  for (const source of sources) {
    const { slug } = source
    const column = live.get(slug)
    const isMerged = source.manuscript.topics.some((topic) => mergedSlugs.has(topic))
    if (isMerged && !force) {
      live.delete(slug)
      plan.refused.push({ slug, reason: 'merged' })
      continue
    }
    if (!column) {
      const trace = traceOf.get(slug)
      if (trace === undefined || force) plan.added.push(source)
      else plan.refused.push({ slug, reason: trace ? 'moved' : 'retracted' })
      continue
    }
    live.delete(slug)
    if ((await fingerprint(write(source.manuscript))) === column.liveHash) {
      plan.unchanged += 1
      if (column.pushedHash !== column.liveHash) plan.settled.push(column.id)
    } else if (force || (column.pushedHash === column.liveHash && !openIds.has(column.id))) {
      plan.changed.push({ ...source, id: column.id })
    } else {
      plan.refused.push({ slug, reason: openIds.has(column.id) ? 'open' : 'changed' })
    }
  }
  plan.absent = [...live.keys()]
  return plan
}

/** Puts a plan's columns live, originals before their editions, and reports after each batch. */
export async function carryOut(
  db: Db,
  plan: Plan,
  { by, now, newId, report }: PushHand,
): Promise<void> {
  const all = [
    ...plan.added.map((source) => ({ ...source, id: newId(), changedAt: lastDated(source) })),
    ...plan.changed.map((source) => ({ ...source, changedAt: instant(now) })),
  ].sort((a, b) => Number(!!a.manuscript.editionOf) - Number(!!b.manuscript.editionOf))
  // A topic that a forced file brings back is one again, and leads nowhere else.
  const named = all.flatMap(({ manuscript }) => manuscript.topics)
  await db
    .delete(mergedTopics)
    .where(sql`${mergedTopics.slug} IN (SELECT value FROM json_each(${JSON.stringify(named)}))`)
  const read = wordReader()
  const owed = await batchOwed(db, all, now)
  const pressed: Plate[] = []
  for (const sources of inBatches(all)) {
    const plates = await Promise.all(
      sources.map((source) => plateOf(source.manuscript, { ...source, isPushed: true }, read)),
    )
    const [first, ...rest] = press(db, plates, now)
    if (first) await db.batch([first, ...rest, owed(plates)])
    pressed.push(...plates)
    report(pressed.length, all.length)
  }
  for (let start = 0; start < pressed.length; start += RELATED_AT_ONCE) {
    const plates = pressed.slice(start, start + RELATED_AT_ONCE)
    const [first, ...rest] = relate(db, plates)
    // Once more: readers may have come in between, and what is offered to read next has changed.
    if (first) await db.batch([first, ...rest, newVersion(db, now), owed(plates)])
  }
  if (plan.settled.length > 0) await settle(db, plan.settled)
  if (all.length > 0) {
    const reason = `${plan.added.length} new, ${plan.changed.length} changed`
    await logged(db, { verb: 'push', by, now, reason } satisfies Act)
  }
}

type PushHand = {
  by: string
  now: Date
  newId: () => string
  report: (done: number, all: number) => void
}

function inBatches<One extends Source>(sources: One[]): One[][] {
  const batches: One[][] = []
  let room = 0
  for (const source of sources) {
    const size = JSON.stringify(source.manuscript).length
    if (size > room) {
      batches.push([])
      room = BATCH
    }
    batches.at(-1)?.push(source)
    room -= size
  }
  return batches
}

/** Notes that the folder holds these columns as they are live: after a pull, or an equal push. */
export async function settle(db: Db, ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += 90) {
    await db
      .update(columns)
      .set({ pushedHash: sql`${columns.liveHash}` })
      .where(inArray(columns.id, ids.slice(start, start + 90)))
  }
}

/**
 * Makes the fingerprints anew of columns whose topic was merged: the desk leaves them empty. Run it
 * before columns are compared with files.
 */
export async function freshenHashes(db: Db): Promise<void> {
  const stale = await db
    .select({ id: columns.id, version: columns.version, manuscript: columns.manuscript })
    .from(columns)
    .where(eq(columns.liveHash, ''))
    .limit(AT_ONCE)
  for (const { id, version, manuscript } of stale) {
    await db
      .update(columns)
      .set({ liveHash: await fingerprint(write(JSON.parse(manuscript))) })
      .where(and(eq(columns.id, id), eq(columns.version, version)))
  }
  if (stale.length === AT_ONCE) await freshenHashes(db)
}

/** Gives every live column by its slug, read by pages. */
export async function liveIndex(db: Db): Promise<LiveIndex> {
  const index = new Map<string, Live>()
  for (let after: string | null = ''; after !== null; ) {
    const rows: Live[] = await db
      .select({
        id: columns.id,
        slug: columns.slug,
        liveHash: columns.liveHash,
        pushedHash: columns.pushedHash,
      })
      .from(columns)
      .where(gt(columns.id, after))
      .orderBy(columns.id)
      .limit(INDEX_PAGE)
    for (const row of rows) index.set(row.slug, row)
    after = rows.length === INDEX_PAGE ? (rows.at(-1)?.id ?? null) : null
  }
  return index
}

/** When a column that is new here last changed, by its own dates: feeds should not call it new. */
function lastDated({ manuscript }: Source): string {
  const days = [...manuscript.updates, ...manuscript.corrections].map(({ on }) => on)
  const last = days.sort().at(-1)
  return last && last > day(new Date(manuscript.published))
    ? `${last}T00:00:00Z`
    : manuscript.published
}
