import fc from 'fast-check'
import type { Manuscript } from '../src/manuscript.ts'
import { clean } from '../src/text.ts'

/** Columns of every kind, for tests of what must hold for all of them. */

export const oneOf = (pieces: string) => fc.constantFrom(...pieces.split('·'))
export const anything = fc.string({ unit: 'binary', maxLength: 40 })
const hostile = oneOf(
  'yes·NO·null·~·404·1e3·2026-01-01·2026-03-02T09:00:00Z·- a·a: b·a:·#x·a #x·"q"·it’s "it\'s"·' +
    '"·\'·\\·\\n·*a·&a·!a·@a·`a`·%a·|·>·? a·[a·{a}·, a·---·...·<<·=·.·—·:·#·# #·\u0301',
)
const oneLine = (text: string) => clean(clean(text).replace(/\s+/g, ' '))
export const line = fc.oneof(hostile, anything.map(oneLine)).filter((text) => text !== '')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
export const slug = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/)
const year = { min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }
export const on = fc.date(year).map((date) => date.toISOString().slice(0, 10))
const paragraph = fc.array(line, { minLength: 1 })
const block = fc.oneof(
  paragraph.map((lines) => `w ${lines.join('\nw ')}`),
  paragraph.map((lines) => `w ${lines.join('  \nw ')}`),
  paragraph.map((lines) => ['````md', ...lines, '# Letter', '— Me  ', '````'].join('\n')),
  paragraph.map((lines) => ['> [!SCRIPT] When', ...lines].join('\n> ')),
  fc.constantFrom('    # Reply', '- a\n\n  ~~~\n  # b\n  ~~~', '## C', '---', '1. a\n2. b'),
)
export const text = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => blocks.join('\n\n'))
const dated = fc.array(fc.record({ on, text }), { maxLength: 3 })
const exchange = { letter: text, signoff: maybe(line), reply: text }
export const manuscript: fc.Arbitrary<Manuscript> = fc.record({
  headline: line,
  standfirst: line,
  language: fc.constantFrom('en', 'id', 'no', 'zh-Hant-TW', 'pt-BR'),
  topics: fc.uniqueArray(slug, { minLength: 1, maxLength: 5 }),
  published: maybe(fc.constantFrom('2019-12-31T23:59:59Z', '1999-01-01T00:00:00Z')),
  byline: maybe(line),
  editionOf: maybe(slug),
  contentNote: maybe(line),
  place: maybe(fc.constantFrom('GB', 'ID', 'NO')),
  checked: maybe(on),
  note: maybe(text),
  exchanges: fc.oneof(
    fc.tuple(fc.record({ headline: maybe(line), ...exchange })),
    fc.array(fc.record({ headline: line, ...exchange }), { minLength: 2, maxLength: 4 }),
  ),
  updates: dated,
  corrections: dated,
})
