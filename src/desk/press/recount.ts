import { sql } from 'drizzle-orm'
import { type Db, type Statement, topics } from '../../schema.ts'
import { statement } from '../../statement.ts'

/**
 * Gives the statements that count anew what triggers keep: each topic's columns and scripts, and each
 * month's columns. What is right is not written.
 */
export function recount(db: Db): Statement[] {
  const live = sql`(SELECT count(*) FROM column_topics
    WHERE topic = "topics"."slug" AND column_topics.language = "topics"."language")`
  const shelved = sql`(SELECT count(*) FROM scripts
    WHERE topic = "topics"."slug" AND scripts.language = "topics"."language")`
  return [
    db
      .update(topics)
      .set({ columns: live, scripts: shelved })
      .where(sql`(${topics.columns}, ${topics.scripts}) IS NOT (${live}, ${shelved})`),
    statement(
      db,
      sql`DELETE FROM months WHERE NOT EXISTS (SELECT 1 FROM columns
        WHERE columns.language = months.language AND substr(published_at, 1, 7) = month)`,
    ),
    statement(
      db,
      sql`INSERT INTO months (language, month, columns)
      SELECT language, substr(published_at, 1, 7), count(*) FROM columns WHERE true GROUP BY 1, 2
      ON CONFLICT DO UPDATE SET columns = excluded.columns
        WHERE months.columns <> excluded.columns`,
    ),
  ]
}
