/** A level-one heading on the lines from `line` up to, not including, `end`, counted from 0. */
export type Heading = { line: number; end: number; text: string }

/** A fence's indent in columns, and its run of backticks or tildes. */
type Fence = { indent: number; run: string }

const HEADING = /^ {0,3}#(?:[ \t]+(\S.*)?)?$/s
const UNDERLINE = /^ {0,3}=+[ \t]*$/
const PARAGRAPH = /^ {0,3}(?![\s>#]|[-+*][ \t]|\d{1,9}[.)][ \t])./s
const FENCE = /^( {0,3}(?:(?:[-+*]|\d{1,9}[.)]) {1,4})*)(`{3,}|~{3,})/
const CLOSING_FENCE = /^( *)(`{3,}|~{3,})[ \t]*$/

/**
 * Tells which lines, from line `from` on (counted from 0), are fenced code, fences included, and
 * which fence is never closed. Fences in list items are known; lines of block quotes never count.
 */
export function fencedLines(lines: string[], from = 0) {
  const isFenced: boolean[] = new Array(lines.length).fill(false)
  let open: (Fence & { line: number }) | null = null
  for (let line = from; line < lines.length; line += 1) {
    const text = lines[line] ?? ''
    const fence: Fence | null = open ? null : fenceIn(text)
    isFenced[line] = open !== null || fence !== null
    if (fence) open = { ...fence, line }
    else if (open && closes(text, open)) open = null
  }
  return { isFenced, unclosed: open }
}

function fenceIn(text: string): Fence | null {
  const [start = '', before = '', run = ''] = FENCE.exec(text) ?? []
  const isCodeSpan = run.startsWith('`') && text.includes('`', start.length)
  return run === '' || isCodeSpan ? null : { indent: before.length, run }
}

function closes(text: string, { indent, run }: Fence): boolean {
  const [, before = '', mark = ''] = CLOSING_FENCE.exec(text) ?? []
  return before.length <= indent + 3 && mark.startsWith(run)
}

/** Finds the level-one headings outside fenced code: `# Text`, and text over a line of `=`. */
export function levelOneHeadings(lines: string[], isFenced: boolean[], from: number): Heading[] {
  const headings: Heading[] = []
  for (let line = from; line < lines.length; line += 1) {
    const text = lines[line] ?? ''
    const above = line > from && !isFenced[line - 1] ? (lines[line - 1] ?? '') : ''
    if (isFenced[line]) continue
    if (headingText(text) !== null) {
      headings.push({ line, end: line + 1, text: text.trim() })
    } else if (UNDERLINE.test(text) && PARAGRAPH.test(above)) {
      headings.push({ line: line - 1, end: line + 1, text: above.trim() })
    }
  }
  return headings
}

/** Gives the text of a `#` heading without its mark; null when the line is none. */
export function headingText(line: string): string | null {
  const heading = HEADING.exec(line)
  return heading && (heading[1] ?? '').trim()
}

/** Gives a line without the spaces at its end, but for the two of a hard break before more text. */
export function tidied(line: string, next = ''): string {
  let end = line.length
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end -= 1
  const isHardBreak = end > 0 && line.endsWith('  ') && next.trim() !== ''
  return line.slice(0, end) + (isHardBreak ? '  ' : '')
}

/** Gives lines as one text, without blank lines at its ends, nor spaces behind it. */
export function joined(lines: string[]): string {
  const first = lines.findIndex((line) => line !== '')
  const last = lines.findLastIndex((line) => line !== '')
  return first < 0 ? '' : tidied(lines.slice(first, last + 1).join('\n'))
}
