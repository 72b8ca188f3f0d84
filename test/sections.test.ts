import { expect, test } from 'vitest'
import { readSections } from '../src/manuscript/sections.ts'

function read(body: string, published: string | null = null) {
  const told: string[] = []
  const sections = readSections(body.split('\n'), 0, published, (line, problem, instead) => {
    told.push(`${line}: ${problem} ${instead}`)
  })
  return { sections, told }
}

test('the last line of a letter is its signoff when it begins with an em dash', () => {
  const letters = [
    'A\n\n— Me',
    'A  \n—Me',
    '— A\n— Me',
    'A\n\n— Me\n\nB',
    'A\n\n> — Me',
    'A\n\n    — Me',
  ]
  const signoffs = letters.map((letter) => {
    const { exchanges } = read(`# Letter\n${letter}\n\n# Reply\nB`).sections
    return [exchanges[0]?.letter, exchanges[0]?.signoff]
  })
  expect(signoffs).toEqual([
    ['A', 'Me'],
    ['A', 'Me'],
    ['— A', 'Me'],
    ['A\n\n— Me\n\nB', null],
    ['A\n\n> — Me', null],
    ['A\n\n    — Me', null],
  ])
})

test('hard breaks and code keep their spaces, and other lines lose those at their ends', () => {
  const reply = 'One   \ntwo \n\t\n```\n# Letter  \n```\n\n    # indented\nlast  \n'
  const { exchanges } = read(`# Letter\nA\n# Reply\n${reply}# Update 2026-01-01\nC`).sections
  expect(exchanges[0]?.reply).toBe('One  \ntwo\n\n```\n# Letter  \n```\n\n    # indented\nlast')
})

test.each([
  '```\n# Letter\n```',
  '~~~~ md\n# Letter\n~~~\n```\n~~~~',
  '- ```\n  # Letter\n  ```',
  '1. One\n\n   ```\n   # Letter\n   ```',
  '``` not ` a fence\n\n    # Letter',
  '> # Letter',
  '\t# Letter',
  '#Letter',
  '## Letter',
  '\\# Letter',
  '- item\n===',
])('a letter may hold text that only looks like a heading: %j', (text) => {
  const { sections, told } = read(`# Letter\n\nA\n\n${text}\n\n# Reply\n\nB`)
  expect(told).toEqual([])
  expect(sections.exchanges[0]?.letter).toBe(`A\n\n${text}`)
})

test('headings may be spaced and punctuated as word processors like it', () => {
  const { told } = read(
    '  # Editor’s  note\nA\n#\tLetter:One\nA\n# Reply \nB\n# Update  2026-01-01\nC',
  )
  expect(told).toEqual([])
})

test.each([
  ['# letter\nA\n# Reply\nB', ['1: Unknown heading “# letter”. Write “# Letter”.']],
  ['# Leter: Tie\nA\n# Reply\nB', ['1: Unknown heading “# Leter: Tie”. Write “# Letter: Tie”.']],
  ['# Letter\nA\n# Repyl\nB', ['3: Unknown heading “# Repyl”. Write “# Reply”.']],
  ['# Letter\nA\n# Reply: C\nB', ['3: Unknown heading “# Reply: C”. Write “# Reply”.']],
  ['# Letter:\nA\n# Reply\nB', ['1: Unknown heading “# Letter:”. Write “# Letter”.']],
  ['# Letter #\nA\n# Reply\nB', ['1: Unknown heading “# Letter #”. Write “# Letter”.']],
  ['Letter\n===\nA\n# Reply\nB', ['1: Unknown heading “Letter”. Write “# Letter”.']],
  [
    '# Letter\nA\n# Milk\nC\n# Reply\nB',
    ["3: Unknown heading “# Milk”. Write “# Editor's note”, "],
  ],
  ['# Letter\nA\n#\nC\n# Reply\nB', ["3: Unknown heading “#”. Write “# Editor's note”, "]],
  ['\nHi\n# Letter\nA\n# Reply\nB', ['2: This text stands above the first section. Write']],
  ['# Letter\n\n# Reply\n', ['1: This letter has no text. Write', '3: This reply has no text. ']],
  ['# Letter\n\n— Me\n\n# Reply\nB', ['1: This letter has no text. Write']],
  ['# Letter\nA\n\n—\n\n# Reply\nB', ['4: This signoff has no name. Write “— ” and the name']],
  ['# Reply\nB', ['1: The column has no letter. Write', '1: This reply has no letter. Write']],
  ['# Letter\nA\n', ['1: This letter has no reply. Write “# Reply” and the reply']],
  ['# Letter\nA\n# Reply\nB\n# Reply\nC', ['5: This reply has no letter. Write “# Letter”']],
  [
    '# Letter\nA\n# Reply\nB\n# Letter: Two\nA\n# Reply\nB',
    ['1: In a column of several letters, each has a headline. Write it as in'],
  ],
  [
    `# Letter: ${'x'.repeat(201)}\nA\n# Reply\nB`,
    ['1: This letter’s headline has 201 characters.'],
  ],
  ['# Letter\nA\n# Reply\nB\n# Editor’s note\nC', ['5: The editor’s note stands at the top, and']],
  [
    "# Editor's note\nA\n# Editor's note\nB\n# Letter\nA\n# Reply\nB",
    ['3: The editor’s note stands at the top, and only once. Move its text under one'],
  ],
  [
    '# Letter: 1\nA\n# Reply\nB\n# Update 2026-03-02\nC\n# Letter: 2\nA\n# Reply\nB',
    ['7: This letter stands below an update or a correction. Move the letter'],
  ],
  ['# Letter\nA\n```\n# Reply\nB', ['3: A code block begins here and does not end. Write “```”']],
])('a columnist is told what is wrong with the sections %j', (body, words) => {
  expect(read(body).told).toEqual(words.map((word) => expect.stringContaining(word)))
})

const AS_IN = 'Write a day as in “# Update 2026-09-01”.'
test.each([
  ['2026-02-30', `“2026-02-30” is not a day of the calendar. ${AS_IN}`],
  ['2026-09-01: He left', `“2026-09-01: He left” is not a day of the calendar. ${AS_IN}`],
  ['soon', `“soon” is not a day of the calendar. ${AS_IN}`],
  ['', `This update has no day. ${AS_IN}`],
  ['2026-03-01', 'This update is dated before the column was published, 2026-03-02. Write “# Up'],
])('a columnist is told that an update can’t have the day “%s”', (day, words) => {
  const { told } = read(`# Letter\nA\n# Reply\nB\n# Update ${day}\nC`, '2026-03-02T23:00:00Z')
  expect(told).toEqual([expect.stringContaining(`5: ${words}`)])
})
