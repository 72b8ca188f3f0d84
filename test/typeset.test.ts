import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../src/markdown.ts'
import { type Quotes, typeset } from '../src/typeset.ts'
import { copies } from '../src/ui/copy/index.ts'

const ENGLISH: Quotes = ['“', '”', '‘', '’']
const GERMAN: Quotes = ['„', '“', '‚', '‘']
const set = (text: string) => typeset(text, ENGLISH)
const shown = (markdown: string) => renderMarkdown(markdown, copies.en.column).trim()

describe('Quotation marks', () => {
  test.each([
    ['He said "call me".', 'He said “call me”.'],
    ['"Call me," he said. "Now."', '“Call me,” he said. “Now.”'],
    ['("Now.")', '(“Now.”)'],
    ['She wrote: "He said \'no\' twice."', 'She wrote: “He said ‘no’ twice.”'],
    ['"\'No\' is a sentence," she said.', '“‘No’ is a sentence,” she said.'],
    ["She called it 'the incident'.", 'She called it ‘the incident’.'],
    ['A "b"-flat and "c"/"d"', 'A “b”-flat and “c”/“d”'],
    ['He said—"no"—and left.', 'He said—“no”—and left.'],
    ['"Why?" "Because."', '“Why?” “Because.”'],
    ['Already “set” and ‘done’.', 'Already “set” and ‘done’.'],
    ['A lone " stays', 'A lone " stays'],
    ['"Ten years since 1999."', '“Ten years since 1999.”'],
    ['He left in "1999" for good', 'He left in “1999” for good'],
  ])('are the language’s own: %s', (text, wanted) => {
    expect(set(text)).toBe(wanted)
  })

  test('are those of whatever language the text is in', () => {
    expect(typeset('Sie sagte: "Er sagt \'nein\', oder?"', GERMAN)).toBe(
      'Sie sagte: „Er sagt ‚nein‘, oder?“',
    )
    expect(typeset("Wie geht's, sagt er.", GERMAN)).toBe('Wie geht’s, sagt er.')
  })
})

describe('An apostrophe', () => {
  test.each([
    ["I don't know whose it's.", 'I don’t know whose it’s.'],
    ["my boss's and the bosses' pay", 'my boss’s and the bosses’ pay'],
    ["back in the '90s and the 1990's", 'back in the ’90s and the 1990’s'],
    ["Rock 'n' roll, 'tis said", 'Rock ’n’ roll, ’tis said'],
    ["'Tell 'em the bosses' view,' he said", '‘Tell ’em the bosses’ view,’ he said'],
    ["'cause I can't", '’cause I can’t'],
    ["O'Brien's Jum'at", 'O’Brien’s Jum’at'],
    ['"I don\'t," she said', '“I don’t,” she said'],
  ])('is one: %s', (text, wanted) => {
    expect(set(text)).toBe(wanted)
  })
})

test.each([
  ['He is 6\'2" tall', 'He is 6′2″ tall'],
  ['a 6\' desk and a 27" screen', 'a 6′ desk and a 27″ screen'],
])('Feet and inches are none: %s', (text, wanted) => {
  expect(set(text)).toBe(wanted)
})

describe('Dashes and dots', () => {
  test.each([
    ['He rings -- always -- at noon', 'He rings\u00a0– always\u00a0– at noon'],
    ['He rings - always', 'He rings\u00a0– always'],
    ['He rings – always', 'He rings\u00a0– always'],
    ['He rings---always', 'He rings—always'],
    ['word--word', 'word—word'],
    ['well-known, 9-5, 2019-2021, 020-7946', 'well-known, 9-5, 2019-2021, 020-7946'],
    ['run --flag', 'run --flag'],
    ['Well... no', 'Well… no'],
    ['And so on....', 'And so on….'],
    ['......', '......'],
  ])('are set: %s', (text, wanted) => {
    expect(set(text)).toBe(wanted)
  })
})

