/** What a line's value says, and how many characters of the line say it. */
export type Scalar = { text: string; length: number }

const DOUBLE = /^"(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/u
const SINGLE = /^'(?:[^'\p{Cc}]|'')*'/u
const NOTHING_OR_COMMENT = /^(?:[ \t]*$|[ \t]+#)/
const INDICATOR = /^[,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)/
const COMMENT = /[ \t]+#/
const KEY_INSIDE = /:(?:\s|$)/
/** What some reader of YAML takes for a truth value, a number, a date or nothing. */
const AMBIGUOUS = /^(?:|~|null|y|n|yes|no|true|false|on|off|<<|=|[-+.\d][-+.\d_:,a-fox\s]*)$/i
const NEEDS_QUOTES = /^[-?:,[\]{}#&*!|>'"%@`]|:(?: |$)| #|\p{Cc}/u

/**
 * Reads a value of YAML that stands on its key's line, from where it begins. Null when it is none,
 * goes on below, or is written in a way that only YAML's own reader understands.
 */
export function readScalar(line: string): Scalar | null {
  if (NOTHING_OR_COMMENT.test(line) || line.startsWith('#')) return { text: '', length: 0 }
  const [double] = DOUBLE.exec(line) ?? []
  const [single] = SINGLE.exec(line) ?? []
  const token = double ?? single
  if (token) {
    if (!NOTHING_OR_COMMENT.test(line.slice(token.length))) return null
    const text = double ? JSON.parse(double) : token.slice(1, -1).replaceAll("''", "'")
    return { text: text.trim(), length: token.length }
  }
  const text = line.slice(0, COMMENT.exec(line)?.index).trimEnd()
  return INDICATOR.test(text) || KEY_INSIDE.test(text) ? null : { text, length: text.length }
}

/** Writes a text of one line as a value of YAML, in quotes only where it needs them. */
export function writeScalar(text: string): string {
  return AMBIGUOUS.test(text) || NEEDS_QUOTES.test(text) ? JSON.stringify(text) : text
}

/** Reads a list in square brackets of plain or quoted words; gives them with commas between. */
export function readList(line: string): Scalar | null {
  const [token, inside = ''] = /^\[([^[\]#]*)\]/.exec(line) ?? []
  if (token === undefined) return NOTHING_OR_COMMENT.test(line) ? { text: '', length: 0 } : null
  const items = inside.split(',').map((item) => readScalar(item.trim()))
  if (!NOTHING_OR_COMMENT.test(line.slice(token.length)) || items.includes(null)) return null
  const words = items.map((item) => item?.text ?? '').filter((word) => word !== '')
  return { text: words.join(', '), length: token.length }
}

/** Writes words with commas between as a list in square brackets. */
export function writeList(text: string): string {
  const words = text.split(',').map((word) => word.trim())
  return `[${words
    .filter((word) => word !== '')
    .map(writeItem)
    .join(', ')}]`
}

function writeItem(word: string): string {
  return /[[\]{}]/.test(word) ? JSON.stringify(word) : writeScalar(word)
}
