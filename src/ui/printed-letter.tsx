import { raw } from 'hono/html'
import type { Exchange } from '../manuscript.ts'
import { type MarkdownCopy, renderMarkdown, renderScript } from '../markdown.ts'
import { typeset } from '../typeset.ts'
import type { Copy } from './copy/index.ts'

type Props = {
  letter: Pick<Exchange, 'headline' | 'letter' | 'signoff'>
  id: string
  copy: Copy
  /** Whether it has an address to pass on: not while it is its writer's alone. */
  isShared?: boolean
}

/** A printed letter, the same on its column's page and on the ticket of its writer. */
export function PrintedLetter({ letter, id, copy, isShared }: Props) {
  const { headline, signoff } = letter
  const set = (text: string) => typeset(text, copy.column.quotes)
  return (
    <section class="letter" id={id} aria-labelledby={`${id}-label`}>
      <h2 class={headline ? 'headline' : 'label'} id={`${id}-label`}>
        {headline ? set(headline) : copy.column.letter}
      </h2>
      {isShared && <ShareLink to={id} name={copy.column.linkToLetter} copy={copy} />}
      <Text markdown={letter.letter} below={2} copy={copy.column} />
      {signoff && <p class="signoff">— {set(signoff)}</p>}
    </section>
  )
}

/** A link to a part of the page, to be copied and passed on; quiet until it is looked for. */
export function ShareLink({ to, name, copy }: { to: string; name: string; copy: Copy }) {
  return (
    <a class="share" href={`#${to}`} data-copied={copy.column.copied}>
      <span>{copy.column.link}</span>
      <span class="unseen"> {name}</span>
    </a>
  )
}

/** Safe HTML of a part's Markdown: its headings, which begin with `##`, stand just below that level. */
export function Text(props: { markdown: string; below: number; copy: MarkdownCopy }) {
  return raw(renderMarkdown(props.markdown, props.copy, props.below - 1))
}

/** Words to say, as they stand in the reply that they are from. */
export function ScriptCard(props: { when: string; words: string; copy: MarkdownCopy }) {
  return raw(renderScript(props, props.copy))
}
