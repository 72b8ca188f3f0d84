import type { Paths } from '../paths.ts'
import type { Copy } from '../ui/copy/index.ts'
import type { Query } from './query.ts'

/** The longest question that the letter form takes, in characters. */
const QUESTION = 150

/**
 * Carries the search into the letter form. By POST: a worry that is about to become a letter is in no
 * further address, and so in no browser's history. The form's own step “edit” keeps what it is sent.
 */
export function AskPart(props: { query: Query; hasFound: boolean; copy: Copy; paths: Paths }) {
  const { query, hasFound, copy, paths } = props
  const field = [...query.text].length > QUESTION ? 'letter' : 'question'
  return (
    <form class="ask" method="post" action={paths.write()}>
      <input type="hidden" name="step" value="edit" />
      <input type="hidden" name={field} value={query.text} />
      <p>{hasFound ? copy.search.notYours : copy.search.nothingHelp}</p>
      <button type="submit">{copy.search.ask}</button>
    </form>
  )
}
