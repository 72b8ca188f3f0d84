import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { characters, clean } from '../../text.ts'
import { problem } from '../../ui/problem.tsx'
import { readForm } from '../form.ts'
import { leaksOfCorrection } from '../leaks/correction-leaks.ts'
import { afterPress, purgeOf } from '../publishing/after-press.ts'
import { aftermathOf } from './after-publishing.ts'
import { correct, findLive, isBeingRevised, restore, retract, revise, versionOf } from './column.ts'
import { listColumns } from './column-list.ts'
import { ColumnActsPage, ColumnsPage } from './column-pages.tsx'
import { move } from './move.ts'
import { translate } from './translate.ts'
import { insertUpdate, writersOf } from './writers.ts'

/** A correction, a note or a reason is a few sentences: more belongs into the column. */
const LONGEST = 1000

/** Published columns: revised, corrected, retracted, restored. */
export const columnRoutes = newRoom()

columnRoutes.get('/columns', (c) => showList(c))

async function showList(c: Context<AppEnv>, error?: string) {
  const lists = await listColumns(c.var.db, c.req.query('older') ?? null)
  return c.render(<ColumnsPage {...lists} error={error} timeZone={c.var.config.timeZone} />, {
    title: error ? 'Error: Columns' : 'Columns',
  })
}

columnRoutes.get('/columns/:slug', (c) => show(c, c.req.param('slug')))

type Refused = { status: ContentfulStatusCode; errors: { href: string; text: string }[] }

/** Shows what can be done with a column; a refused form comes back with what was typed. */
async function show(
  c: Context<AppEnv>,
  slug: string,
  { refused, typed = {} }: { refused?: Refused; typed?: Record<string, string> } = {},
) {
  const found = await findLive(c.var.db, slug)
  if (!found) return problem(c, 404, 'notFound')
  if (refused) c.status(refused.status)
  return c.render(
    <ColumnActsPage
      column={found.column}
      said={await writersOf(c.var.db, c.var.vault, found.column.id)}
      isBeingRevised={isBeingRevised(found.draft)}
      version={versionOf(found)}
      aftermath={await aftermathOf(c.var.db, found.column)}
      isCached={purgeOf(c.executionCtx) !== null}
      languages={c.var.config.languages.filter((other) => other !== found.column.language)}
      timeZone={c.var.config.timeZone}
      errors={refused?.errors ?? []}
      typed={typed}
    />,
    { title: refused ? 'Error: Column' : 'Column' },
  )
}

columnRoutes.post('/columns/:slug/revise', async (c) => {
  const field = await readForm(c)
  if (field('letter')) return reviseWith(c, c.req.param('slug'), field)
  const slug = c.req.param('slug')
  const version = Number(field('version'))
  const id = await revise(c.var.db, slug, { version, ...c.var.hand })
  if (id === 'overtaken') return overtaken(c, slug)
  return id ? c.redirect(paths.desk.draft(id), 303) : problem(c, 404, 'notFound')
})

/** Shows how a column stands since somebody else changed it, with what was typed. */
function overtaken(c: Context<AppEnv>, slug: string, typed: Record<string, string> = {}) {
  const errors = [{ href: '#after', text: WHY_NOT.overtaken }]
  return show(c, slug, { refused: { status: 409, errors }, typed })
}

/** Opens the revision with a writer's update in it. */
async function reviseWith(c: Context<AppEnv>, slug: string, field: (name: string) => string) {
  const { db, hand, vault } = c.var
  const found = await findLive(db, slug)
  if (!found) return problem(c, 404, 'notFound')
  if (Number(field('version')) !== versionOf(found)) return overtaken(c, slug)
  const key = { letterId: field('letter'), number: Number(field('number')) }
  const update = { slug, columnId: found.column.id, ...key }
  const outcome = await insertUpdate(db, vault, update, hand)
  if (outcome && typeof outcome === 'object') {
    return c.redirect(paths.desk.draft(outcome.draft), 303)
  }
  const errors = [{ href: '#updates', text: NOT_INSERTED[outcome ?? 'gone'] }]
  return show(c, slug, { refused: { status: 409, errors } })
}

const NOT_INSERTED = {
  gone: 'This update has been erased, or has no words to print',
  unreadable: 'The revision that is open cannot be read: put its document right, then insert this',
  overtaken: 'Another editor saved the revision in this moment: insert it again',
}

