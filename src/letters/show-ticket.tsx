import type { Context } from 'hono'
import { instant } from '../dates.ts'
import { inEach } from '../paths.ts'
import type { AppEnv } from '../room.ts'
import { openLetter } from './sealed.ts'
import type { Standing } from './standing.ts'
import { StatePage, typedWords } from './state-page.tsx'
import type { Refused } from './ticket-form.ts'
import { TicketPage } from './ticket-page.tsx'

type Room = Context<AppEnv>

/** Answers with the form for a ticket; `isUnknown` (422) keeps what was typed for a letter that is not there. */
export function showTicketForm(
  c: Room,
  { isUnknown = false, typed = {} }: { isUnknown?: boolean; typed?: Record<string, string> } = {},
) {
  const { errorTitle, ticket } = c.var.copy.letters
  if (isUnknown) c.status(422)
  return c.render(<TicketPage {...c.var} isUnknown={isUnknown} kept={typedWords(typed)} />, {
    title: isUnknown ? errorTitle(ticket.title) : ticket.title,
    editions: inEach(c.var.config.languages, (paths) => paths.ticket()),
    hasForm: true,
    hasExit: true,
    script: 'ticket.js',
  })
}

/** Answers with where a letter stands: 422 when a field is to be put right, 409 when it is too late. */
export async function showState(
  c: Room,
  state: { standing: Standing; ticket: string; refused?: Refused; notice?: string },
) {
  const { config, copy, now, vault } = c.var
  const { errorTitle, ticket } = copy.letters
  const { letter, shown } = state.standing
  if (state.refused) c.status(state.refused.field ? 422 : 409)
  const sent = shown && (await openLetter(vault, { ...letter, emailKey: null, email: null }))
  const clock = { timeZone: config.timeZone, now: instant(now) }
  return c.render(<StatePage {...c.var} {...clock} {...state} sent={sent} />, {
    title: state.refused ? errorTitle(ticket.title) : ticket.title,
    editions: inEach(c.var.config.languages, (paths) => paths.ticket()),
    hasForm: true,
    hasExit: true,
    script: 'ticket.js',
  })
}
