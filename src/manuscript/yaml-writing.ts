/** What a text may not begin with, hold or end with outside quotation marks, for YAML to read it back. */
const NOT_PLAIN = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-](?:[ \t]|$)|:[ \t]|[\t ]#|[\t :]$/
/**
 * What some reader of YAML takes for something else than text: nothing, a truth value, a merge key, a
 * number (also of YAML 1.1: 0b1, 1_000, 1:30) or a day or moment (https://yaml.org/type/).
 */
const NOT_TEXT = [
  /^(?:~|null|Null|NULL|<<)?$/,
  /^(?:[Yy]|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON|[Nn]|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^(?:0o[0-7]+|[-+]?0b[01_]+|[-+]?0x[\da-fA-F_]+)$/,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)*(?:\.[\d_]*)?$/,
  /^[-+]?(?:\.[\d_]*|(?:\d[\d_]*)?(?:\.[\d_]*)?[eE][-+]?\d+)$/,
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[tT]|[ \t]+)\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:[ \t]*(?:Z|[-+][012]?\d(?::\d{2})?))?)?$/,
]

/** Writes a text of one line so that every YAML reader reads it as that text; quotes it only if it has to. */
export function yamlText(text: string): string {
  const needsQuotes = NOT_PLAIN.test(text) || NOT_TEXT.some((pattern) => pattern.test(text))
  return needsQuotes ? JSON.stringify(text) : text
}
