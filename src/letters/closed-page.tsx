import { writtenDay } from '../dates.ts'
import type { Paths } from '../paths.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import type { Closed } from './intake.ts'

type Props = { copy: Copy; paths: Paths; language: Language; closed: Closed }

/** Stands in the form's place while the desk has closed the intake: until when, and what it adds. */
export function ClosedPage({ copy, paths, language, closed: { until, message } }: Props) {
  const { closed, help } = copy.sending
  return (
    <>
      <h1>{closed.title}</h1>
      <p class="standfirst">{closed.until(writtenDay(until, language))}</p>
      {message?.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p>{closed.meanwhile}</p>
      <p>
        <a href={paths.search()}>{copy.site.search}</a> ·{' '}
        <a href={paths.ticket()}>{copy.site.ticket}</a> · <a href={paths.help()}>{help}</a>
      </p>
    </>
  )
}
