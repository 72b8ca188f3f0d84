import { partsOf } from '../../manuscript/parts.ts'
import { paths } from '../../paths.ts'
import type { DraftView } from './draft-view.tsx'
import { OriginalLetter } from './original-letter.tsx'

/** The letters that a draft came from, and the way for another to join them, or for one to leave. */
export function LettersPanel(view: DraftView) {
  const { draft, originals } = view
  const isOpen = draft.status === 'draft' || draft.status === 'review'
  return (
    <>
      {isOpen && (
        <p class="joining">
          <a href={paths.desk.draftVerb(draft.id, 'join')}>Add a letter from the shortlist</a>
        </p>
      )}
      {originals.map((original) => (
        <>
          <OriginalLetter {...original} />
          {isOpen && original.row.status === 'in_column' && (
            <Leaving {...view} letter={original.row.id} />
          )}
        </>
      ))}
    </>
  )
}

/** Only where others stay: a draft's last letter goes with the draft, when that is dropped. */
function Leaving({ draft, originals, letter }: DraftView & { letter: string }) {
  const parts = partsOf(draft.document)
  const printed = [...parts.keys()].filter((name) => name.startsWith('letter-'))
  if (originals.length < 2) return null
  const id = `leaving-${letter}`
  return (
    <form method="post" action={paths.desk.draftVerb(draft.id, 'leave')} class="leaving">
      <input type="hidden" name="version" value={String(draft.version)} />
      <input type="hidden" name="letter" value={letter} />
      <label for={id}>Take it out, and with it</label>
      <select id={id} name="position" required>
        <option value="">Choose what leaves the text</option>
        {printed.map((_, index) => (
          <option value={String(index + 1)}>
            {index + 1}. {parts.get(`headline-${index + 1}`)?.text || 'A letter'}, and its reply
          </option>
        ))}
        <option value="0">nothing: its text is out already</option>
      </select>
      <button type="submit">Back to the shortlist</button>
    </form>
  )
}
