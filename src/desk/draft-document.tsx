import { paths, pathsIn } from '../paths.ts'
import type { DraftRow } from '../schema.ts'
import type { Language } from '../ui/copy/index.ts'

/** The document of a draft as text, and what saves it. */
export function DraftDocument({ draft }: { draft: DraftRow }) {
  return (
    <form method="post" action={paths.desk.draftVerb(draft.id, 'save')} class="editor">
      <input type="hidden" name="version" value={String(draft.version)} />
      <DocumentFields {...draft} slugWas={draft.slug} />
      <p class="actions">
        <button type="submit" class="main">
          Save
        </button>
        <a href={paths.desk.preview(draft.id)}>Preview what was saved</a>
        <a href={paths.desk.versions(draft.id)}>Versions</a>
      </p>
      {draft.status === 'scheduled' && (
        <p class="hint">Saving takes it out of the queue: it will no longer run by itself.</p>
      )}
    </form>
  )
}

type FieldsProps = { slug: string; slugWas: string; document: string; language: string }

/** The fields that a save sends: the same on the draft's page and on the page of a conflict. */
export function DocumentFields(props: FieldsProps) {
  return (
    <>
      <input type="hidden" name="slug-was" value={props.slugWas} />
      <div class="field">
        <label for="slug">Address</label>
        <p class="hint" id="slug-hint">
          {pathsIn(props.language as Language).column('…')}
        </p>
        <input id="slug" name="slug" value={props.slug} aria-describedby="slug-hint" required />
      </div>
      <div class="field">
        <label for="document">Document</label>
        <textarea id="document" name="document" rows={32} spellcheck={true} lang={props.language}>
          {`\n${props.document}`}
        </textarea>
      </div>
    </>
  )
}
