import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Alias, applied, appliedToSlug, holdsOriginal } from '../../src/desk/leaks/alias.ts'
import { termsOf } from '../../src/desk/leaks/details.ts'
import {
  findContacts,
  findTerms,
  type Leak,
  leaksOf,
  printedOf,
  termsOfAliases,
} from '../../src/desk/leaks/leak.ts'
import { findMarked, marksOf } from '../../src/desk/leaks/marks.ts'
import { markerOf } from '../../src/vault.ts'
import { vault } from '../newsroom.ts'
import { column } from '../printed.ts'

const LETTER = `My manager, Teresa Quill, rings me at Harrow & Pike from her desk in Ashcombe.

Teresa earns £82,400, and I am 34. You can write to me at jo.bloggs@example.org.`

function leaks(
  draft: { document: string; slug?: string },
  aliases: Alias[],
  disguise = '',
): Leak[] {
  const printed = printedOf({ slug: 'the-kettle', ...draft })
  const terms = termsOf({ texts: [LETTER], disguise, language: 'en' })
  return leaksOf(printed, [
    ...findTerms(printed, [...termsOfAliases(aliases), ...terms]),
    ...findContacts(printed, 'en'),
  ])
}

const inReply = (reply: string) =>
  column({ text: `# Letter\n\nSomebody rings.\n\n# Reply\n\n${reply}` })
const texts = (found: Leak[]) => found.map(({ text }) => text)

describe('The leak check', () => {
  test.each([
    ['Teresa is wrong.', 'Teresa'],
    ['Teresa’s calls are wrong.', 'Teresa'],
    ['TERESA QUILL is wrong.', 'TERESA QUILL'],
    ['Ask Ms Quill for it.', 'Quill'],
    ['Nobody at harrow and pike knows.', 'harrow and pike'],
    ['Nobody at HARROW&PIKE knows.', 'HARROW&PIKE'],
    ['Nobody at Har-\nrow &amp; Pike knows.', 'Har-\nrow &amp; Pike'],
    ['See https://www.harrowandpike.example/jobs.', 'harrowandpike'],
    ['It is in Áshcombe.', 'Áshcombe'],
    ['She has 82.400 pounds.', '82.400'],
    ['You are 34, and that is young.', null],
    ['You say: “I am 34.”', '34'],
    ['There are 34 ways to say so.', null],
    ['Acas, in Leeds, can help: Mr Hill wrote of it.', null],
    ['A quill is a pen.', null],
    ['Write to me@work.example.', 'me@work.example'],
    ['Ring 0300 123 1100.', '0300 123 1100'],
    ['See https://www.acas.org.uk/advice.', null],
    ['See https://www.linkedin.com/in/tquill-44.', 'https://www.linkedin.com/in/tquill-44'],
  ])('in %j finds %j', (reply, found) => {
    expect(texts(leaks({ document: inReply(reply) }, []))).toEqual(found ? [found] : [])
  })

  test.each([
    ['Please leave out Leeds and “the Tuesday club”.', 'Leeds has The Tuesday Club.', 2],
    ['Do not say that I am in the Bank.', 'He is at the Bank.', 1],
    ['Do not say that I am in the Bank.', 'Bank on it, and go to the bank.', 0],
    ['It was in May. Will you change it?', 'May I ask: will you? You may.', 0],
    ['It was in May.', 'That was in May.', 1],
    ['We are 127 people with 3 cars.', 'Of 127 people, 3 are kind.', 1],
    ['Please leave out the town.', 'The town is small. Please leave.', 0],
  ])('of “%s” finds in “%s” %i', (disguise, reply, count) => {
    expect(leaks({ document: inReply(reply) }, [], disguise)).toHaveLength(count)
  })

  test('tells the place and the line, and what one click would put there', () => {
    const document = column({
      headline: 'Teresa rings',
      text: '# Letter\n\nTeresa.\n\n# Reply\n\nOh, Teresa.\n\n# Update 2026-09-01\n\nTeresa again.',
    })
    const [leak] = leaks({ document, slug: 'teresa-rings' }, [])
    expect(leak?.aliases).toContainEqual({ original: 'Teresa', replacement: 'my manager' })
    expect(leak?.spots.map(({ place, line }) => [place, line])).toEqual([
      ['address', 0],
      ['headline', 2],
      ['letter 1', 11],
      ['reply 1', 15],
      ['update 2026-09-01', 19],
    ])
  })
})

describe('An alias', () => {
  test.each([
    ['Teresa rings. “Teresa’s away.”', 'A colleague rings. “A colleague’s away.”'],
    ['I rang Teresa, TERESA and teresa-ku.', 'I rang a colleague, a colleague and a colleague-ku.'],
    ['Kata Teresanya begitu.', 'Kata a colleaguenya begitu.'],
    ['Theresa and Teresan stay.', 'Theresa and Teresan stay.'],
    ['[Teresa](https://x.example/teresa)', '[a colleague](https://x.example/teresa)'],
  ])('makes of “%s” “%s”', (before, after) => {
    const aliases = [{ original: 'Teresa', replacement: 'a colleague' }]
    expect(applied(inReply(before), aliases)).toBe(inReply(after))
  })

  test('is put into headline, standfirst and notes, and into no key', () => {
    const document = column({ headline: 'Place of Teresa', more: 'place: GB\n' })
    const made = applied(document, [
      { original: 'place', replacement: 'room' },
      { original: 'Teresa', replacement: 'a boss' },
      { original: 'letter', replacement: 'note' },
    ])
    expect(made).toContain('headline: "Room of a boss"')
    expect(made).toContain('\nplace: GB\n')
    expect(made).toContain('\n# Letter\n')
  })

  test('of a month is not put in place of a verb', () => {
    const aliases = [{ original: 'May', replacement: 'spring' }]
    expect(applied(inReply('In May you may.'), aliases)).toBe(inReply('In spring you may.'))
  })
})

