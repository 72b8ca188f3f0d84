import type { Paths } from '../paths.ts'
import type { Copy } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/field.tsx'
import { ticketGroups } from './ticket.ts'

type Props = {
  copy: Copy
  paths: Paths
  ticket: string
  /** What was typed as the last group, when that was not it. */
  wrongLast?: string
}

/** The only page that ever shows a ticket. */
export function SentPage({ copy, paths, ticket, wrongLast }: Props) {
  const { problemsTitle, sent } = copy.letters
  const { lastGroup } = copy.conversation
  return (
    <>
      <ErrorSummary
        title={problemsTitle}
        problems={wrongLast ? [{ text: lastGroup.wrong, field: 'last' }] : []}
      />
      <h1>{sent.title}</h1>
      <p class="standfirst">{sent.lead}</p>
      <section class="ticket" aria-labelledby="ticket">
        <h2 class="label" id="ticket">
          {sent.ticket}
        </h2>
        <p class="code" data-ticket="" data-copy={sent.copy} data-copied={sent.copied}>
          {ticketGroups(ticket).join('-')}
        </p>
      </section>
      <p>
        <strong>{sent.once}</strong>
      </p>
      <section aria-labelledby="next">
        <h2 id="next">{sent.next}</h2>
        <ol>
          {sent.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p>
          <a href={paths.ticket()}>{sent.look}</a>
        </p>
      </section>
      <section aria-labelledby="kept">
        <h2 id="kept">{lastGroup.title}</h2>
        <form class="form" method="post" action={paths.ticket()} novalidate>
          <input type="hidden" name="ticket" value={ticket} />
          <TextField
            name="last"
            label={lastGroup.label}
            hint={lastGroup.hint}
            error={wrongLast && lastGroup.wrong}
            value={wrongLast}
            autocomplete="off"
            class="code last"
          />
          <button type="submit">{lastGroup.button}</button>{' '}
          <a href={paths.front()}>{lastGroup.skip}</a>
        </form>
      </section>
    </>
  )
}
