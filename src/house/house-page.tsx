import { raw } from 'hono/html'
import { renderMarkdown } from '../markdown.ts'
import type { Copy } from '../ui/copy/index.ts'

export function HousePage(props: { heading: string; markdown: string; copy: Copy }) {
  return (
    <article class="house">
      <h1>{props.heading}</h1>
      {raw(renderMarkdown(props.markdown, props.copy.column, 0))}
    </article>
  )
}
