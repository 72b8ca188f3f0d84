import { expect, test } from 'vitest'
import { readQuery } from '../../src/search/query.ts'

const words = (typed: string, language = 'en') =>
  readQuery(typed, language)
    .match?.match(/"[^"]*"\*?/g)
    ?.slice(1)

test('Any of the telling words may be found, and the last may go on', () => {
  expect(readQuery('My boss texts me', 'en').match).toBe(
    'language : "en" AND {headline question letter reply} : ("boss" OR "texts" OR "texts"*)',
  )
})

test('Small words are looked for when there are no others', () => {
  expect(words('Who is it?')).toEqual(['"who"', '"is"', '"it"'])
})

test('Indonesian words are found with their endings', () => {
  expect(words('apakah gaji saya naik', 'id')).toEqual(['"gaji"', '"gaji"*', '"naik"', '"naik"*'])
})

test.each(['', '   ', '"*:^-()', '\u0000', '\ud800', '— …', '🙂'])(
  '%j has no word in it',
  (typed) => {
    expect(readQuery(typed, 'en').match).toBeNull()
  },
)

test('The same word written in two ways of Unicode is one word', () => {
  expect(words('cafe\u0301 CAFÉ')).toEqual(['"café"', '"café"*'])
})

test('Only the first words of a long question are looked for, and the reader is told', () => {
  const long = readQuery('manager '.repeat(700), 'en')
  expect(long.searched).toHaveLength(200)
  expect(long.isCut).toBe(true)
  const many = readQuery(Array.from({ length: 20 }, (_, index) => `word${index}`).join(' '), 'en')
  expect(many.match?.match(/"word\d+"(?!\*)/g)).toHaveLength(12)
  expect(many.isCut).toBe(true)
  expect(readQuery('a word or two', 'en').isCut).toBe(false)
})
