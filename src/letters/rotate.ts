import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { type Db, letters, messages, type Statement } from '../schema.ts'
import { type Place, rewrap, type Vault } from '../vault.ts'
import { placeOf as placeOfMessage } from './message.ts'
import { placeOf as placeOfLetter } from './sealed.ts'

/** Keys that were looked at, wrapped anew, and lost: sealed by a key that the ring does not hold. */
export type Rotation = { seen: number; rewrapped: number; lost: number }

/** A wrapped key in its row; `replaced` puts another in its place, unless it has changed meanwhile. */
type Wrapped = {
  wrapped: string
  purpose: 'letter' | 'email'
  place: Omit<Place, 'field'>
  replaced: (anew: string) => Statement
}

const PAGE = 50

/**
 * Wraps every data key anew with the ring's newest key, while the site runs, and tells after each
 * page how far it is. What a key seals stays as it is, and a key that was erased meanwhile stays
 * erased. What no key of the ring opens is left. Run twice, it does no more.
 */
export async function* rotateKeys(db: Db, vault: Vault): AsyncGenerator<Rotation> {
  const total: Rotation = { seen: 0, rewrapped: 0, lost: 0 }
  for (const pages of [letterKeys(db), emailKeys(db), messageKeys(db)]) {
    for await (const page of pages) {
      const anew = await Promise.all(
        page.map(({ purpose, wrapped, place }) => rewrap(vault, purpose, wrapped, place)),
      )
      const statements = page.flatMap(({ wrapped, replaced }, index) => {
        const key = anew[index]
        return key && key !== wrapped ? [replaced(key)] : []
      })
      const [first, ...rest] = statements
      if (first) await db.batch([first, ...rest])
      total.seen += page.length
      total.rewrapped += statements.length
      total.lost += anew.filter((key) => key === null).length
      yield { ...total }
    }
  }
}

/** Gives how many keys there are to look at. */
export async function countKeys(db: Db): Promise<number> {
  const [[one], [other]] = await db.batch([
    db.select({ count: sql<number>`count(data_key) + count(email_key)` }).from(letters),
    db.select({ count: sql<number>`count(data_key)` }).from(messages),
  ])
  return (one?.count ?? 0) + (other?.count ?? 0)
}

async function* letterKeys(db: Db): AsyncGenerator<Wrapped[]> {
  const { id, dataKey } = letters
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await keysAfter(db, dataKey, after)
    yield rows.map((row) => ({
      wrapped: row.wrapped,
      purpose: 'letter',
      place: placeOfLetter(row.id),
      replaced: (anew) =>
        db
          .update(letters)
          .set({ dataKey: anew })
          .where(and(eq(id, row.id), eq(dataKey, row.wrapped))),
    }))
    after = rows[PAGE - 1]?.id
  }
}

async function* emailKeys(db: Db): AsyncGenerator<Wrapped[]> {
  const { id, emailKey } = letters
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await keysAfter(db, emailKey, after)
    yield rows.map((row) => ({
      wrapped: row.wrapped,
      purpose: 'email',
      place: placeOfLetter(row.id),
      replaced: (anew) =>
        db
          .update(letters)
          .set({ emailKey: anew })
          .where(and(eq(id, row.id), eq(emailKey, row.wrapped))),
    }))
    after = rows[PAGE - 1]?.id
  }
}

function keysAfter(
  db: Db,
  key: typeof letters.dataKey | typeof letters.emailKey,
  after: string,
): Promise<{ id: string; wrapped: string }[]> {
  return db
    .select({ id: letters.id, wrapped: sql<string>`${key}` })
    .from(letters)
    .where(and(gt(letters.id, after), isNotNull(key)))
    .orderBy(asc(letters.id))
    .limit(PAGE)
}

async function* messageKeys(db: Db): AsyncGenerator<Wrapped[]> {
  const { letterId, number, dataKey } = messages
  type Position = { letterId: string; number: number }
  for (let after: Position | undefined = { letterId: '', number: 0 }; after; ) {
    const rows: (Position & { wrapped: string })[] = await db
      .select({ letterId, number, wrapped: sql<string>`${dataKey}` })
      .from(messages)
      .where(sql`(${letterId}, ${number}) > (${after.letterId}, ${after.number})
        AND ${dataKey} IS NOT NULL`)
      .orderBy(asc(letterId), asc(number))
      .limit(PAGE)
    yield rows.map((row) => ({
      wrapped: row.wrapped,
      purpose: 'letter',
      place: placeOfMessage(row.letterId, row.number),
      replaced: (anew) =>
        db
          .update(messages)
          .set({ dataKey: anew })
          .where(and(eq(letterId, row.letterId), eq(number, row.number), eq(dataKey, row.wrapped))),
    }))
    after = rows[PAGE - 1]
  }
}
