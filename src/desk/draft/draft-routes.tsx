import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { problem } from '../../ui/problem.tsx'
import { readForm } from '../form.ts'
import { hoursToLook } from '../settings/show-first-hours.ts'
import { withChoices } from './conflict.ts'
import { showConflict } from './conflict-view.tsx'
import { create, drop, findDraft, openDrafts, save } from './draft.ts'
import { partName } from './draft-fields.tsx'
import { inOneDocument, readDraftForm, type Unsaved } from './draft-form.ts'
import { OVERTAKEN, showDraft } from './draft-view.tsx'
import { DraftsPage } from './drafts-page.tsx'
import { showFirst } from './showing.ts'

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
  const id = c.req.param('id')
  const field = await readForm(c)
  const typed = await readDraftForm(c)
  const { edit: written, clashes } = await inOneDocument(db, id, typed)
  const refusal = refusalOf(written.document, clashes)
  if (refusal) return refuse(c, id, typed, refusal)
  const edit = await withChoices(db, id, written)
  const isSaved = field('step') !== 'look' && (await save(db, id, edit, hand))
  return isSaved ? c.redirect(paths.desk.draft(id), 303) : showConflict(c, id, edit)
})

/** Why a document cannot be saved as it was sent; it stays in the form. */
function refusalOf(document: string, clashes: string[]): string | null {
  const bytes = new TextEncoder().encode(document).length
  if (bytes > MOST_BYTES) {
    return `The document has ${bytes.toLocaleString('en-GB')} bytes, and the desk keeps up to ${MOST_BYTES.toLocaleString('en-GB')}. Move a letter into a draft of its own`
  }
  if (clashes.length === 0) return null
  const names = clashes.map(partName).join(', ')
  return `You changed this in its field and in the text, differently: ${names}. Make both say the same`
}

/** For D1, which takes statements of up to 100 KB; what a column may have is less, and a gate. */
const MOST_BYTES = 90_000

async function refuse(c: Context<AppEnv>, id: string, typed: Unsaved, text: string) {
  const draft = await findDraft(c.var.db, id)
  if (!draft) return showConflict(c, id, typed)
  return showDraft(c, draft, { status: 422, unsaved: typed, error: { href: '#document', text } })
}

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
    hours: await hoursToLook(db, config),
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
