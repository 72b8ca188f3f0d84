import type { Child } from 'hono/jsx'
import { characters, clean } from '../../text.ts'
import { Key, pressedBy } from '../key.tsx'

/** What an editor wrote to a letter's writer, and what is wrong with it. */
export type Refused = { verb: 'ask' | 'reply' | 'group'; typed: string; error: string }

const FORMS = {
  ask: {
    key: 'a',
    name: 'Ask',
    label: 'What do you need to know?',
    hint: 'The writer reads it on the ticket and answers there. Up to 2,000 characters.',
    button: 'Ask the writer',
    most: 2000,
  },
  reply: {
    key: 'y',
    name: 'Reply privately',
    label: 'The reply',
    hint: 'Only the writer reads it, on the ticket. Up to 20,000 characters.',
    button: 'Send the reply',
    most: 20_000,
  },
}
type Verb = keyof typeof FORMS

/** Reads words for the writer from a form: there must be some, and not too many. */
export function readWords(
  verb: Verb,
  field: (name: string) => string,
): { text: string; refused: Refused | null } {
  const text = clean(field('text'))
  const { most } = FORMS[verb]
  const count = characters(text)
  if (text !== '' && count <= most) return { text, refused: null }
  const error =
    text === ''
      ? 'Write something to the writer'
      : `Shorten it to ${most} characters: it has ${count}`
  return { text, refused: { verb, typed: text, error } }
}

/** The form under a key that sends words to the writer; `children` is what every form carries. */
export function WordsForm(props: {
  verb: Verb
  action: string
  refused?: Refused
  children: Child
}) {
  const { verb, action, children } = props
  const refused = props.refused?.verb === verb ? props.refused : undefined
  const { key, name, label, hint, button } = FORMS[verb]
  return (
    <details class="decline" open={!!refused}>
      <summary {...pressedBy(key)}>
        <Key of={key} />
        {name}
      </summary>
      <form method="post" action={action} data-send="next">
        {children}
        <div class="field">
          <label for={verb}>{label}</label>
          <p class="hint" id={`${verb}-hint`}>
            {hint}
          </p>
          <FieldError id={verb} error={refused?.error} />
          <textarea
            id={verb}
            name="text"
            rows={6}
            aria-describedby={describedBy(verb, refused)}
            aria-invalid={refused ? 'true' : undefined}
          >
            {`\n${refused?.typed ?? ''}`}
          </textarea>
        </div>
        <button type="submit">{button}</button>
      </form>
    </details>
  )
}

/** The form under Group: the lead letter by its number or its address at the desk. */
export function GroupForm(props: {
  action: string
  refused?: Refused
  /** Letters of the list, to choose from. */
  leads: { id: string; question: string | null }[]
  children: Child
}) {
  const { action, leads, children } = props
  const refused = props.refused?.verb === 'group' ? props.refused : undefined
  return (
    <details class="decline" open={!!refused}>
      <summary {...pressedBy('g')}>
        <Key of="g" />
        Group
      </summary>
      <form method="post" action={action} data-send="next">
        {children}
        <div class="field">
          <label for="group">Which letter shall it follow?</label>
          <p class="hint" id="group-hint">
            The number of that letter, or its address here. This one shares its outcome from then
            on.
          </p>
          <FieldError id="group" error={refused?.error} />
          <input
            id="group"
            name="lead"
            list="leads"
            value={refused?.typed}
            autocomplete="off"
            aria-describedby={describedBy('group', refused)}
            aria-invalid={refused ? 'true' : undefined}
          />
          <datalist id="leads">
            {leads.map(({ id, question }) => (
              <option value={id}>{question}</option>
            ))}
          </datalist>
        </div>
        <button type="submit">Group it</button>
      </form>
    </details>
  )
}

function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null
  return (
    <p class="error" id={`${id}-error`}>
      {error}
    </p>
  )
}

function describedBy(id: string, refused?: Refused): string {
  return refused ? `${id}-hint ${id}-error` : `${id}-hint`
}
