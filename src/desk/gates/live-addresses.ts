import { sql } from 'drizzle-orm'
import type { Db } from '../../schema.ts'
import { rows } from '../../statement.ts'

type Row = {
  kind: 'live' | 'trace' | 'grave' | 'topic'
  slug: string
  of: string | null
  exchanges: number
}

/** Gives the query of what stands, or stood, at some slugs: columns, redirects and topics with columns. */
export function readAddresses(db: Db, slugs: string[]) {
  const wanted = sql`(SELECT value FROM json_each(${JSON.stringify([...new Set(slugs)])}))`
  return rows<Row>(
    db,
    sql`SELECT 'live' AS kind, slug, id AS "of",
      (SELECT count(*) FROM exchanges WHERE column_id = columns.id) AS exchanges
      FROM columns WHERE slug IN ${wanted}
    UNION ALL SELECT iif(column_id IS NULL, 'grave', 'trace'), slug, coalesce(column_id, former_id),
      (SELECT count(*) FROM exchanges WHERE column_id = redirects.column_id)
      FROM redirects WHERE slug IN ${wanted}
    UNION ALL SELECT 'topic', slug, language, 0
      FROM topics WHERE columns > 0 AND slug IN ${wanted}`,
  )
}

/** What stands at the addresses that a draft has or leads to. */
export type Addresses = {
  /** The id of the live column at a slug. */
  columnAt: (slug: string) => string | undefined
  /** Whose address a slug was: null when a tombstone does not know, undefined when nobody's. */
  traceAt: (slug: string) => string | null | undefined
  /** How many letters the column has to which a slug leads; undefined when it leads to none. */
  exchangesAt: (slug: string) => number | undefined
  hasTopic: (slug: string, language: string) => boolean
}

/** Makes what was found at some slugs easy to ask. */
export function addressesOf(found: Row[]): Addresses {
  const at = (kind: Row['kind'], slug: string) =>
    found.find((row) => row.kind === kind && row.slug === slug)
  return {
    columnAt: (slug) => at('live', slug)?.of ?? undefined,
    traceAt: (slug) => (at('trace', slug) ?? at('grave', slug))?.of,
    exchangesAt: (slug) => {
      const row = at('live', slug) ?? at('trace', slug)
      return row?.of ? row.exchanges : undefined
    },
    hasTopic: (slug, language) =>
      found.some(({ kind, slug: own, of }) => kind === 'topic' && own === slug && of === language),
  }
}
