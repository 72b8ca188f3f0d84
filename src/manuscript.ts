import { readFrontMatter, writeFrontMatter } from './manuscript/front-matter.ts'
import { type FrontMatter, isUnprintable, normalised } from './manuscript/front-matter-values.ts'
import { fencedLines, joined, tidied } from './manuscript/markdown-lines.ts'
import type { Problem, Report } from './manuscript/problem.ts'
import { opensSection } from './manuscript/section-cuts.ts'
import { type Body, readSections, writeSections } from './manuscript/sections.ts'

export { isSlug } from './manuscript/front-matter-values.ts'
export { describe, type Problem } from './manuscript/problem.ts'
export type { Dated, Exchange } from './manuscript/sections.ts'

/** A column as data: its front matter and what stands under its headings. */
export type Manuscript = FrontMatter & Body

/** What reading a document gives: the column, or all that is to be put right, by line. */
export type Parsed =
  | { manuscript: Manuscript; problems: [] }
  | { manuscript: null; problems: Problem[] }

/** Words to say, in Markdown, and when to say them ('' where the reply does not tell). */
export type Script = { when: string; words: string }

const encoder = new TextEncoder()
/** In UTF-8: D1 takes statements of up to 100 KB, and the desk's forms hold 64 KB. */
const MOST_BYTES = 60_000

const QUOTED = /^ {0,3}> ?/
const SCRIPT = /^\[!SCRIPT\](.*)$/s
const HEADING_FENCE_OR_RULE = /^ {0,3}(?:#{1,6}(?:\s|$)|`{3}|~{3}|[-_*]{3})/
const LIST_ITEM = /^ {0,3}(?:[-+*](?:\s|$)|\d{1,9}[.)]\s)/

/**
 * Reads a column's document, and gives the column, or every problem in it by line. `file` only
 * names the document. Refuses what product.md does not allow, invisible characters, and columns
 * over 60,000 bytes as they came or as `write` would write them.
 */
export function parse(text: string, file: string): Parsed {
  const problems: Problem[] = []
  const report: Report = (line, problem, instead) => {
    problems.push({ file, line, problem, instead })
  }
  const lines = readableLines(text, report)
  const { front, from } = findFrontMatter(lines, report)
  const frontMatter = front && readFrontMatter(front, report)
  const body = readSections(lines, from, frontMatter?.published ?? null, report)
  const manuscript = frontMatter && problems.length === 0 ? { ...frontMatter, ...body } : null
  checkSize(text, manuscript, report)
  if (manuscript && problems.length === 0) return { manuscript, problems: [] }
  return { manuscript: null, problems: problems.sort((one, other) => one.line - other.line) }
}

function readableLines(text: string, report: Report): string[] {
  const lines = normalised(text).replace(/\r\n?/g, '\n').split('\n')
  return lines.map((line, index) => {
    if (!isUnprintable(line)) return line
    const characters = [...line]
    const code = characters.find(isUnprintable)?.codePointAt(0)?.toString(16).padStart(4, '0')
    const problem = `An invisible character, U+${code?.toUpperCase()}, stands in this line.`
    report(index + 1, problem, 'Delete it, or type the line again.')
    return characters.map((one) => (isUnprintable(one) ? '\ufffd' : one)).join('')
  })
}

/** Gives the lines of the front matter, if there is one, and where the sections begin, from 0. */
function findFrontMatter(lines: string[], report: Report) {
  const isRule = (line = '') => line.trimEnd() === '---'
  const section = lines.findIndex(opensSection)
  const below = section < 0 ? lines.length : section
  if (!isRule(lines[0])) {
    const keys = 'headline, standfirst, language and topics'
    const instead = `Write “---” on the first line, then ${keys}, then “---” again.`
    report(1, 'The column does not begin with its front matter.', instead)
    return { front: null, from: below }
  }
  const end = lines.findIndex((line, index) => index > 0 && isRule(line))
  if (end > 0 && end < below) return { front: lines.slice(0, end), from: end + 1 }
  const line = section < 0 ? 1 : section + 1
  report(line, 'The front matter has no end.', 'Write “---” on a line of its own below its keys.')
  return { front: lines.slice(0, below), from: below }
}

function checkSize(text: string, manuscript: Manuscript | null, report: Report): void {
  const written = manuscript ? write(manuscript) : ''
  const bytes = Math.max(...[text, written].map((text) => encoder.encode(text).length))
  if (bytes <= MOST_BYTES) return
  const [most, size] = [MOST_BYTES, bytes].map((number) => number.toLocaleString('en-GB'))
  const problem = `A column may be up to ${most} bytes long, and this one has ${size}.`
  report(1, problem, 'Shorten it, or make two columns of it.')
}

/**
 * Writes a column as its document, in the one canonical form: what `parse` reads from it is the
 * same column again, for every column that `parse` can give.
 */
export function write(manuscript: Manuscript): string {
  return `---\n${writeFrontMatter(manuscript)}---\n\n${writeSections(manuscript)}`
}

/**
 * Gives the scripts of a reply in their order: block quotes that begin with a line
 * `[!SCRIPT] when to say it`, outside fenced code.
 */
export function scripts(markdown: string): Script[] {
  return quotes(markdown).flatMap(([first = '', ...rest]) => {
    const [, when] = SCRIPT.exec(first) ?? []
    return when === undefined ? [] : [{ when: when.trim(), words: joined(rest) }]
  })
}

/** Gives the lines of each block quote, without their `>`. */
function quotes(markdown: string): string[][] {
  const lines = markdown.split('\n')
  const { isFenced } = fencedLines(lines)
  const found: string[][] = []
  let quote: string[] | null = null
  for (const [index, line] of lines.entries()) {
    const isQuoted = QUOTED.test(line) && !isFenced[index]
    if (isQuoted && !quote) {
      quote = []
      found.push(quote)
    }
    if (isQuoted || (quote && goesOn(quote, line)))
      quote?.push(tidied(line.replace(QUOTED, ''), lines[index + 1]))
    else quote = null
  }
  return found
}

/** Whether a line without a `>` goes on with the text that a quote ends with, as in marked. */
function goesOn(quote: string[], line: string): boolean {
  const areText = [quote.at(-1) ?? '', line].every(
    (text) => text.trim() !== '' && !HEADING_FENCE_OR_RULE.test(text),
  )
  return areText && !LIST_ITEM.test(line)
}
