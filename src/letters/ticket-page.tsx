import type { Paths } from '../paths.ts'
import type { Copy } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/field.tsx'

/** The form for a ticket; `isUnknown` after a code that opens nothing, whichever and why. */
export function TicketPage(props: {
  copy: Copy
  paths: Paths
  isUnknown: boolean
  /** What was written for a letter that is not there: it is not lost. */
  kept: string
}) {
  const { copy, paths, isUnknown, kept } = props
  const { problemsTitle, states, ticket } = copy.letters
  return (
    <>
      <ErrorSummary
        title={problemsTitle}
        problems={isUnknown ? [{ text: ticket.unknown, field: 'ticket' }] : []}
      />
      <h1>{ticket.title}</h1>
      <p class="standfirst">{ticket.lead}</p>
      {isUnknown && (
        <p>
          {ticket.unknownHelp} {states.erased.text}
        </p>
      )}
      {kept && (
        <div class="field">
          <label for="kept">{copy.conversation.kept}</label>
          <textarea id="kept" rows={6} readonly>
            {kept}
          </textarea>
        </div>
      )}
      <form class="form" method="post" action={paths.ticket()} novalidate>
        <TextField
          name="ticket"
          label={ticket.label}
          hint={ticket.hint}
          error={isUnknown ? ticket.unknown : undefined}
          isRequired
          autocomplete="off"
          class="code"
        />
        <button type="submit">{ticket.button}</button>
      </form>
      <p class="hint">{ticket.lost}</p>
    </>
  )
}
