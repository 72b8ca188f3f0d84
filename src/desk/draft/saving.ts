import type { DraftRow } from '../../schema.ts'
import { isBeingRevised } from '../column/column.ts'
import type { Original } from './originals.ts'

/**
 * Says why a draft is saved only when an editor means it: where saving does more than keep the text.
 * Null where the page may save by itself.
 */
export function whySaveByHand(draft: DraftRow, originals: Original[]): string | null {
  if (draft.status === 'scheduled') {
    return 'Saving takes it out of the queue: it will no longer run by itself.'
  }
  if (draft.status === 'review')
    return 'Saving changes what its second reader has, and voids an approval.'
  if (draft.status === 'live' && !isBeingRevised(draft)) {
    return 'Saving begins a revision: readers see the old text until it is published.'
  }
  if (originals.some(({ showing }) => showing && showing.verdict !== 'stop')) {
    return 'A writer is shown the printed letter: if you change it, saving shows them that.'
  }
  return null
}
