import { describe, expect, test } from 'vitest'
import { copies } from '../src/ui/copy/index.ts'

/** English is the pattern that every other language follows. */
const { en: pattern, ...others } = copies

/** Gives every text, and every function that makes one, by its key. */
function texts(value: unknown, key = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[key, value]]
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, `${key}.${name}`))
}

const english = new Map(texts(pattern))

/** How many things a text is made from: a function's parameters; none for a plain text. */
function parts(text: unknown): number | null {
  return typeof text === 'function' ? text.length : null
}

/** What is read, with one of a thing and with many; a number fits wherever a word does. */
function read(text: unknown): string[] {
  if (typeof text !== 'function') return [String(text)]
  return [1, 12_345].map((count) => text(...new Array(text.length).fill(count)))
}

test('The English interface is whole: only a field may do without a hint', () => {
  const empty = [...english].filter(([, text]) => read(text).some((words) => words.trim() === ''))
  expect(empty.filter(([key]) => !/^\.letters\.fields\.\w+\.hint$/.test(key))).toEqual([])
})

describe.each(Object.entries(others))('The interface in %s', (_, copy) => {
  const translated = texts(copy)

  test('has the same texts as the English one, made from the same parts', () => {
    const shape = (all: Iterable<[string, unknown]>) =>
      Object.fromEntries([...all].map(([key, text]) => [key, parts(text)]))
    expect(shape(translated)).toEqual(shape(english))
  })

  test('is empty nowhere that the English one is not', () => {
    const isEmpty = (text: unknown) => read(text).some((words) => words.trim() === '')
    const left = translated.filter(([key, text]) => isEmpty(text) !== isEmpty(english.get(key)))
    expect(left).toEqual([])
  })

  test('is translated throughout', () => {
    // Marks are none of a language's words: two may well print the same.
    const words = translated.filter(([key]) => !key.startsWith('.column.quotes.'))
    const alike = words.filter(([key, text]) => {
      const pattern = read(english.get(key))
      return read(text).some((words, index) => words !== '' && words === pattern[index])
    })
    expect(alike).toEqual([])
  })
})
