import { afterEach, expect, test, vi } from 'vitest'
import { noteFailure } from '../src/failure.ts'

const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => noted.mockClear())

test('Operators learn what broke and where, and not a word of what it was about', () => {
  const letter = 'Failed query: params:\n  at work she rings (secret:1:2)\n    at noon: 12:30:15'
  noteFailure(new TypeError(letter, { cause: new Error(letter) }))
  const [line] = noted.mock.calls.map(([text]) => JSON.parse(text))
  expect(line).toMatchObject({ level: 'error', name: 'TypeError' })
  expect(line.stack).toContain('failure.test')
  expect(line.stack).not.toMatch(/she rings|noon|Failed query/)
})

test('What is thrown and is no error is noted by its kind alone', () => {
  noteFailure('a letter')
  expect(noted.mock.calls).toEqual([['{"level":"error","name":"string","stack":""}']])
})
