import type { Context } from 'hono'
import { noteFailure } from '../failure.ts'
import { type AppEnv, newRoom } from '../room.ts'
import { askTakeDown, isInPrint, update } from './afterwards.ts'
import { answer } from './answer.ts'
import { NotSentPage } from './not-sent-page.tsx'
import { sentForm } from './sent-form.ts'
import { SentPage } from './sent-page.tsx'
import { showState, showTicketForm } from './show-ticket.tsx'
import { findStanding, type Standing } from './standing.ts'
import { readTicket } from './ticket.ts'
import {
  type FormName,
  type Refused,
  readAnswer,
  readNews,
  readVerdict,
  readWhy,
} from './ticket-form.ts'
import { ticketLimit } from './ticket-limit.tsx'
import { judge } from './verdict.ts'
import { withdraw } from './withdraw.ts'
import type { Outcome } from './write-back.ts'

/** A writer comes back with a ticket, to see what became of a letter and to go on with it. */
export const ticketRoutes = newRoom()

type Room = Context<AppEnv>
/** What a form asks for, under the ticket as it was typed. */
type Taken = { form: URLSearchParams; ticket: string }

ticketRoutes.use('/ticket/*', ticketLimit)

ticketRoutes.get('/ticket', (c) => showTicketForm(c))

ticketRoutes.post('/ticket', async (c) => {
  const { copy, db, vault } = c.var
  const form = await sentForm(c)
  const ticket = form.get('ticket') ?? ''
  const last = form.get('last')
  const standing = await findStanding(db, vault, ticket)
  if (!standing) return showTicketForm(c, { isUnknown: true })
  if (last && !isLastGroup(ticket, last)) return askAgain(c, ticket, last)
  const notice = last ? copy.conversation.lastGroup.right : undefined
  return showState(c, { standing, ticket, notice })
})

/** Whoever is asked the last group back may type the whole ticket. */
function isLastGroup(ticket: string, typed: string): boolean {
  const code = readTicket(ticket) ?? ''
  const filled = readTicket(code.slice(0, -4) + typed) ?? readTicket(typed)
  return filled === code
}

function askAgain(c: Room, ticket: string, last: string) {
  const { errorTitle, sent } = c.var.copy.letters
  c.status(422)
  const code = readTicket(ticket) ?? ''
  return c.render(<SentPage {...c.var} ticket={code} wrongLast={last} />, {
    title: errorTitle(sent.title),
    hasForm: true,
    hasExit: true,
    script: 'ticket.js',
  })
}

ticketRoutes.post('/ticket/answer', (c) =>
  take(c, 'answer', async ({ form, ticket }) => {
    const { copy, db, now, vault } = c.var
    const { value: text, refused } = readAnswer(form, copy)
    return refused ?? answer(db, vault, { ticket, text, now })
  }),
)

ticketRoutes.post('/ticket/verdict', (c) =>
  take(c, 'verdict', async ({ form, ticket }) => {
    const { copy, db, now, vault } = c.var
    const { value, refused } = readVerdict(form, copy)
    if (refused) return refused
    const fingerprint = form.get('shown') ?? ''
    const outcome = await judge(db, vault, { ticket, now, fingerprint, ...value })
    if (outcome !== 'tooLate') return outcome
    const typed = { verdict: value.verdict, words: value.text }
    return { form: 'verdict', text: copy.conversation.shown.other, typed }
  }),
)

ticketRoutes.post('/ticket/update', (c) =>
  take(c, 'update', async ({ form, ticket }) => {
    const { copy, db, now, vault } = c.var
    const { value, refused } = readNews(form, copy)
    return refused ?? update(db, vault, { ticket, now, ...value })
  }),
)

/** Until it is printed a letter is withdrawn at once; after that the desk is asked to take it down. */
ticketRoutes.post('/ticket/withdraw', (c) =>
  take(c, 'withdraw', async ({ form, ticket }) => {
    const { copy, db, now, vault } = c.var
    const standing = await findStanding(db, vault, ticket)
    if (standing && isInPrint(standing)) {
      const { value: text, refused } = readWhy(form, copy)
      return refused ?? askTakeDown(db, vault, { ticket, text, now })
    }
    const { unconfirmed } = copy.letters.withdraw
    const isConfirmed = !!form.get('confirm')
    if (isConfirmed && (await withdraw(db, vault, ticket, now))) return 'done'
    if (!standing) return 'unknown'
    if (standing.letter.status === 'withdrawn') return 'done'
    if (isConfirmed) return 'tooLate'
    return { form: 'withdraw', field: 'confirm', text: unconfirmed, typed: {} }
  }),
)

/**
 * Does what a form of the ticket page asks for and shows the letter as it stands then. Whatever goes
 * wrong, on the writer's side or ours, the answer still holds everything that was typed.
 */
async function take(c: Room, name: FormName, act: (taken: Taken) => Promise<Outcome | Refused>) {
  const { copy, db, vault } = c.var
  const form = await sentForm(c)
  const ticket = form.get('ticket') ?? ''
  try {
    const outcome = await act({ form, ticket })
    const standing = outcome === 'unknown' ? null : await findStanding(db, vault, ticket)
    if (!standing) return showTicketForm(c, { isUnknown: true, typed: Object.fromEntries(form) })
    return showOutcome(c, { name, form, ticket, standing, outcome })
  } catch (error) {
    noteFailure(error)
    c.status(503)
    return c.render(<NotSentPage copy={copy} action={c.var.paths.ticketForm(name)} form={form} />, {
      title: copy.letters.errorTitle(copy.conversation.failedTitle),
      hasForm: true,
      hasExit: true,
      script: 'ticket.js',
    })
  }
}

function showOutcome(
  c: Room,
  props: Taken & { name: FormName; standing: Standing; outcome: Outcome | Refused },
) {
  const { name, form, ticket, standing, outcome } = props
  const { conversation, letters } = c.var.copy
  if (outcome === 'done') {
    const isWithdrawn = standing.letter.status === 'withdrawn'
    return showState(c, { standing, ticket, notice: isWithdrawn ? undefined : conversation.thanks })
  }
  if (typeof outcome === 'object') return showState(c, { standing, ticket, refused: outcome })
  const isAnswered = name === 'withdraw' && standing.letter.status === 'answered'
  const text = isAnswered ? letters.withdraw.tooLate : conversation.tooLate
  const refused = { form: name, text, typed: Object.fromEntries(form) }
  return showState(c, { standing, ticket, refused })
}
