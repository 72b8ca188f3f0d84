import type { Copy } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { typedWords } from './state-page.tsx'

/** What our side failed to take: its words in sight, and all of it ready to be sent once more. */
export function NotSentPage(props: { copy: Copy; action: string; form: URLSearchParams }) {
  const { copy, action, form } = props
  const { again, failed, failedTitle, kept } = copy.conversation
  const fields = Object.fromEntries(form)
  const words = typedWords(fields)
  return (
    <>
      <ErrorSummary title={failedTitle} problems={[{ text: failed }]} />
      <h1>{failedTitle}</h1>
      {words && (
        <>
          <h2>{kept}</h2>
          <p class="typed">{words}</p>
        </>
      )}
      <form class="form" method="post" action={action}>
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{again}</button>
      </form>
    </>
  )
}
