import type { Member } from '../../letters/group.ts'
import type { LetterRow, LetterStatus } from '../../schema.ts'

/** A letter that is alike, by how many percent. */
export type AlikeLetter = Pick<
  LetterRow,
  'id' | 'status' | 'version' | 'leadId' | 'receivedOn' | 'language'
> & { question: string | null; likeness: number }

/** Which letters could follow which one: nothing is grouped unless an editor says so. */
export type Suggestion = { lead: string; members: Member[] }

const FOLLOWING: LetterStatus[] = ['received', 'shortlisted']
const LEADING: LetterStatus[] = [...FOLLOWING, 'waiting', 'held', 'in_column']

/**
 * Suggests how a letter and those alike could be grouped. One that is being answered leads, then one
 * that leads already; failing those the letter itself, or another that it can follow. Null: there is
 * nothing to group.
 */
export function suggestGroup(
  row: Pick<LetterRow, 'id' | 'status' | 'version' | 'leadId'>,
  alike: AlikeLetter[],
): Suggestion | null {
  const canFollow = FOLLOWING.includes(row.status)
  const others = alike.filter(({ leadId }) => leadId !== row.id)
  const lead = (canFollow && leadAmong(others)) || (LEADING.includes(row.status) && row.id) || null
  if (!lead) return null
  const follows = ({ id, status }: Pick<LetterRow, 'id' | 'status'>) =>
    id !== lead && FOLLOWING.includes(status)
  const members = [row, ...others].filter(follows).map(({ id, version }) => ({ id, version }))
  if (members.length > 0) return { lead, members }
  const [other] = others.filter(({ status }) => LEADING.includes(status))
  return canFollow && other
    ? { lead: other.id, members: [{ id: row.id, version: row.version }] }
    : null
}

function leadAmong(others: AlikeLetter[]): string | undefined {
  const answered = others.find(({ status }) => status === 'in_column')
  return answered?.id ?? others.find(({ leadId }) => leadId !== null)?.leadId ?? undefined
}
