import { paths } from '../../paths.ts'
import { newRoom } from '../../room.ts'
import { problem } from '../../ui/problem.tsx'
import { readForm } from '../form.ts'
import { findDraft } from './draft.ts'
import { OVERTAKEN, showDraft } from './draft-view.tsx'
import { readable } from './preview.tsx'
import { endPreviewLink, LINK_DAYS, makePreviewLink } from './preview-link.ts'

/** Links that show a version to somebody without an account: made, and ended. */
export const previewLinkRoutes = newRoom()

previewLinkRoutes.post('/drafts/:id/link', async (c) => {
  const { config, db, hand } = c.var
  const field = await readForm(c)
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const days = Number(field('days'))
  if (!LINK_DAYS.includes(days)) return showDraft(c, draft, { status: 422, error: NO_DAYS })
  const version = Number(field('version'))
  if (version === draft.version && !readable(draft.document, config.languages).manuscript) {
    return showDraft(c, draft, { status: 422, error: UNREADABLE })
  }
  return (await makePreviewLink(db, draft.id, { ...hand, version, days }))
    ? c.redirect(`${paths.desk.draft(draft.id)}#links`, 303)
    : showDraft(c, draft, { status: 409, error: OVERTAKEN })
})

const NO_DAYS = { href: '#days', text: 'Choose for how long the link shall work' }
const UNREADABLE = { href: '#gates', text: 'No link was made: the document cannot be read yet' }

previewLinkRoutes.post('/drafts/:id/link-end', async (c) => {
  const { db, hand } = c.var
  const field = await readForm(c)
  const id = c.req.param('id')
  await endPreviewLink(db, id, { ...hand, link: field('link') })
  return c.redirect(`${paths.desk.draft(id)}#links`, 303)
})
