import type { Context } from 'hono'
import { type AppEnv, newRoom } from '../room.ts'
import type { LetterRow } from '../schema.ts'
import { problem } from '../ui/problem.tsx'
import { findByTicket } from './read.ts'
import { sentForm } from './sent-form.ts'
import { StatePage } from './state-page.tsx'
import { ticketLimit } from './ticket-limit.tsx'
import { TicketPage } from './ticket-page.tsx'
import { withdraw } from './withdraw.ts'

/** A writer comes back with a ticket, to see what became of a letter or to withdraw it. */
export const ticketRoutes = newRoom()

type Room = Context<AppEnv>

ticketRoutes.use('/ticket/*', ticketLimit)

ticketRoutes.get('/ticket', (c) => ticketPage(c))

ticketRoutes.post('/ticket', async (c) => {
  const ticket = (await sentForm(c)).get('ticket') ?? ''
  const letter = await findByTicket(c.var.db, c.var.vault, ticket)
  return letter ? statePage(c, { letter, ticket }) : ticketPage(c, { isUnknown: true })
})

ticketRoutes.post('/ticket/withdraw', async (c) => {
  const { db, now, vault } = c.var
  const form = await sentForm(c)
  const ticket = form.get('ticket') ?? ''
  const isConfirmed = !!form.get('confirm')
  if (isConfirmed) await withdraw(db, vault, ticket, now)
  const letter = await findByTicket(db, vault, ticket)
  if (!letter) return ticketPage(c, { isUnknown: true })
  if (letter.status === 'withdrawn') return statePage(c, { letter, ticket })
  return statePage(c, { letter, ticket, problem: isConfirmed ? 'tooLate' : 'unconfirmed' })
})

function ticketPage(c: Room, { isUnknown = false } = {}) {
  const { errorTitle, ticket } = c.var.copy.letters
  if (isUnknown) c.status(422)
  return c.render(<TicketPage {...c.var} isUnknown={isUnknown} />, {
    title: isUnknown ? errorTitle(ticket.title) : ticket.title,
    hasForm: true,
    hasExit: true,
    script: 'ticket.js',
  })
}

function statePage(
  c: Room,
  state: { letter: LetterRow; ticket: string; problem?: 'unconfirmed' | 'tooLate' },
) {
  const { errorTitle, ticket } = c.var.copy.letters
  if (state.problem) c.status(state.problem === 'tooLate' ? 409 : 422)
  return c.render(<StatePage {...c.var} {...state} />, {
    title: state.problem ? errorTitle(ticket.title) : ticket.title,
    hasForm: true,
    hasExit: true,
    script: 'ticket.js',
  })
}

ticketRoutes.all('/ticket', (c) => wrongMethod(c, 'GET, HEAD, POST'))
ticketRoutes.all('/ticket/withdraw', (c) => wrongMethod(c, 'POST'))

function wrongMethod(c: Room, allowed: string) {
  c.header('Allow', allowed)
  return problem(c, 405, 'wrongMethod')
}
