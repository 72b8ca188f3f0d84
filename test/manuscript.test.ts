import fc from 'fast-check'
import { Marked } from 'marked'
import { expect, test } from 'vitest'
import { describe, type Manuscript, parse, scripts, write } from '../src/manuscript.ts'
import { anything, manuscript, oneOf, text } from './manuscripts.ts'

const FRONT = ['headline: My boss sings', 'standfirst: All day.', 'language: en', 'topics: [work]']
const BODY = '# Letter\n\nHe sings.\n\n— Deaf in Devon\n\n# Reply\n\nSing along.\n'

/** A column with further lines in its front matter, or with another body. */
function column({ keys = [] as string[], body = BODY } = {}) {
  return `---\n${[...FRONT, ...keys].join('\n')}\n---\n\n${body}`
}

function read(document: string): Manuscript {
  const { manuscript, problems } = parse(document, 'column.md')
  expect(problems).toEqual([])
  return manuscript as Manuscript
}

function problems(document: string): string[] {
  return parse(document, 'column.md').problems.map(describe)
}

const WHOLE = `---
headline: My client expects me to be available all day
standfirst: "Six calls before lunch: I am a consultant, not on call."
language: en-GB
topics: [consulting, boundaries]
published: 2026-03-02T09:00:00Z
byline: The Desk
edition_of: other-slug
content_note: Mentions a bereavement.
place: "NO"
checked: 2026-06-01
---

# Editor's note

We have heard this before.

# Letter: The first

Dear desk,

— Chained to My Desk

# Reply

Say this:

> [!SCRIPT] When they call
> Write to me.

# Letter: The second

Me too.

# Reply

Likewise.

# Update 2026-09-01

She writes now.

# Correction 2026-03-03

Five calls, not six.
`

test('a document gives a column with everything in its place', () => {
  expect(read(WHOLE)).toEqual({
    headline: 'My client expects me to be available all day',
    standfirst: 'Six calls before lunch: I am a consultant, not on call.',
    language: 'en-GB',
    topics: ['consulting', 'boundaries'],
    published: '2026-03-02T09:00:00Z',
    byline: 'The Desk',
    editionOf: 'other-slug',
    contentNote: 'Mentions a bereavement.',
    place: 'NO',
    checked: '2026-06-01',
    note: 'We have heard this before.',
    exchanges: [
      {
        headline: 'The first',
        letter: 'Dear desk,',
        signoff: 'Chained to My Desk',
        reply: 'Say this:\n\n> [!SCRIPT] When they call\n> Write to me.',
      },
      { headline: 'The second', letter: 'Me too.', signoff: null, reply: 'Likewise.' },
    ],
    updates: [{ on: '2026-09-01', text: 'She writes now.' }],
    corrections: [{ on: '2026-03-03', text: 'Five calls, not six.' }],
  })
})

test('a document in canonical form is written back as it came, and a blank one is tidy', () => {
  expect(write(read(WHOLE))).toBe(WHOLE)
  expect(write(read(column()))).toBe(column())
  const exchanges = [{ headline: null, letter: '', signoff: null, reply: '' }]
  expect(write({ ...read(column()), exchanges })).toBe(column({ body: '# Letter\n\n# Reply\n' }))
})

test('a document may come with a byte order mark, Windows’ line ends and decomposed letters', () => {
  const document = `\ufeff${column().replace('sings', 'de\u0301cide')}`.replaceAll('\n', '\r\n')
  expect(read(document).headline).toBe('My boss décide')
})

test('a document begins with its front matter, and ends that before its first section', () => {
  expect(problems(BODY)).toEqual([
    'column.md:1: The column does not begin with its front matter. Write “---” on the first ' +
      'line, then headline, standfirst, language and topics, then “---” again.',
  ])
  expect(problems(`---\n${FRONT.join('\n')}\n${BODY}\n---\n`)).toEqual([
    'column.md:6: The front matter has no end. Write “---” on a line of its own below its keys.',
  ])
})

test.each(['\0', '\u0085', '\u001b', '\u2028', '\ud83d'])('a document can’t hold %j', (one) => {
  const code = one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  expect(problems(column().replace('sings.', `sings.${one}`))).toEqual([
    `column.md:10: An invisible character, U+${code}, stands in this line. ` +
      'Delete it, or type the line again.',
  ])
})

