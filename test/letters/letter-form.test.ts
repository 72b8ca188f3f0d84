import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Choices,
  checkEntries,
  type Field,
  letterOf,
  readEntries,
} from '../../src/letters/letter-form.ts'
import { words } from '../../src/text.ts'
import { copies } from '../../src/ui/copy/index.ts'
import { LETTER } from './writer.ts'

const CHOICES: Choices = { topics: ['pay'], languages: ['en', 'id'], today: '2026-11-23' }

function read(changes: Record<string, string> = {}) {
  return readEntries(new URLSearchParams({ ...LETTER, ...changes }), 'en')
}

function problemWith(field: Field, text: string) {
  const problem = checkEntries(read({ [field]: text }), CHOICES).find((one) => one.field === field)
  return problem && copies.en.letters.problems[problem.key](problem.count)
}

const family = '👩‍👩‍👧‍👦'
const fortyWords = Array.from({ length: 40 }, () => 'word').join(' ')

describe('A letter may be sent', () => {
  const good: [Field, string][] = [
    ['question', family.repeat(150)],
    ['letter', fortyWords],
    ['letter', `${'word '.repeat(1999)}worde`],
    ['tried', 'x'.repeat(600)],
    ['disguise', 'x'.repeat(1000)],
    ['signoff', 'é'.repeat(60)],
    ['signoff', 'e\u0301'.repeat(60)],
    ['consent', 'publish'],
    ['consent', 'private'],
    ['consent', ''],
    ['topic', 'pay'],
    ['topic', ''],
    ['standing', 'job_hunting'],
    ['country', 'ID'],
    ['language', 'id'],
    ['needed_by', '2026-11-23'],
    ['needed_by', '2028-02-29'],
    ['follow_up', '3'],
    ['follow_up', '6'],
    ['follow_up', '12'],
    ['email', 'a.b+c@mail.example.co.id'],
    ['email', ''],
    ['terms', 'on'],
  ]
  test.each(good)('with %s “%s”', (field, text) => {
    expect(checkEntries(read({ [field]: text }), CHOICES)).toEqual([])
  })
})

describe('A letter may not be sent', () => {
  const bad: [Field, string, string][] = [
    ['question', '', 'Write your question in one line'],
    ['question', ' \n\t ', 'Write your question in one line'],
    ['question', family.repeat(151), '151 characters, and 150 is the most: shorten it by 1'],
    ['letter', '', 'Write your letter'],
    ['letter', fortyWords.slice(5), 'Your letter has 39 words'],
    ['letter', 'word', 'Your letter has 1 word:'],
    ['letter', 'x'.repeat(10_001), 'Your letter has 1 word:'],
    ['letter', `${'word '.repeat(2000)}w`, '10,001 characters, and 10,000 is the most'],
    ['tried', 'x'.repeat(601), '601 characters, and 600 is the most'],
    ['disguise', 'x'.repeat(1001), '1,001 characters, and 1,000 is the most'],
    ['signoff', 'x'.repeat(61), '61 characters, and 60 is the most'],
    ['consent', 'perhaps', 'Choose whether we may print'],
    ['topic', 'astrology', 'Choose what it is about'],
    ['standing', 'ceo', 'Choose where you stand'],
    ['country', 'XX', 'Choose the country'],
    ['country', 'gb', 'Choose the country'],
    ['language', 'fr', 'Choose the language'],
    ['needed_by', '2027-02-30', 'date of the calendar'],
    ['needed_by', 'tomorrow', 'date of the calendar'],
    ['needed_by', '2026-11-22', 'is in the past'],
    ['follow_up', '4', 'Choose when we may ask'],
    ['email', 'nobody', 'email address like'],
    ['email', 'a@b', 'email address like'],
    ['email', 'a@b@example.com', 'email address like'],
    ['email', 'a b@example.com', 'email address like'],
    ['email', `${'x'.repeat(250)}@example.com`, 'email address like'],
    ['terms', '', 'Tick the box'],
  ]
  test.each(bad)('with %s “%s”', (field, text, says) => {
    expect(problemWith(field, text)).toContain(says)
  })

  test('with nothing in it: the three required fields are named, in the page’s order', () => {
    const problems = checkEntries(readEntries(new URLSearchParams(), 'id'), CHOICES)
    expect(problems.map(({ field }) => field)).toEqual(['question', 'letter', 'terms'])
  })
})

test('A form without a choice has the defaults: show me first, the page’s language, Anonymous', () => {
  const { consent: _consent, signoff: _signoff, ...rest } = LETTER
  const form = letterOf(readEntries(new URLSearchParams(rest), 'id'))
  expect(form).toMatchObject({ consent: 'show_first', language: 'id', signoff: 'Anonim' })
  expect(form).toMatchObject({ topic: null, country: null, neededBy: null, followUp: null })
})

test('A field that comes twice counts once, and fields that we do not know are left aside', () => {
  const form = new URLSearchParams({
    ...LETTER,
    'letter[]': 'no',
    __proto__x: 'no',
    status: 'live',
  })
  form.append('signoff', 'The Second')
  const entries = readEntries(form, 'en')
  expect(entries.signoff).toBe('The Second')
  expect(entries.letter).toBe(LETTER.letter)
  expect(Object.keys(entries)).not.toContain('status')
})

test('NUL, control characters and lone surrogates are taken out, and no word is lost', () => {
  const entries = read({ letter: `One\u0000 two\u0007\r\nthree \ud800 four`, question: 'a\nb' })
  expect(entries.letter).toBe('One two\nthree \ufffd four')
  expect(entries.question).toBe('a b')
})

test('Whatever is typed is never cut, and reading it twice changes nothing', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(anything, anything, (letter, question) => {
      const once = read({ letter, question })
      const twice = read(once)
      expect(twice).toEqual({ ...once, email: LETTER.email })
      expect(words(once.letter)).toBe(words(twice.letter))
      expect(once.letter.isWellFormed()).toBe(true)
    }),
  )
  const long = 'word '.repeat(5000).trim()
  expect(read({ letter: long }).letter).toBe(long)
})
