import { and, asc, desc, eq, gt, gte, lt, sql } from 'drizzle-orm'
import { columns, type Db, months, siteState } from '../schema.ts'
import { rows } from '../statement.ts'
import type { Language } from '../ui/copy/index.ts'
import { before, cut, listed, type Page } from './lists.ts'

/** A month that has columns, YYYY-MM, and how many. */
export type Month = { month: string; columns: number }

const YEAR_PAGE = 60
/** As many months as an archive can be long: a hundred years. */
const MOST_MONTHS = 1200
/** Neighbours by id among which chance chooses: a column behind a wide gap is not met more often. */
const NEIGHBOURS = 12

/** Gives the months in which a language has columns, newest first: one row each, and one batch. */
export async function archiveMonths(
  db: Db,
  language: string,
): Promise<{ months: Month[]; version: number }> {
  const [found, [state]] = await db.batch([
    monthsIn(db, language, {}),
    db.select({ version: siteState.version }).from(siteState),
  ])
  return { months: found, version: state?.version ?? 0 }
}

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
  const [found, inYear, others, [state]] = await db.batch([
    db
      .select(listed)
      .from(columns)
      .where(
        and(
          eq(columns.language, language),
          gte(columns.publishedAt, year),
          lt(columns.publishedAt, next),
          before(older, sql`(${columns.publishedAt}, ${columns.id})`),
        ),
      )
      .orderBy(desc(columns.publishedAt), desc(columns.id))
      .limit(YEAR_PAGE + 1),
    monthsIn(db, language, { from: year, until: next }),
    rows<{ language: Language }>(
      db,
      sql`SELECT value AS language FROM json_each(${JSON.stringify(languages)}) WHERE EXISTS (
        SELECT 1 FROM months WHERE language = value AND columns > 0
        AND month >= ${year} AND month < ${next})`,
    ),
    db.select({ version: siteState.version }).from(siteState),
  ])
  return {
    page: cut(found, YEAR_PAGE),
    months: inYear,
    languages: others.map((other) => other.language),
    version: state?.version ?? 0,
  }
}

function monthsIn(db: Db, language: string, { from = '', until = '9999-13' }) {
  return db
    .select({ month: months.month, columns: months.columns })
    .from(months)
    .where(
      and(
        eq(months.language, language),
        gte(months.month, from),
        lt(months.month, until),
        gt(months.columns, 0),
      ),
    )
    .orderBy(desc(months.month))
    .limit(MOST_MONTHS)
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
