import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FlagKind, flagsOf, flagsOfRow } from '../../src/desk/letter/flags.ts'
import type { OpenLetter } from '../../src/letters/sealed.ts'
import { words } from '../../src/text.ts'
import { STORIES } from '../letters/stories.ts'
import { NOW } from '../newsroom.ts'

const EMPTY: OpenLetter = {
  question: '',
  letter: '',
  tried: null,
  disguise: null,
  signoff: null,
  differs: null,
  email: null,
}

function flags(
  letter: string,
  { question = '', language = 'en', neededBy = null as string | null } = {},
) {
  const row = { words: words(letter), neededBy, language, status: 'received' } as const
  return flagsOf(row, { ...EMPTY, question, letter }, NOW)
}
const raised = (kind: FlagKind, letter: string, language = 'en') =>
  flags(letter, { language }).find((flag) => flag.kind === kind)

describe('Words of crisis are told', () => {
  test.each([
    ['I think of suicide every morning on the train.', 'suicide'],
    ['Some days I want to kill myself.', 'kill myself'],
    ['I do not want to live like this any more.', 'not want to live'],
    ['They would be better off without me.', 'better off without me'],
    ['I have begun to cut myself again.', 'cut myself'],
    ['Last week he hit me in the store room.', 'he hit me'],
    ['My husband beat me up again on Sunday.', 'husband beat me'],
    ['My manager slapped me in front of the guests.', 'manager slapped me'],
    ['He threatened to kill me if I tell.', 'threatened to kill'],
    ['A customer sexually assaulted me.', 'sexually assaulted'],
    ['Saya pernah berpikir untuk bunuh diri.', 'bunuh diri'],
    ['Rasanya saya ingin mati saja.', 'ingin mati saja'],
    ['Saya tidak sanggup hidup begini.', 'tidak sanggup hidup'],
    ['Kemarin saya dipukul di gudang.', 'dipukul'],
    ['Ia menampar saya di depan tamu.', 'menampar saya'],
    ['Ia mengancam akan membunuh saya.', 'mengancam akan membunuh'],
  ])('%s', (letter, expected) => {
    const flag = raised('crisis', letter)
    expect(flag?.words.join()).toContain(expected)
    expect(flag?.marks.map(({ start, end }) => letter.slice(start, end)).join()).toContain(expected)
  })

  test('also when they stand in the question', () => {
    const [flag] = flags('She rings all day.', { question: 'Should I kill myself over a job?' })
    expect(flag).toMatchObject({ kind: 'crisis', words: ['kill myself'], marks: [] })
  })

  test.each([
    'This deadline is killing me, and my boss says to kill the project.',
    'Speaking up would be career suicide. It is professional suicide!',
    'I am dying to know what she earns. I work myself to death.',
    'A colleague beat me to it, and it hits me hard that nobody noticed.',
    'Just shoot me an email, he says. He hits me up every weekend.',
    'They kicked me off the team, and he beats me at chess.',
    'She threatened to call HR. I want to live closer to work.',
    'I cut my hours. I hurt my back lifting boxes.',
    'We had a death in the family, and the office was dead.',
    'Saya kerja mati-matian, lalu mati lampu. Atasan mati kutu.',
    'Harga itu dipukul rata. Itu bunuh diri karier.',
    'Saya ingin hidup tenang, dan tidak mau hidup boros? Tidak.',
  ])('and not what only sounds like it: %s', (letter) => {
    const spans = raised('crisis', letter)
    expect(spans?.words ?? []).toEqual(letter.includes('hidup boros') ? ['tidak mau hidup'] : [])
  })
})

describe('Another language is told', () => {
  const [english] = STORIES.filter(({ language }) => language === 'en')
  const [indonesian] = STORIES.filter(({ language }) => language === 'id')

  test('when an Indonesian letter came as English, and the other way round', () => {
    expect(raised('language', indonesian?.letter ?? '', 'en')?.why).toContain('in Indonesian')
    expect(raised('language', english?.letter ?? '', 'id')?.why).toContain('in English')
  })

  test('when it is neither', () => {
    const french = `Ma patronne m'appelle tous les soirs pour parler du lendemain. Je lui ai dit que
      le matin me convient mieux, elle était d'accord, et elle a rappelé le soir même. Que dois-je
      faire pour avoir la paix sans perdre ma place ?`
    expect(raised('language', french)?.why).toContain('another language')
  })

  test.each(STORIES)('and not of a letter in its own: $question', ({ letter, language }) => {
    expect(raised('language', letter, language)).toBeUndefined()
  })

  test('nor of one that quotes the other, or is full of office English', () => {
    const mixed = `Atasan saya bilang “please do the follow up before the meeting”, padahal deadline
      project itu masih lama. Team lead juga minta update tiap jam, dan saya harus reply email client
      di luar jam kantor. Kalau saya tidak balas, performance review saya jelek. Saya harus apa?`
    expect(raised('language', mixed, 'id')).toBeUndefined()
  })
})

