import { KEYS, type Key, REQUIRED } from './front-matter-values.ts'
import { readList, readScalar, writeList, writeScalar } from './scalar.ts'
import { canonicalTitle, cutSections, opensSection, type Titled } from './section-cuts.ts'

/**
 * One part of a document, which an editor may change without touching another character: a key of
 * the front matter by its name, `note`, and of each exchange `headline-1`, `letter-1`, `reply-1`.
 */
export type Part = {
  /** What stands there, '' for nothing; null when only the document itself can show it. */
  text: string | null
  /** Gives the document with another text there. */
  with(text: string): string
}

/** The parts of the front matter that are fields at the desk, in the order of their keys. */
export const FRONT_PARTS = KEYS.filter((key) => key !== 'published' && key !== 'edition_of')

/** What goes before a part, and after it. */
type Around = { before: string; after: string }
/** The lines of a document, and where each begins. */
type Lines = { document: string; lines: string[]; starts: number[] }

/**
 * Gives the parts of a document by name, as far as it can be read. It looks at lines only: whether
 * the document is right is for `parse` to say.
 */
export function partsOf(document: string): Map<string, Part> {
  const text = linesOf(document)
  const end = frontMatterEnd(text.lines)
  return new Map([
    ...FRONT_PARTS.map((key): [string, Part] => [key, frontPart(text, end, key)]),
    ...sectionParts(text, end < 0 ? 0 : end + 1),
  ])
}

/** Gives the number of the line with the second `---`; below zero when there is no front matter. */
function frontMatterEnd(lines: string[]): number {
  const isRule = (line = '') => line.trimEnd() === '---'
  if (!isRule(lines[0])) return -1
  const end = lines.findIndex((line, index) => index > 0 && (isRule(line) || opensSection(line)))
  return isRule(lines[end]) ? end : -1
}

function linesOf(document: string): Lines {
  const lines = document.split('\n')
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  return { document, lines, starts }
}

function around({ document, starts }: Lines, from: number, to: number): Around {
  return { before: document.slice(0, starts[from]), after: document.slice(starts[to]) }
}

function frontPart(text: Lines, end: number, key: Key): Part {
  const at = text.lines.findIndex((line, index) => index < end && isKey(line, key))
  const [read, write] = key === 'topics' ? [readList, writeList] : [readScalar, writeScalar]
  const written = (value: string) => (key === 'checked' && isDayLike(value) ? value : write(value))
  if (end < 0) return { text: null, with: () => text.document }
  if (at < 0) {
    const line = lineFor(text, end, key)
    const { before, after } = around(text, line, line)
    const entry = (value: string) => (value === '' ? '' : `${key}: ${written(value)}\n`)
    return { text: '', with: (value) => before + entry(oneLine(value)) + after }
  }
  const [start = '', rest = ''] = /^\w+:[ \t]*(.*)$/.exec(text.lines[at] ?? '') ?? []
  const value = goesOn(text, at, end) || isRepeated(text, at, end, key) ? null : read(rest)
  if (!value) return { text: null, with: () => text.document }
  const { before, after } = around(text, at, at + 1)
  const comment = rest.slice(value.length)
  const gap = start.slice(key.length + 1, start.length - rest.length) || ' '
  return {
    text: value.text,
    with: (changed) => {
      const line = oneLine(changed)
      if (line === '' && !REQUIRED.includes(key)) return before + after
      return `${before}${key}:${gap}${written(line)}${comment}\n${after}`
    },
  }
}

function isKey(line: string, key: string): boolean {
  return line.startsWith(`${key}:`) && /^(?:\s|$)/.test(line.slice(key.length + 1))
}

/** Whether an entry has more lines than its first. */
function goesOn({ lines }: Lines, at: number, end: number): boolean {
  const next = lines.slice(at + 1, end).find((line) => line.trim() !== '' && !line.startsWith('#'))
  return next !== undefined && /^(?:[\s\]}]|-(?:\s|$))/.test(next)
}

