import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { problem } from '../../ui/problem.tsx'
import { readForm } from '../form.ts'
import { join, joinable, leave } from './digest.ts'
import { findDraft } from './draft.ts'
import { OVERTAKEN, showDraft } from './draft-view.tsx'
import { JoinPage } from './join-page.tsx'

/** Letters that join a draft, and leave it. */
export const digestRoutes = newRoom()

digestRoutes.get('/drafts/:id/join', async (c) => {
  const { db, vault } = c.var
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const letters = await joinable(db, vault)
  return c.render(<JoinPage {...{ draft, letters }} />, { title: 'Add a letter' })
})

digestRoutes.post('/drafts/:id/join', async (c) => {
  const { db, hand, vault } = c.var
  const id = c.req.param('id')
  const field = await readForm(c)
  const [letterId = '', letterVersion] = field('letter').split(' ')
  const joining = { version: Number(field('version')), letterVersion: Number(letterVersion) || 0 }
  const joined = await join(db, vault, id, { ...hand, ...joining, letterId })
  return joined ? c.redirect(paths.desk.draft(id), 303) : overtaken(c, id)
})

digestRoutes.post('/drafts/:id/leave', async (c) => {
  const { db, hand } = c.var
  const id = c.req.param('id')
  const field = await readForm(c)
  if (!/^\d{1,3}$/.test(field('position'))) return overtaken(c, id)
  const leaving = { version: Number(field('version')), position: Number(field('position')) }
  const left = await leave(db, id, { ...hand, ...leaving, letterId: field('letter') })
  return left ? c.redirect(paths.desk.draft(id), 303) : overtaken(c, id)
})

async function overtaken(c: Context<AppEnv>, id: string) {
  const draft = await findDraft(c.var.db, id)
  return draft
    ? showDraft(c, draft, { status: 409, error: OVERTAKEN })
    : problem(c, 404, 'notFound')
}