describe('Spam is told by its signs', () => {
  test.each([
    ['Visit https://win.example/a and www.cash.example today to see it.', '2 links'],
    ['Guaranteed loans for everybody, click here.', 'promises'],
    ['Daftar slot gacor sekarang, bonus member baru.', 'promises'],
    ['Write to me on WhatsApp +62 812 0000 0000.', 'promises'],
    ['I love your column very much. '.repeat(3), 'the same sentence'],
  ])('%s', (letter, why) => {
    expect(raised('spam', letter)?.why).toContain(why)
  })

  test.each([
    'I saw the advertisement at https://jobs.example/42 and applied.',
    'I earn $4,000 a month and the new hire earns $5,000 a month.',
    'She asked. I said no. She asked. I said no. She asked again.',
    'My client trades in bitcoin and pays me late. Should I quit?',
    'Gaji saya 5 juta, bonus tidak pernah keluar, pinjaman koperasi belum lunas.',
  ])('and not by what letters have: %s', (letter) => {
    expect(raised('spam', letter)).toBeUndefined()
  })
})

describe('A letter that is perhaps not about work is told', () => {
  test('when it has no word of working life', () => {
    const garden = `My neighbour’s cat comes into our garden every night and digs up the tulips. I have
      tried pepper, a hose, and a talk over the fence. She says that cats are free. My mother, who
      lives with us, has begun to throw slippers. How do I keep the peace and the tulips?`
    expect(raised('work', garden)?.title).toBe('Perhaps not about work')
  })

  test.each(STORIES)('and not when it has one: $question', ({ letter, language }) => {
    expect(raised('work', letter, language)).toBeUndefined()
  })
})

describe('A letter that went to another column too is told', () => {
  test.each([
    'I have also sent this to another column.',
    'I already wrote to Ask a Manager and heard nothing.',
    'I posted this on Reddit last week.',
    'Saya juga mengirim surat ini ke kolom lain.',
  ])('%s', (letter) => {
    expect(raised('elsewhere', letter)?.words).toHaveLength(1)
  })

  test.each([
    'I sent the minutes to another team.',
    'I asked my manager and she sent me to another office.',
    'Saya mengirim laporan ke divisi lain.',
  ])('and not %s', (letter) => {
    expect(raised('elsewhere', letter)).toBeUndefined()
  })
})

test('A day that has passed or is near is told, while the letter is open', () => {
  const on = (neededBy: string | null) =>
    flagsOfRow({ words: 200, neededBy, language: 'en', status: 'received' }, NOW).map(
      ({ title }) => title,
    )
  expect(on('2026-11-22')).toEqual(['Needed by a day that has passed'])
  expect(on('2026-11-23')).toEqual(['Needed soon'])
  expect(on('2026-11-30')).toEqual(['Needed soon'])
  expect(on('2026-12-01')).toEqual([])
  expect(on(null)).toEqual([])
  const past = { words: 200, neededBy: '2026-11-01', language: 'en', status: 'declined' } as const
  expect(flagsOfRow(past, NOW)).toEqual([])
})

test('A letter that is short or long is told, with its number of words', () => {
  const of = (count: number) =>
    flagsOfRow({ words: count, neededBy: null, language: 'en', status: 'received' }, NOW)
  expect(of(45)[0]?.why).toContain('45 words')
  expect(of(60)).toEqual([])
  expect(of(1000)).toEqual([])
  expect(of(1001)[0]?.title).toBe('Long')
})

test('Details are told with the words that raised them', () => {
  expect(raised('details', 'My manager Teresa Holt rings me on 020 7946 0958.')?.words).toEqual(
    expect.arrayContaining(['020 7946 0958']),
  )
})

test('Every mark is a piece of the letter, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (letter) => {
      for (const { marks } of flags(letter)) {
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(letter.length)
        }
      }
    }),
    { numRuns: 40 },
  )
})
