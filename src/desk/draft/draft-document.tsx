import { writtenInstant } from '../../dates.ts'
import { paths, pathsIn } from '../../paths.ts'
import type { Language } from '../../ui/copy/index.ts'
import { DraftFields } from './draft-fields.tsx'
import type { DraftView } from './draft-view.tsx'
import { InsertPart } from './insert-part.tsx'
import { whySaveByHand } from './saving.ts'

/** The document of a draft, as fields and as text, and what saves it. */
export function DraftDocument(view: DraftView) {
  const { draft, unsaved, timeZone } = view
  const { document, slug, slugWas, fields, version } = unsaved ?? {
    ...draft,
    slugWas: draft.slug,
    fields: {},
  }
  return (
    <form
      method="post"
      action={paths.desk.draftVerb(draft.id, 'save')}
      class="editor"
      data-editor=""
      data-unsaved={unsaved && ''}
    >
      <input type="hidden" name="version" value={String(version)} />
      <AddressField slug={slug} slugWas={slugWas ?? draft.slug} language={draft.language} />
      <details open>
        <summary>Fields</summary>
        <DraftFields {...view} {...{ document, typed: fields }} language={draft.language} />
      </details>
      <details open>
        <summary>Text</summary>
        <DocumentField document={document} language={draft.language} />
      </details>
      <div class="actions">
        <button type="submit" class="main">
          Save
        </button>
        <button type="submit" formaction={paths.desk.preview(draft.id)} formtarget="_blank">
          Preview
        </button>
        <a href={paths.desk.versions(draft.id)}>Versions</a>
        <p role="status" data-saved="">
          {unsaved
            ? `Not saved yet; version ${version} is`
            : `Version ${draft.version}, saved ${writtenInstant(draft.changedAt, 'en', timeZone)}`}
        </p>
        <HowItIsSaved {...view} />
      </div>
      {/* Below Save, which is what Enter in a field presses. */}
      <InsertPart {...view} {...{ document, id: draft.id, language: draft.language }} />
    </form>
  )
}

/** Says when nothing is saved by itself; the page's script goes by it. */
function HowItIsSaved({ draft, originals }: DraftView) {
  const why = whySaveByHand(draft, originals)
  return (
    <p class="hint" data-fresh="saving" data-autosaves={why ? undefined : ''}>
      {why && `Nothing is saved until you press Save. ${why}`}
    </p>
  )
}

type FieldsProps = { slug: string; slugWas: string; document: string; language: string }

/** The fields that a save sends: the same on the draft's page and on the page of a conflict. */
export function DocumentFields(props: FieldsProps) {
  return (
    <>
      <AddressField {...props} />
      <DocumentField {...props} />
    </>
  )
}

function AddressField({ slug, slugWas, language }: Omit<FieldsProps, 'document'>) {
  return (
    <>
      <input type="hidden" name="slug-was" value={slugWas} />
      <div class="field">
        <label for="slug">Address</label>
        <p class="hint" id="slug-hint">
          {pathsIn(language as Language).column('…')}
        </p>
        <input id="slug" name="slug" value={slug} aria-describedby="slug-hint" required />
      </div>
    </>
  )
}

function DocumentField({ document, language }: { document: string; language: string }) {
  return (
    <div class="field">
      <label for="document">Document</label>
      <textarea id="document" name="document" rows={32} spellcheck={true} lang={language}>
        {`\n${document}`}
      </textarea>
    </div>
  )
}
