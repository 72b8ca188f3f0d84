import { type Block, block, escaped, guarded } from './block.ts'
import { mendText } from './mending.ts'

/** Lines of a text that belong together, with the number of the first. */
type Paragraph = { line: number; lines: string[] }

const HEADING = /^#{1,6}\s+(.*?)\s*#*$/
const QUOTE = /^\s{0,3}>\s?/
const ITEM = /^\s*(?:[-*•+]|\d{1,2}[.)])\s+/
const RULE = /^\s*(?:[-*_=~]\s*){3,}$/
const BOLD = /^(\*\*|__)(?=\S)(.+)(?<=\S)\1$/s
const ITALIC = /^([*_])(?![*_\s])(.+)(?<![*_\s])\1$/s
/** Lines that a program broke are rarely longer, and most of a paragraph's come near to it. */
const BROKEN_AT = 90
const SENTENCE_END = /[.!?…:;"'”’)\]]$/

/**
 * Reads plain text as blocks: paragraphs apart by blank lines or, where no line is broken, one a
 * line; and the headings, quotes, lists and emphasis that people type in Markdown's manner.
 */
export function textBlocks(text: string): Block[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .split('\n')
  return paragraphsOf(lines).flatMap(blocksOf)
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

function blocksOf({ line, lines }: Paragraph): Block[] {
  if (lines.every((line) => QUOTE.test(line))) {
    const inner = lines.map((line) => line.replace(QUOTE, ''))
    return paragraphsOf(inner).flatMap((paragraph) =>
      blocksOf({ ...paragraph, line: line + paragraph.line - 1 }).map((one) => ({
        ...one,
        isQuoted: true,
      })),
    )
  }
  const runs = runsOf(lines)
  return runs.map(({ from, lines }) => oneBlock(line + from, lines))
}

/** Cuts lines that stand together into what each begins: a heading, a rule, a list, a paragraph. */
function runsOf(lines: string[]): { from: number; lines: string[] }[] {
  const longest = Math.max(...lines.map((line) => mendText(line).length))
  const isBroken = longest <= BROKEN_AT && longest > 50
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
    const [word = ''] = line.trim().split(/\s/)
    const hadRoom = before.length + word.length + 1 < longest - 8
    return isBroken && !(hadRoom && SENTENCE_END.test(before.trim())) && !isShort(before)
  }

  function isShort(line: string): boolean {
    return line.length < longest / 2
  }
}

function standsAlone(line: string): boolean {
  return HEADING.test(line) || RULE.test(line) || QUOTE.test(line)
}

function oneBlock(line: number, lines: string[]): Block {
  const [first = ''] = lines
  const heading = HEADING.exec(first)?.[1]
  if (heading !== undefined) return block(line, heading, { kind: 'heading' })
  if (RULE.test(first)) return block(line, '', { kind: 'rule' })
  if (QUOTE.test(first)) {
    return { ...oneBlock(line, [first.replace(QUOTE, ''), ...lines.slice(1)]), isQuoted: true }
  }
  if (lines.length > 1 && lines.every((line) => ITEM.test(line))) {
    const items = lines.map((line) => line.trim())
    const text = items.map((item) => item.replace(ITEM, '')).join('\n')
    return block(line, text, { kind: 'list', markdown: listed(items) })
  }
  const text = lines.map((line) => line.trim()).join(' ')
  const bold = BOLD.exec(text)?.[2]
  if (bold && !bold.includes('**')) return block(line, bold, { look: 'bold' })
  const italic = ITALIC.exec(text)?.[2]
  if (italic && !/[*_]/.test(italic)) return block(line, italic, { look: 'italic' })
  return block(line, unmarked(text), { markdown: guarded(withMarks(text)) })
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
