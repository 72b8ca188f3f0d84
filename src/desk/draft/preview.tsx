import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { ColumnPage } from '../../columns/column-page.tsx'
import { instant } from '../../dates.ts'
import { type Manuscript, type Problem, parse } from '../../manuscript.ts'
import { pathsIn } from '../../paths.ts'
import type { AppEnv } from '../../room.ts'
import { topics } from '../../schema.ts'
import { copies, type Language } from '../../ui/copy/index.ts'
import { newspaper } from '../../ui/layout.tsx'

/** What of a draft is shown: one version of its document. */
type Shown = { id: string; slug: string; version: number; document: string }

/** A document that can be shown as a column, or what keeps it from being one. */
export type Readable =
  | { manuscript: Manuscript; language: Language }
  | { manuscript: null; problems: Problem[] }

/** Reads a document as far as a page of it can be made, in a language that the site serves. */
export function readable(document: string, languages: Language[]): Readable {
  const { manuscript, problems } = parse(document, 'document')
  const language = languages.find((served) => served === manuscript?.language)
  return manuscript && language ? { manuscript, language } : { manuscript: null, problems }
}

type Page = Extract<Readable, { language: Language }> & { banner: Child; isFramed?: boolean }

/** Shows a version of a draft as its readers would see it, from the same code, under a banner. */
export async function renderColumn(
  c: Context<AppEnv>,
  { id, slug, version }: Shown,
  { manuscript, language, banner, isFramed }: Page,
) {
  const { config, db, now } = c.var
  const named = await db
    .select({ slug: topics.slug, name: topics.name })
    .from(topics)
    .where(and(eq(topics.language, language), inArray(topics.slug, manuscript.topics)))
  const column = {
    ...{ id, slug, language, version, siteVersion: 0 },
    manuscript: { ...manuscript, published: manuscript.published ?? instant(now) },
    ...{ topics: named, next: [], editions: [], earlier: null, later: null },
  }
  c.set('language', language)
  c.set('copy', copies[language])
  c.set('paths', pathsIn(language))
  await newspaper(c, async () => {})
  return c.render(
    <>
      {banner}
      <ColumnPage {...c.var} column={column} columnist={config.columnist[language]} />
    </>,
    { title: 'Preview', script: 'column.js', isFramed },
  )
}
