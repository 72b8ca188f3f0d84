import { gt, sql } from 'drizzle-orm'
import type { Manuscript } from '../../manuscript.ts'
import { columns, type Db, drafts, mergedTopics, redirects } from '../../schema.ts'

/** A column file that has passed the check and has a date: what push may put live. */
export type Source = {
  slug: string
  /** The fingerprint of its document. */
  hash: string
  topics: string[]
  editionOf: string | null
  /** What its text takes in a statement, in bytes. */
  size: number
  /** The stems by which columns like it are found. */
  likeness: string[]
  /** Gives the column itself: of many files, most are read again. */
  read: () => Promise<Manuscript & { published: string }>
}

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

/** Rows read in one query of the index of live columns. */
const INDEX_PAGE = 5000
/** A live column as the index knows it. */
export type Live = {
  id: string
  slug: string
  language: string
  topics: string[]
  publishedAt: string
  editionOf: string | null
  liveHash: string
  pushedHash: string | null
}
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
    const isMerged = source.topics.some((topic) => mergedSlugs.has(topic))
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
    if (source.hash === column.liveHash) {
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

/** Gives every live column by its slug, read by pages. */
export async function liveIndex(db: Db): Promise<LiveIndex> {
  const index = new Map<string, Live>()
  for (let after: string | null = ''; after !== null; ) {
    const rows: Live[] = await db
      .select({
        id: columns.id,
        slug: columns.slug,
        language: columns.language,
        topics: columns.topics,
        publishedAt: columns.publishedAt,
        editionOf: sql<string | null>`${columns.manuscript} ->> 'editionOf'`,
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
