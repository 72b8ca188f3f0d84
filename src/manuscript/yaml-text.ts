import { type Cursor, indentationOf } from './yaml-cursor.ts'

const DOUBLE_QUOTED = /"(?:[^"\\]|\\.)*"/sy
const SINGLE_QUOTED = /'(?:[^']|'')*'/y
const FOLD = /[ \t]*\n[ \t\n]*/g
/** A line break in double quotes: escaped, it leaves nothing behind; or else as in all text. */
const ESCAPE_OR_FOLD =
  /\\\n[ \t]*|\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))|[ \t]*\n[ \t\n]*/gs

const ESCAPES = new Map(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    e: '\x1b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t',
  }),
)

const NO_START = /[,[\]{}#&*!|>'"%@`]|[-?:](?:[ \t\n]|$)/y
const LINE = /[^\n]*/y
const NEXT_LINE = /\n((?:[ \t]*\n)*)([ \t]*)(?=[^ \t\n])/y
const LOST = /([ \t\n]*)(?<=[ \t])(#\S[^\n]*)/y
/** A no-break space is text, so `trimEnd` would take too much. */
const SPACE_AT_END = /(?<![ \t])[ \t]+$/
const COMMENT = /[ \t]#/
const COLON = /:(?:[ \t]|$)/
const BLOCK = /([|>])(?:([1-9])[-+]?|[-+]([1-9])?)?[ \t]*(?:(?<=[ \t])#[^\n]*)?(?:\n|$)/y

/** Reads a text in quotation marks; its further lines stand to the right of the column. */
export function quotedText(cursor: Cursor, column: number): string {
  const start = cursor.at
  const isDouble = cursor.source[start] === '"'
  const taken = cursor.take(isDouble ? DOUBLE_QUOTED : SINGLE_QUOTED)
  if (taken === null) return cursor.refuse('open quotation')
  for (const line of taken.split('\n').slice(1)) {
    const spaces = indentationOf(line, column)
    if (spaces === null || (spaces <= column && line.trim() !== '')) cursor.refuse('other')
  }
  const content = taken.slice(1, -1)
  if (!isDouble) return content.replaceAll("''", "'").replace(FOLD, folded)
  return content.replace(ESCAPE_OR_FOLD, (all, two, four, eight, one) => {
    if (one) return ESCAPES.get(one) ?? cursor.refuse('other')
    const code = Number.parseInt(two ?? four ?? eight, 16)
    if (code > 0x10ffff) cursor.refuse('other')
    if (!Number.isNaN(code)) return String.fromCodePoint(code)
    return all.startsWith('\\') ? '' : folded(all)
  })
}

/** A line break is a space; of more than one, each but the first is kept. */
function folded(gap: string): string {
  return '\n'.repeat(gap.split('\n').length - 2) || ' '
}

/**
 * Reads a text without quotation marks, whose further lines stand to the right of the column;
 * with it `lostText`.
 */
export function plainText(cursor: Cursor, column: number): { text: string; lost: string | null } {
  if (cursor.sees(NO_START)) cursor.refuse('other')
  let text = ''
  for (;;) {
    const start = cursor.at
    const line = cursor.take(LINE) ?? ''
    const comment = COMMENT.exec(line)
    const own = line.slice(0, comment?.index).replace(SPACE_AT_END, '')
    if (COLON.test(own)) {
      cursor.at = start
      cursor.refuse('colon in plain text')
    }
    text += own
    if (comment) cursor.at = start + comment.index
    const next = comment ? null : nextLine(cursor, column)
    if (next === null) return { text, lost: lostText(cursor, column) }
    text += next
  }
}

/**
 * Gives the comment behind a plain text that begins without a space, as nobody writes one who means it:
 * “#too”. Null when there is none.
 */
export function lostText(cursor: Cursor, column: number): string | null {
  LOST.lastIndex = cursor.at
  const [, gap = '', comment = null] = LOST.exec(cursor.source) ?? []
  const isBeside = !gap.includes('\n')
  return isBeside || gap.length - gap.lastIndexOf('\n') - 1 > column ? comment : null
}

/** Goes to the next line of a plain text, and gives what stands for the gap; null when there is none. */
function nextLine(cursor: Cursor, column: number): string | null {
  const start = cursor.at
  const gap = cursor.take(NEXT_LINE)
  if (gap === null) return null
  const spaces = indentationOf(gap.slice(gap.lastIndexOf('\n') + 1), column)
  if (spaces === null) return cursor.refuse('tab as indentation')
  if (spaces > column && cursor.source[cursor.at] !== '#') return folded(gap)
  cursor.at = start
  return null
}

/**
 * Reads a literal (`|`) or folded (`>`) text, whose lines stand to the right of the column; null when
 * there is none here. Line breaks at its end are left out, whatever it says of them.
 */
export function blockText(cursor: Cursor, column: number): string | null {
  if (!cursor.sees(/[|>]/y)) return null
  const isFolded = cursor.source[cursor.at] === '>'
  const header = cursor.take(BLOCK) ?? cursor.refuse('other')
  const given = Number(/^..?(\d)|^.(\d)/.exec(header)?.slice(1).find(Boolean) ?? 0)
  let inner = given && column + given
  const lines: string[] = []
  while (!cursor.isAtEnd) {
    const start = cursor.at
    const line = cursor.take(LINE) ?? ''
    const spaces = indentationOf(line, column) ?? cursor.refuse('tab as indentation')
    const isBlank = spaces === line.length
    if (!isBlank && spaces < Math.max(inner, column + 1)) {
      if (line.trim() === '') cursor.refuse('tab as indentation')
      cursor.at = start
      break
    }
    if (!isBlank && !inner) {
      inner = spaces
      if (lines.some((blank) => blank.length > inner)) cursor.refuse('other')
    }
    lines.push(line)
    cursor.take(/\n/y)
  }
  const texts = lines.map((line) => line.slice(inner))
  const isProse = (line = '') => isFolded && /^[^ \t]/.test(line)
  const joined = texts.reduce(
    (all, line, index) => all + (isProse(texts[index - 1]) && isProse(line) ? ' ' : '\n') + line,
    '',
  )
  return joined.replace(/^\n+|\n+$/g, '')
}
