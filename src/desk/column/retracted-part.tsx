import { paths } from '../../paths.ts'
import type { DraftRow } from '../../schema.ts'

/** A retracted column's text, to read and to restore: it cannot be saved where nobody would see it. */
export function RetractedPart({ draft }: { draft: DraftRow }) {
  return (
    <form method="post" action={paths.desk.columnVerb(draft.slug, 'restore')} class="editor">
      <input type="hidden" name="version" value={String(draft.version)} />
      <p>
        The column was retracted: its addresses say that it is gone. Restored, it is a draft again,
        and once it is published all of its addresses lead to it.
      </p>
      <p class="actions">
        <button type="submit" class="main">
          Restore it as a draft
        </button>
      </p>
      <label for="document">Its text</label>
      <textarea id="document" rows={32} readonly lang={draft.language}>
        {`\n${draft.document}`}
      </textarea>
    </form>
  )
}
