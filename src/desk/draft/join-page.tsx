import { writtenDay } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { DraftRow, LetterRow } from '../../schema.ts'
import { CONSENT_WORDS } from '../letter/letter-words.ts'

type Props = { draft: DraftRow; letters: { row: LetterRow; question: string | null }[] }

/** The letters of the shortlist that may join a draft, so that one column answers them all. */
export function JoinPage({ draft, letters }: Props) {
  return (
    <article class="page">
      <h1>Add a letter to this draft</h1>
      <p>
        To <a href={paths.desk.draft(draft.id)}>{draft.headline || 'No headline yet'}</a>. Its text
        is added as one more printed letter, with a reply for you to write, in the next version.
      </p>
      {letters.length === 0 ? (
        <p>
          No letter on the shortlist may be printed. Shortlist one in the{' '}
          <a href={paths.desk.tray()}>tray</a> first.
        </p>
      ) : (
        <form method="post" action={paths.desk.draftVerb(draft.id, 'join')}>
          <input type="hidden" name="version" value={String(draft.version)} />
          <fieldset>
            <legend>Letters on the shortlist, the oldest first</legend>
            {letters.map(({ row, question }) => (
              <div class="choice">
                <input
                  type="radio"
                  id={`letter-${row.id}`}
                  name="letter"
                  value={`${row.id} ${row.version}`}
                  required
                />
                <label for={`letter-${row.id}`}>
                  <span lang={row.language}>{question ?? 'A letter without its text'}</span>{' '}
                  <span class="hint">
                    {writtenDay(row.receivedOn, 'en')} · {CONSENT_WORDS[row.consent]}
                  </span>
                </label>
              </div>
            ))}
          </fieldset>
          <button type="submit" class="main">
            Add the letter
          </button>
        </form>
      )}
    </article>
  )
}
