import { partsOf } from '../../manuscript/parts.ts'
import { paths } from '../../paths.ts'
import type { Found } from './insert.ts'

/** What was typed into the insert part, and what a search for columns found. */
export type Inserting = { query: string; found: Found[] | null }

type Props = { id: string; document: string; language: string; inserting?: Inserting }

/** What an editor may put at the end of a reply: a script, or a link to an earlier column. */
export function InsertPart({ id, document, language, inserting }: Props) {
  const action = paths.desk.draftVerb(id, 'insert')
  const parts = partsOf(document)
  const replies = [...parts.keys()].filter((name) => name.startsWith('reply-'))
  const found = inserting?.found
  return (
    <details class="insert" open={!!inserting} id="insert">
      <summary>Insert a script or a link</summary>
      <div class="field">
        <label for="insert-into">At the end of</label>
        <select id="insert-into" name="insert-into">
          {replies.map((name, index) => (
            <option value={name} selected={index === replies.length - 1}>
              reply {index + 1}
              {parts.get(`headline-${index + 1}`)?.text &&
                `: ${parts.get(`headline-${index + 1}`)?.text}`}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="insert-when">Script: when to say it</label>
        <input id="insert-when" name="insert-when" lang={language} autocomplete="off" />
      </div>
      <div class="field">
        <label for="insert-words">Script: the words</label>
        <textarea id="insert-words" name="insert-words" rows={3} lang={language} />
      </div>
      <p class="actions">
        <button type="submit" formaction={action} name="insert" value="script">
          Insert the script
        </button>
      </p>
      <div class="field">
        <label for="insert-query">Link: words of an earlier column’s headline</label>
        <input id="insert-query" name="insert-query" value={inserting?.query} autocomplete="off" />
      </div>
      <p class="actions">
        <button type="submit" formaction={action} name="insert" value="find">
          Find columns
        </button>
      </p>
      {found?.length === 0 && <p role="status">No live column in this language has such words.</p>}
      {found && found.length > 0 && (
        <ul class="found">
          {found.map(({ slug, headline }) => (
            <li>
              <button type="submit" formaction={action} name="insert" value={`link ${slug}`}>
                Link to “{headline}”
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
