import { eq } from 'drizzle-orm'
import { type Db, letters } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import { checkLeaks, leakGate } from '../gates/leak-gate.ts'
import { readFacts } from './leak-facts.ts'

/**
 * Gives what a correction would tell of a column's writers, in a sentence each: it goes live without
 * a draft, and so without the gates. None when the column came from a file, which has no letter.
 */
export async function leaksOfCorrection(
  db: Db,
  vault: Vault,
  columnId: string,
  correction: string,
): Promise<string[]> {
  const [rows, facts] = await db.batch([
    db.select().from(letters).where(eq(letters.draftId, columnId)),
    readFacts(db, columnId),
  ])
  const printed = { id: columnId, slug: '', document: `# Correction\n\n${correction}\n` }
  const checked = await checkLeaks(vault, printed, { letters: rows, facts })
  return checked ? leakGate(checked).problems.map(({ text }) => text) : []
}
