import type { Child } from 'hono/jsx'
import { characters, clean } from '../../text.ts'
import { LinkedText } from '../../ui/linked-text.tsx'
import { Key, pressedBy } from '../key.tsx'
import { languageName } from './letter-words.ts'
import {
  isReason,
  LISTED_REASONS,
  OWN_WORDS,
  type ReadyText,
  readyText,
  reasonName,
} from './reasons.ts'

/** The most characters that words for a ticket may have. */
export const REASON_LENGTH = 500

/** Why an editor declines: a reason by its key, or words of their own; and what is wrong with it. */
export type Declined = {
  chosen: string
  words: string
  column: string
  exchange: number
  error?: { field: 'reason' | 'words'; text: string }
}

/** Reads why a letter is declined from a form: words count before the ready text of the reason. */
export function readDeclined(field: (name: string) => string): Declined {
  const chosen = clean(field('reason'))
  const declined = {
    chosen: isReason(chosen) ? chosen : '',
    words: clean(field('words')),
    column: field('column'),
    exchange: Number(field('exchange')) || 0,
  }
  if (!declined.chosen && !declined.words) {
    return { ...declined, error: { field: 'reason', text: 'Choose a reason, or write one' } }
  }
  const count = characters(declined.words)
  if (count <= REASON_LENGTH) return declined
  const text = `Your reason has ${count} characters: shorten it to ${REASON_LENGTH}`
  return { ...declined, error: { field: 'words', text } }
}

/** The same, when the column that it leads to has gone meanwhile. */
export function notLive(declined: Declined): Declined {
  const text = 'That column is no longer live: choose another reason'
  return { ...declined, error: { field: 'reason', text } }
}

type Props = {
  action: string
  /** The language of the letter, and so of its ticket. */
  language: string
  texts: ReadyText[]
  declined?: Declined
  /** What every form about a letter carries. */
  children: Child
}

/** The reasons under the Decline key: each declines at once, or after its words are edited. */
export function DeclineForm(props: Props) {
  const { declined, language, texts } = props
  const error = declined?.error
  return (
    <details class="decline" open={!!error}>
      <summary {...pressedBy('d')}>
        <Key of="d" />
        Decline
      </summary>
      <fieldset
        class="reasons"
        aria-describedby={error?.field === 'reason' ? 'reason-hint reason-error' : 'reason-hint'}
      >
        <legend>Why? The ticket tells the writer</legend>
        <p class="hint" id="reason-hint">
          A reason declines at once, in these words, in {languageName(language)}.
        </p>
        {error?.field === 'reason' && (
          <p class="error" id="reason-error">
            {error.text}
          </p>
        )}
        <ol>
          {LISTED_REASONS.map((reason, index) => (
            <ReasonItem
              {...props}
              reason={reason}
              digit={String(index + 1)}
              text={readyText(texts, reason, language).text}
            />
          ))}
          <li>
            <Edited {...props} reason="" text="" name="In your own words" digit="9" />
          </li>
        </ol>
      </fieldset>
    </details>
  )
}

type Item = Props & { reason: string; text: string; digit?: string }

function ReasonItem(props: Item) {
  const { action, children, digit = '', language, reason, text } = props
  return (
    <li>
      <form method="post" action={action} data-send="next">
        {children}
        <button
          type="submit"
          name="reason"
          value={reason}
          id={digit === '1' ? 'reason' : undefined}
          {...pressedBy(digit)}
        >
          <Key of={digit} />
          {reasonName(reason)}
        </button>
      </form>
      <p lang={language}>
        <LinkedText text={text} />
      </p>
      <Edited {...props} digit={undefined} name="Edit the words" />
    </li>
  )
}

function Edited({
  action,
  children,
  declined,
  digit,
  language,
  name,
  reason,
  text,
}: Item & { name: string }) {
  const error = declined?.chosen === reason ? declined.error : undefined
  const isWrong = error?.field === 'words'
  const id = isWrong ? 'words' : `words-${reason || OWN_WORDS}`
  return (
    <details class="edited" open={isWrong}>
      <summary
        aria-label={reason ? `${name}: ${reasonName(reason)}` : undefined}
        {...(digit ? pressedBy(digit) : {})}
      >
        {digit && <Key of={digit} />}
        {name}
      </summary>
      <form method="post" action={action} data-send="next">
        {children}
        <input type="hidden" name="reason" value={reason} />
        <div class="field">
          <label for={id}>What the ticket says</label>
          <p class="hint" id={`${id}-hint`}>
            Up to {REASON_LENGTH} characters. A link is written [words](/address).
          </p>
          {isWrong && (
            <p class="error" id={`${id}-error`}>
              {error.text}
            </p>
          )}
          <textarea
            id={id}
            name="words"
            rows={3}
            lang={language}
            aria-describedby={isWrong ? `${id}-hint ${id}-error` : `${id}-hint`}
            aria-invalid={isWrong ? 'true' : undefined}
          >
            {`\n${isWrong ? declined?.words : text}`}
          </textarea>
        </div>
        <button type="submit">Decline in these words</button>
      </form>
    </details>
  )
}
