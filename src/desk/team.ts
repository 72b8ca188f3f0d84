import { and, asc, eq, exists, gt, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { instant } from '../dates.ts'
import { type Hand, loggedIfChanged } from '../desk-log.ts'
import { type Db, type EditorRow, editors, invitations, passkeys, sessions } from '../schema.ts'

/** Lists everybody who may enter the desk, by name. */
export function listEditors(db: Db) {
  return db.select().from(editors).where(isNull(editors.removedAt)).orderBy(asc(editors.name))
}

/** Finds an editor by name, in capitals or not. Null when nobody at the desk is called so. */
export async function editorNamed(db: Db, name: string): Promise<EditorRow | null> {
  const [editor] = await db
    .select()
    .from(editors)
    .where(and(eq(editors.name, name.trim()), isNull(editors.removedAt)))
  return editor ?? null
}

/**
 * Removes an editor from the desk: every session ends at once, and the passkeys are gone. All unused
 * one-time links stop working too, as the editor may have kept one. Refused (null) for the last
 * owner, and for somebody who is not at the desk.
 */
export async function removeEditor(db: Db, id: string, { by, now }: Hand) {
  const owners = and(eq(editors.role, 'owner'), isNull(editors.removedAt))
  const leavesAnOwner = or(ne(editors.role, 'owner'), gt(db.$count(editors, owners), 1))
  const isGone = exists(
    db
      .select({ id: editors.id })
      .from(editors)
      .where(and(eq(editors.id, id), isNotNull(editors.removedAt))),
  )
  const [removed] = await db.batch([
    db
      .update(editors)
      .set({ removedAt: instant(now) })
      .where(and(eq(editors.id, id), isNull(editors.removedAt), leavesAnOwner))
      .returning(),
    loggedIfChanged(db, { verb: 'remove-editor', editorId: id, by, now }),
    db.delete(sessions).where(and(eq(sessions.editorId, id), isGone)),
    db.delete(passkeys).where(and(eq(passkeys.editorId, id), isGone)),
    db.delete(invitations).where(isGone),
  ])
  return removed[0] ?? null
}

/** Sets the zone in which an editor sees and sets times; null for the site's own. */
export async function setZone(db: Db, id: string, timeZone: string | null): Promise<void> {
  await db.update(editors).set({ timeZone }).where(eq(editors.id, id))
}

/** Gives an editor's name for a page; whoever is no editor (the clock, the operator) as it is. */
export async function nameOf(db: Db, id: string): Promise<string> {
  const [editor] = await db.select({ name: editors.name }).from(editors).where(eq(editors.id, id))
  return editor?.name ?? `The ${id}`
}
