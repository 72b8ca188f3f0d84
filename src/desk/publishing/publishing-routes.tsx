import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import type { DraftRow } from '../../schema.ts'
import { problem } from '../../ui/problem.tsx'
import { findDraft } from '../draft/draft.ts'
import { OVERTAKEN, SHUT, showDraft } from '../draft/draft-view.tsx'
import { readForm } from '../form.ts'
import { checkGates } from '../gates/gates.ts'
import { afterPress } from './after-press.ts'
import { publishNow } from './publish.ts'
import { schedule, unschedule } from './schedule.ts'
import { SchedulePage } from './schedule-page.tsx'
import { readWhen } from './when.ts'

/** When drafts run: published now, scheduled, moved, taken out of the queue. */
export const publishingRoutes = newRoom()

publishingRoutes.post('/drafts/:id/publish', async (c) => {
  const { config, db, hand, vault } = c.var
  const field = await readForm(c)
  const id = c.req.param('id')
  const order = { ...hand, ...config, version: Number(field('version')) }
  const outcome = await publishNow(db, vault, id, order)
  if (outcome?.kind === 'live') {
    await afterPress(c)
    return c.redirect(paths.desk.column(outcome.slug), 303)
  }
  const draft = await findDraft(db, id)
  if (!draft) return problem(c, 404, 'notFound')
  return outcome?.kind === 'gated'
    ? showDraft(c, draft, { status: 422, error: SHUT })
    : showDraft(c, draft, { status: 409, error: OVERTAKEN })
})

publishingRoutes.get('/drafts/:id/schedule', async (c) => {
  const draft = await findDraft(c.var.db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const isAsSeen = Number(c.req.query('version') ?? draft.version) === draft.version
  return offer(c, draft, { typed: c.req.query('at') ?? '', isAsSeen })
})

/** Offers the time that was typed, by a button that says what it does: the time is not lost. */
async function offer(
  c: Context<AppEnv>,
  draft: DraftRow,
  { typed, isAsSeen }: { typed: string; isAsSeen: boolean },
) {
  const { config, db, now, vault } = c.var
  const { timeZone } = config
  if (!['draft', 'review', 'scheduled'].includes(draft.status)) {
    return showDraft(c, draft, { status: 409, error: OVERTAKEN })
  }
  const { canBeScheduled } = await checkGates(db, vault, draft, { ...config, now })
  if (!canBeScheduled) return showDraft(c, draft, { status: 422, error: SHUT })
  const when = readWhen(typed, timeZone, now)
  const isWrong = when.kind === 'none' || (when.kind !== 'unique' && c.req.method === 'POST')
  const error = isAsSeen ? undefined : CHANGED
  const status: ContentfulStatusCode = error ? 409 : isWrong ? 422 : 200
  c.status(status)
  return c.render(<SchedulePage {...{ draft, typed, when, timeZone, error }} />, {
    title: status === 200 ? 'Schedule' : 'Error: Schedule',
  })
}

const CHANGED = 'It was changed, or its time was, since you opened it: this is how it stands'

publishingRoutes.post('/drafts/:id/schedule', async (c) => {
  const { config, db, hand, now, vault } = c.var
  const field = await readForm(c)
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const typed = field('at')
  const { timeZone } = config
  const when = readWhen(typed, timeZone, now)
  if (when.kind !== 'unique') return offer(c, draft, { typed, isAsSeen: true })
  const { canBeScheduled } = await checkGates(db, vault, draft, { ...config, now })
  if (!canBeScheduled) return showDraft(c, draft, { status: 422, error: SHUT })
  const was = field('was') || null
  const order = { version: Number(field('version')), was, scheduledFor: when.at }
  if (await schedule(db, draft.id, order, hand)) {
    return c.redirect(was ? paths.desk.queue() : paths.desk.draft(draft.id), 303)
  }
  const asItIs = await findDraft(db, draft.id)
  return offer(c, asItIs ?? draft, { typed, isAsSeen: false })
})

publishingRoutes.post('/drafts/:id/unschedule', async (c) => {
  const { db, hand } = c.var
  const id = c.req.param('id')
  const field = await readForm(c)
  const seen = { version: Number(field('version')), was: field('was') }
  if (await unschedule(db, id, seen, hand)) return c.redirect(paths.desk.draft(id), 303)
  const draft = await findDraft(db, id)
  return draft
    ? showDraft(c, draft, { status: 409, error: OVERTAKEN })
    : problem(c, 404, 'notFound')
})
