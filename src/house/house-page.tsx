import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { renderMarkdown } from '../markdown.ts'
import type { Copy, Language } from '../ui/copy/index.ts'

type Props = {
  heading: string
  markdown: string
  lang: Language
  dir: 'ltr' | 'rtl'
  copy: Copy
  children?: Child
}

export function HousePage(props: Props) {
  return (
    <article class="house" lang={props.lang} dir={props.dir}>
      <h1>{props.heading}</h1>
      {raw(renderMarkdown(props.markdown, props.copy.column, 0))}
      {props.children}
    </article>
  )
}

/** A page's text as a part of another page, which can be led to by its id. */
export function HouseSection(props: Omit<Props, 'children'> & { id: string }) {
  return (
    <section
      id={props.id}
      lang={props.lang}
      dir={props.dir}
      aria-labelledby={`${props.id}-heading`}
    >
      <h2 id={`${props.id}-heading`}>{props.heading}</h2>
      {raw(renderMarkdown(props.markdown, props.copy.column, 1))}
    </section>
  )
}
