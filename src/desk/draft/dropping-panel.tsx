import { paths } from '../../paths.ts'
import type { DraftView } from './draft-view.tsx'

/** A draft that never ran can be dropped: its letters go back to the shortlist. */
export function DroppingPanel({ draft }: DraftView) {
  if (draft.status !== 'draft' && draft.status !== 'review') return null
  return (
    <form method="post" action={paths.desk.draftVerb(draft.id, 'drop')} id="drop">
      <input type="hidden" name="version" value={String(draft.version)} />
      <label>
        <input type="checkbox" name="sure" value="yes" required /> Its text goes, and its letters go
        back to the shortlist
      </label>{' '}
      <button type="submit">Drop this draft</button>
    </form>
  )
}
