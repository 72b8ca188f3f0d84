import { expect, test } from 'vitest'
import { readFrontMatter } from '../src/manuscript/front-matter.ts'
import { isSlug } from '../src/manuscript/front-matter-values.ts'

const REQUIRED = [
  'headline: My boss sings',
  'standfirst: All day.',
  'language: en',
  'topics: [bosses]',
]

/** Reads the front matter that has these lines below the opening one. */
function read(lines: string[]) {
  const told: string[] = []
  const front = readFrontMatter(['---', ...lines], (line, problem, instead) => {
    told.push(`${line}: ${problem} ${instead}`)
  })
  return { front, told }
}

test.each([
  ['2026-03-02', '2026-03-02T00:00:00Z'],
  ['"2026-03-02T09:00:00.999Z"', '2026-03-02T09:00:00Z'],
  ['2026-03-02T09:00+07:00', '2026-03-02T02:00:00Z'],
  ['2026-03-02t23:30:00-0100', '2026-03-03T00:30:00Z'],
  ['2026-03-02 09:00:00 -5', '2026-03-02T14:00:00Z'],
  ['2026-3-2 9:00:00', '2026-03-02T09:00:00Z'],
])('published %s is %s', (written, instant) => {
  const { front, told } = read([...REQUIRED, `published: ${written}`])
  expect([front.published, told]).toEqual([instant, []])
})

const HOSTILE = [
  '404',
  'no',
  'null',
  '~',
  '2026-01-01',
  '1e3',
  '0x10',
  '1:30',
  '.inf',
  "it's",
  '-1',
]
test.each(HOSTILE)('a headline may be %s, with a comment behind it', (headline) => {
  const { front, told } = read([`headline: ${headline} # yes`, ...REQUIRED.slice(1)])
  expect([front.headline, told]).toEqual([headline, []])
})

test('a language is kept in its canonical form, and a list may be written in any of YAML’s ways', () => {
  const lines = ['language: zh-hant-tw', 'topics:', '- a', '- "404"', 'topics2: x']
  const { front } = read([...REQUIRED.slice(0, 2), ...lines])
  expect([front.language, front.topics]).toEqual(['zh-Hant-TW', ['a', '404']])
  expect(read([...REQUIRED.slice(0, 3), 'topics: [', '  a,', '  b', ']']).told).toEqual([])
})

test.each([
  ['titel: x', 'Unknown key “titel”. Write “headline”.'],
  ['Byline: x', 'Unknown key “Byline”. Write “byline”.'],
  ['contentnote: x', 'Unknown key “contentnote”. Write “content_note”.'],
  ['__proto__: x', 'Unknown key “__proto__”. Write one of headline, standfirst, '],
  ['<<: {byline: x}', 'Unknown key “<<”. Write one of headline, standfirst, '],
  ['headline: x', '“headline” stands here for the second time. Keep one of them.'],
  ['byline: Me: myself', 'This value has a colon in it and no quotation marks around it. Put'],
  ['byline: "Me', 'A quotation mark is opened here but not closed. Put the value in double'],
  ['byline: "Me" too', 'YAML cannot read “byline”. Put the value in double quotes'],
  ['byline: @me', 'YAML cannot read “byline”. Put the value in double quotes'],
  ['byline: *me', '“byline” begins with “&”, “*” or “!”, which YAML keeps for itself. Put it'],
  ['byline: &me x', '“byline” begins with “&”, “*” or “!”, which YAML keeps for itself. Put it'],
  ['byline: !me x', '“byline” begins with “&”, “*” or “!”, which YAML keeps for itself. Put it'],
  ['byline: [me]', '“byline” is a list or a group of keys where one text belongs. Write it as'],
  ['byline: {me: x}', '“byline” is a list or a group of keys where one text belongs. Write it as'],
  ['byline: Me #too', '“byline” ends before “#too”, which YAML takes for a comment. Put it all in'],
  ['byline:', '“byline” is empty. Write it as in “byline: The Desk”.'],
  ['byline: "a\\nb"', '“byline” has a line break or an invisible character in it. Write plain'],
  ['byline: "\\ud83d"', '“byline” has a line break or an invisible character in it. Write plain'],
  [`byline: ${'é'.repeat(101)}`, '“byline” has 101 characters: “éé'],
  ['just text', 'This is not a key with its value. Write a key, a colon and a value.'],
  ['&a byline: x', 'This is not a key with its value. Write a key, a colon and a value.'],
  ['{byline: x, place: GB}', 'This is not a key with its value. Write a key, a colon'],
  ['\tbyline: x', 'This line is indented with a tab, where YAML wants spaces. '],
  [
    'published: soon',
    '“published” is not a date and time: “soon”. Write it as in “published: 2026',
  ],
  ['published: 2026-02-30', '“published” is not a date and time: “2026-02-30”. Write it as'],
  ['published: 2026-03-02T25:00Z', '“published” is not a date and time: “2026-03-02T25:00Z”. '],
  ['checked: 2026-02-30', '“checked” is not a day of the calendar: “2026-02-30”. Write it as'],
  ['place: UK', '“place” is not a country’s code of two capitals: “UK”. Write “place: GB”.'],
  ['place: QQ', '“place” is not a country’s code of two capitals: “QQ”. Write it as in “place'],
  [
    'edition_of: A slug',
    '“edition_of” takes up to 100 small letters, digits and single hyphens: “A',
  ],
])('a columnist is told what is wrong with the line %j', (line, words) => {
  const { told } = read([...REQUIRED, line])
  expect(told).toEqual([expect.stringContaining(`6: ${words}`)])
})

test.each([
  [
    'topics: bosses',
    '5: “topics” is not a list. Write it as in “topics: [consulting, boundaries]”.',
  ],
  ['topics: []', '5: “topics” names 0 topics. Name one to five.'],
  ['topics: [a, b, c, d, e, f]', '5: “topics” names 6 topics. Name one to five.'],
  ['topics:\n- a\n- b\n- a', '8: “a” stands twice in “topics”. Name it once.'],
  ['topics: [a', '5: A bracket is opened here but not closed. Write it as in “topics: [cons'],
  [
    'topics:\n  - Big Ideas',
    '6: “topics” takes up to 100 small letters, digits and single hyphens',
  ],
  ['topics: [[a]]', '5: “topics” is a list or a group of keys where one text belongs. Write it'],
  ['topics: &a [b]', '5: “topics” is not a list. Write it as in “topics: [consulting'],
])('a columnist is told what is wrong with the topics %j', (topics, words) => {
  const { told } = read([...REQUIRED.slice(0, 3), ...topics.split('\n')])
  expect(told).toEqual([expect.stringContaining(words)])
})

test('a columnist is told which keys are missing, but not of those that are only mistyped', () => {
  const { told } = read(['title: My boss sings', 'standfirst: "All day', 'language: en_GB'])
  expect(told.map((line) => line.slice(0, 50))).toEqual([
    '2: Unknown key “title”. Write “headline”.',
    '3: A quotation mark is opened here but not closed.',
    '1: The front matter has no “topics”. Write it as i',
    '4: “language” is not a language tag of BCP 47: “en',
  ])
})

test('a slug is made of small letters, digits and single hyphens', () => {
  const slugs = ['a', '404', 'my-boss-sings', 'x'.repeat(100)]
  const others = ['', '-a', 'a-', 'a--b', 'A', 'é', 'a b', 'a\n', 'x'.repeat(101)]
  expect([...slugs, ...others].filter(isSlug)).toEqual(slugs)
})
