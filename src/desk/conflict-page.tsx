import { paths } from '../paths.ts'
import type { DraftRow } from '../schema.ts'
import { DocumentFields } from './draft-document.tsx'

/** Somebody saved first: the loser's text stays in the form, theirs stands beside it. */
export function ConflictPage(props: {
  draft: DraftRow
  yours: { document: string; slug: string }
  who: string
}) {
  const { draft, yours, who } = props
  return (
    <>
      <h1>Somebody saved another version first</h1>
      <p>
        {who} saved version {draft.version} while you were writing. Nothing of yours is lost: it
        stands in the form. Take over from the other side what you need, and save: your text then
        becomes the next version.
      </p>
      <div class="conflict">
        <form method="post" action={paths.desk.draftVerb(draft.id, 'save')} class="editor">
          <h2>Yours</h2>
          <input type="hidden" name="version" value={String(draft.version)} />
          <DocumentFields {...yours} language={draft.language} />
          <p class="actions">
            <button type="submit" class="main">
              Save mine as version {draft.version + 1}
            </button>
            <a href={paths.desk.draft(draft.id)}>Leave mine and open theirs</a>
          </p>
        </form>
        <section>
          <h2>
            Version {draft.version}, by {who}
          </h2>
          <label for="theirs">Their document</label>
          <textarea id="theirs" rows={32} readonly lang={draft.language}>
            {`\n${draft.document}`}
          </textarea>
        </section>
      </div>
    </>
  )
}
