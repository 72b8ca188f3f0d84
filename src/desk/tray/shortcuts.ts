import { eq, sql } from 'drizzle-orm'
import type { Hand } from '../../desk-log.ts'
import { type Db, editors, keysOff } from '../../schema.ts'

/** Whether single keys press anything for an editor: for everybody who has not switched them off. */
export const hasKeys = sql`NOT EXISTS (SELECT 1 FROM ${keysOff}
  WHERE ${keysOff.editorId} = ${editors.id})`.mapWith(Boolean)

/** Switches single keys on or off for an editor. Not in the desk log: it is nobody else's business. */
export async function setKeys(db: Db, isOn: boolean, { by }: Hand): Promise<void> {
  if (isOn) await db.delete(keysOff).where(eq(keysOff.editorId, by))
  else await db.insert(keysOff).values({ editorId: by }).onConflictDoNothing()
}
