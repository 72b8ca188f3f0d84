import { paths } from '../../paths.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import type { Paste } from './paste.ts'

type Props = { id: string; typed: Paste; error?: string }

/** Where one column of an older site is pasted, to become a draft. */
export function PastePage({ id, typed, error }: Props) {
  return (
    <article class="page">
      <ErrorSummary errors={error ? [{ href: '#column', text: error }] : []} />
      <h1>Paste an old column</h1>
      <p>
        It becomes a draft: letters and replies are told apart, and what belongs to the old page is
        left out. What was taken, and what was not, is shown beside the draft.
      </p>
      <p>
        For many columns at once, <code>npm run import</code> reads exports of WordPress and Ghost,
        and folders.
      </p>
      <form method="post" action={paths.desk.paste()}>
        <input type="hidden" name="id" value={id} />
        <TextField
          name="headline"
          label="Headline (optional)"
          hint="If the text does not begin with it."
          value={typed.headline}
          autocomplete="off"
        />
        <TextArea
          name="column"
          label="The column"
          hint="Its text, or the HTML source of its page."
          rows={16}
          value={typed.text}
          error={error}
          isRequired
        />
        <button type="submit" class="main">
          Make a draft of it
        </button>
      </form>
    </article>
  )
}
