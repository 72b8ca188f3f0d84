import { instant, instantIn } from '../dates.ts'
import { deadNudges } from '../mail/nudge.ts'
import { paths } from '../paths.ts'
import { newRoom } from '../room.ts'
import { problem } from '../ui/problem.tsx'
import { afterPress } from './after-press.ts'
import { findDraft } from './draft.ts'
import { OVERTAKEN, SHUT, showDraft } from './draft-view.tsx'
import { readForm } from './form.ts'
import { checkGates } from './gates.ts'
import { publishNow } from './publish.ts'
import { QueuePage } from './queue-page.tsx'
import { queue, schedule, unschedule } from './schedule.ts'

/** When drafts run: published now, scheduled, taken out of the queue. */
export const publishingRoutes = newRoom()

publishingRoutes.get('/queue', async (c) => {
  const [drafts, dead] = await c.var.db.batch([queue(c.var.db), deadNudges(c.var.db)])
  const { timeZone } = c.var.config
  return c.render(<QueuePage {...{ drafts, dead, timeZone }} now={instant(c.var.now)} />, {
    title: 'Queue',
  })
})

publishingRoutes.post('/drafts/:id/publish', async (c) => {
  const { config, db, hand, vault } = c.var
  const field = await readForm(c)
  const id = c.req.param('id')
  const order = { ...hand, version: Number(field('version')), languages: config.languages }
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

publishingRoutes.post('/drafts/:id/schedule', async (c) => {
  const { config, db, hand, now, vault } = c.var
  const field = await readForm(c)
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const scheduledFor = instantIn(config.timeZone, field('at'))
  if (!scheduledFor || scheduledFor <= instant(now)) {
    return showDraft(c, draft, { status: 422, error: NO_SUCH_TIME })
  }
  const version = Number(field('version'))
  const { canBeScheduled } = await checkGates(db, vault, draft, {
    languages: config.languages,
    now,
  })
  if (!canBeScheduled) return showDraft(c, draft, { status: 422, error: SHUT })
  const scheduled = await schedule(db, draft.id, { version, scheduledFor }, hand)
  return scheduled
    ? c.redirect(paths.desk.draft(draft.id), 303)
    : showDraft(c, draft, { status: 409, error: OVERTAKEN })
})

const NO_SUCH_TIME = {
  href: '#at',
  text: 'Choose a day and time to come; when clocks go forward, some times do not exist',
}

publishingRoutes.post('/drafts/:id/unschedule', async (c) => {
  const id = c.req.param('id')
  const unscheduled = await unschedule(c.var.db, id, c.var.hand)
  if (unscheduled) return c.redirect(paths.desk.draft(id), 303)
  const draft = await findDraft(c.var.db, id)
  return draft
    ? showDraft(c, draft, { status: 409, error: OVERTAKEN })
    : problem(c, 404, 'notFound')
})
