import { expect, test } from 'vitest'
import { WRITTEN_SIGNS } from '../../src/moving-in/written-signs.ts'

test('What the desk’s paste reads from a file is all that the import goes by', () => {
  expect(JSON.parse(JSON.stringify(WRITTEN_SIGNS))).toEqual(WRITTEN_SIGNS)
})
