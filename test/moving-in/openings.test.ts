import { expect, test } from 'vitest'
import { leftOf, movedIn, movedPage } from './moving.ts'

const LETTER =
  'Somebody takes my chair each Monday and gives it back on Friday with the arms set lower. I have said nothing so far, since he is new.'
const REPLY =
  'Ask him how he likes it, and listen. You will hear whether he knows whose it is; most people take what stands free.'
const MORE =
  'Then set the arms where you want them, and leave a note with your name under the seat.'

/** The exchanges of a text, without what is not compared. */
function exchangesOf(text: string) {
  return movedIn(text).manuscript.exchanges.map(({ letter, signoff, reply }) => {
    return { letter, signoff, reply }
  })
}

test('The shortest column is one where both its parts are marked', () => {
  expect(exchangesOf('Letter:\nMine is gone.\n\nReply: Ask for it.')).toEqual([
    { letter: 'Mine is gone.', signoff: null, reply: 'Ask for it.' },
  ])
})

test.each([
  [
    'a name alone on its line',
    `Curhat:\n\n${LETTER}\n\n– Kursi\n\nKang Curhat:\n\n${REPLY}\n\n${MORE}`,
  ],
  [
    '“… writes:” behind a letter',
    `Dear Editor,\n${LETTER}\n\n– Kursi\n\nThe Old Hand writes:\n\n${REPLY}\n\n${MORE}`,
  ],
  ['a name in brackets below the letter', `${LETTER}\n\n(Kursi)\n\n${REPLY}\n\n${MORE}`],
  [
    'words of farewell that nobody knows',
    `Dear Desk,\n${LETTER}\n\nYours seated,\nKursi\n\n${REPLY}\n\n${MORE}`,
  ],
])('%s tells where the reply begins', (_, text) => {
  const [exchange] = exchangesOf(text)
  expect(exchange?.letter).toContain(LETTER)
  expect(exchange).toMatchObject({ signoff: 'Kursi', reply: `${REPLY}\n\n${MORE}` })
})

test('A credit below the column opens nothing, and goes', () => {
  const moved = movedIn(`${LETTER}\n\n– Kursi\n\n${REPLY}\n\n${MORE}\n\nEditor: Meja Puan`)
  expect(moved.manuscript.exchanges[0]?.reply).toBe(`${REPLY}\n\n${MORE}`)
  expect(leftOf(moved)).toContain('below the column’s end: Editor: Meja Puan')
})

test('A headline is the line that has words of the column, and it may be a sentence', () => {
  const moved = movedIn(`THE HARBOUR COURIER ONLINE
News | Sport | Opinion
He takes my chair. I say nothing.
By The Desk
Friday, 1 July 2011

${LETTER}

– Kursi

${REPLY}

${MORE}`)
  expect(moved.manuscript).toMatchObject({
    headline: 'He takes my chair. I say nothing.',
    byline: 'The Desk',
    published: '2011-07-01T00:00:00Z',
    note: null,
  })
})

test('A page’s headings cut its digest, below a head of its own', () => {
  const section = (headline: string) =>
    `<h3>${headline}</h3><p>${LETTER}</p><p>&mdash; ${headline.toUpperCase()}</p><p>${REPLY}</p><p>${MORE}</p>`
  const { manuscript } = movedPage(
    'Short answers',
    `<ul><li>Front Page</li><li>Lottery</li></ul><h1>Short answers</h1><p>Two letters this week.</p>
    <p>By The Desk</p>${section('Arms')}${section('Legs')}<h3>Most read</h3>`,
  )
  expect(manuscript.exchanges.map(({ headline, signoff }) => [headline, signoff])).toEqual([
    ['Arms', 'ARMS'],
    ['Legs', 'LEGS'],
  ])
})

test('In a digest with numbers a letter that nothing closes is cut by its voice', () => {
  const { exchanges } = movedIn(`Three answers today.

1. The chair

${LETTER} What do I do?

${REPLY}

2. The bees

I keep bees, and it is all that I was asked about, for forty minutes. I did not get the job.

Leave them off. You are applying to be an accountant.

3. The mug

${LETTER} Do I ask?

${REPLY}`).manuscript
  expect(exchanges.map(({ headline }) => headline)).toEqual(['The chair', 'The bees', 'The mug'])
  expect(exchanges[1]?.reply).toBe('Leave them off. You are applying to be an accountant.')
})

test('Names of characters in a page’s source are read', () => {
  const text = `Letter:\n\n${LETTER.replaceAll(' and ', '&nbsp;&amp;&nbsp;')}\n\n&nbsp;\n\nReply:\n\n${REPLY}`
  expect(exchangesOf(text)[0]?.letter).toBe(LETTER.replaceAll(' and ', ' & '))
})
