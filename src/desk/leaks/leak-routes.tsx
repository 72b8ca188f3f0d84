import { paths } from '../../paths.ts'
import { newRoom } from '../../room.ts'
import { clean } from '../../text.ts'
import { problem } from '../../ui/problem.tsx'
import { showConflict } from '../draft/conflict-view.tsx'
import { findDraft } from '../draft/draft.ts'
import { OVERTAKEN, showDraft } from '../draft/draft-view.tsx'
import { readForm } from '../form.ts'
import { checkGates } from '../gates/gates.ts'
import type { Alias } from './alias.ts'
import { addAliases, aliasProblem, removeAlias } from './aliases.ts'
import { suggestedAliases } from './suggestion.ts'
import { wave, waveProblem } from './waves.ts'

/** What would give a draft's writers away: replaced by aliases, or let stand with a reason. */
export const leakRoutes = newRoom()

leakRoutes.post('/drafts/:id/alias', async (c) => {
  const { config, db, hand, now, vault } = c.var
  const field = await readForm(c)
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  if (field('remove')) {
    await removeAlias(db, draft.id, field('remove'), hand)
    return c.redirect(`${paths.desk.draft(draft.id)}#leaks`, 303)
  }
  const { leakCheck } = await checkGates(db, vault, draft, { ...config, now })
  const leak = leakCheck?.leaks.find(({ id }) => id === field('suggestion'))
  const typed: Alias = {
    original: clean(field('original')),
    replacement: clean(field('replacement')),
  }
  const known = leakCheck?.aliases ?? []
  const error = leak ? null : aliasProblem(typed, known)
  const version = Number(field('version'))
  if (error && version === draft.version) return showDraft(c, draft, { status: 422, error, typed })
  const letterId = leak?.letterId ?? field('letter')
  const aliases = leak ? suggestedAliases(leak, known) : [typed]
  const overtaken = await addAliases(db, vault, draft, { ...hand, version, letterId, aliases })
  return overtaken
    ? showConflict(c, draft.id, { ...overtaken, merging: null })
    : c.redirect(`${paths.desk.draft(draft.id)}#leaks`, 303)
})

leakRoutes.post('/drafts/:id/wave', async (c) => {
  const { config, db, hand, now, vault } = c.var
  const form = await c.req.formData()
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const version = Number(form.get('version'))
  const reason = clean(String(form.get('reason') ?? ''))
  const ticked = form.getAll('leak')
  const typed = { reason, ticked: ticked.map(String) }
  const { leakCheck } = await checkGates(db, vault, draft, { ...config, now })
  const leaks = (leakCheck?.leaks ?? []).filter(({ id }) => ticked.includes(id))
  if (version !== draft.version)
    return showDraft(c, draft, { status: 409, error: OVERTAKEN, typed })
  const error = waveProblem(leaks, reason)
  if (error) return showDraft(c, draft, { status: 422, error, typed })
  return (await wave(db, vault, draft, { ...hand, leaks, version, reason }))
    ? c.redirect(`${paths.desk.draft(draft.id)}#leaks`, 303)
    : showDraft(c, draft, { status: 409, error: OVERTAKEN, typed })
})