function isRepeated({ lines }: Lines, at: number, end: number, key: string): boolean {
  return lines.slice(at + 1, end).some((line) => isKey(line, key))
}

/** Where a key that was left out goes: below the last of those that are written above it. */
function lineFor({ lines }: Lines, end: number, key: Key): number {
  const above = KEYS.slice(0, KEYS.indexOf(key))
  let at = 0
  let isBelow = true
  for (let line = 1; line < end; line += 1) {
    const text = lines[line] ?? ''
    const isEntry = /^\w/.test(text)
    if (isEntry) isBelow = above.some((other) => isKey(text, other))
    if (isBelow && text.trim() !== '' && !text.startsWith('#')) at = line
  }
  return at + 1
}

function isDayLike(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function* sectionParts(text: Lines, from: number): Generator<[string, Part]> {
  const cuts = cutSections(text.lines, from).headings.filter(({ title }) => title !== null)
  const endOf = (index: number) => cuts[index + 1]?.line ?? text.lines.length
  const note = cuts[0]?.title?.kind === 'note' ? cuts[0] : null
  yield ['note', note ? noteThere(text, note, endOf(0)) : sectionAt(text, cuts[0]?.line, 'note')]
  let number = 0
  for (const [index, cut] of cuts.entries()) {
    if (cut.title?.kind !== 'letter') continue
    number += 1
    yield [`headline-${number}`, ownHeadline(text, cut)]
    yield [`letter-${number}`, body(text, cut.end, endOf(index))]
    const next = cuts[index + 1]
    const reply =
      next?.title?.kind === 'reply'
        ? body(text, next.end, endOf(index + 1))
        : sectionAt(text, next?.line, 'reply')
    yield [`reply-${number}`, reply]
  }
}

/** The text between a heading and the next. */
function body(text: Lines, from: number, to: number): Part {
  const isBlank = (line = '') => line.trim() === ''
  let [first, last] = [from, to]
  while (first < to && isBlank(text.lines[first])) first += 1
  while (last > first && isBlank(text.lines[last - 1])) last -= 1
  if (first < last) {
    const { before } = around(text, first, first)
    const was = text.lines.slice(first, last).join('\n')
    const after = text.document.slice(before.length + was.length)
    return { text: was, with: (changed) => before + trimmed(changed) + after }
  }
  const { before, after } = around(text, from, to)
  const start = before.endsWith('\n') ? before : `${before}\n`
  const rest = after === '' ? '' : `\n${after}`
  return {
    text: '',
    with: (changed) => {
      const typed = trimmed(changed)
      return typed === '' ? text.document : `${start}\n${typed}\n${rest}`
    },
  }
}

/** An editor's note goes with its heading when its last word goes. */
function noteThere(text: Lines, { line, end }: Titled, to: number): Part {
  const there = body(text, end, to)
  const { before, after } = around(text, line, to)
  return {
    ...there,
    with: (changed) => (trimmed(changed) === '' ? before + after : there.with(changed)),
  }
}

/** A section that is not there yet, before the heading on that line or at the document's end. */
function sectionAt(text: Lines, line: number | undefined, kind: 'note' | 'reply'): Part {
  const { before, after } = around(text, line ?? text.lines.length, line ?? text.lines.length)
  const gap = /(?:^|\n\n)$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const heading = `${gap}# ${canonicalTitle(kind, '')}\n\n`
  return {
    text: '',
    with: (changed) => {
      const typed = trimmed(changed)
      if (typed === '') return text.document
      return `${before}${heading}${typed}\n${after === '' ? '' : '\n'}${after}`
    },
  }
}

function ownHeadline(text: Lines, { line, end, title }: Titled): Part {
  const { before, after } = around(text, line, end)
  return {
    text: title?.detail ?? '',
    with: (changed) => `${before}# ${canonicalTitle('letter', oneLine(changed))}\n${after}`,
  }
}

/** Without blank lines above and white space below; spaces before the first word stay: they may be code. */
function trimmed(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}
