import type { Context } from 'hono'
import { day } from '../dates.ts'
import { noteFailure } from '../failure.ts'
import type { Edit } from '../identifying-edit.ts'
import { type AppEnv, newRoom } from '../room.ts'
import type { Option } from '../ui/field.tsx'
import { CheckPage } from './check-page.tsx'
import { checkEntries, type Entries, letterOf, type Problem, readEntries } from './letter-form.ts'
import { listsIn, topicList } from './lists.ts'
import { receive } from './receive.ts'
import { rewrite } from './rewrite.ts'
import { sentForm } from './sent-form.ts'
import { SentPage } from './sent-page.tsx'
import { newTicketField, readTicketField } from './ticket.ts'
import { WritePage } from './write-page.tsx'

/** A letter is written, read through and sent: three pages at one address. */
export const writeRoutes = newRoom()

type Room = Context<AppEnv>

writeRoutes.get('/write', async (c) => {
  const entries = readEntries(new URLSearchParams(), c.var.language)
  return writePage(c, { entries, topics: await topicList(c.var.db, c.var.language) })
})

/** Whatever goes wrong on our side, the answer still holds everything that was typed. */
writeRoutes.post('/write', async (c) => {
  const form = await sentForm(c)
  const { entries, undo } = rewrite(readEntries(form, c.var.language), form)
  const ticketField = form.get('ticket') ?? ''
  try {
    return await takeLetter(c, { entries, undo, ticketField, step: form.get('step') })
  } catch (error) {
    noteFailure(error)
    return checkPage(c, { entries, ticketField, topics: [], hasFailed: true })
  }
})

type Sheet = { entries: Entries; undo?: Edit; ticketField: string; step: string | null }

async function takeLetter(c: Room, { entries, undo, ticketField, step }: Sheet) {
  const { config, db, language, now, vault } = c.var
  const topics = await topicList(db, language)
  const ticket = await readTicketField(vault, ticketField, now)
  const kept = { entries, topics, ticketField: ticket ? ticketField : undefined }
  if (step === 'edit') return writePage(c, kept)
  const problems = checkEntries(entries, {
    topics: topics.map(({ value }) => value),
    languages: config.languages,
    today: day(now),
  })
  if (!ticket) return writePage(c, { ...kept, problems: [stale('ticketExpired'), ...problems] })
  if (problems.length > 0) return writePage(c, { ...kept, problems })
  if (step !== 'send') return checkPage(c, { entries, undo, topics, ticketField })
  const letter = await receive(db, vault, letterOf(entries), { ticket, now })
  if (!letter) return writePage(c, { entries, topics, problems: [stale('ticketUsed')] })
  return sentPage(c, ticket)
}

function stale(key: 'ticketExpired' | 'ticketUsed'): Problem {
  return { field: 'ticket', key, count: 0 }
}

/** The form: with a fresh ticket unless it has one, and 422 when there are problems. */
async function writePage(
  c: Room,
  form: { entries: Entries; topics: Option[]; problems?: Problem[]; ticketField?: string },
) {
  const { config, copy, language, now, vault } = c.var
  const { entries, topics, problems = [] } = form
  const { errorTitle, write } = copy.letters
  const ticketField = form.ticketField ?? (await newTicketField(vault, now))
  const lists = listsIn(language, topics, config.languages)
  if (problems.length > 0) c.status(422)
  return c.render(<WritePage {...c.var} {...{ entries, problems, lists, ticketField }} />, {
    title: problems.length > 0 ? errorTitle(write.title) : write.title,
    description: write.lead,
    canonical: c.var.paths.write(),
    hasForm: true,
    script: 'write.js',
  })
}

function checkPage(
  c: Room,
  sheet: Pick<Sheet, 'entries' | 'undo' | 'ticketField'> & {
    topics: Option[]
    hasFailed?: boolean
  },
) {
  const { config, copy, language } = c.var
  const { check, errorTitle } = copy.letters
  const lists = listsIn(language, sheet.topics, config.languages)
  if (sheet.hasFailed) c.status(503)
  return c.render(<CheckPage {...c.var} {...sheet} lists={lists} />, {
    title: sheet.hasFailed ? errorTitle(check.failedTitle) : check.title,
    hasForm: true,
  })
}

function sentPage(c: Room, ticket: string) {
  return c.render(<SentPage {...c.var} ticket={ticket} />, {
    title: c.var.copy.letters.sent.title,
    script: 'ticket.js',
  })
}
