import { opensSection } from '../../manuscript/section-cuts.ts'

/** Where something stands in a draft: what an editor calls the place, and its line in the document. */
export type Spot = { place: string; line: number; isInLink: boolean }

/**
 * A document as readers get to see it: `text` has its length, with all that no reader sees (keys,
 * headings, languages and days) taken out as line breaks, which nothing reaches across.
 */
export type Readable = { text: string; lines: Line[]; links: Range[] }
type Line = { start: number; place: string }
type Range = { start: number; end: number }

/** What no reader sees, or what names another column that is live already. */
const UNSEEN = new Set(['language', 'published', 'checked', 'edition_of'])
const PLACES: Record<string, string> = {
  content_note: 'content note',
  place: 'place of the advice',
}
const LINK = /\]\([^)\s]+|\bhttps?:\/\/[^\s<>)\]]+|\bmailto:[^\s<>)\]]+|^ {0,3}\[[^\]]+\]:\s*\S+/gm

/** Reads a document line by line, whether or not it can be parsed: no word of it escapes the check. */
export function readableOf(document: string): Readable {
  let [start, letters, place] = [0, 0, '']
  let isFront = /^---\s*(?:\n|$)/.test(document)
  const lines: Line[] = []
  const texts = document.split('\n').map((line, index) => {
    const seen = isFront ? frontLine(line) : bodyLine(line)
    lines.push({ start, place })
    start += line.length + 1
    return index === 0 && isFront ? hidden(line) : seen
  })

  function frontLine(line: string): string {
    if (/^---\s*$/.test(line) && lines.length > 0) {
      isFront = false
      return hidden(line)
    }
    const [label = '', key] = /^([a-z_]+):/i.exec(line) ?? []
    if (key) place = PLACES[key] ?? key
    return UNSEEN.has(place) ? hidden(line) : hidden(label) + line.slice(label.length)
  }

  function bodyLine(line: string): string {
    if (!opensSection(line)) return line
    const [label = '', name = ''] =
      /^\s{0,3}#\s*([\p{L}'’ ]+?)\s*(?:(?=\d)|:|#|$)/u.exec(line) ?? []
    const word = name.toLowerCase()
    if (word === 'letter') letters += 1
    const isPart = word === 'letter' || word === 'reply'
    const day = /\d{4}-\d\d-\d\d/.exec(line)?.[0] ?? ''
    place = isPart ? `${word} ${letters}` : `${word} ${day}`.trim()
    return word === 'letter' ? hidden(label) + line.slice(label.length) : hidden(line)
  }

  const links = [...document.matchAll(LINK)].map(({ index, 0: link }) => ({
    start: index,
    end: index + link.length,
  }))
  return { text: texts.join('\n'), lines, links }
}

/** A break that no word reaches across; a single one would be a space. */
function hidden(text: string): string {
  return '\n'.repeat(text.length)
}

/** Tells where in its document something stands. */
export function spotOf({ lines, links }: Readable, start: number): Spot {
  let line = lines.length
  while (line > 1 && (lines[line - 1]?.start ?? 0) > start) line -= 1
  return {
    place: lines[line - 1]?.place ?? '',
    line,
    isInLink: links.some((link) => link.start <= start && start < link.end),
  }
}
