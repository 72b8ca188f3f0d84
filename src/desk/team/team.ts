import {
  and,
  asc,
  eq,
  exists,
  getTableColumns,
  gt,
  isNotNull,
  isNull,
  ne,
  or,
  sql,
} from 'drizzle-orm'
import { instant } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import {
  type Db,
  type EditorRow,
  editors,
  invitations,
  passkeys,
  type Role,
  recoveryCodes,
  sessions,
} from '../../schema.ts'
import { isOwner } from './owner.ts'

/** Lists everybody who may enter the desk, by name, and how many keys each has. */
export function listEditors(db: Db) {
  return db
    .select({
      ...getTableColumns(editors),
      passkeys: sql<number>`(SELECT count(*) FROM passkeys WHERE passkeys.editor_id = editors.id)`,
      codes: sql<number>`(SELECT count(*) FROM recovery_codes
        WHERE recovery_codes.editor_id = editors.id)`,
    })
    .from(editors)
    .where(isNull(editors.removedAt))
    .orderBy(asc(editors.name))
}
export type Colleague = Awaited<ReturnType<typeof listEditors>>[number]

/** Finds an editor by name, in capitals or not. Null when nobody at the desk is called so. */
export async function editorNamed(db: Db, name: string): Promise<EditorRow | null> {
  const [editor] = await db
    .select()
    .from(editors)
    .where(and(eq(editors.name, name.trim()), isNull(editors.removedAt)))
  return editor ?? null
}

/**
 * Makes an editor an owner, or an owner an editor. Of a former owner all unused one-time links stop
 * working, as one may have been kept. Refused (null) for the last owner, for somebody who is not at
 * the desk or has the role already, and unless an owner asks for it.
 */
export async function changeRole(db: Db, id: string, role: Role, { by, now }: Hand) {
  const [changed] = await db.batch([
    db
      .update(editors)
      .set({ role })
      .where(
        and(
          eq(editors.id, id),
          isNull(editors.removedAt),
          ne(editors.role, role),
          role === 'owner' ? undefined : leavesAnOwner(db),
          isOwner(by),
        ),
      )
      .returning(),
    loggedIfChanged(db, { verb: 'change-role', editorId: id, reason: role, by, now }),
    db.delete(invitations).where(role === 'owner' ? sql`false` : sql`changes() > 0`),
  ])
  return changed[0] ?? null
}

/** Holds for everybody but the last owner. */
function leavesAnOwner(db: Db) {
  const owners = and(eq(editors.role, 'owner'), isNull(editors.removedAt))
  return or(ne(editors.role, 'owner'), gt(db.$count(editors, owners), 1))
}

/**
 * Removes an editor from the desk: every session ends at once, and passkeys and recovery codes are
 * gone. All unused one-time links stop working too, as the editor may have kept one. Refused (null)
 * for the last owner, for somebody who is not at the desk, and unless an owner or the operator asks.
 */
export async function removeEditor(db: Db, id: string, { by, now }: Hand) {
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
      .where(and(eq(editors.id, id), isNull(editors.removedAt), leavesAnOwner(db), isOwner(by)))
      .returning(),
    loggedIfChanged(db, { verb: 'remove-editor', editorId: id, by, now }),
    db.delete(sessions).where(and(eq(sessions.editorId, id), isGone)),
    db.delete(passkeys).where(and(eq(passkeys.editorId, id), isGone)),
    db.delete(recoveryCodes).where(and(eq(recoveryCodes.editorId, id), isGone)),
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
