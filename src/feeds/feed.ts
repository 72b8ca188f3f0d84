import { and, desc, eq, inArray } from 'drizzle-orm'
import { topicsIn } from '../columns/lists.ts'
import {
  type ColumnRow,
  columns,
  columnTopics,
  type Db,
  siteState,
  type TopicRow,
} from '../schema.ts'

/** How many columns a feed holds. */
const NEWEST = 20

/** What a feed is made of: `columns` newest first, `changedAt` the instant of their latest change. */
export type Feed = {
  /** The topic asked for; null: none was, or the language has no column on it. */
  topic: TopicRow | null
  topics: TopicRow[]
  columns: ColumnRow[]
  changedAt: string
  site: SiteState
}

/** The site's version, and the instant of its last change. */
export type SiteState = { version: number; changedAt: string }

/** Gives the 20 newest columns in a language, or of one of its topics, and all its topics: one batch. */
export async function readFeed(db: Db, language: string, slug?: string): Promise<Feed> {
  const [newest, topics, [state]] = await db.batch([
    db
      .select()
      .from(columns)
      .where(slug ? inArray(columns.id, idsIn(db, language, slug)) : eq(columns.language, language))
      .orderBy(desc(columns.publishedAt), desc(columns.id))
      .limit(NEWEST),
    topicsIn(db, language),
    db.select().from(siteState),
  ])
  const changes = newest.map(({ changedAt }) => changedAt).sort()
  return {
    topic: topics.find((topic) => topic.slug === slug) ?? null,
    topics,
    columns: newest,
    changedAt: changes.at(-1) ?? state?.changedAt ?? '',
    site: siteOf(state),
  }
}

/** Gives the state of the site as it was read; a site on which nothing was ever pressed has none. */
export function siteOf(state: SiteState | undefined): SiteState {
  return { version: state?.version ?? 0, changedAt: state?.changedAt ?? '' }
}

function idsIn(db: Db, language: string, topic: string) {
  return db
    .select({ id: columnTopics.columnId })
    .from(columnTopics)
    .where(and(eq(columnTopics.topic, topic), eq(columnTopics.language, language)))
    .orderBy(desc(columnTopics.publishedAt), desc(columnTopics.columnId))
    .limit(NEWEST)
}