columnRoutes.post('/columns/:slug/correct', async (c) => {
  const slug = c.req.param('slug')
  const field = await readForm(c)
  const text = clean(field('correction'))
  const errors = await wrongCorrection(c, slug, text)
  if (errors.length > 0) {
    return show(c, slug, { refused: { status: 422, errors }, typed: { correction: text } })
  }
  const outcome = await correct(c.var.db, slug, {
    ...{ text, version: Number(field('version')) },
    ...c.var.hand,
  })
  if (outcome === 'corrected') {
    await afterPress(c)
    return c.redirect(paths.desk.column(slug), 303)
  }
  const why = [{ href: '#correction', text: outcome ? WHY_NOT[outcome] : '' }]
  const status = outcome === 'unreadable' ? 422 : 409
  return show(c, slug, { refused: { status, errors: why }, typed: { correction: text } })
})

/** What must be changed in a correction before it goes live; in a revision it could be let stand. */
async function wrongCorrection(c: Context<AppEnv>, slug: string, text: string) {
  const wrong = wrongText('#correction', text, 'Say what was wrong, and what is right')
  if (wrong) return [wrong]
  const found = await findLive(c.var.db, slug)
  const leaks = found ? await leaksOfCorrection(c.var.db, c.var.vault, found.column.id, text) : []
  return leaks.map((leak) => ({ href: '#correction', text: `${leak} That needs a revision.` }))
}

const WHY_NOT = {
  revising: 'The column is being revised: put the correction into its draft, under “# Correction”',
  unreadable:
    'The column could not be read with this in it: take out lines that begin with “#”, close every code block, or shorten it',
  overtaken: 'Another editor changed the column in this moment: look at it, and correct it again',
}

columnRoutes.post('/columns/:slug/retract', async (c) => {
  const slug = c.req.param('slug')
  const field = await readForm(c)
  const [reason, note] = [clean(field('reason')), clean(field('note'))]
  const errors = [
    wrongText('#reason', reason, 'Say why, for the desk log'),
    wrongText('#note', note, 'Say what readers shall be told'),
  ].filter((wrong) => wrong !== null)
  if (errors.length > 0) {
    return show(c, slug, { refused: { status: 422, errors }, typed: { reason, note } })
  }
  const version = Number(field('version'))
  const retracted = await retract(c.var.db, slug, { reason, note, version, ...c.var.hand })
  if (retracted === 'overtaken') return overtaken(c, slug, { reason, note })
  if (!retracted) return problem(c, 404, 'notFound')
  await afterPress(c)
  return c.redirect(paths.desk.columns(), 303)
})

columnRoutes.post('/columns/:slug/restore', async (c) => {
  const field = await readForm(c)
  const version = Number(field('version'))
  const draft = await restore(c.var.db, c.req.param('slug'), { version, ...c.var.hand })
  if (draft === 'overtaken') {
    c.status(409)
    return showList(c, 'It was changed since you opened this page: look at it, and restore it then')
  }
  return draft ? c.redirect(paths.desk.draft(draft.id), 303) : problem(c, 404, 'notFound')
})

columnRoutes.post('/columns/:slug/move', async (c) => {
  const slug = c.req.param('slug')
  const field = await readForm(c)
  const to = clean(field('to'))
  const outcome = await move(c.var.db, slug, {
    ...{ to, version: Number(field('version')) },
    ...c.var.hand,
  })
  if (outcome === 'moved') {
    await afterPress(c)
    return c.redirect(paths.desk.column(to), 303)
  }
  const errors = [{ href: '#to', text: outcome ? NOT_MOVED[outcome] : '' }]
  const status = outcome === 'taken' ? 422 : 409
  return show(c, slug, { refused: { status, errors }, typed: { to } })
})

const NOT_MOVED = {
  revising: 'The column is being revised: change the address in its draft',
  taken:
    'Choose another address, of lower-case letters a to z, digits and hyphens: this one is not free',
  overtaken: 'Another editor changed the column in this moment: look at it, and move it again',
}

columnRoutes.post('/columns/:slug/translate', async (c) => {
  const slug = c.req.param('slug')
  const language = (await readForm(c))('language')
  const isServed = c.var.config.languages.some((served) => served === language)
  if (!isServed) {
    const errors = [{ href: '#language', text: 'Choose one of the site’s other languages' }]
    return show(c, slug, { refused: { status: 422, errors } })
  }
  const id = await translate(c.var.db, slug, { language, ...c.var.hand })
  return id ? c.redirect(paths.desk.draft(id), 303) : problem(c, 404, 'notFound')
})

function wrongText(href: string, text: string, whenEmpty: string) {
  if (text === '') return { href, text: whenEmpty }
  const count = characters(text)
  if (count <= LONGEST) return null
  return { href, text: `Shorten it to ${LONGEST} characters: it has ${count}` }
}
