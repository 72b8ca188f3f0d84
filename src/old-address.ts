import { eq, inArray, sql } from 'drizzle-orm'
import { type CacheTag, tag } from './cache-tags.ts'
import { prefix } from './paths.ts'
import { columns, type Db, mergedTopics, oldAddresses, redirects } from './schema.ts'

/** Parameters by which WordPress names a post. */
export const POST_NUMBERS = ['p', 'page_id']
/** Longer ones are not looked for: no site has them, in characters. */
const LONGEST = 2_000
/** What stands for itself in an address, whether it is written so or by its number (RFC 3986, 2.3). */
const UNRESERVED = /[\w.~-]/

/**
 * Gives an old address as the site is asked for it: its path, without the slash at its end, and of
 * its query only `?p=`; null for what is no address of a page.
 */
export function oldPath(address: string): string | null {
  const url = URL.parse(address, 'http://old.example')
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const number = [...url.searchParams].find(([name]) => POST_NUMBERS.includes(name))
  const path = pathOf(url)
  if (number) return `${path || '/'}?p=${number[1]}`
  return path === '' ? null : path
}

/** A path in its one form: %2d is a hyphen, and %e2 the same as %E2. */
function pathOf({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '').replace(/%[\da-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return UNRESERVED.test(sign) ? sign : code.toUpperCase()
  })
}

/** The forms in which what was asked for may be known: with the number of a post, or without. */
function pathsAsked(address: string): string[] {
  const paths = new Set([oldPath(address) ?? '', pathOf(new URL(address))])
  return [...paths].filter((path) => path !== '' && path.length <= LONGEST)
}

/** Gives the query for what is known of an address that was asked for: one row, or two. */
export function oldAddressesAt(db: Db, address: string) {
  return knownAddresses(db).where(inArray(oldAddresses.path, pathsAsked(address)))
}

/** An old address, with the column or topic to which it leads now, and what became of that one's slug. */
export type KnownAddress = Awaited<ReturnType<typeof knownAddresses>>[number]

/** SQL for what stands behind `/topics/` in a target: the slug of a topic, and a slash. */
const behindTopics = sql`replace(substr(${oldAddresses.target},
  instr(${oldAddresses.target}, '/topics/') + length('/topics/')), '#', '/') || '/'`

/** Gives the query for old addresses as they lead now: in a batch, D1 tells columns by their names alone. */
export function knownAddresses(db: Db) {
  return db
    .select({
      path: oldAddresses.path,
      target: oldAddresses.target,
      slug: oldAddresses.slug,
      columnId: columns.id,
      columnSlug: sql<string | null>`${columns.slug}`.as('column_slug'),
      language: columns.language,
      trace: sql<string | null>`${redirects.slug}`.as('trace'),
      formerId: redirects.formerId,
      mergedInto: sql<string | null>`${mergedTopics.target}`.as('merged_into'),
    })
    .from(oldAddresses)
    .leftJoin(redirects, eq(redirects.slug, oldAddresses.slug))
    .leftJoin(
      columns,
      sql`${columns.id} = coalesce((SELECT id FROM columns AS own WHERE own.slug = ${oldAddresses.slug}),
        ${redirects.columnId})`,
    )
    .leftJoin(
      mergedTopics,
      sql`${oldAddresses.target} LIKE '%/topics/%'
        AND ${mergedTopics.slug} = substr(${behindTopics}, 1, instr(${behindTopics}, '/') - 1)`,
    )
}

/** Where an old address leads, and what it is purged by. */
export type Lead = { location: string; tags: CacheTag[] }

/**
 * Gives where an address leads by what was found of it: straight to the column or topic, wherever that has
 * moved since, or to where a column was taken down. Null where nothing is known, or the column was never live.
 */
export function leadOf(found: KnownAddress[]): Lead | null {
  const [known] = found.toSorted((one, other) => other.path.length - one.path.length)
  if (!known || leadsNowhere(known)) return null
  const id = known.columnId ?? known.formerId
  return {
    location: currentTarget(known),
    tags: id ? [tag.addresses, tag.column({ id })] : [tag.addresses],
  }
}

/** Gives where an address leads now: what it was led to, unless what stands there has moved since. */
export function currentTarget({ target, columnSlug, language, mergedInto }: KnownAddress): string {
  if (mergedInto !== null) return target.replace(/\/topics\/[^/#]+/, `/topics/${mergedInto}`)
  if (columnSlug === null) return target
  return `${prefix(language ?? 'en')}/columns/${columnSlug}${/#.*$/.exec(target) ?? ''}`
}

/** Whether a column is meant that is not live, and never was. */
function leadsNowhere({ slug, columnSlug, trace }: KnownAddress): boolean {
  return slug !== null && columnSlug === null && trace === null
}
