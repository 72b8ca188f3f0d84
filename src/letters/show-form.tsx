import type { Context } from 'hono'
import type { Edit } from '../identifying/edit.ts'
import { hasLists } from '../identifying/lists.ts'
import { findDetails } from '../identifying.ts'
import type { Near } from '../nearest.ts'
import { inEach } from '../paths.ts'
import type { AppEnv } from '../room.ts'
import { CheckPage } from './check-page.tsx'
import type { FormFacts } from './form-facts.ts'
import type { Entries, Problem } from './letter-form.ts'
import { listsIn } from './lists.ts'
import { newTicketField } from './ticket.ts'
import { WritePage } from './write-page.tsx'

type Room = Context<AppEnv>
type Sheet = { entries: Entries; facts: FormFacts }

/** Why a letter was not taken, with the status that says so and the seconds to wait. */
export type Refusal = { text: string; status: 422 | 429 | 503; seconds?: number }

/** Shows the form: with a fresh ticket unless it has one, and 422 when there are problems. */
export async function writePage(
  c: Room,
  form: Sheet & { problems?: Problem[]; ticketField?: string },
) {
  const { config, copy, language, now, vault } = c.var
  const { entries, facts, problems = [] } = form
  const { errorTitle, write } = copy.letters
  const ticketField = form.ticketField ?? (await newTicketField(vault, now))
  const lists = listsIn(language, facts.topics, config.languages)
  const can = { canNudge: config.mailFrom !== null, needsScript: config.turnstile !== null }
  if (problems.length > 0) c.status(422)
  return c.render(
    <WritePage {...c.var} {...{ entries, problems, lists, ticketField, facts, ...can }} />,
    {
      title: problems.length > 0 ? errorTitle(write.title) : write.title,
      description: write.lead,
      canonical: c.var.paths.write(),
      editions: inEach(config.languages, (paths) => paths.write()),
      hasForm: true,
      hasExit: true,
      script: 'write.js',
    },
  )
}

/** Shows a letter to be read through, or one that was not taken, with everything in it. */
export function checkPage(
  c: Room,
  sheet: Sheet & { undo?: Edit; ticketField: string; near?: Near[]; refusal?: Refusal },
) {
  const { config, copy, language } = c.var
  const { check, errorTitle } = copy.letters
  const { entries, facts, near = [], refusal } = sheet
  const found = () => (hasLists() ? findDetails(entries.letter, entries.language) : null)
  const { turnstile } = config
  const lists = listsIn(language, facts.topics, config.languages)
  if (refusal) c.status(refusal.status)
  if (refusal?.seconds) c.header('Retry-After', String(refusal.seconds))
  return c.render(
    <CheckPage
      {...c.var}
      {...{ ...sheet, lists, near }}
      details={refusal ? [] : found()}
      refusal={refusal?.text}
      turnstile={turnstile?.siteKey}
    />,
    {
      title: refusal ? errorTitle(check.failedTitle) : check.title,
      hasForm: true,
      hasExit: true,
      hasTurnstile: turnstile !== null,
      script: 'leave.js',
    },
  )
}
