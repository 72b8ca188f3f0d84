import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import type { DraftRow } from '../../schema.ts'
import { problem } from '../../ui/problem.tsx'
import { readForm } from '../form.ts'
import { documentAt, findDraft } from './draft.ts'
import { compared, restoreVersion, versionsOf } from './version.ts'
import { type Comparison, VersionsPage } from './versions-page.tsx'

/** The versions of a draft: listed, compared, brought back. */
export const versionRoutes = newRoom()

versionRoutes.get('/drafts/:id/versions', async (c) => {
  const draft = await findDraft(c.var.db, c.req.param('id'))
  return draft ? showVersions(c, draft) : problem(c, 404, 'notFound')
})

versionRoutes.post('/drafts/:id/restore', async (c) => {
  const { db, hand } = c.var
  const field = await readForm(c)
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const restored = Number(field('restored'))
  const order = { ...hand, version: Number(field('version')), restored }
  const outcome = await restoreVersion(db, draft, order)
  if (outcome === 'restored') return c.redirect(paths.desk.draft(draft.id), 303)
  const asItIs = (await findDraft(db, draft.id)) ?? draft
  return outcome === 'erased'
    ? showVersions(c, asItIs, { status: 422, error: ERASED })
    : showVersions(c, asItIs, { status: 409, error: OVERTAKEN })
})

const ERASED = { href: '#versions', text: 'That version cannot be restored: its text is gone' }
const OVERTAKEN = {
  href: '#versions',
  text: 'Nothing was restored: the draft was changed meanwhile. Look at the last version first',
}

type Answer = { status?: ContentfulStatusCode; error?: { href: string; text: string } }

async function showVersions(
  c: Context<AppEnv>,
  draft: DraftRow,
  { status = 200, error }: Answer = {},
) {
  const { config, db } = c.var
  const [list, comparison] = await Promise.all([
    versionsOf(db, draft.id, wholeNumber(c.req.query('before'))),
    compare(c, draft.id),
  ])
  const errors = error ? [error] : []
  c.status(status)
  return c.render(
    <VersionsPage {...{ draft, ...list, comparison, errors, timeZone: config.timeZone }} />,
    { title: error ? 'Error: Versions' : 'Versions' },
  )
}

async function compare(c: Context<AppEnv>, id: string): Promise<Comparison | null> {
  const from = wholeNumber(c.req.query('from'))
  const to = wholeNumber(c.req.query('to'))
  if (!from || !to) return null
  const [before, after] = await Promise.all([from, to].map((one) => documentAt(c.var.db, id, one)))
  return { from, to, stretches: before && after ? compared(before, after) : null }
}

function wholeNumber(text: string | undefined): number | null {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : null
}
