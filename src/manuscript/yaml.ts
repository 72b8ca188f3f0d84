import { Cursor, UnreadableYaml, type Why } from './yaml-cursor.ts'
import { blockText, lostText, plainText, quotedText } from './yaml-text.ts'

/** A value as it stands in front matter: a scalar is text, whatever it looks like. */
export type YamlValue =
  /** `lost` is a comment that follows so closely that it was probably meant to be text: “#too”. */
  | { kind: 'text'; text: string; line: number; lost: string | null }
  | { kind: 'list'; items: YamlValue[] }
  /** Keys within keys, or a list in a list: nothing that front matter knows. */
  | { kind: 'group' }
  /** What begins with an anchor, an alias or a tag. */
  | { kind: 'marked' }

/** A key and its value, or why they cannot be read; lines count from 0. */
export type YamlEntry = { key: string; value: YamlValue } | { why: Why; line: number }

const PLAIN_KEY =
  /(?!-[ \t\n]|\?[ \t\n]|[,[\]{}#&*!|>'"%@`:])(?:[^\n:#]|:(?![ \t\n]|$)|(?<![ \t])#)+/y
const QUOTED_KEY = /(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')/y
const COLON = /[ \t]*:(?=[ \t\n]|$)/y
const DASH = /-(?=[ \t\n]|$)/y
const MARK = /[&*!][^\s,[\]{}]*/y
const QUOTE = /["']/y
const OPENING = /[[{]/y
const REST_OF_LINE = /[^\n]*/y
/** Nobody means brackets within brackets; who sends thousands shall not exhaust the stack. */
const DEEPEST = 20
/** In brackets, plain text also ends at a comma, a bracket or a colon before one of them. */
const PLAIN_IN_BRACKETS =
  /(?![#|>%@`]|[-?:](?:[ \t\n,[\]{}]|$))(?:[^\n,[\]{}:#]|:(?![ \t\n,[\]{}]|$)|(?<![ \t\n])#|\n(?=[ \t]+[^ \t\n#]))+/y

/**
 * Reads one entry of front matter, `key: value` and the lines that it goes on over: of YAML 1.2 the
 * part that people write there. Text is plain, quoted, literal or folded; a list has either form.
 * Refuses what YAML refuses, and keys without a name or with a `?` before them.
 */
export function readYamlEntry(source: string): YamlEntry {
  const cursor = new Cursor(source)
  try {
    const column = cursor.take(/ */y)?.length ?? 0
    if (cursor.sees(/\t/y)) cursor.refuse('tab as indentation')
    const key = readKey(cursor) ?? cursor.refuse('other')
    const value = readValue(cursor, column, false)
    const isBelow = cursor.skip()
    if (cursor.isAtEnd) return { key, value }
    return cursor.refuse(isBelow && cursor.isBehindTab ? 'tab as indentation' : 'other')
  } catch (thrown) {
    if (thrown instanceof UnreadableYaml) return { why: thrown.why, line: thrown.line }
    throw thrown
  }
}

/** Reads a key and goes behind its colon; null, and nothing read, when there is none. */
function readKey(cursor: Cursor): string | null {
  const start = cursor.at
  const key = cursor.sees(QUOTED_KEY) ? quotedText(cursor, 0) : cursor.take(PLAIN_KEY)?.trimEnd()
  if (key !== undefined && cursor.take(COLON)) return key
  cursor.at = start
  return null
}

/** Reads what a key, or an item of a list, at that column holds. */
function readValue(cursor: Cursor, column: number, isItem: boolean): YamlValue {
  const start = cursor.at
  const isBelow = cursor.skip()
  const { line } = cursor
  const here = isBelow ? cursor.indentation(column) : column + 1
  const isList = cursor.sees(DASH)
  if (cursor.isAtEnd || here < column || (here === column && (isItem || !isList))) {
    cursor.at = start
    return { kind: 'text', text: '', line, lost: null }
  }
  if (isList && cursor.isBehindTab) cursor.refuse('tab as indentation')
  if (isList && !isItem) return isBelow ? readList(cursor, here) : cursor.refuse('other')
  if (isList || ((isBelow || isItem) && readKey(cursor) !== null)) return group(cursor, column)
  if (cursor.take(MARK)) {
    group(cursor, column)
    return { kind: 'marked' }
  }
  if (cursor.sees(OPENING)) return readBrackets(cursor, 1)
  const block = blockText(cursor, column)
  if (block !== null) return { kind: 'text', text: block, line, lost: null }
  if (cursor.sees(QUOTE)) {
    return { kind: 'text', text: quotedText(cursor, column), line, lost: null }
  }
  return { kind: 'text', line, ...plainText(cursor, column) }
}

/** Reads the items of a list whose dashes stand at that column. */
function readList(cursor: Cursor, column: number): YamlValue {
  const items: YamlValue[] = []
  for (;;) {
    const start = cursor.at
    if (items.length > 0) {
      const isBelow = cursor.skip()
      if (cursor.isAtEnd || !isBelow || cursor.indentation(column) !== column) {
        cursor.at = start
        return { kind: 'list', items }
      }
    }
    if (!cursor.take(DASH)) cursor.refuse('other')
    items.push(readValue(cursor, column, true))
  }
}

/** Goes over all that stands to the right of the column: it does not matter any more. */
function group(cursor: Cursor, column: number): YamlValue {
  for (;;) {
    cursor.take(REST_OF_LINE)
    const start = cursor.at
    const isBelow = cursor.skip()
    if (cursor.isAtEnd || !isBelow) return { kind: 'group' }
    if (cursor.indentation(column) <= column) {
      cursor.at = start
      return { kind: 'group' }
    }
  }
}

/** Reads a list `[a, b]` or keys `{a: b}`, which may go on over lines. */
function readBrackets(cursor: Cursor, depth: number): YamlValue {
  if (depth > DEEPEST) cursor.refuse('other')
  const isList = cursor.take(OPENING) === '['
  const closing = isList ? /\]/y : /\}/y
  const items: YamlValue[] = []
  for (;;) {
    cursor.skip()
    if (cursor.take(closing)) return isList ? { kind: 'list', items } : { kind: 'group' }
    items.push(readInBrackets(cursor, depth))
    cursor.skip()
    if (!cursor.take(/,/y) && !cursor.sees(closing)) {
      cursor.refuse(cursor.isAtEnd ? 'open bracket' : 'other')
    }
  }
}

/** Reads an item of a list in brackets; a pair `a: b` is keys of its own, as YAML has it. */
function readInBrackets(cursor: Cursor, depth: number): YamlValue {
  if (cursor.isAtEnd) cursor.refuse('open bracket')
  const isMarked = cursor.take(MARK) !== null
  cursor.skip()
  const { line } = cursor
  const isQuoted = cursor.sees(QUOTE)
  const value = cursor.sees(OPENING)
    ? readBrackets(cursor, depth + 1)
    : textInBrackets(cursor, isMarked)
  const lost = isQuoted ? null : lostText(cursor, 0)
  const isPair = cursor.take(isQuoted ? /[ \t]*:/y : /[ \t]*:(?=[ \t\n,[\]{}]|$)/y) !== null
  if (isPair) {
    cursor.skip()
    if (!cursor.sees(/[,\]}]/y)) readInBrackets(cursor, depth)
  }
  if (isMarked) return { kind: 'marked' }
  if (isPair) return { kind: 'group' }
  return typeof value === 'string' ? { kind: 'text', text: value, line, lost } : value
}

function textInBrackets(cursor: Cursor, isOptional: boolean): string {
  if (cursor.sees(QUOTE)) return quotedText(cursor, 0)
  const text = cursor.take(PLAIN_IN_BRACKETS)
  if (text === null && !isOptional) cursor.refuse('other')
  return (text ?? '').trim().replace(/[ \t]*\n[ \t]*/g, ' ')
}
