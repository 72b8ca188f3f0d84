import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from '../room.ts'
import { forgetCaching } from './caching.ts'
import type { Copy } from './copy/index.ts'

export type ProblemKind = Exclude<keyof Copy['problems'], 'back' | 'searchInstead'>

/** Answers with a plain page that says what is wrong and where to go, and stores nothing. */
export async function problem(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  kind: ProblemKind,
  detail?: string | null,
): Promise<Response> {
  const { copy, paths } = c.var
  const { title, text } = copy.problems[kind]
  c.status(status)
  forgetCaching(c)
  return c.render(
    <article class="problem">
      <h1>{title}</h1>
      <p class="standfirst">{detail ?? text}</p>
      <p>
        <a href={paths.front()}>{copy.problems.back}</a> ·{' '}
        <a href={paths.search()}>{copy.problems.searchInstead}</a>
      </p>
    </article>,
    { title },
  )
}
