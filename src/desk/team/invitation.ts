import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { instant, minutesLater } from '../../dates.ts'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { type Db, editors, invitations, type Role } from '../../schema.ts'
import { characters, clean, newId } from '../../text.ts'
import { isOwner, OPERATOR } from './owner.ts'
import { hashed, newSecret } from './secret.ts'
import { newSession, sessionBegins, sweeping } from './session.ts'

/** An invitation may wait for somebody's holiday to end; a link back is used at once. */
export const INVITATION_DAYS = 7
export const LINK_HOURS = 24

const NAME_LENGTH = 60

/**
 * Makes a one-time link's code by which somebody new joins the desk within 7 days. Refused (null) unless
 * an owner or the operator makes it.
 */
export async function invite(db: Db, role: Role, { by, now }: Hand): Promise<string | null> {
  const code = newSecret()
  const expires = instant(minutesLater(now, INVITATION_DAYS * 24 * 60))
  const made = sql`SELECT ${await hashed(code)}, null, ${role}, ${instant(now)}, ${expires}
    WHERE ${isOwner(by)}`
  const [links] = await db.batch([
    db.insert(invitations).select(made).returning(),
    loggedIfChanged(db, { verb: 'invite', reason: role, by, now }),
  ])
  return links.length > 0 ? code : null
}

/**
 * Makes the code of the link by which the first owner joins. It takes the place of every earlier
 * invitation, as it is made each time that the site is started at home. Null once an editor exists.
 */
export async function firstInvitation(db: Db, now: Date): Promise<string | null> {
  const [someone] = await db
    .select({ id: editors.id })
    .from(editors)
    .where(isNull(editors.removedAt))
    .limit(1)
  if (someone) return null
  await db.delete(invitations)
  return invite(db, 'owner', { by: OPERATOR, now })
}

/**
 * Makes the code of a link by which an editor without a passkey at hand comes back within 24 hours;
 * an earlier one stops working. Refused (null) when there is no such editor, or not any more, and
 * unless an owner or the operator makes it.
 */
export async function makeLink(db: Db, editorId: string, hand: Hand): Promise<string | null> {
  const code = newSecret()
  const expires = instant(minutesLater(hand.now, LINK_HOURS * 60))
  const made = sql`SELECT ${await hashed(code)}, ${editors.id}, ${editors.role},
    ${instant(hand.now)}, ${expires} FROM ${editors}
    WHERE ${editors.id} = ${editorId} AND ${editors.removedAt} IS NULL AND ${isOwner(hand.by)}`
  const [, links] = await db.batch([
    db.delete(invitations).where(and(eq(invitations.editorId, editorId), isOwner(hand.by))),
    db.insert(invitations).select(made).returning(),
    loggedIfChanged(db, { verb: 'link', editorId, ...hand }),
  ])
  return links.length > 0 ? code : null
}

/**
 * Finds what a one-time link is for: `editor` is who comes back, or null for somebody new. Null when
 * the link is wrong, used or over; nobody learns which.
 */
export async function findLink(db: Db, code: string, now: Date) {
  const [link] = await db
    .select({ role: invitations.role, editor: { id: editors.id, name: editors.name } })
    .from(invitations)
    .leftJoin(editors, eq(editors.id, invitations.editorId))
    .where(isOpen(await hashed(code), now))
  return link ?? null
}

function isOpen(hash: string, now: Date) {
  return and(eq(invitations.hash, hash), gt(invitations.expiresAt, instant(now)))
}

/** What a one-time link led to: a session's token, a link without effect, or a name to change. */
export type Entry = { token: string } | 'no link' | 'bad name' | 'name taken'

/**
 * Uses an invitation up: makes the editor and begins a session, in one batch, so that a link used
 * twice at once lets one person in. The name has 1 to 60 characters and is nobody else's; names of
 * people who left stay theirs, because the desk log shows them.
 */
export async function join(
  db: Db,
  code: string,
  guest: { name: string; device: string; now: Date },
): Promise<Entry> {
  const { device, now } = guest
  const hash = await hashed(code)
  const id = newId()
  const name = clean(guest.name).replace(/\s+/g, ' ')
  const session = await newSession(device, now)
  if (!/[\p{L}\p{N}]/u.test(name) || characters(name) > NAME_LENGTH) return 'bad name'
  const [joined] = await db.batch([
    db
      .insert(editors)
      .select(
        sql`SELECT ${id}, ${name}, ${invitations.role}, ${instant(now)}, null, null FROM ${invitations}
          WHERE ${isOpen(hash, now)} AND ${invitations.editorId} IS NULL`,
      )
      .onConflictDoNothing()
      .returning(),
    loggedIfChanged(db, { verb: 'join', editorId: id, by: id, now }),
    sessionBegins(db, id, session),
    db
      .delete(invitations)
      .where(
        and(
          eq(invitations.hash, hash),
          sql`EXISTS (SELECT 1 FROM ${editors} WHERE ${editors.id} = ${id})`,
        ),
      ),
    ...sweeping(db, now),
  ])
  if (joined.length > 0) return { token: session.token }
  return (await findLink(db, code, now)) ? 'name taken' : 'no link'
}

/** Uses a link back up: begins a session for its editor, once. */
export async function comeBack(
  db: Db,
  code: string,
  { editorId, device, now }: { editorId: string; device: string; now: Date },
): Promise<Entry> {
  const hash = await hashed(code)
  const session = await newSession(device, now)
  const isTheirs = sql`EXISTS (SELECT 1 FROM ${invitations}
    WHERE ${isOpen(hash, now)} AND ${invitations.editorId} = ${editorId})`
  const [begun] = await db.batch([
    sessionBegins(db, editorId, session, isTheirs),
    loggedIfChanged(db, { verb: 'sign-in', reason: 'link', editorId, by: editorId, now }),
    db.delete(invitations).where(and(eq(invitations.hash, hash), isNotNull(invitations.editorId))),
    ...sweeping(db, now),
  ])
  return begun.length > 0 ? { token: session.token } : 'no link'
}
