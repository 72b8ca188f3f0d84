import { eq } from 'drizzle-orm'
import type { Manuscript } from '../manuscript.ts'
import { type Lead, leadOf, oldAddressesAt } from '../old-address.ts'
import { columns, type Db, redirects } from '../schema.ts'
import { pageQuery } from '../statement.ts'

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

/** SQL for another column as a page leads to it. */
const beside = (which: string) => `(SELECT json_object('id', other.id, 'slug', other.slug,
  'headline', other.headline, 'standfirst', other.standfirst) FROM columns AS other
  WHERE ${which} LIMIT 1)`

/** What a column's topics and its related columns are at most: each is read by its own key. */
const topics = [0, 1, 2, 3, 4].map(
  (place) => `json((SELECT json_object('slug', topics.slug, 'name', topics.name) FROM topics
    WHERE topics.slug = columns.topics ->> ${place} AND topics.language = columns.language))`,
)
const next = [0, 1, 2].map((place) => `json(${beside(`other.id = columns.related ->> ${place}`)})`)

/** SQL for the next column of the language in the order of their dates, one step of its index. */
const step = (sign: '<' | '>', order: 'DESC' | 'ASC') =>
  `json(${beside(`other.language = columns.language
    AND other.published_at || other.id ${sign} columns.published_at || columns.id
    ORDER BY other.published_at || other.id ${order}`)})`

const columnQuery = pageQuery<{ column: Found | null }>({
  column: `SELECT json_object('id', id, 'slug', slug, 'language', language, 'version', version,
    'manuscript', json(manuscript),
    'topics', json_array(${topics}),
    'next', json_array(${next}),
    'earlier', ${step('<', 'DESC')},
    'later', ${step('>', 'ASC')},
    'editions', (SELECT json_group_array(json_object('id', other.id, 'slug', other.slug,
      'language', other.language, 'headline', other.headline)) FROM columns AS other
      WHERE other.original_id = columns.original_id AND other.id <> columns.id))
    FROM columns WHERE slug = ?1`,
})

/** As it is read: places for topics and related columns where there are none hold null. */
type Found = Omit<Column, 'siteVersion' | 'topics' | 'next'> & {
  topics: (Column['topics'][number] | null)[]
  next: (Beside | null)[]
}

/**
 * Finds a live column by its slug, with topics, editions, what to read next and what came before and
 * after: one statement. With two topics it reads eleven rows and one for each other edition, whatever
 * the archive holds.
 */
export async function findColumn(db: Db, slug: string): Promise<Column | null> {
  const { column, version } = await columnQuery(db, slug)
  if (!column) return null
  return {
    ...column,
    siteVersion: version,
    topics: column.topics.filter((topic) => topic !== null),
    next: column.next.filter((one) => one !== null),
    editions: column.editions.sort((one, other) => one.language.localeCompare(other.language)),
  }
}

/** Gives all other columns of which a column's page shows something. */
export function shownBeside({ next, earlier, later, editions }: Column): { id: string }[] {
  return [...next, ...editions, earlier, later].filter((one) => one !== null)
}

/** Where a slug without a column leads: to one that has moved, to a tombstone, or as an old address. */
export type Trace =
  | { kind: 'moved'; slug: string; language: string }
  | ({ kind: 'old' } & Lead)
  | { kind: 'gone'; id: string | null; note: string }

/**
 * Finds what became of a slug that once held a column, here or at the same address of an older site.
 * Null when it never did.
 */
export async function traceColumn(db: Db, slug: string, address: string): Promise<Trace | null> {
  const [[row], known] = await db.batch([
    db
      .select({
        slug: columns.slug,
        language: columns.language,
        note: redirects.note,
        id: redirects.formerId,
      })
      .from(redirects)
      .leftJoin(columns, eq(columns.id, redirects.columnId))
      .where(eq(redirects.slug, slug)),
    oldAddressesAt(db, address),
  ])
  if (!row) {
    const lead = leadOf(known)
    return lead && { kind: 'old', ...lead }
  }
  const { slug: target, language, note, id } = row
  return target && language
    ? { kind: 'moved', slug: target, language }
    : { kind: 'gone', id, note: note ?? '' }
}
