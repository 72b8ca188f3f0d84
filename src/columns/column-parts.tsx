import { writtenDay } from '../dates.ts'
import type { Dated, Exchange } from '../manuscript.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { PrintedLetter, ShareLink, Text } from '../ui/printed-letter.tsx'

/** One exchange of a column: the printed letter and its reply, each with an address of its own. */
export function Printed(props: { exchange: Exchange; position: number; copy: Copy }) {
  const { exchange, position, copy } = props
  const reply = `reply-${position}`
  // In a digest each reply is told from the others by its letter's headline.
  const label = exchange.headline ? ` letter-${position}-label` : ''
  return (
    <>
      <PrintedLetter letter={exchange} id={`letter-${position}`} copy={copy} isShared />
      <section class="reply" id={reply} aria-labelledby={`${reply}-label${label}`}>
        <h2 class="label" id={`${reply}-label`}>
          {copy.column.reply}
        </h2>
        <ShareLink to={reply} name={copy.column.linkToReply} copy={copy} />
        <Text markdown={exchange.reply} below={2} copy={copy.column} />
      </section>
    </>
  )
}

type AddendaProps = {
  id: string
  title: string
  label: string
  list: Dated[]
  copy: Copy
  language: Language
}

/** What came later: updates from the writer, or corrections, in the order of their days. */
export function Addenda({ id, title, label, list, copy, language }: AddendaProps) {
  if (list.length === 0) return null
  const inOrder = list.toSorted((one, other) => one.on.localeCompare(other.on))
  return (
    <section class="addenda" id={id} aria-labelledby={`${id}-label`}>
      <h2 class="label" id={`${id}-label`}>
        {title}
      </h2>
      <ol>
        {inOrder.map(({ on, text }) => (
          <li>
            <h3>
              {label}, <time datetime={on}>{writtenDay(on, language)}</time>
            </h3>
            <Text markdown={text} below={3} copy={copy.column} />
          </li>
        ))}
      </ol>
    </section>
  )
}
