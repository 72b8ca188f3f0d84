import { canLead, group, split } from '../../letters/group.ts'
import { decline, hold, restore, shortlist, spam } from '../../letters/letter.ts'
import { paths } from '../../paths.ts'
import { newRoom } from '../../room.ts'
import { readForm } from '../form.ts'
import { notLive, readDeclined } from './decline-form.tsx'
import { tellReason } from './decline-texts.ts'
import {
  changed,
  decide,
  goOn,
  readVersion,
  refuse,
  refuseReason,
  showLetter,
} from './letter-answers.tsx'
import { pick } from './pick.ts'

/** A letter and what may be decided on it. */
export const letterRoutes = newRoom()

letterRoutes.get('/letters/:id', (c) => showLetter(c, c.req.param('id')))

letterRoutes.post('/letters/:id/shortlist', (c) => decide(c, c.req.param('id'), shortlist))
letterRoutes.post('/letters/:id/hold', (c) => decide(c, c.req.param('id'), hold))
letterRoutes.post('/letters/:id/spam', (c) => decide(c, c.req.param('id'), spam))
letterRoutes.post('/letters/:id/restore', (c) => decide(c, c.req.param('id'), restore))
letterRoutes.post('/letters/:id/split', (c) => decide(c, c.req.param('id'), split))

letterRoutes.post('/letters/:id/decline', async (c) => {
  const id = c.req.param('id')
  const declined = readDeclined(await readForm(c))
  if (declined.error) return refuseReason(c, id, declined)
  const told = await tellReason(c.var.db, id, declined)
  return told ? decide(c, id, decline, told) : refuseReason(c, id, notLive(declined))
})

letterRoutes.post('/letters/:id/group', async (c) => {
  const { db, hand } = c.var
  const id = c.req.param('id')
  const typed = (await readForm(c))('lead')
  const lead = /[0-9a-z]{16}(?=[/?#\s]*$)/.exec(typed)?.[0] ?? ''
  const letter = await group(db, id, { ...hand, version: await readVersion(c), lead })
  if (letter) return goOn(c, letter)
  if (await canLead(db, lead, id)) return changed(c, id, typed)
  return refuse(c, id, { verb: 'group', typed, error: NO_LEAD })
})

const NO_LEAD = 'Name another letter that is not decided yet and follows none itself'

letterRoutes.post('/letters/:id/pick', async (c) => {
  const { db, hand, vault } = c.var
  const id = c.req.param('id')
  const draft = await pick(db, vault, id, { ...hand, version: await readVersion(c) })
  return draft ? c.redirect(paths.desk.draft(draft), 303) : changed(c, id)
})
