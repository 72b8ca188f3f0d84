import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  type Choice,
  hunksOf,
  merge,
  type Part,
  resolved,
} from '../../src/desk/draft/merge.ts'

const lines = (text: string) => text.split('\n')

function merged(base: string, theirs: string, mine: string): Part[] {
  const from = lines(base)
  return merge(from, hunksOf(from, lines(theirs)), hunksOf(from, lines(mine)))
}

const conflicts = (parts: Part[]) => parts.filter((part) => part.kind === 'conflict')

describe('Two editors of one text', () => {
  const base = 'headline: A\nstandfirst: B\n\nShe rings.\n\nLabel it.\n'

  test('who changed different places are merged without a question', () => {
    const parts = merged(base, base.replace('rings', 'calls'), base.replace('Label', 'Hide'))
    expect(resolved(parts).join('\n')).toBe(base.replace('rings', 'calls').replace('Label', 'Hide'))
    expect(conflicts(parts)).toEqual([])
  })

  test('who changed neighbouring lines, such as two fields, are merged too', () => {
    const parts = merged(base, base.replace(': A', ': X'), base.replace(': B', ': Y'))
    expect(resolved(parts).join('\n')).toBe(base.replace(': A', ': X').replace(': B', ': Y'))
  })

  test('who changed the same line are asked, and told what each of them wants', () => {
    const parts = merged(base, base.replace('Label', 'Hide'), base.replace('Label', 'Sell'))
    expect(conflicts(parts)).toEqual([
      { kind: 'conflict', theirs: ['Hide it.'], mine: ['Sell it.'] },
    ])
    const as = (choice: Choice) => resolved(parts, [choice]).join('\n')
    expect(as('theirs')).toBe(base.replace('Label', 'Hide'))
    expect(as('mine')).toBe(base.replace('Label', 'Sell'))
    expect(as('both')).toBe(base.replace('Label it.', 'Hide it.\nSell it.'))
  })

  test('of whom one left out what the other changed are asked', () => {
    const parts = merged(base, base.replace('Label it.\n', ''), base.replace('Label', 'Sell'))
    expect(conflicts(parts)).toEqual([{ kind: 'conflict', theirs: [], mine: ['Sell it.'] }])
  })

  test('who added something at the same place are asked', () => {
    const parts = merged(base, base.replace('\n\nLabel', '\n\nOne.\n\nLabel'), `${base}Two.\n`)
    expect(conflicts(parts)).toEqual([])
    const same = merged(base, `${base}One.\n`, `${base}Two.\n`)
    expect(conflicts(same)).toEqual([{ kind: 'conflict', theirs: ['One.'], mine: ['Two.'] }])
  })

  test('whose text they began from is gone are asked about all that differs', () => {
    const parts = merge(
      [],
      hunksOf([], lines('Dear\nYou\nBye')),
      hunksOf([], lines('Dear\nMe\nBye')),
    )
    expect(conflicts(parts)).toEqual([{ kind: 'conflict', theirs: ['You'], mine: ['Me'] }])
  })
})

describe('Whatever two editors do to a text', () => {
  /** Few different lines, so that the same ones come again and again, as blank lines do. */
  const line = fc.constantFrom('', '', 'a', 'b', 'c', 'd', '# Letter', 'A longer line.')
  const text = fc.array(line, { maxLength: 20 })
  /** An edit of a text: some lines replaced, left out or put in, at up to four places. */
  const edited = (base: string[]) =>
    fc
      .array(
        fc.record({
          at: fc.nat(base.length),
          gone: fc.nat(3),
          put: fc.array(fc.oneof(line, fc.string({ maxLength: 3 })), { maxLength: 3 }),
        }),
        { maxLength: 4 },
      )
      .map((edits) =>
        edits.reduce((now, { at, gone, put }) => now.toSpliced(at, gone, ...put), base),
      )
  const story = text.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base)))
  const of = ([base, theirs, mine]: [string[], string[], string[]]) =>
    merge(base, hunksOf(base, theirs), hunksOf(base, mine))
  const always = (holds: (texts: [string[], string[], string[]]) => void) =>
    fc.assert(fc.property(story, holds), { numRuns: 2000 })

  test('the changes found in it make the new text of the old', () => {
    always(([base, theirs]) => {
      expect(applied(base, hunksOf(base, theirs))).toEqual(theirs)
    })
  })

  test('nothing happens when neither changed anything', () => {
    always(([base]) => {
      expect(resolved(of([base, base, base]))).toEqual(base)
    })
  })

  test('the one who alone changed something gets it', () => {
    always(([base, theirs, mine]) => {
      expect(resolved(of([base, theirs, base]))).toEqual(theirs)
      expect(resolved(of([base, base, mine]))).toEqual(mine)
    })
  })

  test('those who did the same are not asked', () => {
    always(([base, theirs]) => {
      const parts = of([base, theirs, theirs])
      expect(conflicts(parts)).toEqual([])
      expect(resolved(parts)).toEqual(theirs)
    })
  })

  test('it does not matter for a conflict who was first', () => {
    always(([base, theirs, mine]) => {
      const turned = conflicts(of([base, mine, theirs])).map(
        (part) =>
          part.kind === 'conflict' && { kind: 'conflict', theirs: part.mine, mine: part.theirs },
      )
      expect(turned).toEqual(conflicts(of([base, theirs, mine])))
    })
  })

  test('every line that either of them wrote stands in the text with both sides', () => {
    always(([base, theirs, mine]) => {
      const shown = count(resolved(of([base, theirs, mine])))
      for (const side of [theirs, mine]) {
        for (const { lines } of hunksOf(base, side)) {
          for (const line of lines) expect(shown.get(line) ?? 0).toBeGreaterThan(0)
        }
      }
    })
  })

  test('without a conflict it holds the changes of both, and nothing that either left out', () => {
    always(([base, theirs, mine]) => {
      const parts = of([base, theirs, mine])
      if (conflicts(parts).length > 0) return
      const changes = [...hunksOf(base, theirs), ...hunksOf(base, mine)]
      const once = [...new Map(changes.map((hunk) => [JSON.stringify(hunk), hunk])).values()]
      if (parts.some(({ kind }) => kind === 'alike') && once.length === changes.length) return
      const inOrder = once.sort((one, other) => one.start - other.start || one.end - other.end)
      expect(resolved(parts)).toEqual(applied(base, inOrder))
    })
  })
})

function count(text: string[]): Map<string, number> {
  return new Map([...Map.groupBy(text, (line) => line)].map(([line, all]) => [line, all.length]))
}

test('A text that was written anew, however long, is one change and found at once', () => {
  const before = Array.from({ length: 5000 }, (_, index) => `Line ${index}`)
  const after = before.map((line) => `${line}, anew`)
  const [hunk, ...rest] = hunksOf(['Same.', ...before], ['Same.', ...after])
  expect(rest).toEqual([])
  expect(hunk).toMatchObject({ start: 1, end: 5001 })
})
