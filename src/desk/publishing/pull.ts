import { eq, gt } from 'drizzle-orm'
import { write } from '../../manuscript.ts'
import { columns, type Db, redirects } from '../../schema.ts'

/** A live column as a file holds it. */
export type LiveColumn = {
  id: string
  slug: string
  document: string
  liveHash: string
  /** What the folder held at the last push or pull; null when it never held this column. */
  pushedHash: string | null
}

/** Columns read in one query: their documents are up to 60 KB each. */
const PAGE = 100

/** Gives all live columns, a page at a time. */
export async function* liveColumns(db: Db): AsyncGenerator<LiveColumn> {
  for (let after: string | null = ''; after !== null; ) {
    const rows = await columnsAfter(db, after)
    for (const { id, slug, manuscript, liveHash, pushedHash } of rows) {
      const document = write(JSON.parse(manuscript))
      yield { id, slug, document, liveHash, pushedHash }
    }
    after = rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null
  }
}

function columnsAfter(db: Db, after: string) {
  return db.select().from(columns).where(gt(columns.id, after)).orderBy(columns.id).limit(PAGE)
}

/** Gives where the slugs lead whose columns the desk has moved since: old slug to new. */
export async function moves(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .select({ from: redirects.slug, to: columns.slug })
    .from(redirects)
    .innerJoin(columns, eq(columns.id, redirects.columnId))
  return new Map(rows.map(({ from, to }) => [from, to]))
}
