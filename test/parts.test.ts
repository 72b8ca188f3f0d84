import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from '../src/manuscript/parts.ts'
import { type Manuscript, parse, write } from '../src/manuscript.ts'
import { anything, line, manuscript, on, oneOf, slug, text } from './manuscripts.ts'

/** One change that an editor makes in a field, and what the column is then. */
type Change = { name: string; typed: string; gives: (column: Manuscript) => Manuscript }

const FRONT = {
  headline: 'headline',
  standfirst: 'standfirst',
  language: 'language',
  byline: 'byline',
  content_note: 'contentNote',
  place: 'place',
  checked: 'checked',
} as const

function textOf(document: string, name: string): string | null | undefined {
  return partsOf(document).get(name)?.text
}

function signed({ letter, signoff }: { letter: string; signoff: string | null }): string {
  return signoff === null ? letter : `${letter}\n\n— ${signoff}`
}

const front = (name: keyof typeof FRONT, typed: fc.Arbitrary<string>) =>
  typed.map((typed): Change => {
    return { name, typed, gives: (column) => ({ ...column, [FRONT[name]]: typed || null }) }
  })

const ofExchange = (
  name: 'headline' | 'letter' | 'reply',
  typed: fc.Arbitrary<{ typed: string; becomes: object }>,
) =>
  fc.tuple(fc.nat(), typed).map(([nth, { typed, becomes }]) => (column: Manuscript): Change => {
    const number = nth % column.exchanges.length
    const gives = (column: Manuscript) => ({
      ...column,
      exchanges: column.exchanges.map((exchange, index) =>
        index === number ? { ...exchange, ...becomes } : exchange,
      ),
    })
    return { name: `${name}-${number + 1}`, typed, gives }
  })

const letter = fc.record({ letter: text, signoff: fc.option(line, { nil: null }) })
const changes = fc.oneof(
  fc
    .oneof(
      front('headline', line),
      front('standfirst', line),
      front('language', fc.constantFrom('en', 'id', 'no', 'pt-BR')),
      front('byline', fc.oneof(line, fc.constant(''))),
      front('content_note', fc.oneof(line, fc.constant(''))),
      front('place', fc.constantFrom('', 'GB', 'NO')),
      front('checked', fc.oneof(on, fc.constant(''))),
      fc.uniqueArray(slug, { minLength: 1, maxLength: 5 }).map((topics): Change => {
        return { name: 'topics', typed: topics.join(', '), gives: (was) => ({ ...was, topics }) }
      }),
      fc.oneof(text, fc.constant('')).map((typed): Change => {
        return { name: 'note', typed, gives: (was) => ({ ...was, note: typed || null }) }
      }),
    )
    .map((change) => () => change),
  ofExchange(
    'headline',
    line.map((typed) => ({ typed, becomes: { headline: typed } })),
  ),
  ofExchange(
    'letter',
    letter.map((becomes) => ({ typed: signed(becomes), becomes })),
  ),
  ofExchange(
    'reply',
    text.map((typed) => ({ typed, becomes: { reply: typed } })),
  ),
)

test('every field shows what stands in the document, whatever the column', () => {
  const check = (column: Manuscript) => {
    const document = write(column)
    for (const [name, key] of Object.entries(FRONT)) {
      expect(textOf(document, name), name).toBe(column[key] ?? '')
    }
    expect(textOf(document, 'topics')).toBe(column.topics.join(', '))
    expect(textOf(document, 'note')).toBe(column.note ?? '')
    for (const [index, exchange] of column.exchanges.entries()) {
      expect(textOf(document, `headline-${index + 1}`)).toBe(exchange.headline ?? '')
      expect(textOf(document, `letter-${index + 1}`)).toBe(signed(exchange))
      expect(textOf(document, `reply-${index + 1}`)).toBe(exchange.reply)
    }
    expect(textOf(document, `letter-${column.exchanges.length + 1}`)).toBeUndefined()
  }
  fc.assert(fc.property(manuscript, check), { numRuns: 300 })
})

test('a changed field changes its own part of the document, and nothing else', () => {
  const check = (column: Manuscript, changeOf: (column: Manuscript) => Change) => {
    const { name, typed, gives } = changeOf(column)
    const document = write(column)
    const changed = partsOf(document).get(name)?.with(typed) ?? ''
    expect(parse(changed, 'x')).toEqual({ manuscript: gives(column), problems: [] })
    expect(textOf(changed, name)).toBe(typed)
  }
  fc.assert(fc.property(manuscript, changes, check), { numRuns: 500 })
})

