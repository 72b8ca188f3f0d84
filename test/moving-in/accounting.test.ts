import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlBlocks } from '../../src/cli/import/html-blocks.ts'
import { letters, toldOf } from '../../src/moving-in/accounting.ts'
import { openSigns } from '../../src/moving-in/signs.ts'
import { WRITTEN_SIGNS } from '../../src/moving-in/written-signs.ts'
import { type Moved, moveIn, type Piece, textBlocks } from '../../src/moving-in.ts'

openSigns(WRITTEN_SIGNS)

const HOUSE = { language: 'en', timeZone: 'UTC', topics: new Map(), topic: 'general' }
const WORDS =
  'desk ladder quiet I you my your kettle manager never Monday asked lift paper say told'.split(' ')
/** What rules look for, so that each finds something to take or to leave. */
const LINES = [
  'A reader writes:',
  'Q: ',
  'The Desk responds:',
  'A: ',
  'Dear Desk,',
  'DEAR PAPER CLIP: ',
  'Yours sincerely,',
  '— Paper Clip',
  '(Paper Clip)',
  'The question',
  'OUR ANSWER',
  'Editor’s note: ',
  'Update, 3 March 2015: ',
  'Correction: ',
  '1. The first one',
  '2. The second one',
  '## A heading',
  '* * *',
  'By The Desk',
  '3 March 2015',
  'WORKING LIFE',
  'Read more: A stapler’s life',
  'Related articles',
  '17 comments',
  'Share this',
  'You could say:',
  'Write to desk@old.example with your question.',
  'Who is Corvin Thrale dating now?',
]
const sentence = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 12 }),
    fc.nat(9999),
    fc.constantFrom('.', '?', '!', ''),
  )
  // A number makes each sentence one that stands nowhere else.
  .map(([words, number, end]) => `${words.join(' ')} ${number}${end}`)
const paragraph = fc
  .tuple(
    fc.constantFrom('', '', '', '> ', '**', '“'),
    fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...LINES) },
      { weight: 2, arbitrary: fc.constant('') },
    ),
    fc.array(sentence, { maxLength: 4 }),
  )
  .map(([mark, line, sentences]) => {
    const text = `${line}${sentences.join(' ')}`.trim()
    const said = sentences.length > 0 ? sentences : [line]
    return { said, text: mark === '**' ? `**${text}**` : mark === '“' ? `“${text}”` : mark + text }
  })
const lines = (...some: string[]) =>
  fc.constantFrom(...some).map((line) => ({ text: line, said: line === '' ? [] : [line] }))
const prose = fc
  .array(sentence, { minLength: 3, maxLength: 4 })
  .map((said) => ({ said, text: said.join(' ') }))
/** A column as pages have it, with what else stands between. */
const column = fc
  .tuple(
    lines('A life in lifts', 'ADVICE', ''),
    lines('A reader writes:', 'Dear Desk,', 'The question', '* * *', ''),
    fc.array(prose, { minLength: 1, maxLength: 3 }),
    lines('Yours sincerely,', 'Salam,', ''),
    lines('— Paper Clip', 'Paper Clip', 'From: Paper Clip', '(Paper Clip)', ''),
    lines('The Desk responds:', 'OUR ANSWER', '* * *', 'Dear Paper Clip,', 'Paper Clip: a word.'),
    fc.array(fc.oneof(prose, paragraph), { minLength: 1, maxLength: 5 }),
    lines('— The Desk', 'It went well.', '17 comments', ''),
  )
  .map((pieces) => pieces.flat().filter(({ text }) => text !== ''))
const texts = fc.oneof(fc.array(paragraph, { minLength: 1, maxLength: 14 }), column)

const known = (title: string, blocks: Piece['blocks']): Piece => ({
  title,
  standfirst: '',
  language: 'en',
  published: null,
  byline: null,
  topics: [],
  siteName: '',
  blocks,
})

/** Which sentences are neither in what a text became nor in what is said of its lines. */
function missing(said: string[], moved: Moved): string[] {
  const column = moved.kind === 'column' ? toldOf(moved.manuscript, []) : []
  const rest = moved.kind === 'left' ? [moved.text] : []
  const blocks = moved.kind === 'update' ? moved.blocks : []
  const told = [...blocks, ...moved.remarks].map(({ text }) => text)
  const all = letters([moved.title, ...column, ...rest, ...told].join('\n'))
  return said.filter((one) => !all.includes(letters(one)))
}

test('Every sentence of a saved text is in its column, or is told of in the report', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('\n\n', '\n'), (paragraphs, between) => {
      const text = paragraphs.map(({ text }) => text).join(between)
      const moved = moveIn(known('', textBlocks(text)), HOUSE)
      expect(
        missing(
          paragraphs.flatMap(({ said }) => said),
          moved,
        ),
      ).toEqual([])
    }),
    { numRuns: 600 },
  )
})

test('Every sentence of a page is in its column, or is told of in the report', () => {
  const element = fc.constantFrom(...'p div blockquote h2 li td em b pre form nav'.split(' '))
  const after = fc.constantFrom('', '<br><br>', '<hr>', '<br>')
  const page = texts.chain((pieces) =>
    fc.tuple(...pieces.map((one) => fc.tuple(element, fc.constant(one), after))),
  )
  const title = fc.constantFrom('', 'The kettle', 'Update: the kettle')
  fc.assert(
    fc.property(page, fc.boolean(), title, (pieces, isClosed, title) => {
      const html = pieces.map(([name, { text }, after]) => {
        return `<${name}>${text.replaceAll('>', '&gt;')}${isClosed ? `</${name}>` : ''}${after}`
      })
      const piece = {
        ...known(title, htmlBlocks(html.join('\n'))),
        published: '2015-03-03T09:00:00Z',
      }
      const said = pieces.flatMap(([, { said }]) => said)
      expect(missing(said, moveIn(piece, HOUSE))).toEqual([])
    }),
    { numRuns: 600 },
  )
})
