import type { Paths } from '../paths.ts'
import type { Copy } from '../ui/copy/index.ts'
import { ticketGroups } from './ticket.ts'

/** The only page that ever shows a ticket. */
export function SentPage({ copy, paths, ticket }: { copy: Copy; paths: Paths; ticket: string }) {
  const { sent } = copy.letters
  return (
    <>
      <h1>{sent.title}</h1>
      <p class="standfirst">{sent.lead}</p>
      <section class="ticket" aria-labelledby="ticket">
        <h2 class="label" id="ticket">
          {sent.ticket}
        </h2>
        <p class="code" data-ticket="" data-copy={sent.copy} data-copied={sent.copied}>
          {ticketGroups(ticket).map((group, index) => (
            <>
              {index > 0 && (
                <>
                  -<wbr />
                </>
              )}
              {group}
            </>
          ))}
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
    </>
  )
}
