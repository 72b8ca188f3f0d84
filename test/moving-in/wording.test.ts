import { expect, test, vi } from 'vitest'
import { small, wording } from '../../src/moving-in/wording.ts'
import { WRITTEN_SIGNS } from '../../src/moving-in/written-signs.ts'
import { HELD_OUT_JUNK } from './held-out-junk.ts'
import { JUNK } from './junk.ts'
import { knownColumns } from './known.ts'

/** The rules with every pattern made at once, which looks for no word first. */
async function rulesMadeAtOnce() {
  vi.resetModules()
  vi.doMock('../../src/moving-in/wording.ts', async (original) => ({
    ...(await original<object>()),
    wording: (source: string) => {
      const pattern = new RegExp(source, 'u')
      return (letters: string) => pattern.exec(letters)
    },
  }))
  return rules()
}

async function rules() {
  const { openSigns, signs } = await import('../../src/moving-in/signs.ts')
  const { junkLineOf } = await import('../../src/moving-in/junk-line.ts')
  openSigns(WRITTEN_SIGNS)
  return (line: string) => {
    const { marked, titled } = signs()
    const found = [...marked, ...titled].map(([, words]) => words(small(line))?.[0] ?? null)
    return { junk: junkLineOf(line), found }
  }
}

const OPENINGS =
  'Q: Why? | A: Because. | We say: no | Editor’s note: a | A note from the editors: b | Catatan redaksi: c | Ralat, 3 Mei 2016: d | A reader in Leeds writes: e | Our question | T: f | J: g | Tanya 2: h | Rina, Bandung bertanya: i | The coach advises: j | Kata pengasuh: k | Pendapat pakar: l | Dari penanya: m | From our columnist: n | Agony aunt: o | Meja Daratan: p | Jawaban | Ulasan lengkap | What we would do | The verdict | My take | Saran kami | Curhat minggu ini | Ad | Ads | e-mail | A A A | 3 mins read | Pin this'

test('A pattern that is made when it is needed finds what one made at once does', async () => {
  const lazy = await rules()
  const atOnce = await rulesMadeAtOnce()
  const junk = [...Object.values(JUNK), HELD_OUT_JUNK].flatMap(({ en, id }) =>
    [en, id].flatMap(({ above, between, below }) => [...above, ...between, ...below]),
  )
  const own = knownColumns().flatMap(({ manuscript: { exchanges } }) =>
    exchanges.flatMap(({ letter, reply }) => `${letter}\n\n${reply}`.split('\n\n')),
  )
  const lines = [...OPENINGS.split(' | '), ...junk, ...own]
  expect(lines.map(lazy)).toEqual(lines.map(atOnce))
})

test('A pattern looks for the words that it can’t be without, and for nothing else first', () => {
  const find = wording('^(?:the )?lett?ers?$')
  expect(find('the letter')?.[0]).toBe('the letter')
  expect(find('leters')?.[0]).toBe('leters')
  expect(find('the reply')).toBe(null)
  expect(small('İSTANBUL')).toBe('istanbul')
})
