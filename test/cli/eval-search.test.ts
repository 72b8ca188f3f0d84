import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { halfOf, readSet } from '../../src/cli/judged-set.ts'
import { estimate, type Outcome } from '../../src/cli/measures.ts'

const top = join(import.meta.dirname, '../..')

function evaluate(...options: string[]): string {
  return execFileSync(process.execPath, ['src/cli/eval-search.ts', ...options], {
    cwd: top,
    encoding: 'utf8',
  })
}

const outcome = (places: number[], { right = 1, need = 'a' } = {}): Outcome => ({
  need,
  places,
  right,
  isEmpty: places.length === 0,
})

test('The measures are those that everybody means by their names', () => {
  const mean = (measure: Parameters<typeof estimate>[1], ...outcomes: Outcome[]) =>
    estimate(outcomes, measure, 1).mean
  const outcomes = [outcome([1]), outcome([4]), outcome([6]), outcome([])]
  expect(mean('MRR@10', ...outcomes)).toBeCloseTo((1 + 1 / 4 + 1 / 6) / 4)
  expect(mean('success@1', ...outcomes)).toBe(0.25)
  expect(mean('success@5', ...outcomes)).toBe(0.5)
  expect(mean('empty', ...outcomes)).toBe(0.25)
  expect(mean('nDCG@10', outcome([1, 2], { right: 2 }))).toBe(1)
  expect(mean('nDCG@10', outcome([2], { right: 1 }))).toBeCloseTo(1 / Math.log2(3))
})

test('Intervals are the same for the same seed, and hold the mean', () => {
  const outcomes = Array.from({ length: 40 }, (_, index) =>
    outcome(index % 3 ? [1] : [], { need: `need ${index % 20}` }),
  )
  const one = estimate(outcomes, 'success@1', 7)
  expect(estimate(outcomes, 'success@1', 7)).toEqual(one)
  expect(one.low).toBeLessThan(one.mean)
  expect(one.high).toBeGreaterThan(one.mean)
})

test.each(['en', 'id'])(
  'Our set in “%s” has enough needs, half of its questions with errors',
  (code) => {
    const set = readSet(join(top, `test/eval/search-${code}.jsonl`))
    const halves = ['odd', 'even'].map((half) => halfOf(set, half))
    expect(halves[0]?.length).toBeGreaterThan(100)
    expect((halves[0]?.length ?? 0) + (halves[1]?.length ?? 0)).toBe(set.length)
    const [odd, even] = halves.map((half) => new Set(half.map(({ need }) => need)))
    expect([...(odd ?? [])].filter((need) => even?.has(need))).toEqual([])
    const wrong = set.filter(({ clean }) => clean !== undefined).length
    expect(wrong / set.length).toBeGreaterThan(0.4)
  },
)

test('A stranger’s set is asked over a stranger’s folder, whatever is wrong with it', () => {
  const dir = mkdtempSync(join(tmpdir(), 'strange-'))
  const column = (headline: string, more = '') =>
    `---\nheadline: ${headline}\nstandfirst: A line.\nlanguage: en\ntopics: [unheard-of]\n${more}---\n\n# Letter\n\nDear you.\n\n# Reply\n\nDear me.\n`
  mkdirSync(join(dir, 'deep'))
  writeFileSync(join(dir, 'stapler.md'), column('My stapler has gone'))
  writeFileSync(join(dir, 'deep/kettle.md'), column('The kettle is mine', 'edition_of: nowhere\n'))
  writeFileSync(join(dir, 'README.md'), '# These are columns\n')
  const set = join(dir, 'set.jsonl')
  const lines = [
    { query: 'who took my stapler', language: 'en', relevant: ['stapler'] },
    { query: 'where is my ketle', language: 'en', relevant: ['kettle'] },
    { query: 'a zebra', language: 'en', relevant: ['zebra'] },
  ]
  writeFileSync(set, lines.map((line) => JSON.stringify(line)).join('\n'))
  const json = join(dir, 'measures.json')
  const output = evaluate('--set', set, '--dir', dir, '--json', json, '--verbose')
  expect(output).toContain('2 columns, 3 questions; seed 1.')
  expect(output).toContain('README.md')
  expect(output).toContain('not in the folder: zebra')
  expect(output).toContain('“a zebra”')
  const { answered } = JSON.parse(readFileSync(json, 'utf8'))
  expect(answered.map(({ places }: Outcome) => places)).toEqual([[1], [1], []])
  expect(answered[1].corrected).toBe('where is my kettle')
})
