import { eq, sql } from 'drizzle-orm'
import { topicsIn } from '../columns/lists.ts'
import { columns, columnsFts, type Db, exchanges, type TopicRow } from '../schema.ts'
import { bestSnippet, MARK_END, MARK_START, type Piece } from './snippet.ts'

/** How many answers a search gives at most. */
const MOST = 20
/** How many words of the text around a match are shown. */
const SNIPPET_WORDS = 32

/** An exchange that answers a search; `anchor` is its position where its column has several. */
export type Hit = {
  slug: string
  headline: string
  publishedAt: string
  position: number
  anchor: number | undefined
  exchangeHeadline: string | null
  snippet: Piece[]
}

/** Gives the exchanges that answer a query best, best first: at most 20, in one statement. */
export async function search(db: Db, match: string | null): Promise<Hit[]> {
  return match ? (await found(db, match)).slice(0, MOST).map(hit) : []
}

/** The same with the language's topics, in one batch; `isMore`: there would be more than 20. */
export async function searchAmongTopics(
  db: Db,
  match: string | null,
  language: string,
): Promise<{ hits: Hit[]; isMore: boolean; topics: TopicRow[] }> {
  if (!match) return { hits: [], isMore: false, topics: await topicsIn(db, language) }
  const [rows, topics] = await db.batch([found(db, match), topicsIn(db, language)])
  return { hits: rows.slice(0, MOST).map(hit), isMore: rows.length > MOST, topics }
}

type Row = Omit<Hit, 'anchor' | 'snippet'> & { exchanges: number; letter: string; reply: string }

/** Names are given to what a batch would otherwise mix up: D1 gives its rows by column name. */
function found(db: Db, match: string) {
  return db
    .select({
      slug: columns.slug,
      headline: columns.headline,
      publishedAt: columns.publishedAt,
      position: exchanges.position,
      exchangeHeadline: sql<string | null>`${exchanges.headline}`.as('exchange_headline'),
      exchanges: db.$count(exchanges, eq(exchanges.columnId, columns.id)),
      letter: snippetOf(2).as('letter_snippet'),
      reply: snippetOf(3).as('reply_snippet'),
    })
    .from(columnsFts)
    .innerJoin(exchanges, eq(exchanges.id, columnsFts.rowid))
    .innerJoin(columns, eq(columns.id, exchanges.columnId))
    .where(sql`${columnsFts} MATCH ${match}`)
    .orderBy(columnsFts.rank)
    .limit(MOST + 1)
}

function snippetOf(column: number) {
  return sql<string>`snippet(${columnsFts}, ${column}, ${MARK_START}, ${MARK_END}, '…', ${SNIPPET_WORDS})`
}

function hit({ exchanges, letter, reply, ...row }: Row): Hit {
  return {
    ...row,
    anchor: exchanges > 1 ? row.position : undefined,
    snippet: bestSnippet(letter, reply),
  }
}
