import { beforeAll, expect, test } from 'vitest'
import type { Remark } from '../../src/moving-in/block.ts'
import { openSigns } from '../../src/moving-in/signs.ts'
import { withoutStrays } from '../../src/moving-in/strays.ts'
import { textBlocks } from '../../src/moving-in/text-blocks.ts'
import { WRITTEN_SIGNS } from '../../src/moving-in/written-signs.ts'

beforeAll(() => openSigns(WRITTEN_SIGNS))

const LETTER = 'My desk faces the wall, and nobody has spoken to me since March. What do I do?'
const REPLY =
  'Turn the desk round on a Friday evening. On Monday say good morning to whoever looks up.'

function left(text: string): string[] {
  const remarks: Remark[] = []
  const kept = withoutStrays(textBlocks(text), remarks).map(({ text }) => text)
  expect(kept).toContain(LETTER)
  expect(kept).toContain(REPLY)
  return remarks.map(({ text }) => text)
}

test.each([
  ['a title', 'Woman, 61, finds parrot in filing cabinet'],
  ['a banner', 'BANNER 468x60'],
  ['a notice', 'The comments on this page are moderated. Readers of the site may flag them.'],
  ['a title in Indonesian', 'Viral! Kasir ini hafal 300 kode buah'],
])('%s among paragraphs is taken out', (_, line) => {
  expect(left(`${LETTER}\n\n${line}\n\n${REPLY}`)).toEqual([line])
})

test.each([
  'Not My Initials',
  '— wall, Leeds',
  'Yours,',
  'Say this to him:',
  'Delete the post, and mute her comments on your page.',
])('“%s” stays', (line) => {
  expect(left(`${LETTER}\n\n${line}\n\n${REPLY}`)).toEqual([])
})

test('A line right above words to say stays', () => {
  expect(left(`${LETTER}\n\n${REPLY}\n\nTo your manager, in passing\n\n> Good morning.`)).toEqual(
    [],
  )
})

test('What is glued behind a paragraph’s last sentence is cut off', () => {
  const remarks: Remark[] = []
  const glued = `${REPLY} MORE: Your weekend horoscope is here`
  const [, kept] = withoutStrays(textBlocks(`${LETTER}\n\n${glued}`), remarks)
  expect(kept?.text).toBe(REPLY)
  expect(remarks.map(({ text }) => text)).toEqual(['MORE: Your weekend horoscope is here'])
})

test('Below the last sentence nothing that is none stays', () => {
  expect(left(`${LETTER}\n\n${REPLY}\n\n12 readers like this\n\nHarbour Weekly`)).toEqual([
    '12 readers like this',
    'Harbour Weekly',
  ])
})
