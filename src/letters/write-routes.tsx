import type { Context } from 'hono'
import { day, writtenDay } from '../dates.ts'
import { noteFailure } from '../failure.ts'
import type { Edit } from '../identifying/edit.ts'
import { readLists } from '../identifying/lists-file.ts'
import { nearestExchanges } from '../nearest.ts'
import { type AppEnv, newRoom } from '../room.ts'
import { AnsweredPage } from './answered-page.tsx'
import { ClosedPage } from './closed-page.tsx'
import { type FormFacts, formFacts, NO_FACTS } from './form-facts.ts'
import { allowanceIn, isBurst } from './guard.ts'
import { checkEntries, type Entries, letterOf, type Problem, readEntries } from './letter-form.ts'
import { minutesToWait } from './limit.ts'
import { receive } from './receive.ts'
import { rewrite } from './rewrite.ts'
import { sentForm } from './sent-form.ts'
import { SentPage } from './sent-page.tsx'
import { checkPage, writePage } from './show-form.tsx'
import { countAnswered } from './tally.ts'
import { readTicketField, secondsOpen } from './ticket.ts'
import { isPerson } from './turnstile.ts'

/** A letter is written, read through and sent: three pages at one address. */
export const writeRoutes = newRoom()

type Room = Context<AppEnv>

/** Less than this, from the form to its sending, is no person's time to think. */
const THINKING_SECONDS = 3

writeRoutes.get('/write', async (c) => {
  const { copy, db, language, now } = c.var
  const facts = await formFacts(db, language, now)
  const entries = readEntries(new URLSearchParams(), language)
  if (!facts.closed) return writePage(c, { entries, facts })
  return c.render(<ClosedPage {...c.var} closed={facts.closed} />, {
    title: copy.sending.closed.title,
    hasExit: true,
    script: 'leave.js',
  })
})

/** Whatever goes wrong on our side, the answer still holds everything that was typed. */
writeRoutes.post('/write', async (c) => {
  const form = await sentForm(c)
  if (form.get('step') === 'answered') return answered(c, form.get('answers') ?? '')
  // Without them the letter goes its way unmarked, and the check page says so.
  await readLists(c.env.ASSETS).catch(noteFailure)
  const { entries, undo } = rewrite(readEntries(form, c.var.language), form)
  const ticketField = form.get('ticket') ?? ''
  try {
    return await takeLetter(c, form, { entries, undo, ticketField })
  } catch (error) {
    noteFailure(error)
    const { failed } = c.var.copy.letters.check
    const refusal = { text: failed, status: 503 } as const
    return checkPage(c, { entries, ticketField, facts: NO_FACTS, refusal })
  }
})

type Sheet = { entries: Entries; undo?: Edit; ticketField: string }

async function takeLetter(c: Room, form: URLSearchParams, sheet: Sheet) {
  const { config, db, language, now, vault } = c.var
  const { entries, ticketField } = sheet
  const facts = await formFacts(db, language, now)
  const refuse = (reason: Reason) => refused(c, { ...sheet, facts }, reason)
  if (await isBurst(c)) return refuse('burst')
  if (facts.closed) return refuse('closed')
  const ticket = await readTicketField(vault, ticketField, now)
  const kept = { entries, facts, ticketField: ticket ? ticketField : undefined }
  if (form.get('step') === 'edit') return writePage(c, kept)
  const problems = [
    ...(ticket ? [] : [stale('ticketExpired')]),
    ...(form.get('homepage') ? [stale('trapFilled')] : []),
    ...checkEntries(entries, choicesOf(c, facts)),
  ]
  if (!ticket || problems.length > 0) return writePage(c, { ...kept, problems })
  if (form.get('step') !== 'send') {
    return checkPage(c, {
      ...sheet,
      facts,
      near: await nearestExchanges(db, { ...entries, language }),
    })
  }
  if (secondsOpen(ticketField, now) < THINKING_SECONDS) return refuse('tooSoon')
  const response = form.get('cf-turnstile-response')
  if (config.turnstile && !(await isPerson(config.turnstile.secret, response))) {
    return refuse('unproven')
  }
  const allowance = await allowanceIn(c, 'letter')
  const letter = await receive(db, vault, letterOf(entries), { ticket, now, allowance })
  if (letter === 'tooMany') return refuse('tooMany')
  if (letter === 'taken') return writePage(c, { entries, facts, problems: [stale('ticketUsed')] })
  return sentPage(c, ticket)
}

function choicesOf(c: Room, { topics }: FormFacts) {
  const { config, now } = c.var
  return {
    topics: topics.map(({ value }) => value),
    languages: config.languages,
    today: day(now),
  }
}

function stale(key: 'ticketExpired' | 'ticketUsed' | 'trapFilled'): Problem {
  return { field: 'ticket', key, count: 0 }
}

type Reason = 'burst' | 'closed' | 'tooSoon' | 'unproven' | 'tooMany'

/** The page that keeps a letter which was not taken, and says why and when to try again. */
function refused(c: Room, sheet: Sheet & { facts: FormFacts }, reason: Reason) {
  const { copy, language, now } = c.var
  const { refused } = copy.sending
  const minutes = minutesToWait(now)
  const { until, message } = sheet.facts.closed ?? { until: day(now) }
  const closed = [refused.closed(writtenDay(until, language)), message].filter(Boolean).join(' ')
  const refusals = {
    burst: { text: refused.burst, status: 429, seconds: 60 },
    closed: { text: closed, status: 503 },
    tooSoon: { text: refused.tooSoon, status: 429, seconds: THINKING_SECONDS },
    unproven: { text: refused.unproven, status: 422 },
    tooMany: { text: refused.tooMany(minutes), status: 429, seconds: minutes * 60 },
  } as const
  return checkPage(c, { ...sheet, refusal: refusals[reason] })
}

function sentPage(c: Room, ticket: string) {
  return c.render(<SentPage {...c.var} ticket={ticket} />, {
    title: c.var.copy.letters.sent.title,
    hasForm: true,
    hasExit: true,
    script: 'ticket.js',
  })
}

/** Nothing was sent and nothing is kept, but that a column answered one more person. */
async function answered(c: Room, columnId: string) {
  const { copy, db, now, paths } = c.var
  const slug = (await isBurst(c)) ? null : await countAnswered(db, columnId, now)
  if (!slug) return c.redirect(paths.write(), 303)
  return c.render(<AnsweredPage {...c.var} slug={slug} />, {
    title: copy.sending.similar.thanks,
    hasExit: true,
    script: 'leave.js',
  })
}

/** What the page's script asks while somebody writes. What is asked is compared, and kept nowhere. */
writeRoutes.post('/write/similar', async (c) => {
  const { db, language, paths } = c.var
  if (await isBurst(c)) return c.json({ results: [] }, 429)
  const { question, letter } = readEntries(await sentForm(c), language)
  const near = await nearestExchanges(db, { question, letter, language })
  const results = near.map(({ slug, anchor, headline, sentence }) => ({
    url: paths.column(slug, anchor),
    headline,
    sentence,
  }))
  return c.json({ results })
})