/** Words that are no words: none hides in a key, a heading or what stands around it. */
const word = fc
  .array(fc.constantFrom('qua', 'zor', 'vex', 'jyl', 'wug', 'Ñyx', 'Óbo', 'fé', '7', 'ß'), {
    minLength: 2,
    maxLength: 3,
  })
  .map((parts) => parts.join(''))
const phrase = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .chain((words) => fc.constantFrom(' ', '-', ' & ').map((joint) => words.join(joint)))
const replacement = fc.constantFrom('a small firm', 'somebody', 'my manager', 'a town', 'x')
const aliasList = fc.array(fc.record({ original: phrase, replacement }), {
  minLength: 1,
  maxLength: 6,
})

/** However a phrase may be typed: its case, accents, spaces, hyphens and joints. */
const typed = (original: string) =>
  fc
    .record({
      shape: fc.constantFrom<(text: string) => string>(
        (text) => text.toUpperCase(),
        (text) => text.toLowerCase(),
        (text) => text.normalize('NFD'),
        (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
        (text) => text,
      ),
      joint: fc.constantFrom(' ', '-', '  ', '\n', '_', ' and ', '&', ''),
    })
    .map(({ shape, joint }) => shape(original).replace(/[ &-]+/g, joint))

const PLACES: [string, (text: string) => { document: string; slug?: string }][] = [
  ['headline', (text) => ({ document: column({ headline: text }) })],
  ['standfirst', (text) => ({ document: column({ standfirst: `See ${text}.` }) })],
  ['byline', (text) => ({ document: column({ more: `byline: By ${text}\n` }) })],
  ['content note', (text) => ({ document: column({ more: `content_note: Of ${text}\n` }) })],
  ['editor’s note', (text) => ({ document: column({ text: `# Editor's note\n\n${text}` }) })],
  ['letter', (text) => ({ document: column({ text: `# Letter\n\nAt ${text}, they ring.` }) })],
  ['letter’s headline', (text) => ({ document: column({ text: `# Letter: ${text}\n\nHi.` }) })],
  ['signoff', (text) => ({ document: column({ text: `# Letter\n\nHi.\n\n— ${text}` }) })],
  ['reply', (text) => ({ document: inReply(`They (${text}’s people) ring.`) })],
  ['script', (text) => ({ document: inReply(`> [!SCRIPT] At ${text}\n> Go.`) })],
  [
    'link',
    (text) => ({ document: inReply(`[go](https://x.example/${text.replace(/\s/g, '-')})`) }),
  ],
  ['update', (text) => ({ document: column({ text: `# Update 2026-09-01\n\n${text}` }) })],
  ['correction', (text) => ({ document: column({ text: `# Correction 2026-09-01\n\n${text}` }) })],
]

describe('Whatever the aliases are', () => {
  const planted = aliasList.chain((aliases) =>
    fc.record({
      aliases: fc.constant(aliases),
      place: fc.constantFrom(...PLACES),
      text: fc.nat(aliases.length - 1).chain((at) => typed(aliases[at]?.original ?? '')),
    }),
  )
  const found = (draft: { document: string; slug?: string }, aliases: Alias[]) => {
    const printed = printedOf({ slug: 'the-kettle', ...draft })
    return leaksOf(printed, findTerms(printed, termsOfAliases(aliases)))
  }

  test('an original is found in every place, however it is typed', () => {
    fc.assert(
      fc.property(planted, ({ aliases, place: [, put], text }) => {
        const oneLine = text.replaceAll('\n', ' ')
        expect(found(put(oneLine), aliases)).not.toEqual([])
      }),
    )
  })

  test('none remains once they are put in, and putting them in again changes nothing', () => {
    fc.assert(
      fc.property(planted, ({ aliases, place: [name, put], text }) => {
        const { document } = put(text.replaceAll('\n', ' '))
        const once = applied(document, aliases)
        if (name !== 'link') expect(found({ document: once }, aliases)).toEqual([])
        expect(applied(once, aliases)).toBe(once)
      }),
    )
  })

  test('none remains in the address, whose words are joined by hyphens', () => {
    fc.assert(
      fc.property(phrase, replacement, (original, replacement) => {
        const slug = `at-${original.replace(/[ &-]+/g, '-')}-today`
        expect(found({ document: '', slug }, [{ original, replacement }])).not.toEqual([])
        const made = appliedToSlug(slug, [{ original, replacement }])
        expect(found({ document: '', slug: made }, [{ original, replacement }])).toEqual([])
      }),
    )
  })

  test('their keyed hashes find them too, when the letter is erased', async () => {
    await fc.assert(
      fc.asyncProperty(planted, async ({ aliases, place: [, put], text }) => {
        const marker = markerOf(vault, 'a-letter')
        if (!marker) throw new Error('There is no key')
        const marks = await marksOf(marker, termsOfAliases(aliases))
        const printed = printedOf({ slug: 'the-kettle', ...put(text.replaceAll('\n', ' ')) })
        expect(await findMarked(marker, marks, printed)).not.toEqual([])
        const other = markerOf(vault, 'another-letter')
        if (other) expect(await findMarked(other, marks, printed)).toEqual([])
      }),
    )
  })
})

test('A replacement that holds an original is known', () => {
  expect(holdsOriginal('the Pike group', ['Pike'])).toBe(true)
  expect(holdsOriginal('a spiked drink', ['Pike'])).toBe(false)
})