test('a columnist is told all problems at once, from the top down', () => {
  const body = '# Shopping\n\n# Letter\n\u0007\n# reply\nB\n# Update soon\nC\n'
  const { problems } = parse(column({ keys: ['tags: x', 'place: uk'], body }), 'x')
  expect(problems.map(({ line }) => line)).toEqual([6, 7, 10, 13, 14, 16])
})

test('a column may have 60,000 bytes, as it came and as it is written', () => {
  const longest = 60_000 - new TextEncoder().encode(column({ body: '' })).length
  const body = (length: number) => `# Letter\n\nA\n\n# Reply\n\n${'x'.repeat(length - 23)}\n`
  expect(problems(column({ body: body(longest) }))).toEqual([])
  const told =
    'column.md:1: A column may be up to 60,000 bytes long, and this one has 60,001. ' +
    'Shorten it, or make two columns of it.'
  expect(problems(column({ body: body(longest + 1) }))).toEqual([told])
  expect(problems(column({ body: body(longest + 1).replace('\n\n', '\n') }))).toEqual([told])
})

test('scripts are the quotes of a reply that begin with the mark, in order', () => {
  const reply = [
    '> [!SCRIPT] When they *call*\n> Write\n>\n> to me.',
    '```\n> [!SCRIPT] In code\n> No\n```',
    '> A quote\n> [!SCRIPT] inside it',
    '>[!SCRIPT]\n>Now.\nAnd later.',
    '> [!SCRIPT] Last\n- not a word',
  ]
  expect(scripts(reply.join('\n\n'))).toEqual([
    { when: 'When they *call*', words: 'Write\n\nto me.' },
    { when: '', words: 'Now.\nAnd later.' },
    { when: 'Last', words: '' },
  ])
})

const piece = fc.oneof(
  oneOf('\n·\n\n· ·  \n·\t·\r\n·\r·---\n·```\n·~~~·===\n·> ·— ·# '),
  oneOf("# Letter\n·# Letter: ·# Reply\n·# Editor's note\n·# Update 2026-01-01\n"),
  oneOf('headline: ·topics: ·published: ·place: ·[a, b]\n·- ·"·\'·&a ·*a'),
  anything,
  fc.string({ unit: 'grapheme' }),
)
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

test('a column is read as it was written, and written as it was read', () => {
  const check = (given: Manuscript) => {
    const document = write(given)
    expect(parse(document, 'x')).toEqual({ manuscript: given, problems: [] })
    expect(write(read(document))).toBe(document)
  }
  fc.assert(fc.property(manuscript, check), { numRuns: 500 })
})

test('reading never fails, and gives a column that stays the same or problems with a line', () => {
  const check = (document: string) => {
    const { manuscript, problems } = parse(document, 'x')
    const last = document.split(/\r\n?|\n/).length
    if (manuscript) expect(read(write(manuscript))).toEqual(manuscript)
    else expect(problems.length).toBeGreaterThan(0)
    for (const { line } of problems) expect(line >= 1 && line <= last).toBe(true)
  }
  const mixed = fc.tuple(fc.nat(), fc.nat(200), soup).map(([start, length, pieces]) => {
    const from = start % WHOLE.length
    return WHOLE.slice(0, from) + pieces + WHOLE.slice(from + length)
  })
  const body = soup.map((pieces) => column({ body: `# Letter\n\nA${pieces}\n\n# Reply\n\nB` }))
  const reply = soup.map((pieces) => column({ body: `${BODY}${pieces}` }))
  const documents = fc.oneof(soup, fc.string({ unit: 'binary' }), mixed, body, reply)
  fc.assert(fc.property(documents, check), { numRuns: 3_000 })
})

test('scripts are those that Markdown shows', () => {
  const check = (markdown: string) => {
    const shown = new Marked().lexer(markdown).flatMap((token) => {
      const isQuote = token.type === 'blockquote' && 'text' in token
      return (isQuote && /^\[!SCRIPT\](.*)/.exec(token.text)?.[1]?.trim()) || []
    })
    expect(scripts(markdown).map(({ when }) => when)).toEqual(shown)
  }
  fc.assert(fc.property(text, check), { numRuns: 500 })
})
