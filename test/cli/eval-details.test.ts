import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const top = join(import.meta.dirname, '../..')

function evaluate(...options: string[]): string {
  return execFileSync(process.execPath, ['src/cli/eval-details.ts', ...options], {
    cwd: top,
    encoding: 'utf8',
  })
}

/** A row of the table: how many details, their recall, how many marks, their precision. */
function row(output: string, name: string): number[] {
  const line = output.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? ''
  return line.split('|').slice(2, 6).map(Number)
}

test.each(['odd', 'even'])(
  'In the %s half of our letters, enough is found and little else',
  (half) => {
    const [details, recall, , precision] = row(evaluate('--part', half), 'all')
    expect(details).toBeGreaterThan(100)
    expect(recall).toBeGreaterThanOrEqual(0.9)
    expect(precision).toBeGreaterThanOrEqual(0.8)
  },
)

test('Another set is judged by overlap, by whole words, and line by line', () => {
  const set = join(mkdtempSync(join(tmpdir(), 'details-')), 'set.jsonl')
  const letters = [
    {
      id: 'one',
      language: 'en',
      letter: 'I annoyed Ann Quill, and told Oscar Vane.',
      details: [
        { kind: 'person', text: 'Ann' },
        { kind: 'place', text: 'annoyed' },
      ],
    },
  ]
  writeFileSync(set, letters.map((letter) => JSON.stringify(letter)).join('\n'))
  const output = evaluate('--set', set, '--verbose')
  expect(row(output, 'person')).toEqual([1, 1, 2, 0.5])
  expect(row(output, 'place').slice(0, 2)).toEqual([1, 0])
  expect(row(output, 'all')).toEqual([2, 0.5, 2, 0.5])
  expect(output).toContain('Missed: 1\n  one place: "annoyed"')
  expect(output).toContain('Marked wrongly: 1\n  one person: "Oscar Vane"')
})
