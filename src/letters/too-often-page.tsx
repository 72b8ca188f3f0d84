import type { Copy } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'

type Props = {
  copy: Copy
  action: string
  /** What was sent: all of it is sent once more. */
  fields: [name: string, value: string][]
  minutes: number
}

export function TooOftenPage({ copy, action, fields, minutes }: Props) {
  const { again, text, title } = copy.sending.tooOften
  return (
    <>
      <ErrorSummary title={title} problems={[{ text: text(minutes) }]} />
      <h1>{title}</h1>
      <form class="form" method="post" action={action}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{again}</button>
      </form>
    </>
  )
}
