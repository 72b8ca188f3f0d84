import { partsOf } from './parts.ts'
import { cutSections } from './section-cuts.ts'

/** A letter that is to be printed beside others, as its text stands in a document. */
export type NewLetter = { headline: string; text: string }

/**
 * Puts another letter into a document, with a reply to be written, below its last exchange; a first
 * letter that is still blank is written instead. In a column of several each letter has a headline:
 * one that had none is given the column's own. Nothing else in the document moves.
 */
export function withLetter(document: string, { headline, text }: NewLetter): string {
  const parts = partsOf(document)
  const isBlank = ['letter-1', 'reply-1'].every((name) => parts.get(name)?.text === '')
  if (isBlank) return parts.get('letter-1')?.with(text) ?? document
  const first = parts.get('headline-1')
  const named =
    first?.text === '' ? first.with(parts.get('headline')?.text || 'The first letter') : document
  const lines = named.split('\n')
  const addition = cutsOf(named).find(({ kind }) => kind === 'update' || kind === 'correction')
  const above = lines
    .slice(0, addition?.line ?? lines.length)
    .join('\n')
    .trimEnd()
  const below = addition ? `\n${lines.slice(addition.line).join('\n')}` : ''
  const heading = headline.replace(/\s+/g, ' ').trim()
  return `${above}\n\n# Letter: ${heading}\n\n${text}\n\n# Reply\n${below}`
}

/** Takes the exchange at a position, from 1, out of a document; null when there is none. */
export function withoutExchange(document: string, position: number): string | null {
  const cuts = cutsOf(document)
  const letters = cuts.filter(({ kind }) => kind === 'letter')
  const from = letters[position - 1]
  if (!from) return null
  const next = cuts.find(({ kind, line }) => line > from.line && kind !== 'reply')
  const lines = document.split('\n')
  return [...lines.slice(0, from.line), ...lines.slice(next?.line ?? lines.length)].join('\n')
}

function cutsOf(document: string) {
  const lines = document.split('\n')
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  const from = lines[0]?.trimEnd() === '---' && end > 0 ? end + 1 : 0
  const { headings } = cutSections(lines, from)
  return headings.flatMap(({ line, title }) => (title ? [{ line, kind: title.kind }] : []))
}
