import type { Config } from '../../config.ts'
import { isApprovedNow, type Review } from '../draft/review-read.ts'
import type { Candidate, Gate } from './gate.ts'

/**
 * Gives the gate that a second reader holds: somebody who did not save the version has approved just
 * that one. There is none where a second reader is optional; what readers have already has passed it.
 */
export function secondReaderGate(
  draft: Candidate,
  review: Review | null,
  secondReader: Config['secondReader'],
): Gate[] {
  if (secondReader === 'optional') return []
  const isOut = draft.status === 'live' && draft.version === draft.pinnedVersion
  const isOpen = isOut || isApprovedNow(draft, review)
  return [
    {
      name: 'A second reader has approved this version',
      problems: isOpen ? [] : [{ text: wanting(draft, review), href: '#review' }],
    },
  ]
}

function wanting({ version, status }: Candidate, review: Review | null): string {
  if (review?.approvedVersion) {
    return `${review.approvedBy} approved version ${review.approvedVersion}. This is version ${version}: it has to be approved again.`
  }
  const isRead = status === 'review' || (status === 'live' && review)
  return isRead
    ? 'It is with a second reader, who has not approved it yet.'
    : 'Send it to a second reader.'
}
