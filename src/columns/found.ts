import type { Context } from 'hono'
import { tag } from '../cache-tags.ts'
import { pathsIn } from '../paths.ts'
import type { AppEnv } from '../room.ts'
import { keptInPlace } from '../ui/caching.ts'
import type { Language } from '../ui/copy/index.ts'
import { leadTo } from '../ui/leading-on.ts'
import { problem } from '../ui/problem.tsx'
import { type Column, findColumn, traceColumn } from './column.ts'

/** The forms in which a column has an address: its page, its document, its share image. */
type Form = 'column' | 'columnSource' | 'shareImage'

/**
 * Gives the live column that a form's address names, with those of its editions that are served. Or
 * the answer, where there is none: the address in its own language or the one that it moved to
 * (301), that it was taken down (410), that a page of an older site stood there (301), or that it was
 * never there (404).
 */
export async function findAsked(
  c: Context<AppEnv>,
  slug: string,
  form: Form,
): Promise<Column | Response> {
  const column = await findColumn(c.var.db, slug)
  if (!column) return withoutColumn(c, slug, form)
  const isServed = (one: { language: string }) =>
    c.var.config.languages.some((own) => own === one.language)
  if (!isServed(column)) return problem(c, 404, 'notFound')
  if (column.language !== c.var.language) {
    return c.redirect(pathsIn(column.language as Language)[form](slug), 301)
  }
  return { ...column, editions: column.editions.filter(isServed) }
}

async function withoutColumn(c: Context<AppEnv>, slug: string, form: Form): Promise<Response> {
  const trace = await traceColumn(c.var.db, slug, c.req.url)
  if (!trace) return problem(c, 404, 'notFound')
  if (trace.kind === 'old') return leadTo(c, trace)
  if (trace.kind === 'gone') {
    const gone = await problem(c, 410, 'gone', trace.note || null)
    return keptInPlace(c, gone, { tags: trace.id === null ? [] : [tag.column({ id: trace.id })] })
  }
  return c.redirect(pathsIn(trace.language as Language)[form](trace.slug), 301)
}
