import type { Copy } from '../ui/copy/index.ts'
import { RadioField, TextArea } from '../ui/field.tsx'
import { NOW_IS, TOOK_ADVICE } from './afterwards.ts'
import type { FormProps } from './conversation.tsx'

/** Where a writer tells how it went: two taps, and words. */
export function UpdateForm(props: FormProps & { isInvited: boolean }) {
  const { copy, paths, ticket, refused, isInvited } = props
  const words = copy.conversation.update
  const wrong = refused?.form === 'update' ? refused : undefined
  const field = (name: string) => ({
    name,
    error: wrong?.field === name ? wrong.text : undefined,
    value: wrong?.typed[name],
  })
  return (
    <section aria-labelledby="update">
      <h2 id="update">{isInvited ? words.invited : words.title}</h2>
      <p>{words.lead}</p>
      <form class="form" method="post" action={paths.ticketForm('update')} novalidate>
        <input type="hidden" name="ticket" value={ticket} />
        <RadioField
          {...field('took')}
          label={words.took}
          options={TOOK_ADVICE.map((value) => ({ value, name: words.tookWords[value] }))}
        />
        <RadioField
          {...field('now')}
          label={words.is}
          options={NOW_IS.map((value) => ({ value, name: words.isWords[value] }))}
        />
        <TextArea
          {...field('news')}
          label={optional(copy, words.label)}
          hint={words.hint}
          rows={4}
        />
        <button type="submit">{words.button}</button>
      </form>
    </section>
  )
}

/** Where a writer asks to take the printed letter down. */
export function TakeDownForm(props: FormProps & { isAsked: boolean }) {
  const { copy, paths, ticket, refused, isAsked } = props
  const words = copy.conversation.takeDown
  const wrong = refused?.form === 'withdraw' ? refused : undefined
  return (
    <section aria-labelledby="take-down">
      <h2 id="take-down">{words.title}</h2>
      <p>{isAsked ? words.asked : words.lead}</p>
      <form class="form" method="post" action={paths.ticketForm('withdraw')} novalidate>
        <input type="hidden" name="ticket" value={ticket} />
        <TextArea
          name="why"
          label={optional(copy, words.label)}
          hint={words.hint}
          error={wrong?.field === 'why' ? wrong.text : undefined}
          value={wrong?.typed.why}
          rows={3}
        />
        <button class="second" type="submit">
          {words.button}
        </button>
      </form>
    </section>
  )
}

function optional(copy: Copy, label: string): string {
  return copy.letters.optional(label)
}
