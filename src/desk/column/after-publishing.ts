import { eq, inArray, sql } from 'drizzle-orm'
import { columns, type Db, letters, outbox } from '../../schema.ts'
import { lettersOf } from './take-down.ts'

/** What a publication did besides the page itself: what is still owed, and what its tickets say. */
export type Aftermath = Awaited<ReturnType<typeof aftermathOf>>

/** Reads what is still owed to a live column, its letters, and its other editions: one batch. */
export async function aftermathOf(db: Db, column: { id: string; originalId: string }) {
  const [purges, answered, editions] = await db.batch([
    db
      .select()
      .from(outbox)
      .where(
        sql`EXISTS (SELECT 1 FROM json_each(${outbox.payload}) WHERE value = ${`column-${column.id}`})`,
      )
      .limit(20),
    db
      .select({ id: letters.id, status: letters.status, answerPath: letters.answerPath })
      .from(letters)
      .where(inArray(letters.id, lettersOf(column.id)))
      .limit(100),
    db
      .select({ id: columns.id, slug: columns.slug, language: columns.language })
      .from(columns)
      .where(eq(columns.originalId, column.originalId)),
  ])
  return { purges, letters: answered, editions: editions.filter(({ id }) => id !== column.id) }
}
