import { writtenDay } from '../dates.ts'
import type { Paths } from '../paths.ts'
import type { Copy, Language } from '../ui/copy/index.ts'

type Props = { copy: Copy; paths: Paths; language: Language; closedUntil: string }

/** Stands in the form's place while the desk has closed the intake. */
export function ClosedPage({ copy, paths, language, closedUntil }: Props) {
  const { closed, help } = copy.sending
  return (
    <>
      <h1>{closed.title}</h1>
      <p class="standfirst">{closed.until(writtenDay(closedUntil, language))}</p>
      <p>{closed.meanwhile}</p>
      <p>
        <a href={paths.search()}>{copy.site.search}</a> ·{' '}
        <a href={paths.ticket()}>{copy.site.ticket}</a> · <a href={paths.help()}>{help}</a>
      </p>
    </>
  )
}
