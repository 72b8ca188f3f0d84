import { and, eq, inArray, sql } from 'drizzle-orm'
import { day, instant } from '../../dates.ts'
import { type Act, logged } from '../../desk-log.ts'
import { type WordReader, wordReader } from '../../full-text.ts'
import { type Manuscript, write } from '../../manuscript.ts'
import { columns, type Db, mergedTopics, type Statement } from '../../schema.ts'
import type { Asking } from '../press/related.ts'
import { newVersion, press } from '../press.ts'
import { fingerprint, type Plate, plateOf } from './plate.ts'
import { batchOwed } from './purge-owed.ts'
import type { Plan, Source } from './push-plan.ts'
import { archiveFor, relateAll } from './relate-all.ts'

/** What the texts of a batch may take, in bytes: D1 takes 2 MB a parameter. */
const BATCH = 1_200_000
/** Documents read in one query, of up to 60 KB each. */
const AT_ONCE = 100

type PushHand = {
  by: string
  now: Date
  newId: () => string
  report: (step: 'pushed' | 'related', done: number, all: number) => void
}

/** A source with its column's id, and when that changed: null where it is new, and its dates tell. */
type Due = { source: Source; id: string; changedAt: string | null }

/**
 * Puts a plan's columns live, originals before their editions, relates them once all are live, and
 * reports after each batch. Whatever interrupts it, each batch is there or is not, and the same push
 * once more does the rest.
 */
export async function carryOut(
  db: Db,
  plan: Plan,
  { by, now, newId, report }: PushHand,
): Promise<void> {
  const all: Due[] = [
    ...plan.added.map((source) => ({ source, id: newId(), changedAt: null })),
    ...plan.changed.map((source) => ({ source, id: source.id, changedAt: instant(now) })),
  ].sort((one, other) => Number(!!one.source.editionOf) - Number(!!other.source.editionOf))
  const sources = all.map(({ source }) => source)
  await bringBack(db, new Set(sources.flatMap(({ topics }) => topics)))
  const owed = await batchOwed(db, all, now)
  const archive = archiveFor(sources)
  const asking: Asking[] = []
  const few = new Map<string, Plate>()
  for await (const plates of putLive(db, all, { now, owed })) {
    for (const plate of plates) {
      const { id, likeness, topics } = plate
      asking.push({ id, likeness, topics })
      if (archive) archive.add(plate)
      else few.set(id, plate)
    }
    report('pushed', asking.length, all.length)
  }
  await relateAll(db, asking, {
    archive,
    // Once more: readers may have come in between, and what is offered to read next has changed.
    beside: (ids) => [newVersion(db, now), owed(ids.flatMap((id) => few.get(id) ?? []))],
    report: (done, count) => report('related', done, count),
  })
  if (plan.settled.length > 0) await settle(db, plan.settled)
  if (all.length > 0) {
    const reason = `${plan.added.length} new, ${plan.changed.length} changed`
    await logged(db, { verb: 'push', by, now, reason } satisfies Act)
  }
}

/** A topic that a forced file brings back is one again, and leads nowhere else. */
async function bringBack(db: Db, topics: Set<string>): Promise<void> {
  const slugs = JSON.stringify([...topics])
  await db
    .delete(mergedTopics)
    .where(sql`${mergedTopics.slug} IN (SELECT value FROM json_each(${slugs}))`)
}

type PressHand = { now: Date; owed: (plates: Plate[]) => Statement }

/** Writes batch after batch, and gives each once it is live; the next is made ready meanwhile. */
async function* putLive(db: Db, all: Due[], hand: PressHand): AsyncGenerator<Plate[]> {
  const read = wordReader()
  let written: Promise<Plate[]> | null = null
  for (const batch of inBatches(all)) {
    const plates = await Promise.all(batch.map((due) => plateFor(due, read)))
    if (written) yield await written
    written = putBatchLive(db, plates, hand)
    // Until it is waited for, a failure is nobody's.
    written.catch(() => {})
  }
  if (written) yield await written
}

async function plateFor({ source, id, changedAt }: Due, read: WordReader): Promise<Plate> {
  const manuscript = await source.read()
  const to = { id, slug: source.slug, changedAt: changedAt ?? lastDated(manuscript) }
  return plateOf(manuscript, { ...to, fileHash: source.hash }, read)
}

async function putBatchLive(db: Db, plates: Plate[], { now, owed }: PressHand): Promise<Plate[]> {
  const [first, ...rest] = press(db, plates, now, { isRelatedLater: true })
  if (first) await db.batch([first, ...rest, owed(plates)])
  return plates
}

function inBatches(all: Due[]): Due[][] {
  const batches: Due[][] = []
  let room = 0
  for (const due of all) {
    const { size } = due.source
    if (size > room) {
      batches.push([])
      room = BATCH
    }
    batches.at(-1)?.push(due)
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

/** When a column that is new here last changed, by its own dates: feeds should not call it new. */
function lastDated(manuscript: Manuscript & { published: string }): string {
  const days = [...manuscript.updates, ...manuscript.corrections].map(({ on }) => on)
  const last = days.sort().at(-1)
  return last && last > day(new Date(manuscript.published))
    ? `${last}T00:00:00Z`
    : manuscript.published
}
