import { and, asc, countDistinct, eq, gt, inArray, sql } from 'drizzle-orm'
import { type Paths, pathsIn } from '../paths.ts'
import { columns, type Db, siteState, topics } from '../schema.ts'
import type { Language } from '../ui/copy/index.ts'

/** The most columns that one document lists. */
const MOST = 10_000

/** A page in one language; `changedAt` is an instant, where it is known. */
export type Edition = { language: Language; path: string; changedAt?: string }

/** What one document lists: pages, each with its editions. */
export type Sitemap = {
  pages: Edition[][]
  /** How many parts there are, where no part was asked for; else 1. */
  parts: number
  version: number
}

/**
 * Gives a part of the sitemap, counted from 1, or, if none is asked for, the first and how many
 * there are: up to 10,000 columns, all editions of one together. The first part has the front
 * pages, topics and house pages too; beyond the last there are no pages. One batch.
 */
export async function readSitemap(
  db: Db,
  { languages, part, most = MOST }: { languages: Language[]; part?: number; most?: number },
): Promise<Sitemap> {
  const size = Math.max(1, Math.floor(most / languages.length))
  const from = ((part ?? 1) - 1) * size
  const [editions, [originals], named, [state]] = await db.batch([
    editionsOf(db, languages, { size, from }),
    db
      .select({ count: countDistinct(columns.originalId) })
      .from(columns)
      .where(part ? sql`false` : undefined),
    topicEditions(db, languages),
    db.select().from(siteState),
  ])
  const fixed = [
    inEach(languages, (paths) => paths.front(), state?.changedAt),
    inEach(languages, (paths) => paths.topics()),
    ...groups(named, ({ slug }) => slug).map((group) =>
      group.map((topic) => edition(topic, (paths) => paths.topic(topic.slug))),
    ),
    inEach(languages, (paths) => paths.updates()),
    inEach(languages, (paths) => paths.about()),
    inEach(languages, (paths) => paths.guidelines()),
    inEach(languages, (paths) => paths.privacy()),
  ]
  const listed = groups(editions, ({ originalId }) => originalId).map((group) =>
    group.map((column) => edition(column, (paths) => paths.column(column.slug))),
  )
  return {
    pages: [...(from === 0 ? fixed : []), ...listed],
    parts: Math.max(1, Math.ceil((originals?.count ?? 0) / size)),
    version: state?.version ?? 0,
  }
}

/** In SQLite a cross join is made in the order written: by index, from the part's originals on. */
function editionsOf(db: Db, languages: Language[], { size, from }: { size: number; from: number }) {
  const originals = db
    .selectDistinct({ id: columns.originalId })
    .from(columns)
    .orderBy(asc(columns.originalId))
    .limit(size)
    .offset(from)
    .as('originals')
  return db
    .select({
      slug: columns.slug,
      language: columns.language,
      changedAt: columns.changedAt,
      originalId: columns.originalId,
    })
    .from(originals)
    .crossJoin(columns)
    .where(and(eq(columns.originalId, originals.id), inArray(columns.language, languages)))
    .orderBy(asc(columns.originalId), asc(columns.language))
}

function topicEditions(db: Db, languages: Language[]) {
  return db
    .select({ slug: topics.slug, language: topics.language })
    .from(topics)
    .where(and(gt(topics.columns, 0), inArray(topics.language, languages)))
    .orderBy(asc(topics.position), asc(topics.language))
}

function groups<Row>(rows: Row[], keyOf: (row: Row) => string): Row[][] {
  return [...Map.groupBy(rows, keyOf).values()]
}

function inEach(languages: Language[], path: (paths: Paths) => string, changedAt?: string) {
  return languages.map((language) => edition({ language, changedAt }, path))
}

function edition(
  { language, changedAt }: { language: string; changedAt?: string },
  path: (paths: Paths) => string,
): Edition {
  const known = language as Language
  return { language: known, path: path(pathsIn(known)), changedAt }
}
