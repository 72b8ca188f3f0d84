import { type Block, block, escaped, guarded } from './block.ts'
import { mendText } from './mending.ts'

/** Lines of a text that belong together, with the number of the first. */
type Paragraph = { line: number; lines: string[] }

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/
const QUOTE = /^\s{0,3}>\s?/
const ITEM = /^\s*(?:[-*•+]|\d{1,2}[.)])\s+/
const RULE = /^\s*(?:[-*_=~·•]\s*){3,}$/
const BOLD = /^(\*\*|__)(?=\S)(.+)(?<=\S)\1$/s
const ITALIC = /^([*_])(?![*_\s])(.+)(?<![*_\s])\1$/s
/** Lines that a program broke are rarely longer or shorter. */
const BROKEN_AT = 90
const SHORTEST_BROKEN = 50
/** No program that breaks lines leaves two as long as this. */
const UNBROKEN = 180
/** A program breaks a line where its next word would not have fitted; justified lines are a little shorter. */
const ROOM = 8
/** What stands side by side in a line, far apart, on a page or in a print. */
const COLUMNS = /\S {3,}\S/
const GAP = / {3,}/g
const SENTENCE_END = /[.!?…:;"'”’)\]]$/
/** What hyphenating left at a line's end. */
const DIVIDED = /(?<![\p{L}-])(\p{L}*\p{Ll})-$/u
const DIVISION = /\p{L}+-\s*\n\s*\p{L}+/gu
const WORD = /\p{L}+/gu
/** A text has at least so many full lines if a program broke it, and a paragraph such a share. */
const FEWEST_BROKEN = 2
const MOSTLY = 0.7

/** How long lines became at the most, and from when on another word did not fit. */
type Width = { longest: number; full: number }

/** How a whole text is set: how wide, if a program broke its lines, and all its words. */
type Setting = { width: Width | null; words: () => Set<string> }

/**
 * Reads plain text as blocks: paragraphs apart by blank lines or, where no line is broken, one a
 * line; and the headings, quotes, lists and emphasis that people type in Markdown's manner.
 */
export function textBlocks(text: string): Block[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .split('\n')
  const paragraphs = paragraphsOf(lines)
  let words: Set<string> | null = null
  const setting: Setting = {
    width: widthOf(paragraphs),
    words() {
      words ??= new Set(text.replace(DIVISION, ' ').toLowerCase().match(WORD))
      return words
    },
  }
  return paragraphs.flatMap((paragraph) => blocksOf(paragraph, setting))
}

/**
 * How long a program let lines become, told by the paragraphs of three lines and more that are full to their
 * last line; null where there are none: then each line was somebody's own.
 */
function widthOf(paragraphs: Paragraph[]): Width | null {
  const long = paragraphs.flatMap(({ lines }) => lines.filter((line) => line.length > UNBROKEN))
  if (long.length > 1) return null
  const broken = paragraphs.flatMap(({ lines }) => {
    const lengths = lines.map((line) => mendText(line.replace(QUOTE, '')).trimEnd().length)
    const longest = Math.max(...lengths)
    const wanted = lines.slice(1).map((line, index) => wantedFor(lengths[index] ?? 0, line))
    const full = wanted.filter((length) => length >= longest - ROOM)
    // A program breaks sentences; people begin a line with one.
    const within = lines.slice(0, -1).filter((line) => !SENTENCE_END.test(line.trim()))
    const isWithin = within.length >= wanted.length / 2
    const isBroken =
      longest <= BROKEN_AT && longest > SHORTEST_BROKEN && lines.length > 2 && isWithin
    return isBroken && full.length >= wanted.length * MOSTLY ? [{ longest, full }] : []
  })
  const longest = Math.max(...broken.map((one) => one.longest))
  const full = broken.flatMap((one) => one.full)
  if (full.length < FEWEST_BROKEN) return null
  // Mails are broken by the letter; what was set in print, or is misread, has a little room on its lines.
  const isMisread = paragraphs.some(({ lines }) => lines.some((line) => mendText(line) !== line))
  const isExact = !isMisread && full.every((length) => length > longest)
  return { longest, full: isExact ? longest + 1 : longest - ROOM }
}

/** How long a line would have become with the first word of the next. */
function wantedFor(length: number, next: string): number {
  const [word = ''] = next.trim().split(/\s/)
  return length + word.length + 1
}

function paragraphsOf(lines: string[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let isOpen = false
  for (const [index, line] of lines.entries()) {
    const isBlank = line.replace(/[\s\u00a0]/g, '') === ''
    if (!isBlank && isOpen) paragraphs.at(-1)?.lines.push(line)
    if (!isBlank && !isOpen) paragraphs.push({ line: index + 1, lines: [line] })
    isOpen = !isBlank
  }
  return paragraphs
}

function blocksOf({ line, lines }: Paragraph, setting: Setting): Block[] {
  if (lines.every((line) => QUOTE.test(line))) {
    const inner = lines.map((line) => line.replace(QUOTE, ''))
    return paragraphsOf(inner).flatMap((paragraph) =>
      blocksOf({ ...paragraph, line: line + paragraph.line - 1 }, setting).map((one) => ({
        ...one,
        isQuoted: true,
      })),
    )
  }
  const runs = runsOf(lines, setting.width)
  return runs.map(({ from, lines }) => oneBlock(line + from, lines, setting))
}

/** Cuts lines that stand together into what each begins: a heading, a rule, a list, a paragraph. */
function runsOf(lines: string[], width: Width | null): { from: number; lines: string[] }[] {
  const longest = Math.max(...lines.map((line) => mendText(line).length))
  const isBroken = width !== null && longest <= width.longest + ROOM
  const runs: { from: number; lines: string[] }[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const goesOn =
      before !== undefined && !standsAlone(line) && goesOnFrom(before) && isSame(before, line)
    if (goesOn) runs.at(-1)?.lines.push(line)
    else runs.push({ from: index, lines: [line] })
  }
  return runs

  /** A quotation whose lines were broken has its mark on the first alone. */
  function goesOnFrom(before: string): boolean {
    return !standsAlone(before) || (isBroken && QUOTE.test(before))
  }

  function isSame(before: string, line: string): boolean {
    if (ITEM.test(line)) return ITEM.test(before)
    // A line that is shorter than the next word would have made it ends its paragraph.
    return isBroken && wantedFor(mendText(before).length, line) >= width.full
  }
}

function standsAlone(line: string): boolean {
  return HEADING.test(line) || RULE.test(line) || QUOTE.test(line)
}

function oneBlock(line: number, lines: string[], setting: Setting): Block {
  const [first = ''] = lines
  const heading = HEADING.exec(first)?.[1]
  if (heading !== undefined) return block(line, heading, { kind: 'heading' })
  if (RULE.test(first)) return block(line, '', { kind: 'rule' })
  if (QUOTE.test(first)) {
    return {
      ...oneBlock(line, [first.replace(QUOTE, ''), ...lines.slice(1)], setting),
      isQuoted: true,
    }
  }
  if (lines.length > 1 && lines.every((line) => ITEM.test(line))) {
    const items = lines.map((line) => line.trim())
    const text = items.map((item) => item.replace(ITEM, '')).join('\n')
    return block(line, text, { kind: 'list', markdown: listed(items) })
  }
  const [only = ''] = lines.length === 1 ? lines : []
  if (COLUMNS.test(only) && !SENTENCE_END.test(only.trim())) {
    return block(line, only.trim().replace(GAP, ' | '))
  }
  const text = lines.map((line) => line.trim()).reduce((all, next) => joined(all, next, setting))
  const bold = BOLD.exec(text)?.[2]
  if (bold && !bold.includes('**')) return block(line, bold, { look: 'bold' })
  const italic = ITALIC.exec(text)?.[2]
  if (italic && !/[*_]/.test(italic)) return block(line, italic, { look: 'italic' })
  return block(line, unmarked(text), { markdown: guarded(withMarks(text)) })
}

/** Joins two lines; a word that was divided between them is one again. */
function joined(before: string, next: string, { words }: Setting): string {
  const [, head = ''] = DIVIDED.exec(before) ?? []
  const [tail = ''] = /^\p{Ll}+/u.exec(next) ?? []
  if (head === '' || tail === '') return `${before} ${next}`
  const known = words()
  const isTwo = known.has(head) && known.has(tail)
  // “pelan-pelan”, “secepat-cepatnya”
  const isAgain = head.includes(tail.slice(0, 4))
  const isHyphenated = !known.has(head + tail) && (isTwo || isAgain)
  return (isHyphenated ? before : before.slice(0, -1)) + next
}

function listed(items: string[]): string {
  return items
    .map((item) => {
      const number = /^\d{1,2}/.exec(item)?.[0]
      return `${number ? `${number}.` : '-'} ${withMarks(item.replace(ITEM, ''))}`
    })
    .join('\n')
}

const MARKS =
  /(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\3(?![\p{L}\p{N}])|\[([^\]]+)\]\((\S+?)\)/gu

/** The words of a text without the emphasis and links that are typed in Markdown's manner. */
function unmarked(text: string): string {
  return text.replace(MARKS, (_, _b, bold, _i, italic, label) => bold ?? italic ?? label)
}

/** The same text as Markdown, in which nothing but those marks means anything. */
function withMarks(text: string): string {
  let end = 0
  let markdown = ''
  for (const { index, 0: found, 1: b, 2: bold, 4: italic, 5: label, 6: target } of text.matchAll(
    MARKS,
  )) {
    markdown += escaped(text.slice(end, index))
    if (bold) markdown += `**${escaped(bold)}**`
    else if (italic) markdown += `*${escaped(italic)}*`
    else markdown += `[${escaped(label ?? '')}](${target})`
    end = index + found.length
    void b
  }
  return markdown + escaped(text.slice(end))
}
