import type { Context } from 'hono'
import type { Decision, decline } from '../../letters/letter.ts'
import { paths } from '../../paths.ts'
import type { AppEnv } from '../../room.ts'
import type { LetterRow } from '../../schema.ts'
import { readForm } from '../form.ts'
import type { Claim } from '../tray/claim.ts'
import { letterAfter, letterNow, readLetter } from '../tray/tray.ts'
import { filtered, readFilter } from '../tray/tray-filter.ts'
import { readBeside } from './beside.ts'
import { ChangedPage } from './changed-page.tsx'
import type { Declined } from './decline-form.tsx'
import { LetterPage } from './letter-page.tsx'
import type { Noted } from './note-form.tsx'
import { isTakeDownAsked, verbsFor } from './triage.ts'
import type { Refused } from './words-form.tsx'

/** What was just sent about a letter, and is not done. */
type Given = { declined?: Declined; refused?: Refused; noted?: Noted; taken?: Claim }

/** Answers with a letter's page; with what was just refused on it, when something was. */
export async function showLetter(
  c: Context<AppEnv>,
  id: string,
  { declined, refused, noted, taken }: Given = {},
) {
  const { config, db, editor, hand, now, vault } = c.var
  const filter = readFilter(c.req.query())
  const { tray, letter } = await readLetter(db, vault, id, { filter, hand })
  if (!letter) return c.notFound()
  const verb = declined ? 'decline' : refused?.verb
  const verbs = verbsFor(letter.row, { isTakeDownAsked: isTakeDownAsked(letter.messages) })
  if (verb && !verbs.includes(verb)) return changed(c, id, declined?.words ?? refused?.typed)
  const { languages, timeZone } = config
  const viewer = { languages, timeZone, now, me: editor }
  const beside = await readBeside(db, vault, letter, now)
  const page = { ...viewer, tray, letter, beside, declined, refused, noted, taken }
  const title = verb || noted || taken ? 'Error: Letter' : 'Letter'
  return c.render(<LetterPage {...page} />, { title, script: 'tray.js' })
}

/** The same for the reason of a decline. */
export function refuseReason(c: Context<AppEnv>, id: string, declined: Declined) {
  c.status(422)
  return showLetter(c, id, { declined })
}

/** Answers with the letter again, what was typed for it, and what is wrong with that. */
export function refuse(c: Context<AppEnv>, id: string, refused: Refused) {
  c.status(422)
  return showLetter(c, id, { refused })
}

/** Does what an editor decided and goes on to the next letter of the list, or back to the tray. */
export async function decide(
  c: Context<AppEnv>,
  id: string,
  verb: typeof decline,
  given: Pick<Decision, 'reason' | 'words' | 'columnId'> = {},
): Promise<Response> {
  const { db, hand } = c.var
  const letter = await verb(db, id, { ...hand, version: await readVersion(c), ...given })
  return letter ? goOn(c, letter) : changed(c, id, given.words)
}

/** Leads on from a letter that was just decided: to the next one of the list, or to the tray. */
export async function goOn(c: Context<AppEnv>, letter: LetterRow): Promise<Response> {
  const filter = readFilter(c.req.query())
  const next = await letterAfter(c.var.db, filter, { letter, hand: c.var.hand })
  return c.redirect(filtered(next ? paths.desk.letter(next) : paths.desk.tray(), filter), 303)
}

/** The version that stood on the editor's page; what is no number is the version of no letter. */
export async function readVersion(c: Context<AppEnv>): Promise<number> {
  const field = await readForm(c)
  return /^\d{1,9}$/.test(field('version')) ? Number(field('version')) : 0
}

/** Answers a decision that came too late with what the letter is now, and the editor's own words. */
export async function changed(c: Context<AppEnv>, id: string, words = ''): Promise<Response> {
  const found = await letterNow(c.var.db, id)
  if (!found) return c.notFound()
  const page = { ...found, words, filter: readFilter(c.req.query()) }
  c.status(409)
  return c.render(<ChangedPage {...page} timeZone={c.var.config.timeZone} />, {
    title: 'Error: the letter has changed',
  })
}
