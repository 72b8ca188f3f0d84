import { raw } from 'hono/html'
import type { Exchange } from '../manuscript.ts'
import { type MarkdownCopy, renderMarkdown } from '../markdown.ts'
import type { Copy } from './copy/index.ts'

type Props = { letter: Pick<Exchange, 'headline' | 'letter' | 'signoff'>; id: string; copy: Copy }

/** A printed letter, the same on its column's page and on the ticket of its writer. */
export function PrintedLetter({ letter: { headline, letter, signoff }, id, copy }: Props) {
  return (
    <section class="letter" id={id} aria-labelledby={`${id}-label`}>
      <h2 class={headline ? 'headline' : 'label'} id={`${id}-label`}>
        {headline ?? copy.column.letter}
      </h2>
      <Text markdown={letter} below={2} copy={copy.column} />
      {signoff && <p class="signoff">— {signoff}</p>}
    </section>
  )
}

/** Safe HTML of a part's Markdown: its headings, which begin with `##`, stand just below that level. */
export function Text(props: { markdown: string; below: number; copy: MarkdownCopy }) {
  return raw(renderMarkdown(props.markdown, props.copy, props.below - 1))
}