test.each([
  ['Ask Mr. Hall and Dr Wu at 5 p.m.', 'Ask Mr.\u00a0Hall and Dr\u00a0Wu at 5\u00a0p.m.'],
  ['Rp 5.000.000 lebih', 'Rp\u00a05.000.000 lebih'],
  ['5 amps', '5 amps'],
])('What belongs together stays on one line: %s', (text, wanted) => {
  expect(set(text)).toBe(wanted)
})

describe('In Markdown', () => {
  test.each([
    ['"*No*," she said', '<p>“<em>No</em>,” she said</p>'],
    ["the boss*es*' pay", '<p>the boss<em>es</em>’ pay</p>'],
    ['*"No," he said*', '<p><em>“No,” he said</em></p>'],
    ['["Ours"](/x)', '<p><a href="/x">“Ours”</a></p>'],
    ['# "Our" head', '<h2>“Our” head</h2>'],
    ['say `"x" -- y...` twice', '<p>say <code>&quot;x&quot; -- y...</code> twice</p>'],
    ['```\n"x" -- y\n```', '<pre><code>&quot;x&quot; -- y\n</code></pre>'],
    ['"`x`" it is', '<p>“<code>x</code>” it is</p>'],
    ['\\"as typed\\"', '<p>&quot;as typed&quot;</p>'],
    ['one\\\n"two"', '<p>one<br>“two”</p>'],
    ['a <b class="x"> b', '<p>a &lt;b class=&quot;x&quot;&gt; b</p>'],
  ])('pieces are set as the one line that they are: %s', (markdown, html) => {
    expect(shown(markdown)).toBe(html)
  })

  test('addresses stay as they are', () => {
    expect(shown('See https://x.com/a--b/it\'s?q="a"...b and "c"')).toMatch(
      /href="https:\/\/x\.com\/a--b\/it&#39;s/,
    )
    expect(shown('[x](/a--b)')).toContain('href="/a--b"')
  })

  test('lists, tables and quotations are set too', () => {
    expect(shown('- "a"\n- \'b\'')).toContain('<li>“a”</li>\n<li>‘b’</li>')
    expect(shown('|"a"|\n|-|\n|it\'s|')).toMatch(/“a”[\s\S]*it’s/)
    expect(shown('> [!SCRIPT] When she says "no"\n> "I\'d like to."')).toMatch(
      /When she says “no”[\s\S]*“I’d like to\.”/,
    )
  })
})

describe('Whatever is set', () => {
  const pieces = fc.constantFrom(
    ...['"', "'", '“', '’', '--', '---', ' - ', '...', '.', ' ', '\n', 'a', 'is', '9', '(', ')'],
    ...['*', '`', 'é', '👩‍💻', '_', 'Mr ', 'Rp ', '5 pm'],
  )
  const text = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(''))
  /** What no setting may change: the words, in their order. */
  const words = (one: string) => one.match(/[\p{L}\p{N}]+/gu) ?? []

  test('keeps its words, and setting it again changes nothing', () => {
    const check = (one: string) => {
      const once = set(one)
      expect(words(once)).toEqual(words(one))
      expect(set(once)).toBe(once)
    }
    fc.assert(fc.property(text, check), { numRuns: 3000 })
  })

  test('has no straight apostrophe left inside a word', () => {
    const inside = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/))
    const check = ([one, other]: [string, string]) => {
      expect(set(`"It is ${one}'${other}," he said`)).toBe(`“It is ${one}’${other},” he said`)
    }
    fc.assert(fc.property(inside, check))
  })

  test('opens and closes in turn, where the writer did', () => {
    const sentence = fc.array(fc.stringMatching(/^[a-z]{2,6}$/), { minLength: 1, maxLength: 5 })
    const check = (quotations: string[][]) => {
      const typed = quotations.map((each) => `"${each.join(' ')}," she said.`).join(' ')
      const marks = set(typed).match(/["“”]/g) ?? []
      expect(marks).toEqual(quotations.flatMap(() => ['“', '”']))
    }
    fc.assert(fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), check))
  })
})
