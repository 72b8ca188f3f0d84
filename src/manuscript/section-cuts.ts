import {
  fencedLines,
  type Heading,
  headingText,
  levelOneHeadings,
  tidied,
} from './markdown-lines.ts'
import { nearest } from './problem.ts'

/** How the headings of sections begin, in every language. */
export const KEYWORDS = {
  note: "Editor's note",
  letter: 'Letter',
  reply: 'Reply',
  update: 'Update',
  correction: 'Correction',
}
const KINDS = Object.keys(KEYWORDS) as Kind[]
const KEYWORD = /^(?:editor's note|letter|reply|update|correction)(?!\p{L})/iu

export type Kind = keyof typeof KEYWORDS
/** What a heading says; `detail` is a letter's headline or an update's or correction's day. */
export type Title = { kind: Kind; detail: string; canonical: string; isExact: boolean }
/** A level-one heading with the section that it opens, or was meant to; null when it opens none. */
export type Titled = Heading & { title: Title | null }

/**
 * Finds where sections begin, from line `from` on (counted from 0). `tidy` are the lines without the
 * spaces at their ends; a code block that is never closed ends nothing, and stands in `unclosed`.
 */
export function cutSections(lines: string[], from: number) {
  const { isFenced, unclosed } = fencedLines(lines, from)
  if (unclosed) isFenced.fill(false, unclosed.line)
  const tidy = lines.map((line, index) => (isFenced[index] ? line : tidied(line, lines[index + 1])))
  const headings = levelOneHeadings(tidy, isFenced, from).map((heading): Titled => {
    const typed = headingText(heading.text)
    const title = titleOf(typed ?? heading.text)
    return { ...heading, title: title && { ...title, isExact: title.isExact && typed !== null } }
  })
  return { headings, tidy, unclosed }
}

/** Says whether a line is the heading of a section. */
export function opensSection(line: string): boolean {
  return titleOf(headingText(line) ?? '')?.isExact === true
}

/** Tells which section a heading opens, or was probably meant to, and how that is written. */
function titleOf(heading: string): Title | null {
  const typed = heading.replace(/^(editor)’/i, "$1'")
  const [keyword = mistyped(typed)] = KEYWORD.exec(typed) ?? []
  const kind = kindNamed(keyword)
  if (!kind) return null
  const rest = typed.slice(keyword.length).trim().replace(/^#+$/, '')
  const detail = (rest.startsWith(':') ? rest.slice(1) : rest).trim()
  const canonical = canonicalTitle(kind, detail)
  return { kind, detail, canonical, isExact: unspaced(typed) === unspaced(canonical) }
}

/** What stands before any colon or digit. */
function mistyped(title: string): string {
  return /^[^:\d]*/.exec(title)?.[0] ?? ''
}

function kindNamed(keyword: string): Kind | undefined {
  const names = KINDS.map((kind) => KEYWORDS[kind].toLowerCase())
  const name = nearest(keyword.trim().toLowerCase(), names)
  return KINDS.find((kind) => KEYWORDS[kind].toLowerCase() === name)
}

/** Writes a section's heading in its one canonical form, without its mark. */
export function canonicalTitle(kind: Kind, detail: string): string {
  if (detail === '' || kind === 'note' || kind === 'reply') return KEYWORDS[kind]
  return kind === 'letter' ? `Letter: ${detail}` : `${KEYWORDS[kind]} ${detail}`
}

function unspaced(text: string): string {
  return text.replace(/[ \t]/g, '')
}
