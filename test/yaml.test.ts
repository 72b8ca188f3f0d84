import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parse,
  parseDocument,
  stringify,
} from 'yaml'
import { readYamlEntry, type YamlValue } from '../src/manuscript/yaml.ts'
import { yamlText } from '../src/manuscript/yaml-writing.ts'

/** What the front matter can use of an entry: a key with a text of one line, or with such texts. */
type Usable = [key: string, value: string | string[]] | null

/** Reads an entry as the YAML library does that everybody uses. */
function asInYaml(source: string): Usable {
  const { contents, errors } = parseDocument(source, { schema: 'failsafe', prettyErrors: false })
  const [pair, another] = isMap(contents) ? contents.items : []
  if (errors.length > 0 || another || !isScalar(pair?.key) || isMarked(pair.key)) return null
  const value = pair.value as Node
  if (!isSeq(value)) return usable(String(pair.key.value), textIn(value))
  return isMarked(value)
    ? null
    : usable(String(pair.key.value), (value.items as Node[]).map(textIn))
}

function textIn(node: Node): string {
  if (!isScalar(node) || isMarked(node)) return ''
  const isCut = node.type === 'PLAIN' && /^\S/.test(node.comment ?? '')
  return isCut ? '' : String(node.value)
}

function isMarked(node: Node): boolean {
  return (
    isAlias(node) ||
    (isNode(node) && (('anchor' in node && node.anchor !== undefined) || node.tag !== undefined))
  )
}

function asHere(source: string): Usable {
  const entry = readYamlEntry(source)
  if ('why' in entry) return null
  const text = (value: YamlValue) => (value.kind === 'text' && !value.lost ? value.text : '')
  const { key, value } = entry
  return usable(key, value.kind === 'list' ? value.items.map(text) : text(value))
}

function usable(key: string, value: string | string[]): Usable {
  const texts = [value].flat().map((text) => text.trim())
  if (key === '' || texts.some((text) => text === '' || text.includes('\n'))) return null
  return [key, typeof value === 'string' ? (texts[0] ?? '') : texts]
}

/** What stands in YAML, and what breaks it. */
const pieces = fc.constantFrom(
  ...[...'abé:#?%@`&*!|>\\[]{},\'" \t-'],
  ...['x y', ': ', ' #', '- ', ', ', '404', 'no', "''", '\\"', '\\n', '\\x41', '\\u00e9', '\\U1'],
  ...['\n', '\n ', '\n  ', '\n- ', '\n  - ', '\n    ', '\n\n', '\n  # c', '"a"', "'b'", '>-', '|2'],
)
const starts = ['a:', 'a: ', 'a: ', '"a": ', 'a:\n  ', 'a:\n- ', 'a:\n  - ', 'a: [', 'a: "']
const ends = ['', '', ']', '"', "'"]
/** An entry goes on over lines that are blank or indented, close a bracket, or are items of a list. */
const GOES_ON = /^(?:\s|[\]}]|-(?:\s|$)|$)/
const entries = fc
  .tuple(
    fc.constantFrom(...starts, "a: '", 'a: >\n  ', 'a: |\n  '),
    fc.array(pieces, { maxLength: 9 }),
    fc.constantFrom(...ends),
  )
  .map(([start, middle, end]) => start + middle.join('') + end)
  .filter((source) => source.split('\n').every((line, index) => index === 0 || GOES_ON.test(line)))

/**
 * Where the library is more lenient than YAML: it takes a quotation mark that closes nothing for one
 * that does, and tabs for what they should not be.
 */
const ODD = /(?:''|\\")['"\s\]]*$|'''|\t/

test('an entry is read as YAML reads it', () => {
  fc.assert(
    fc.property(entries, (source) => {
      fc.pre(!ODD.test(source))
      expect(asHere(source)).toEqual(asInYaml(source))
    }),
    { numRuns: 4_000 },
  )
})

test('a text is written as YAML writes it, and read back', () => {
  const letters = fc.constantFrom(
    ...[...':#-?.,_+~<>[]{}&*!|%@`\'"\\ \t0123456789abcdefonxyzNTZE'],
    ...[
      'true',
      'no',
      'null',
      '2026-1-1',
      'T1:2:3',
      '1:30',
      '0x',
      '0b',
      '0o',
      '.inf',
      '.nan',
      '---',
    ],
    ...['é', '\u00a0', '😀'],
  )
  const texts = fc.array(letters, { maxLength: 7 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      const written = stringify([text], {
        compat: 'yaml-1.1',
        lineWidth: 0,
        singleQuote: false,
      }).slice(2, -1)
      expect(yamlText(text)).toBe(written)
      expect(parse(`a: ${yamlText(text)}`)).toEqual({ a: text })
      expect(readYamlEntry(`a: ${yamlText(text)}`)).toMatchObject({ value: { kind: 'text', text } })
    }),
    { numRuns: 4_000 },
  )
})

test.each([
  ['standfirst: >\n  All day,\n  and never in tune.\n', 'All day, and never in tune.'],
  ['standfirst: |-\n  All day.', 'All day.'],
  ['standfirst:\n  All day,\n  in tune', 'All day, in tune'],
  ['"standfirst" : "All\n  \\u0064ay\\\n  s"', 'All days'],
  ["standfirst: 'it''s' # a comment", "it's"],
  ['standfirst: 9:30 is no#1, http://a.example/#b', '9:30 is no#1, http://a.example/#b'],
])('%j holds a text', (source, text) => {
  expect(readYamlEntry(source)).toMatchObject({ key: 'standfirst', value: { kind: 'text', text } })
})

test.each([
  ['a: b: c', 'colon in plain text', 0],
  ['a:\n  b\n  c: d', 'colon in plain text', 2],
  ['a: "b', 'open quotation', 0],
  ['a: [b,\n  c', 'open bracket', 1],
  ['a:\n\t- b', 'tab as indentation', 1],
  ['a: "b" c', 'other', 0],
  ['? a\n: b', 'other', 0],
  [`a: ${'['.repeat(30_000)}`, 'other', 0],
])('%j cannot be read, and why', (source, why, line) => {
  expect(readYamlEntry(source)).toEqual({ why, line })
})

test('a list’s items know their lines', () => {
  expect(readYamlEntry('topics:\n  - a\n\n  - [b]\n  - c: d\n  - e')).toEqual({
    key: 'topics',
    value: {
      kind: 'list',
      items: [
        { kind: 'text', text: 'a', line: 1, lost: null },
        { kind: 'list', items: [{ kind: 'text', text: 'b', line: 3, lost: null }] },
        { kind: 'group' },
        { kind: 'text', text: 'e', line: 5, lost: null },
      ],
    },
  })
})
