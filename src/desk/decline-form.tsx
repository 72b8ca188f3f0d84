import type { Child } from 'hono/jsx'
import { characters, clean } from '../text.ts'
import { Key, pressedBy } from './key.tsx'
import { READY_REASONS } from './letter-words.ts'

/** The most characters that a reason in the desk's own words may have. */
const REASON_LENGTH = 500

/** What an editor chose or wrote as the reason, and what is wrong with it. */
export type Reason = {
  chosen: string
  words: string
  error?: { field: 'reason' | 'words'; text: string }
}

/** Reads the reason from a form: own words count before a ready reason. */
export function readReason(field: (name: string) => string): Reason {
  const reason = { chosen: clean(field('reason')), words: clean(field('words')) }
  if (!reason.chosen && !reason.words) {
    return { ...reason, error: { field: 'reason', text: 'Choose a reason, or write one' } }
  }
  const count = characters(reason.words)
  if (count <= REASON_LENGTH) return reason
  const text = `Your reason has ${count} characters: shorten it to ${REASON_LENGTH}`
  return { ...reason, error: { field: 'words', text } }
}

/** The form under the Decline key; `children` is what every form about a letter carries. */
export function DeclineForm(props: { action: string; reason?: Reason; children: Child }) {
  const { chosen = '', words = '', error } = props.reason ?? {}
  const problem = (field: 'reason' | 'words') =>
    error?.field === field && (
      <p class="error" id={`${field}-error`}>
        {error.text}
      </p>
    )
  return (
    <details class="decline" open={!!error}>
      <summary {...pressedBy('d')}>
        <Key of="d" />
        Decline
      </summary>
      <form method="post" action={props.action} data-send="next">
        {props.children}
        <fieldset aria-describedby={described('reason', error)}>
          <legend>Why? The ticket tells the writer</legend>
          <p class="hint" id="reason-hint">
            A reason from this list is read in the writer’s own language.
          </p>
          {problem('reason')}
          {READY_REASONS.map(([key, text], index) => (
            <div class="choice">
              <input
                type="radio"
                name="reason"
                id={index === 0 ? 'reason' : `reason-${key}`}
                value={key}
                checked={key === chosen}
              />
              <label for={index === 0 ? 'reason' : `reason-${key}`}>{text}</label>
            </div>
          ))}
        </fieldset>
        <div class="field">
          <label for="words">Or in your own words</label>
          <p class="hint" id="words-hint">
            The writer reads them as they are, instead of a reason from the list. Up to{' '}
            {REASON_LENGTH} characters.
          </p>
          {problem('words')}
          <textarea
            id="words"
            name="words"
            rows={3}
            aria-describedby={described('words', error)}
            aria-invalid={error?.field === 'words' ? 'true' : undefined}
          >
            {`\n${words}`}
          </textarea>
        </div>
        <button type="submit">Decline the letter</button>
      </form>
    </details>
  )
}

function described(field: 'reason' | 'words', error: Reason['error']): string {
  return error?.field === field ? `${field}-hint ${field}-error` : `${field}-hint`
}
