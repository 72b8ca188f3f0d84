import type { Context } from 'hono'
import type { Problem } from '../../manuscript.ts'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import type { DraftRow } from '../../schema.ts'
import { problem } from '../../ui/problem.tsx'
import { inLine } from '../gates/gate.ts'
import { findDraft } from './draft.ts'
import { inOneDocument, readDraftForm } from './draft-form.ts'
import { readable, renderColumn } from './preview.tsx'

/** A draft as its readers would see it: the same page, from the same code. */
export const previewRoutes = newRoom()

previewRoutes.get('/drafts/:id/preview', async (c) => {
  const draft = await findDraft(c.var.db, c.req.param('id'))
  return draft
    ? preview(c, draft, `Preview of version ${draft.version}`)
    : problem(c, 404, 'notFound')
})

previewRoutes.post('/drafts/:id/preview', async (c) => {
  const { db } = c.var
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const { edit } = await inOneDocument(db, draft.id, await readDraftForm(c))
  return preview(c, { ...draft, ...edit }, 'Preview of what is not saved yet')
})

async function preview(c: Context<AppEnv>, draft: DraftRow, what: string) {
  const { languages } = c.var.config
  const read = readable(draft.document, languages)
  if (!read.manuscript) {
    c.status(422)
    const page = { id: draft.id, problems: read.problems, languages }
    return c.render(<UnreadablePage {...page} />, { title: 'No preview yet', isFramed: true })
  }
  const banner = (
    <p class="note" lang="en" data-preview-bar="">
      {what} · <a href={paths.desk.draft(draft.id)}>Back to the draft</a>
    </p>
  )
  return renderColumn(c, draft, { ...read, banner, isFramed: true })
}

/** In the draft's own page the list stands in the preview's place, and its links lead to the lines. */
function UnreadablePage(props: { id: string; problems: Problem[]; languages: string[] }) {
  const { id, problems, languages } = props
  return (
    <>
      <h1>The document cannot be shown yet</h1>
      <ul data-problems="">
        {problems.map((problem) => (
          <li>
            <a href={`${paths.desk.draft(id)}#document`} data-line={String(problem.line)}>
              {inLine(problem)}
            </a>
          </li>
        ))}
        {problems.length === 0 && (
          <li>The site does not serve its language. Write one of {languages.join(', ')}.</li>
        )}
      </ul>
      <p>
        <a href={paths.desk.draft(id)}>Back to the draft</a>
      </p>
    </>
  )
}
