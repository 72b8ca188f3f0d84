import { eq, type SQL, sql } from 'drizzle-orm'
import type { Manuscript } from '../manuscript.ts'
import { columns, type Db, redirects } from '../schema.ts'

/** A column as its page shows it, with all that stands around it. */
export type Column = {
  id: string
  slug: string
  language: string
  version: number
  siteVersion: number
  manuscript: Manuscript & { published: string }
  topics: { slug: string; name: string }[]
  next: Beside[]
  /** The columns of its language that were published just before and after it. */
  earlier: Beside | null
  later: Beside | null
  editions: Edition[]
}

type Edition = { id: string; slug: string; language: string; headline: string }

/** A column that another one's page leads to. */
export type Beside = { id: string; slug: string; headline: string; standfirst: string }

/** What a column's topics and its related columns are at most: each is read by its own key. */
const TOPICS = ['$[0]', '$[1]', '$[2]', '$[3]', '$[4]']
const RELATED = ['$[0]', '$[1]', '$[2]']

/**
 * Finds a live column by its slug, with topics, editions, what to read next and what came before and
 * after: one statement. It reads some thirteen rows, whatever the archive holds.
 */
export async function findColumn(db: Db, slug: string): Promise<Column | null> {
  const [row] = await db
    .select({
      id: columns.id,
      slug: columns.slug,
      language: columns.language,
      version: columns.version,
      manuscript: columns.manuscript,
      siteVersion: sql<number>`(SELECT version FROM site_state)`,
      topics: list(TOPICS.map(topicAt)),
      next: list(RELATED.map((place) => beside(sql`other.id = columns.related ->> ${place}`))),
      earlier: sql<string | null>`coalesce(
        ${beside(sql`other.language = columns.language
          AND other.published_at = columns.published_at AND other.id < columns.id
          ORDER BY other.id DESC`)},
        ${beside(sql`other.language = columns.language
          AND other.published_at < columns.published_at
          ORDER BY other.published_at DESC, other.id DESC`)})`,
      later: sql<string | null>`coalesce(
        ${beside(sql`other.language = columns.language
          AND other.published_at = columns.published_at AND other.id > columns.id
          ORDER BY other.id`)},
        ${beside(sql`other.language = columns.language
          AND other.published_at > columns.published_at
          ORDER BY other.published_at, other.id`)})`,
      editions: sql<string>`(SELECT json_group_array(json_object(
        'id', other.id, 'slug', other.slug, 'language', other.language, 'headline', other.headline)) FROM columns AS other
        WHERE other.original_id = columns.original_id AND other.id <> columns.id)`,
    })
    .from(columns)
    .where(eq(columns.slug, slug))
  if (!row) return null
  return {
    ...row,
    manuscript: JSON.parse(row.manuscript),
    topics: there(row.topics),
    next: there(row.next),
    earlier: row.earlier && JSON.parse(row.earlier),
    later: row.later && JSON.parse(row.later),
    editions: JSON.parse(row.editions).sort((one: Edition, other: Edition) =>
      one.language.localeCompare(other.language),
    ),
  }
}

/** Gives all other columns of which a column's page shows something. */
export function shownBeside({ next, earlier, later, editions }: Column): { id: string }[] {
  return [...next, ...editions, earlier, later].filter((one) => one !== null)
}

function topicAt(place: string): SQL {
  return sql`(SELECT json_object('slug', topics.slug, 'name', topics.name) FROM topics
    WHERE topics.slug = columns.topics ->> ${place} AND topics.language = columns.language)`
}

function beside(which: SQL): SQL {
  return sql`(SELECT json_object('id', other.id, 'slug', other.slug, 'headline', other.headline,
    'standfirst', other.standfirst) FROM columns AS other WHERE ${which} LIMIT 1)`
}

function list(values: SQL[]): SQL<string> {
  return sql<string>`json_array(${sql.join(
    values.map((value) => sql`json(${value})`),
    sql`, `,
  )})`
}

/** A list without the places where nothing was found. */
function there<One>(json: string): One[] {
  return JSON.parse(json).filter((one: One | null) => one !== null)
}

/** Where a slug without a column leads: to a column that has moved, or to a tombstone. */
export type Trace =
  | { kind: 'moved'; slug: string; language: string }
  | { kind: 'gone'; id: string | null; note: string }

/** Finds what became of a slug that once held a column. Null when it never did. */
export async function traceColumn(db: Db, slug: string): Promise<Trace | null> {
  const [row] = await db
    .select({
      slug: columns.slug,
      language: columns.language,
      note: redirects.note,
      id: redirects.formerId,
    })
    .from(redirects)
    .leftJoin(columns, eq(columns.id, redirects.columnId))
    .where(eq(redirects.slug, slug))
  if (!row) return null
  const { slug: target, language, note, id } = row
  return target && language
    ? { kind: 'moved', slug: target, language }
    : { kind: 'gone', id, note: note ?? '' }
}
