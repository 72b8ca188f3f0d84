import { eq } from 'drizzle-orm'
import { type Db, mergedTopics } from '../schema.ts'

/** Gives the topic that one was merged into, by whose address it is found now. Null: it never was. */
export async function mergedInto(db: Db, slug: string): Promise<string | null> {
  const [merged] = await db
    .select({ target: mergedTopics.target })
    .from(mergedTopics)
    .where(eq(mergedTopics.slug, slug))
  return merged?.target ?? null
}