/** As somebody may have written it by hand: comments, keys in another order, uneven blank lines. */
const BY_HAND = `---
# The kettle, again
language:   en # British
headline: 'It''s my kettle'   # or hers?
topics: [ "colleagues",boundaries ]

standfirst: >-
  He says it is
  everyone’s.
---
# Letter


Somebody drinks my tea.
— Parched
# Reply
Label the box.   

\`\`\`
# Reply
\`\`\`
# Update 2026-09-01

It worked.`

test('what was written by hand stays as it was, comments and all', () => {
  const set = (name: string, typed: string) => partsOf(BY_HAND).get(name)?.with(typed)
  expect(textOf(BY_HAND, 'headline')).toBe('It’s my kettle'.replace('’', "'"))
  expect(textOf(BY_HAND, 'topics')).toBe('colleagues, boundaries')
  expect(set('headline', 'Mine: the kettle')).toBe(
    BY_HAND.replace("'It''s my kettle'", '"Mine: the kettle"'),
  )
  expect(set('language', 'id')).toBe(BY_HAND.replace('   en #', '   id #'))
  expect(set('topics', 'tea,  no')).toBe(BY_HAND.replace(/\[.*\]/, '[tea, "no"]'))
  expect(set('letter-1', 'No tea.\n\n— Dry')).toBe(
    BY_HAND.replace('Somebody drinks my tea.\n— Parched', 'No tea.\n\n— Dry'),
  )
  expect(set('reply-1', 'Hide it.')).toBe(BY_HAND.replace(/Label[\s\S]*```(?=\n# Up)/, 'Hide it.'))
  expect(set('byline', 'The Desk')).toBe(
    BY_HAND.replace('everyone’s.\n', 'everyone’s.\nbyline: The Desk\n'),
  )
  expect(set('note', 'We know her.')).toBe(
    BY_HAND.replace('---\n# Letter', "---\n\n# Editor's note\n\nWe know her.\n\n# Letter"),
  )
})

test('what only the document can show is no field, and is left alone', () => {
  expect(textOf(BY_HAND, 'standfirst')).toBeNull()
  expect(partsOf(BY_HAND).get('standfirst')?.with('Lost?')).toBe(BY_HAND)
  expect(textOf('No front matter.\n\n# Letter\n\nHm.\n', 'headline')).toBeNull()
  expect(textOf('No front matter.\n\n# Letter\n\nHm.\n', 'letter-1')).toBe('Hm.')
  expect(textOf('---\nheadline: a\nheadline: b\n---\n', 'headline')).toBeNull()
})

test('a field that is cleared and filled again finds its place', () => {
  const clear = (name: string, document: string) => partsOf(document).get(name)?.with('') ?? ''
  const document = '---\nheadline: A\nbyline: B\n---\n\n# Letter\n\nC\n\n# Reply\n\nD\n'
  expect(clear('headline', document)).toContain('headline: ""\n')
  expect(clear('byline', document)).toContain('headline: A\n---\n')
  expect(clear('reply-1', document)).toMatch(/# Reply\n\s*$/)
  const empty = clear('reply-1', clear('letter-1', document))
  const again = partsOf(partsOf(empty).get('letter-1')?.with('E') ?? '')
    .get('reply-1')
    ?.with('F')
  expect(textOf(again ?? '', 'letter-1')).toBe('E')
  expect(textOf(again ?? '', 'reply-1')).toBe('F')
  const unanswered = '---\nheadline: A\n---\n\n# Letter\n\nC'
  expect(partsOf(unanswered).get('reply-1')?.with('D')).toBe(`${unanswered}\n\n# Reply\n\nD\n`)
})

test('no text is too strange to be looked at', () => {
  const pieces = oneOf('---\n·headline: ·topics: [·]·"·# Letter\n·# Reply\n·```\n·\n· ')
  const soup = fc.array(fc.oneof(pieces, anything), { maxLength: 30 }).map((all) => all.join(''))
  const check = (document: string, typed: string) => {
    for (const [name, part] of partsOf(document)) {
      const changed = part.with(typed)
      if (part.text === null) expect(changed, name).toBe(document)
      else expect(part.with(part.text), name).toEqual(expect.any(String))
    }
  }
  fc.assert(fc.property(soup, soup, check), { numRuns: 500 })
})
