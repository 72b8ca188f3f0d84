import { and, asc, count, gt, inArray, sql } from 'drizzle-orm'
import { type Edition, inEach, pathsIn } from '../paths.ts'
import { columns, type Db, siteState, topics } from '../schema.ts'
import { rows } from '../statement.ts'
import type { Language } from '../ui/copy/index.ts'
import { type SiteState, siteOf } from './feed.ts'

/** The most addresses in one document; the protocol allows 50,000 (https://www.sitemaps.org/protocol.html). */
const MOST = 10_000

/** A page in one language; `changedAt` is an instant, where it is known. */
export type Dated = Edition & { changedAt?: string }

/** What one document lists. */
export type Sitemap = {
  /** Pages that are no columns, each with its editions. */
  pages: Dated[][]
  /** Columns, as the `<url>` elements of XML, some hundred in each text. */
  columns: string[]
  /** How many parts the sitemap has: with more than one, the whole is a list of them. */
  parts: number
  site: SiteState
}

type Wanted = { languages: Language[]; origin: string; part?: number; most?: number }

/**
 * Gives the whole sitemap, or a part of it, counted from 1. Up to 10,000 addresses are one document.
 * With more, the first part has the pages that are no columns, and each of the others 10,000 columns;
 * beyond the last there is nothing. One batch.
 */
export async function readSitemap(db: Db, wanted: Wanted): Promise<Sitemap> {
  const { languages, part, most = MOST } = wanted
  const [named, years, [counted], [state], bundles] = await db.batch([
    topicsOf(db, languages),
    yearsOf(db, languages),
    db.select({ columns: count() }).from(columns).where(inArray(columns.language, languages)),
    db.select().from(siteState),
    rows<{ urls: string }>(db, columnUrls(wanted)),
  ])
  const site = siteOf(state)
  const total = counted?.columns ?? 0
  const pages = [
    ...everywhere(languages, total > 0 ? site.changedAt : undefined),
    ...groups(named, ({ slug }) => slug).map((group) =>
      group.map(({ slug, ...topic }) => dated(topic, pathsIn(known(topic)).topic(slug))),
    ),
    ...groups(years, ({ changedAt }) => changedAt.slice(0, 4)).map((group) =>
      group.map((one) => dated(one, pathsIn(known(one)).year(one.changedAt.slice(0, 4)))),
    ),
  ]
  const parts = pages.flat().length + total <= most ? 1 : 1 + Math.ceil(total / most)
  return {
    pages: part === undefined || part === 1 ? pages : [],
    columns: part === 1 && parts > 1 ? [] : bundles.map(({ urls }) => urls),
    parts,
    site,
  }
}

/** The pages that every language has; not the search, which is its own way in, nor a writer's ticket. */
function everywhere(languages: Language[], changedAt?: string): Dated[][] {
  return [
    inEach(languages, (paths) => paths.front()).map((front) => ({ ...front, changedAt })),
    inEach(languages, (paths) => paths.topics()),
    inEach(languages, (paths) => paths.scripts()),
    inEach(languages, (paths) => paths.archive()),
    inEach(languages, (paths) => paths.updates()),
    inEach(languages, (paths) => paths.write()),
    inEach(languages, (paths) => paths.about()),
    inEach(languages, (paths) => paths.guidelines()),
    inEach(languages, (paths) => paths.privacy()),
  ]
}

/** Topics with columns, each with the day of its newest. */
function topicsOf(db: Db, languages: Language[]) {
  return db
    .select({
      slug: topics.slug,
      language: topics.language,
      changedAt: sql<string>`(SELECT max(column_topics.published_at) FROM column_topics
        WHERE column_topics.topic = topics.slug AND column_topics.language = topics.language)`,
    })
    .from(topics)
    .where(and(gt(topics.columns, 0), inArray(topics.language, languages)))
    .orderBy(asc(topics.position), asc(topics.slug), asc(topics.language))
}

/** The newest column of every year and language, by one index step for each. */
function yearsOf(db: Db, languages: Language[]) {
  return rows<{ language: string; changedAt: string }>(
    db,
    sql`WITH RECURSIVE years (language, latest) AS (
      SELECT value, (SELECT max(published_at) FROM columns WHERE language = value)
      FROM json_each(${JSON.stringify(languages)})
      UNION ALL
      SELECT language, (SELECT max(published_at) FROM columns
        WHERE columns.language = years.language AND published_at < substr(latest, 1, 4))
      FROM years WHERE latest IS NOT NULL
    ) SELECT language, latest AS changedAt FROM years WHERE latest IS NOT NULL
    ORDER BY substr(latest, 1, 4) DESC, language`,
  )
}

/**
 * Has SQLite write the columns' elements: ten thousand of them would take the Worker half a second,
 * and a free plan's request has ten milliseconds. Nothing in them needs escaping: slugs and languages
 * are letters, digits and hyphens. With none but single quotes D1's answer needs no escaping either.
 */
function columnUrls({ languages, origin, part, most = MOST }: Wanted) {
  const starts = JSON.stringify(
    languages.map((language) => ({ language, start: origin + pathsIn(language).column('') })),
  )
  const offset = Math.max(0, (part ?? 1) - 2) * most
  // A long sitemap's list and its first part have no columns.
  const limit =
    (part ?? 1) > 1 ? most : sql`(SELECT iif(count(*) > ${most}, 0, ${most}) FROM columns)`
  return sql`WITH starts AS (
      SELECT value ->> 'language' AS language, value ->> 'start' AS start FROM json_each(${starts})
    ), listed AS (
      SELECT row_number() OVER () AS position, * FROM (
        SELECT original_id, columns.language, start || slug AS address, changed_at
        FROM columns JOIN starts ON starts.language = columns.language
        ORDER BY original_id, columns.language LIMIT ${limit} OFFSET ${offset})
    )
    SELECT group_concat('<url><loc>' || address || '</loc><lastmod>' || changed_at || '</lastmod>' || (
      SELECT iif(count(*) > 1, group_concat('<xhtml:link rel=''alternate'' hreflang=''' || other.language
          || ''' href=''' || start || slug || '''/>', '' ORDER BY other.language)
        || '<xhtml:link rel=''alternate'' hreflang=''x-default'' href='''
        || (json_group_array(start || slug ORDER BY other.language <> 'en', other.language) ->> 0)
        || '''/>', '')
      FROM columns AS other JOIN starts ON starts.language = other.language
      WHERE other.original_id = listed.original_id) || '</url>', char(10)) AS urls
    FROM listed GROUP BY position / 500`
}

function groups<Row>(found: Row[], keyOf: (row: Row) => string): Row[][] {
  return [...Map.groupBy(found, keyOf).values()]
}

function known({ language }: { language: string }): Language {
  return language as Language
}

function dated(one: { language: string; changedAt: string }, path: string): Dated {
  return { language: known(one), path, changedAt: one.changedAt }
}
