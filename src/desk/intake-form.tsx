import { writtenDay } from '../dates.ts'
import { paths } from '../paths.ts'

type Props = { closedUntil: string | null; error?: string }

/** Closes the letter box for a while, or opens it again. */
export function IntakeForm({ closedUntil, error }: Props) {
  if (closedUntil) {
    return (
      <form class="intake" method="post" action={paths.desk.settings()}>
        <p>The letter box is closed until {writtenDay(closedUntil, 'en')}.</p>
        <button type="submit" name="intake" value="open">
          Open it now
        </button>
      </form>
    )
  }
  return (
    <form class="intake" method="post" action={paths.desk.settings()}>
      <p>
        The letter box is open. Closed, the form says until when, and keeps what is being written.
      </p>
      <div class="field">
        <label for="closed_until">Close it until</label>
        {error && (
          <p class="error" id="closed-error">
            {error}
          </p>
        )}
        <input
          type="date"
          id="closed_until"
          name="closed_until"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? 'closed-error' : undefined}
        />
      </div>
      <button type="submit" name="intake" value="close">
        Close the letter box
      </button>
    </form>
  )
}
