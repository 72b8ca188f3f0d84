import type { Paths } from '../paths.ts'
import type { Copy } from '../ui/copy/index.ts'

/** What a writer sees whom a printed column has answered. */
export function AnsweredPage({ copy, paths, slug }: { copy: Copy; paths: Paths; slug: string }) {
  const { similar } = copy.sending
  return (
    <>
      <h1>{similar.thanks}</h1>
      <p>{similar.thanksText}</p>
      <p>
        <a href={paths.column(slug)}>{similar.read}</a> · <a href={paths.write()}>{similar.back}</a>
      </p>
    </>
  )
}
