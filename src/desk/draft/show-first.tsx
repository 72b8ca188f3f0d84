import { writtenDay, writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { ShowingRow } from '../../schema.ts'
import type { DraftView } from './draft-view.tsx'
import type { Original } from './originals.ts'

/** What the writer of a letter that wants to be shown first was shown, and what they said to it. */
export function ShowFirst(view: DraftView & { original: Original }) {
  const { draft, original, timeZone, hours } = view
  const headlines = view.checked.manuscript?.exchanges.map(({ headline }) => headline) ?? []
  const { row, showing, wishes } = original
  const isStopped = showing?.verdict === 'stop'
  if (row.status !== 'in_column' || (row.consent !== 'show_first' && !isStopped)) return null
  return (
    <section class="show-first" id={`shown-${row.id}`} aria-label="Shown to the writer">
      <h2>Shown to the writer</h2>
      <p>{showing ? inWords(showing, timeZone) : 'Not yet: they asked to see it first.'}</p>
      {wishes.map(({ text, writtenOn }) => (
        <blockquote lang={row.language}>
          <p lang="en">
            <strong>They wrote, {writtenDay(writtenOn, 'en')}:</strong>
          </p>
          <p class="text">{text}</p>
        </blockquote>
      ))}
      {!isStopped && headlines.length > 0 && (
        <form method="post" action={paths.desk.draftVerb(draft.id, 'show')}>
          <input type="hidden" name="version" value={String(draft.version)} />
          <input type="hidden" name="letter" value={row.id} />
          <Position {...{ headlines, showing, id: `position-${row.id}` }} />
          <p class="hint">
            They see this letter as it was saved, and have {hours} hours to answer. If you change it
            afterwards, they see that, and have as long again.
          </p>
          <button type="submit">
            {showing ? 'Show it to the writer again' : 'Show it to the writer'}
          </button>
        </form>
      )}
    </section>
  )
}

function inWords({ verdict, since, until }: ShowingRow, timeZone: string): string {
  const shown = `Shown on ${writtenInstant(since, 'en', timeZone)}.`
  if (verdict === 'fine') return `${shown} They say that it is fine.`
  if (verdict === 'change') return `${shown} They ask for a change.`
  if (verdict === 'stop') return `${shown} They said: do not run it. That is final.`
  return `${shown} They have until ${writtenInstant(until, 'en', timeZone)} (${timeZone}).`
}

/** Which of several printed letters is this writer's, only the desk can tell. */
function Position(props: { headlines: (string | null)[]; showing: ShowingRow | null; id: string }) {
  const { headlines, showing, id } = props
  if (headlines.length === 1) return <input type="hidden" name="position" value="1" />
  return (
    <div class="field">
      <label for={id}>Which printed letter is theirs?</label>
      <select id={id} name="position" required>
        <option value="">Choose one</option>
        {headlines.map((headline, index) => (
          <option value={String(index + 1)} selected={showing?.position === index + 1}>
            {index + 1}. {headline}
          </option>
        ))}
      </select>
    </div>
  )
}
