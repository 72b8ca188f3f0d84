import type { Context } from 'hono'
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
import { verbsFor } from './triage.ts'

export const letterRoutes = newRoom()

letterRoutes.get('/letters/:id', (c) => showLetter(c, c.req.param('id')))

async function showLetter(c: Context<AppEnv>, id: string, reason?: Reason) {
  const { config, db, now, vault } = c.var
  const { tray, letter } = await readLetter(db, vault, id, readFilter(c.req.query()))
  if (!letter) return c.notFound()
  if (reason && !verbsFor(letter.row).includes('decline')) return changed(c, id, reason.words)
  const { languages, timeZone } = config
  return c.render(<LetterPage {...{ tray, letter, languages, now, timeZone, reason }} />, {
    title: reason ? 'Error: Letter' : 'Letter',
  })
}

letterRoutes.post('/letters/:id/shortlist', (c) => decide(c, c.req.param('id'), shortlist))
letterRoutes.post('/letters/:id/hold', (c) => decide(c, c.req.param('id'), hold))
letterRoutes.post('/letters/:id/spam', (c) => decide(c, c.req.param('id'), spam))
letterRoutes.post('/letters/:id/restore', (c) => decide(c, c.req.param('id'), restore))

letterRoutes.post('/letters/:id/decline', async (c) => {
  const reason = readReason(await readForm(c))
  if (!reason.error) return decide(c, c.req.param('id'), decline, reason)
  c.status(422)
  return showLetter(c, c.req.param('id'), reason)
})

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
