import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { columns, type Db } from '../schema.ts'
import { listOf, pageQuery } from '../statement.ts'
import type { Language } from '../ui/copy/index.ts'
import { before, cut, LISTED, type Listed, type Page } from './lists.ts'

/** A month that has columns, YYYY-MM, and how many. */
export type Month = { month: string; columns: number }

const YEAR_PAGE = 60
/** As many months as an archive can be long: a hundred years. */
const MOST_MONTHS = 1200
/** Neighbours by id among which chance chooses: a column behind a wide gap is not met more often. */
const NEIGHBOURS = 12

const months = (condition: string) =>
  listOf(
    "json_object('month', month, 'columns', columns)",
    `FROM months WHERE language = ?1 AND columns > 0 ${condition} ORDER BY month DESC LIMIT ${MOST_MONTHS}`,
  )

/** Gives the months in which a language has columns, newest first: one row each, and one statement. */
export const archiveMonths = pageQuery<{ months: Month[] }>({ months: months('') })

const yearQuery = pageQuery<{ found: Listed[]; months: Month[]; languages: Language[] }>({
  found: listOf(
    LISTED,
    `FROM columns WHERE language = ?1 AND published_at >= ?2
      AND (published_at, id) < (?5, ?6) ORDER BY published_at DESC, id DESC LIMIT ${YEAR_PAGE + 1}`,
  ),
  months: months('AND month >= ?2 AND month < ?3'),
  languages: `SELECT json_group_array(value) FROM json_each(?4) WHERE EXISTS (
    SELECT 1 FROM months WHERE language = value AND columns > 0 AND month >= ?2 AND month < ?3)`,
})

type Wanted = { year: string; language: string; languages: Language[]; older: string | null }

/**
 * Gives a page of a year's columns in a language, newest first, from `older` on, with the year's
 * months, and which of `languages` have columns of that year.
 */
export async function yearPage(
  db: Db,
  { year, language, languages, older }: Wanted,
): Promise<{ page: Page; months: Month[]; languages: Language[]; version: number }> {
  const next = `${Number(year) + 1}`.padStart(4, '0')
  const spoken = JSON.stringify(languages)
  const { found, ...rest } = await yearQuery(
    db,
    language,
    year,
    next,
    spoken,
    ...before(older, next),
  )
  return { page: cut(found, YEAR_PAGE), ...rest }
}

/**
 * Gives a column of a language by chance, without reading the archive: one of those that follow an
 * id of chance, which is `from`; `chance` (0 to below 1) says which.
 */
export async function surprise(
  db: Db,
  language: string,
  { from, chance }: { from: string; chance: number },
): Promise<string | null> {
  const some = (matching: ReturnType<typeof gte> | undefined) =>
    db
      .select({ slug: columns.slug })
      .from(columns)
      .where(and(eq(columns.language, language), matching))
      .orderBy(asc(columns.id))
      .limit(NEIGHBOURS)
  const [after, first] = await db.batch([some(gte(columns.id, from)), some(lt(columns.id, from))])
  // The first ids follow the last.
  const near = [...after, ...first].slice(0, NEIGHBOURS)
  return near[Math.floor(chance * near.length)]?.slug ?? null
}
