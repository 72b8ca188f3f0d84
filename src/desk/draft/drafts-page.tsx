import { writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { DraftRow } from '../../schema.ts'
import { languageName } from '../letter/letter-words.ts'

/** What the desk has in work. */
export function DraftsPage(props: { drafts: DraftRow[]; timeZone: string }) {
  const { drafts, timeZone } = props
  return (
    <>
      <h1>Drafts</h1>
      <form method="post" action={paths.desk.drafts()}>
        <p class="actions">
          <button type="submit">Start an empty draft</button>
          <a href={paths.desk.paste()}>Paste an old column</a>
        </p>
      </form>
      {drafts.length === 0 ? (
        <p>
          Nothing is in work. Pick a letter from the tray, start an empty draft, or paste an old
          column.
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Headline</th>
              <th scope="col">Where it stands</th>
              <th scope="col">Language</th>
              <th scope="col">Last saved</th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => (
              <tr>
                <td>
                  <a href={paths.desk.draft(draft.id)}>{draft.headline || 'No headline yet'}</a>
                </td>
                <td>{standing(draft)}</td>
                <td>{languageName(draft.language)}</td>
                <td>
                  version {draft.version}, {writtenInstant(draft.changedAt, 'en', timeZone)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function standing({ status, withdrawnOn }: DraftRow): string {
  if (withdrawnOn) return 'its writer has withdrawn'
  return status === 'live' ? 'being revised' : status
}
