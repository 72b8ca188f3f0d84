import { paths } from '../paths.ts'
import { newRoom } from '../room.ts'
import { clean } from '../text.ts'
import { problem } from '../ui/problem.tsx'
import { ConflictPage } from './conflict-page.tsx'
import { create, drop, findDraft, openDrafts, save } from './draft.ts'
import { OVERTAKEN, showDraft } from './draft-view.tsx'
import { DraftsPage } from './drafts-page.tsx'
import { readForm } from './form.ts'
import { GonePage } from './gone-page.tsx'
import { showFirst } from './showing.ts'
import { nameOf } from './team.ts'

/** Drafts: listed, edited, shown to their writers, dropped. */
export const draftRoutes = newRoom()

draftRoutes.get('/drafts', async (c) => {
  const drafts = await openDrafts(c.var.db)
  const { timeZone } = c.var.config
  return c.render(<DraftsPage {...{ drafts, timeZone }} />, { title: 'Drafts' })
})

draftRoutes.post('/drafts', async (c) => {
  return c.redirect(paths.desk.draft(await create(c.var.db, c.var.hand)), 303)
})

draftRoutes.get('/drafts/:id', async (c) => {
  const draft = await findDraft(c.var.db, c.req.param('id'))
  return draft ? showDraft(c, draft) : problem(c, 404, 'notFound')
})

draftRoutes.post('/drafts/:id/save', async (c) => {
  const { db, hand } = c.var
  const field = await readForm(c)
  const edit = {
    version: Number(field('version')),
    document: `${clean(field('document'))}\n`,
    slug: clean(field('slug')),
  }
  const id = c.req.param('id')
  if (await save(db, id, edit, hand)) return c.redirect(paths.desk.draft(id), 303)
  const draft = await findDraft(db, id)
  c.status(409)
  const isRetracted = draft?.status === 'retracted'
  if (!draft || isRetracted) {
    const page = <GonePage isRetracted={isRetracted} document={edit.document} />
    return c.render(page, { title: 'Not saved' })
  }
  const who = await nameOf(db, draft.changedBy)
  return c.render(<ConflictPage draft={draft} yours={edit} who={who} />, { title: 'Saved twice' })
})

draftRoutes.post('/drafts/:id/show', async (c) => {
  const { config, db, hand } = c.var
  const field = await readForm(c)
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const isShown = await showFirst(db, draft, {
    ...hand,
    version: Number(field('version')),
    letterId: field('letter'),
    position: Number(field('position')),
    hours: config.showFirstHours,
  })
  if (isShown) return c.redirect(paths.desk.draft(draft.id), 303)
  return Number(field('version')) === draft.version
    ? showDraft(c, draft, { status: 422, error: NOT_SHOWN })
    : showDraft(c, draft, { status: 409, error: OVERTAKEN })
})

const NOT_SHOWN = {
  href: '#gates',
  text: 'It was not shown: the document must be readable, and each printed letter one writer’s',
}

draftRoutes.post('/drafts/:id/drop', async (c) => {
  const { db, hand } = c.var
  const field = await readForm(c)
  const id = c.req.param('id')
  const version = Number(field('version'))
  if (await drop(db, id, { ...hand, version })) return c.redirect(paths.desk.drafts(), 303)
  const draft = await findDraft(c.var.db, id)
  return draft
    ? showDraft(c, draft, { status: 409, error: OVERTAKEN })
    : problem(c, 404, 'notFound')
})
