import type { Context } from 'hono'
import { answerTakeDown, ask, reply } from '../letters/ask.ts'
import { canLead, group, split } from '../letters/group.ts'
import { decline, hold, restore, shortlist, spam } from '../letters/letter.ts'
import { paths } from '../paths.ts'
import { type AppEnv, newRoom } from '../room.ts'
import type { LetterRow } from '../schema.ts'
import { ChangedPage } from './changed-page.tsx'
import { type Reason, readReason } from './decline-form.tsx'
import { readForm } from './form.ts'
import { LetterPage } from './letter-page.tsx'
import { pick } from './pick.ts'
import { filtered, letterAfter, letterNow, readFilter, readLetter } from './tray.ts'
import { isTakeDownAsked, verbsFor } from './triage.ts'
import { type Refused, readWords } from './words-form.tsx'

export const letterRoutes = newRoom()

letterRoutes.get('/letters/:id', (c) => showLetter(c, c.req.param('id')))

async function showLetter(
  c: Context<AppEnv>,
  id: string,
  { reason, refused }: { reason?: Reason; refused?: Refused } = {},
) {
  const { config, db, now, vault } = c.var
  const { tray, letter } = await readLetter(db, vault, id, readFilter(c.req.query()))
  if (!letter) return c.notFound()
  const verb = reason ? 'decline' : refused?.verb
  const verbs = verbsFor(letter.row, { isTakeDownAsked: isTakeDownAsked(letter.messages) })
  if (verb && !verbs.includes(verb)) return changed(c, id, reason?.words ?? refused?.typed)
  const { languages, timeZone } = config
  const page = { tray, letter, languages, now, timeZone, reason, refused }
  return c.render(<LetterPage {...page} />, { title: verb ? 'Error: Letter' : 'Letter' })
}

letterRoutes.post('/letters/:id/shortlist', (c) => decide(c, c.req.param('id'), shortlist))
letterRoutes.post('/letters/:id/hold', (c) => decide(c, c.req.param('id'), hold))
letterRoutes.post('/letters/:id/spam', (c) => decide(c, c.req.param('id'), spam))
letterRoutes.post('/letters/:id/restore', (c) => decide(c, c.req.param('id'), restore))

letterRoutes.post('/letters/:id/decline', async (c) => {
  const reason = readReason(await readForm(c))
  if (!reason.error) return decide(c, c.req.param('id'), decline, reason)
  c.status(422)
  return showLetter(c, c.req.param('id'), { reason })
})

letterRoutes.post('/letters/:id/ask', async (c) => {
  const { db, hand, vault } = c.var
  const id = c.req.param('id')
  const { text, refused } = readWords('ask', await readForm(c))
  if (refused) return refuse(c, id, refused)
  const letter = await ask(db, vault, id, { ...hand, version: await readVersion(c), text })
  return letter ? c.redirect(await nextPath(c, letter), 303) : changed(c, id, text)
})

letterRoutes.post('/letters/:id/reply', async (c) => {
  const { db, hand, vault } = c.var
  const id = c.req.param('id')
  const { text, refused } = readWords('reply', await readForm(c))
  if (refused) return refuse(c, id, refused)
  const words = { ...hand, version: await readVersion(c), text }
  const letter = (await reply(db, vault, id, words)) ?? (await answerTakeDown(db, vault, id, words))
  return letter ? c.redirect(await nextPath(c, letter), 303) : changed(c, id, text)
})

letterRoutes.post('/letters/:id/group', async (c) => {
  const { db, hand } = c.var
  const id = c.req.param('id')
  const typed = (await readForm(c))('lead')
  const lead = /[0-9a-z]{16}(?=[/?#\s]*$)/.exec(typed)?.[0] ?? ''
  const letter = await group(db, id, { ...hand, version: await readVersion(c), lead })
  if (letter) return c.redirect(await nextPath(c, letter), 303)
  if (await canLead(db, lead, id)) return changed(c, id, typed)
  return refuse(c, id, { verb: 'group', typed, error: NO_LEAD })
})

const NO_LEAD = 'Name another letter that is not decided yet and follows none itself'

letterRoutes.post('/letters/:id/split', (c) => decide(c, c.req.param('id'), split))

/** Shows the letter again with what was typed, and what is wrong with it. */
function refuse(c: Context<AppEnv>, id: string, refused: Refused) {
  c.status(422)
  return showLetter(c, id, { refused })
}

letterRoutes.post('/letters/:id/pick', async (c) => {
  const { db, hand, vault } = c.var
  const id = c.req.param('id')
  const draft = await pick(db, vault, id, { ...hand, version: await readVersion(c) })
  return draft ? c.redirect(paths.desk.draft(draft), 303) : changed(c, id)
})

/** Does what an editor decided and goes on to the next letter of the list, or back to the tray. */
async function decide(c: Context<AppEnv>, id: string, verb: typeof decline, given?: Reason) {
  const { db, hand } = c.var
  const reason = given?.words || given?.chosen
  const letter = await verb(db, id, { ...hand, version: await readVersion(c), reason })
  if (!letter) return changed(c, id, given?.words)
  return c.redirect(await nextPath(c, letter), 303)
}

async function nextPath(c: Context<AppEnv>, letter: LetterRow): Promise<string> {
  const filter = readFilter(c.req.query())
  const next = await letterAfter(c.var.db, filter, letter)
  return filtered(next ? paths.desk.letter(next) : paths.desk.tray(), filter)
}

/** The version that stood on the editor's page; what is no number is the version of no letter. */
async function readVersion(c: Context<AppEnv>): Promise<number> {
  const field = await readForm(c)
  return /^\d{1,9}$/.test(field('version')) ? Number(field('version')) : 0
}

async function changed(c: Context<AppEnv>, id: string, words = '') {
  const found = await letterNow(c.var.db, id)
  if (!found) return c.notFound()
  const page = { ...found, words, filter: readFilter(c.req.query()) }
  c.status(409)
  return c.render(<ChangedPage {...page} timeZone={c.var.config.timeZone} />, {
    title: 'Error: the letter has changed',
  })
}
