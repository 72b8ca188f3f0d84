import { sql } from 'drizzle-orm'
import type { Db, Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { markerOf, type Vault } from '../../vault.ts'
import type { LeakCheck } from '../gates/leak-gate.ts'
import { marksOf } from './marks.ts'

/**
 * Gives the statement that remembers, for the updates of a column, what must not be printed of its
 * letters: as keyed hashes, which outlive the letters. What is remembered of one that is erased stays.
 */
export async function remembered(
  db: Db,
  vault: Vault,
  draftId: string,
  check: LeakCheck | null,
): Promise<Statement[]> {
  const letters = await Promise.all(
    (check?.known ?? []).map(async ({ letterId, terms, isErased }) => {
      const marker = markerOf(vault, letterId)
      if (isErased || !marker) return []
      return [{ letterId, keyId: marker.id, marks: await marksOf(marker, terms) }]
    }),
  )
  const fresh = letters.flat()
  if (fresh.length === 0) return []
  return [
    statement(
      db,
      sql`INSERT INTO letter_marks (letter_id, draft_id, key_id, marks)
      SELECT value ->> 'letterId', ${draftId}, value ->> 'keyId', value ->> 'marks'
      FROM json_each(${JSON.stringify(fresh)}) WHERE true
      ON CONFLICT (letter_id) DO UPDATE SET draft_id = excluded.draft_id,
        key_id = excluded.key_id, marks = excluded.marks`,
    ),
  ]
}
