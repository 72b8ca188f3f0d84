import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedWords, foldText } from '../src/full-text.ts'

/** Words as people type them: with accents or without, in either case, with one apostrophe at most. */
const letters = fc.string({
  unit: fc.constantFrom(...'abesSéÉßİﬁ日1', 'e\u0301'),
  minLength: 1,
  maxLength: 6,
})
const word = fc
  .tuple(letters, fc.constantFrom('', "'", '’', "'s", '’s', '’t'))
  .map((parts) => parts.join(''))
const between = fc.constantFrom(' ', ', ', '… ', '. “', '” ', ' – ', '\n\n')

test('A text that is folded as a whole has the words that are folded one by one', () => {
  const text = fc.array(fc.tuple(word, between), { maxLength: 8 })
  fc.assert(
    fc.property(text, (parts) => {
      const written = parts.flat().join('')
      expect(foldedWords(foldText(written))).toEqual(foldedWords(written))
    }),
    { numRuns: 500 },
  )
})
