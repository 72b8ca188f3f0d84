import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import { LISTED_REASONS, reasonName } from '../letter/reasons.ts'
import { MANY_VERBS } from './many.ts'
import type { Tray } from './tray.ts'
import { filtered } from './tray-filter.ts'

const BUTTONS: Record<(typeof MANY_VERBS)[number], string> = {
  shortlist: 'Shortlist them',
  hold: 'Hold them',
  spam: 'Put them aside as spam',
  decline: 'Decline them',
}

/** The list as a form: one decision on every letter in it that is chosen. */
export function ManyForm({ tray, children }: { tray: Tray; children: Child }) {
  if (tray.items.length === 0) return null
  const { error, reason = '' } = tray.many ?? {}
  return (
    <form class="many" method="post" action={filtered(paths.desk.letters(), tray.filter)}>
      {children}
      <details open={!!error}>
        <summary>Decide on those that are ticked</summary>
        {error?.field === 'list' && <p class="error">{error.text}</p>}
        <div class="buttons">
          {MANY_VERBS.filter((verb) => verb !== 'decline').map((verb) => (
            <button type="submit" name="verb" value={verb}>
              {BUTTONS[verb]}
            </button>
          ))}
        </div>
        <div class="field">
          <label for="many-reason">Why you decline them, for their tickets</label>
          {error?.field === 'many-reason' && (
            <p class="error" id="many-reason-error">
              {error.text}
            </p>
          )}
          <select
            id="many-reason"
            name="reason"
            aria-describedby={error?.field === 'many-reason' ? 'many-reason-error' : undefined}
            aria-invalid={error?.field === 'many-reason' ? 'true' : undefined}
          >
            <option value="">Choose a reason</option>
            {LISTED_REASONS.map((key) => (
              <option value={key} selected={key === reason}>
                {reasonName(key)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" name="verb" value="decline">
          {BUTTONS.decline}
        </button>
      </details>
    </form>
  )
}
