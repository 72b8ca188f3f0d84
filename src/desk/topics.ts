import { sql } from 'drizzle-orm'
import { type Db, type Statement, siteState } from '../schema.ts'
import { statement } from '../statement.ts'

/** A topic's name and description in one language, and its place among the others. */
export type TopicText = {
  slug: string
  language: string
  name: string
  description: string
  position: number
}

/** Gives the statements that name topics; nothing is counted as changed where nothing differs. */
export function nameTopics(db: Db, texts: TopicText[]): [Statement, Statement] {
  return [
    statement(
      db,
      sql`INSERT INTO topics (slug, language, name, description, position)
      SELECT value ->> 'slug', value ->> 'language', value ->> 'name', value ->> 'description',
        value ->> 'position' FROM json_each(${JSON.stringify(texts)}) WHERE true
      ON CONFLICT (slug, language) DO UPDATE SET name = excluded.name,
        description = excluded.description, position = excluded.position
      WHERE (name, description, position)
        IS NOT (excluded.name, excluded.description, excluded.position)`,
    ),
    db
      .update(siteState)
      .set({ version: sql`${siteState.version} + 1` })
      .where(sql`changes() > 0`),
  ]
}
