import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import type { DraftRow } from '../../schema.ts'
import { clean } from '../../text.ts'
import { problem } from '../../ui/problem.tsx'
import { findLive } from '../column/column.ts'
import { readForm } from '../form.ts'
import { findDraft } from './draft.ts'
import { inOneDocument, readDraftForm } from './draft-form.ts'
import { showDraft } from './draft-view.tsx'
import { columnsByHeadline, linkTo, scriptOf, withParagraph } from './insert.ts'

/**
 * Puts something into the document as it was sent, and gives the page back with it, not saved yet: an
 * editor looks at what was put in before it is a version, or takes a draft out of the queue.
 */
export const insertRoutes = newRoom()

insertRoutes.post('/drafts/:id/insert', async (c) => {
  const { db } = c.var
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const field = await readForm(c)
  const typed = await readDraftForm(c)
  const { edit, clashes } = await inOneDocument(db, draft.id, typed)
  const fields = Object.fromEntries(clashes.map((name) => [name, typed.fields[name] ?? '']))
  const unsaved = { ...edit, fields }
  const query = clean(field('insert-query'))
  if (field('insert') === 'find') {
    const found = await columnsByHeadline(db, query, draft.language)
    return showDraft(c, draft, { unsaved, inserting: { query, found } })
  }
  const paragraph = await paragraphOf(c, draft, field)
  const document = paragraph && withParagraph(edit.document, field('insert-into'), paragraph)
  return document
    ? showDraft(c, draft, { unsaved: { ...unsaved, document } })
    : showDraft(c, draft, {
        status: 422,
        unsaved,
        error: NOTHING,
        inserting: { query, found: null },
      })
})

/** For whoever comes back to that address without the form. */
insertRoutes.get('/drafts/:id/insert', (c) => c.redirect(paths.desk.draft(c.req.param('id')), 303))

async function paragraphOf(
  c: Context<AppEnv>,
  { language }: DraftRow,
  field: (name: string) => string,
): Promise<string | null> {
  const [kind, slug = ''] = field('insert').split(' ')
  if (kind === 'script') {
    const words = clean(field('insert-words'))
    return words ? scriptOf({ when: clean(field('insert-when')), words }) : null
  }
  const found = kind === 'link' ? await findLive(c.var.db, slug) : null
  return found && linkTo({ slug, headline: found.column.headline }, language)
}

const NOTHING = {
  href: '#insert',
  text: 'Nothing was inserted: write the words of the script, or choose a column, and a reply to put it in',
}
