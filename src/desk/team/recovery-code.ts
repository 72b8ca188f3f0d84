import { and, eq, isNull } from 'drizzle-orm'
import { codeGroups, newCode, readCode } from '../../crockford.ts'
import { instant } from '../../dates.ts'
import { type Hand, logged } from '../../desk-log.ts'
import { type Db, editors, recoveryCodes } from '../../schema.ts'
import { clean } from '../../text.ts'
import { hashed } from './secret.ts'

/** How many codes a set has: enough for some lost phones, and they fit on a slip of paper. */
export const CODES = 10

/** Of five random bits each: 80 for a code, which nobody can guess, so that a plain hash is enough. */
const CHARACTERS = 16

/**
 * Makes an editor's recovery codes, in the form in which they are shown this once: each lets the editor
 * in, or confirms an act, one time. The set before them is void.
 */
export async function makeCodes(db: Db, { by, now }: Hand): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => newCode(CHARACTERS))
  const hashes = await Promise.all(codes.map(hashed))
  await db.batch([
    db.delete(recoveryCodes).where(eq(recoveryCodes.editorId, by)),
    db
      .insert(recoveryCodes)
      .values(hashes.map((hash) => ({ hash, editorId: by, createdAt: instant(now) }))),
    logged(db, { verb: 'make-codes', editorId: by, by, now }),
  ])
  return codes.map((code) => codeGroups(code).join('-'))
}

/** Gives the hash of a code as a person typed it. Null when it cannot be one. */
export async function codeHash(typed: string): Promise<string | null> {
  const code = readCode(typed, CHARACTERS)
  return code && hashed(code)
}

/** Finds whose unused code this is, by the editor's name in capitals or not. Null when nobody's. */
export async function ownerOfCode(db: Db, hash: string, name: string): Promise<string | null> {
  const [found] = await db
    .select({ id: editors.id })
    .from(recoveryCodes)
    .innerJoin(editors, eq(editors.id, recoveryCodes.editorId))
    .where(
      and(
        eq(recoveryCodes.hash, hash),
        eq(editors.name, clean(name).replace(/\s+/g, ' ')),
        isNull(editors.removedAt),
      ),
    )
  return found?.id ?? null
}

/** Gives the statement that uses a code up. What it is for stands after it, and only if it changed a row. */
export function codeUsed(db: Db, hash: string, editorId: string) {
  return db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.hash, hash), eq(recoveryCodes.editorId, editorId)))
    .returning({ hash: recoveryCodes.hash })
}
