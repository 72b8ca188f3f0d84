import { and, eq, inArray, sql } from 'drizzle-orm'
import { day } from '../dates.ts'
import { type Hand, loggedIfChanged } from '../desk-log.ts'
import { type Db, type LetterRow, type LetterStatus, letters, type Statement } from '../schema.ts'
import type { Decision } from './letter.ts'

/** What a letter may be for others to follow it. */
export const LEADING: LetterStatus[] = ['received', 'shortlisted', 'waiting', 'held', 'in_column']

/** Tells whether a letter can lead another one: it is there, undecided, and follows nobody itself. */
export async function canLead(db: Db, lead: string, id: string): Promise<boolean> {
  const [found] = await db
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.id, lead), inArray(letters.status, LEADING)))
  return found !== undefined && lead !== id
}

/**
 * Joins a letter with a lead letter, whose outcome it shares from here on; letters that followed it
 * now follow that lead. Refused (null) unless it is new or shortlisted and the lead can lead.
 */
export async function group(
  db: Db,
  id: string,
  { lead, version, ...hand }: Decision & { lead: string },
): Promise<LetterRow | null> {
  const [grouped] = await gather(db, [{ id, version }], { ...hand, lead })
  return grouped ?? null
}

/** Joins several letters with a lead letter at once; gives those that were not refused as above. */
export async function gather(
  db: Db,
  [first, ...rest]: Member[],
  order: Hand & { lead: string },
): Promise<LetterRow[]> {
  if (!first) return []
  const statements = (member: Member): [Statement, ...Statement[]] => grouping(db, member, order)
  const done = await db.batch([...statements(first), ...rest.flatMap(statements)])
  return (done as unknown[]).filter((_, index) => index % 3 === 0).flat() as LetterRow[]
}

/** A letter that is to follow another one, in the version that the editor had before them. */
export type Member = { id: string; version: number }

function grouping(
  db: Db,
  { id, version }: Member,
  { lead, by, now }: Hand & { lead: string },
): [Statement, Statement, Statement] {
  const isLeading = sql`${lead} <> ${id} AND EXISTS (SELECT 1 FROM letters AS lead
    WHERE lead.id = ${lead} AND lead.status IN ${LEADING})`
  return [
    db
      .update(letters)
      .set({ status: 'grouped', leadId: lead, version: version + 1, changedOn: day(now) })
      .where(
        and(
          eq(letters.id, id),
          eq(letters.version, version),
          inArray(letters.status, ['received', 'shortlisted']),
          isLeading,
        ),
      )
      .returning(),
    loggedIfChanged(db, { verb: 'group', letterId: id, reason: `Letter ${lead}`, by, now }),
    db
      .update(letters)
      .set({ leadId: lead, version: sql`${letters.version} + 1` })
      .where(and(eq(letters.leadId, id), eq(letters.status, 'grouped'), sql`changes() > 0`)),
  ]
}

/**
 * Parts a letter from its lead: it goes to the shortlist, because somebody has read it and thought
 * it worth an answer. Refused (null) unless it is grouped.
 */
export async function split(
  db: Db,
  id: string,
  { version, by, now }: Decision,
): Promise<LetterRow | null> {
  const [parted] = await db.batch([
    db
      .update(letters)
      .set({ status: 'shortlisted', leadId: null, version: version + 1, changedOn: day(now) })
      .where(and(eq(letters.id, id), eq(letters.version, version), eq(letters.status, 'grouped')))
      .returning(),
    loggedIfChanged(db, { verb: 'split', letterId: id, by, now }),
  ])
  return parted[0] ?? null
}
