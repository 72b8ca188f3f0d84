import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { instant, instantIn } from '../dates.ts'
import { deadNudges } from '../mail/nudge.ts'
import { paths } from '../paths.ts'
import { type AppEnv, newRoom } from '../room.ts'
import type { DraftRow } from '../schema.ts'
import { clean } from '../text.ts'
import { problem } from '../ui/problem.tsx'
import { afterPress } from './after-press.ts'
import { create, drop, findDraft, openDrafts, queue, save, schedule, unschedule } from './draft.ts'
import { DraftsPage, QueuePage } from './draft-list-pages.tsx'
import { ConflictPage, DraftPage } from './draft-page.tsx'
import { readForm } from './form.ts'
import { checkGates } from './gates.ts'
import { GonePage } from './gone-page.tsx'
import { readOriginals } from './originals.ts'
import { publishNow } from './publish.ts'
import { showFirst } from './showing.ts'
import { nameOf } from './team.ts'

/** Drafts: edited, scheduled, published. */
export const draftRoutes = newRoom()

draftRoutes.get('/drafts', async (c) => {
  const drafts = await openDrafts(c.var.db)
  const { timeZone } = c.var.config
  return c.render(<DraftsPage drafts={drafts} timeZone={timeZone} now={instant(c.var.now)} />, {
    title: 'Drafts',
  })
})

draftRoutes.post('/drafts', async (c) => {
  return c.redirect(paths.desk.draft(await create(c.var.db, c.var.hand)), 303)
})

draftRoutes.get('/queue', async (c) => {
  const [drafts, dead] = await c.var.db.batch([queue(c.var.db), deadNudges(c.var.db)])
  const { timeZone } = c.var.config
  return c.render(<QueuePage {...{ drafts, dead, timeZone }} now={instant(c.var.now)} />, {
    title: 'Queue',
  })
})

draftRoutes.get('/drafts/:id', async (c) => {
  const draft = await findDraft(c.var.db, c.req.param('id'))
  return draft ? show(c, draft) : problem(c, 404, 'notFound')
})

/** Shows a draft with its gates and the letters it came from; `error` is what was just refused. */
async function show(
  c: Context<AppEnv>,
  draft: DraftRow,
  { status = 200, error }: { status?: ContentfulStatusCode; error?: Refused } = {},
) {
  const { config, db, now, vault } = c.var
  const [checked, originals] = await Promise.all([
    checkGates(db, draft, { languages: config.languages, now }),
    readOriginals(db, vault, draft.id),
  ])
  c.status(status)
  return c.render(
    <DraftPage
      {...{ draft, checked, originals }}
      timeZone={config.timeZone}
      hours={config.showFirstHours}
      errors={error ? [error] : []}
    />,
    { title: error ? 'Error: Draft' : 'Draft' },
  )
}

type Refused = { href: string; text: string }

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
    ? show(c, draft, { status: 422, error: NOT_SHOWN })
    : show(c, draft, { status: 409, error: OVERTAKEN })
})

const NOT_SHOWN = {
  href: '#gates',
  text: 'It was not shown: the document must be readable, and each printed letter one writer’s',
}

draftRoutes.post('/drafts/:id/publish', async (c) => {
  const { config, db, hand } = c.var
  const field = await readForm(c)
  const id = c.req.param('id')
  const order = { ...hand, version: Number(field('version')), languages: config.languages }
  const outcome = await publishNow(db, id, order)
  if (outcome?.kind === 'live') {
    await afterPress(c)
    return c.redirect(paths.desk.column(outcome.slug), 303)
  }
  const draft = await findDraft(db, id)
  if (!draft) return problem(c, 404, 'notFound')
  return outcome?.kind === 'gated'
    ? show(c, draft, { status: 422, error: SHUT })
    : show(c, draft, { status: 409, error: OVERTAKEN })
})

const SHUT = { href: '#gates', text: 'It is not ready: see what stands in its way' }
const OVERTAKEN = {
  href: '#document',
  text: 'It was changed or published meanwhile: this is how it stands',
}

draftRoutes.post('/drafts/:id/schedule', async (c) => {
  const { config, db, hand, now } = c.var
  const field = await readForm(c)
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const scheduledFor = instantIn(config.timeZone, field('at'))
  if (!scheduledFor || scheduledFor <= instant(now)) {
    return show(c, draft, { status: 422, error: NO_SUCH_TIME })
  }
  const version = Number(field('version'))
  const { canBeScheduled } = await checkGates(db, draft, { languages: config.languages, now })
  if (!canBeScheduled) return show(c, draft, { status: 422, error: SHUT })
  const scheduled = await schedule(db, draft.id, { version, scheduledFor }, hand)
  return scheduled
    ? c.redirect(paths.desk.draft(draft.id), 303)
    : show(c, draft, { status: 409, error: OVERTAKEN })
})

const NO_SUCH_TIME = {
  href: '#at',
  text: 'Choose a day and time to come; when clocks go forward, some times do not exist',
}

draftRoutes.post('/drafts/:id/unschedule', async (c) => {
  const id = c.req.param('id')
  const unscheduled = await unschedule(c.var.db, id, c.var.hand)
  if (unscheduled) return c.redirect(paths.desk.draft(id), 303)
  const draft = await findDraft(c.var.db, id)
  return draft ? show(c, draft, { status: 409, error: OVERTAKEN }) : problem(c, 404, 'notFound')
})

draftRoutes.post('/drafts/:id/drop', async (c) => {
  const { db, hand } = c.var
  const field = await readForm(c)
  const id = c.req.param('id')
  const version = Number(field('version'))
  if (await drop(db, id, { ...hand, version })) return c.redirect(paths.desk.drafts(), 303)
  const draft = await findDraft(c.var.db, id)
  return draft ? show(c, draft, { status: 409, error: OVERTAKEN }) : problem(c, 404, 'notFound')
})
