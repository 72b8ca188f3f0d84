import { apart } from './flags/spans.ts'
import type { Flag, Span } from './flags.ts'

/** A letter's text in its paragraphs, with the words marked that raised a flag. */
export function MarkedText({ text, flags }: { text: string; flags: Flag[] }) {
  const marks = apart(flags.flatMap((flag) => flag.marks))
  return (
    <>
      {paragraphs(text).map((paragraph) => (
        <p>{pieces(text, paragraph, marks)}</p>
      ))}
    </>
  )
}

/** Where a text's paragraphs stand: between empty lines. */
function paragraphs(text: string): Span[] {
  const breaks = [...text.matchAll(/\n\s*\n/g)]
  const starts = [0, ...breaks.map(({ 0: gap, index }) => index + gap.length)]
  return starts.map((start, index) => ({ start, end: breaks[index]?.index ?? text.length }))
}

/** A mark that goes over the end of its paragraph is shown as far as it goes in each. */
function pieces(text: string, { start, end }: Span, marks: Span[]) {
  const shown = []
  let from = start
  for (const mark of marks) {
    const begin = Math.max(mark.start, from)
    const stop = Math.min(mark.end, end)
    if (begin >= stop) continue
    shown.push(text.slice(from, begin), <mark>{text.slice(begin, stop)}</mark>)
    from = stop
  }
  return [...shown, text.slice(from, end)]
}
