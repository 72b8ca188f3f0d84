import { and, eq, inArray } from 'drizzle-orm'
import { ColumnPage } from '../columns/column-page.tsx'
import { instant } from '../dates.ts'
import { parse } from '../manuscript.ts'
import { paths, pathsIn } from '../paths.ts'
import { newRoom } from '../room.ts'
import { topics } from '../schema.ts'
import { copies } from '../ui/copy/index.ts'
import { newspaper } from '../ui/layout.tsx'
import { problem } from '../ui/problem.tsx'
import { findDraft } from './draft.ts'
import { inLine } from './gate.ts'

/** A draft as its readers would see it: the same page, from the same code. */
export const previewRoutes = newRoom()

previewRoutes.get('/drafts/:id/preview', async (c) => {
  const { config, db, now } = c.var
  const draft = await findDraft(db, c.req.param('id'))
  if (!draft) return problem(c, 404, 'notFound')
  const { manuscript, problems } = parse(draft.document, 'document')
  const language = config.languages.find((served) => served === manuscript?.language)
  if (!manuscript || !language) {
    c.status(422)
    return c.render(<UnreadablePage id={draft.id} problems={problems.map(inLine)} />, {
      title: 'No preview yet',
    })
  }
  const named = await db
    .select({ slug: topics.slug, name: topics.name })
    .from(topics)
    .where(and(eq(topics.language, language), inArray(topics.slug, manuscript.topics)))
  const column = {
    ...{ id: draft.id, slug: draft.slug, language, version: draft.version, siteVersion: 0 },
    manuscript: { ...manuscript, published: manuscript.published ?? instant(now) },
    ...{ topics: named, next: [], editions: [] },
  }
  c.set('language', language)
  c.set('copy', copies[language])
  c.set('paths', pathsIn(language))
  await newspaper(c, async () => {})
  return c.render(
    <>
      <p class="note" lang="en">
        Preview of version {draft.version} ·{' '}
        <a href={paths.desk.draft(draft.id)}>Back to the draft</a>
      </p>
      <ColumnPage {...c.var} column={column} columnist={config.columnist[language]} />
    </>,
    { title: 'Preview', script: 'column.js' },
  )
})

function UnreadablePage({ id, problems }: { id: string; problems: string[] }) {
  return (
    <>
      <h1>The document cannot be shown yet</h1>
      <ul>
        {problems.map((problem) => (
          <li>{problem}</li>
        ))}
      </ul>
      <p>
        <a href={paths.desk.draft(id)}>Back to the draft</a>
      </p>
    </>
  )
}
