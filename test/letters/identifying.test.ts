import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alike, edited, neutralEdit, reverse } from '../../src/identifying/edit.ts'
import { KINDS } from '../../src/identifying/kinds.ts'
import { type Detail, findDetails, neutral } from '../../src/identifying.ts'

const found = (text: string, language = 'en') =>
  findDetails(text, language).map(({ kind, text }) => `${kind}: ${text}`)

describe('Each kind of detail is found', () => {
  test.each([
    ['I wrote to rotas@kettwall.example.com twice.', 'email: rotas@kettwall.example.com'],
    ['Strangers ring 07700 900142 all day.', 'phone: 07700 900142'],
    ['Ring me on +1 (415) 555-0199, please.', 'phone: +1 (415) 555-0199'],
    ['It is all on kettwall.example/rota.', 'url: kettwall.example/rota'],
    ['He put it on TikTok as @tipsandtalons.', 'handle: @tipsandtalons'],
    ['They asked for QQ 12 34 56 C by text.', 'id_number: QQ 12 34 56 C'],
    ['They paid into GB82 WEST 1234 5698 7654 32.', 'id_number: GB82 WEST 1234 5698 7654 32'],
    ['I read out 4111 1111 1111 1111 to him.', 'id_number: 4111 1111 1111 1111'],
    ['My employee number is 0048213.', 'id_number: 0048213'],
    ['It happened on 14 March.', 'date: on 14 March'],
    ['They want it by 21/08/2026.', 'date: 21/08/2026'],
    ['They want it by the 3rd of May.', 'date: the 3rd of May'],
    ['I am 43 and tired.', 'age: 43'],
    ['He hired a 29-year-old instead.', 'age: 29-year-old'],
    ['She earns £2,400 more.', 'money: £2,400'],
    ['It cost them forty thousand pounds.', 'money: forty thousand pounds'],
    ['We sit above a shop on Mill Lane.', 'address: Mill Lane'],
    ['I live at 14 Priory Close.', 'address: 14 Priory Close'],
    ['The plant in Grimsby is shut.', 'place: Grimsby'],
    ['He was angry with Mr. Farrant today.', 'person: Mr. Farrant'],
    ['Priya told me on the stairs.', 'person: Priya'],
    ['There is a woman called Oonagh Quill.', 'person: Oonagh Quill'],
    ['I work at Harrow & Pike, in sales.', 'employer: Harrow & Pike'],
    ['I left Kestrel Home Care Ltd last spring.', 'employer: Kestrel Home Care Ltd'],
    ['I am the only falconer they have.', 'job_title: falconer'],
    ['They made me Chief Listening Officer.', 'job_title: Chief Listening Officer'],
    ['She is head of falconry at a castle.', 'job_title: head of falconry'],
  ])('in English: %s', (text, detail) => {
    expect(found(text)).toEqual([detail])
  })

  test.each([
    ['Nomornya 0812-0000-4417, masih saya simpan.', 'phone: 0812-0000-4417'],
    ['Mereka mencatat NIK 9903054107920003 saya.', 'id_number: 9903054107920003'],
    ['Pajaknya atas nama 09.254.294.3-407.000.', 'id_number: 09.254.294.3-407.000'],
    ['Upacaranya 17 Agustus 2026 di kantor.', 'date: 17 Agustus 2026'],
    ['Umur saya 34 tahun.', 'age: 34 tahun'],
    ['Kekurangannya Rp 7.500.000.', 'money: Rp 7.500.000'],
    ['Katanya besok 7,5 juta dikembalikan.', 'money: 7,5 juta'],
    ['Kantornya di Jl. Raya Ciawi No. 88.', 'address: Jl. Raya Ciawi No. 88'],
    ['Pabriknya pindah ke Wonosobo.', 'place: Wonosobo'],
    ['Besok saya bicara dengan Pak Hendrawan.', 'person: Pak Hendrawan'],
    ['tadi mbak ratna marah lagi.', 'person: mbak ratna'],
    ['Saya bekerja di PT Sinar Lumbung.', 'employer: PT Sinar Lumbung'],
    ['Kata RS Bunda Kinasih begitu.', 'employer: RS Bunda Kinasih'],
    ['Saya bekerja sebagai pawang gajah.', 'job_title: pawang gajah'],
  ])('in Indonesian: %s', (text, detail) => {
    expect(found(text, 'id')).toEqual([detail])
  })
})

describe('What only looks like a detail is left alone', () => {
  test.each([
    'On Monday the March figures came, and in Excel they were fine. Will HR believe it?',
    'May I ask about my 401(k)? Mark my words, the bill came at 9.30 and was 20% more.',
    'Bill by bill we paid. Zoom, Slack and Teams were down before Christmas.',
    'I am 20 minutes late, 3 months in, on the 47 bus. It is 24/7 here.',
    'In London and in Germany the manager, the nurse and the teacher speak French.',
    'I joined in 2019. The head of sales runs 10k with a new team leader.',
    'Dear Agony Aunt,\nI’m lost.\n— Chained to My Desk',
    'The only person who knows is our chief executive. Is it normal?',
    'She said, "Nobody asked." Everybody laughed. Nothing changed.',
  ])('in English: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  test.each([
    'Hari Senin saya minta THR lewat WhatsApp. HRD bilang tunggu Lebaran.',
    'BPJS saya belum diurus sejak Maret. Apakah Anda tahu caranya, Pak?',
    'Saya sudah enam tahun bekerja di Jakarta sebagai kasir. Kepala cabang diam saja.',
    'Video itu ditonton 2 juta orang. Setiap Idul Fitri begitu, lalu Natal dan Imlek.',
  ])('in Indonesian: %s', (text) => {
    expect(found(text, 'id')).toEqual([])
  })
})

test('A name that was found once is found wherever it stands, whatever it begins', () => {
  expect(found('I told Zubeida about it. Zubeida only sighed. Then she went.')).toEqual([
    'person: Zubeida',
    'person: Zubeida',
  ])
})

test('A made-up name that says so is left alone', () => {
  expect(found('There is a colleague, let’s call her Petunia, who hums.')).toEqual([])
})

test('The role stays when the name goes', () => {
  const text = 'On the stairs my manager, Teresa Quill, told me to go.'
  const [detail] = findDetails(text, 'en')
  expect(detail?.text).toBe('my manager, Teresa Quill,')
  expect(neutral(detail as Detail, 'en')).toBe('my manager')
})

test.each([
  ['date', 'on 14 March', 'a few weeks ago', 'beberapa minggu lalu'],
  ['employer', 'Harrow & Pike', 'a mid-sized company', 'sebuah perusahaan menengah'],
  ['employer', 'Larkrise School', 'a school', 'sebuah sekolah'],
  ['money', '£2,400', 'thousands of pounds', 'ribuan pound'],
  ['money', 'Rp 7.500.000', 'millions of rupiah', 'jutaan rupiah'],
  ['money', '7,5 juta', 'millions of rupiah', 'jutaan rupiah'],
  ['age', '43', 'over 40', '40-an tahun'],
] as const)('Words for a %s such as %s fit what they stand for', (kind, text, english, other) => {
  expect(neutral({ kind, text }, 'en')).toBe(english)
  expect(neutral({ kind, text }, 'id')).toBe(other)
})

test('A neutral word in any kind’s place is not taken for a detail again', () => {
  for (const language of ['en', 'id']) {
    for (const kind of KINDS) expect(found(neutral({ kind, text: 'x' }, language))).toEqual([])
  }
})

test('A replacement puts neutral words everywhere, keeps the rest, and can be taken back', () => {
  const letter = 'I told Zubeida.\n\nZubeida laughed. Then 5 of us saw Zubeida leave.'
  const [same = []] = alike(findDetails(letter, 'en'))
  const edit = neutralEdit(letter, same, 'en')
  const changed = edited(letter, edit)
  expect(changed).toBe(
    'I told a colleague.\n\nA colleague laughed. Then 5 of us saw a colleague leave.',
  )
  expect(edited(changed, reverse(letter, edit))).toBe(letter)
})

test('All mentions of one person give way together, by the role that was told once', () => {
  const letter = 'I asked my manager, Teresa Quill, for help. Teresa laughed. So did Graham.'
  const groups = alike(findDetails(letter, 'en'))
  expect(groups.map((same) => same.length)).toEqual([2, 1])
  expect(edited(letter, neutralEdit(letter, groups[0] ?? [], 'en'))).toBe(
    'I asked my manager for help. My manager laughed. So did Graham.',
  )
})

describe('Whatever stands in a letter', () => {
  const pieces = fc.constantFrom(
    ...[
      'Teresa',
      'Pak ',
      'PT ',
      'Mill ',
      'Lane',
      ' & ',
      '07700 900142',
      '@',
      '.example.com',
      '£2,400',
    ],
    ...[
      'on 3 May ',
      ' Rp7.500.000',
      'I am 43',
      '\n',
      '“',
      '’s ',
      '. ',
      ', ',
      ' ',
      '4111 1111 1111 1111',
    ],
    ...['head of ', 'Jl. ', 'No. 5', 'the only ', 'falconer', 'é', '👩‍🚒', '\ud800', 'di ', 'in '],
  )
  const letters = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  test('marks lie within it, in order, and never overlap', () => {
    fc.assert(
      fc.property(letters, fc.constantFrom('en', 'id', 'xx'), (letter, language) => {
        let before = 0
        for (const { start, end, text } of findDetails(letter, language)) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(text).toBe(letter.slice(start, end))
          before = end
        }
        expect(before).toBeLessThanOrEqual(letter.length)
      }),
    )
  })

  test('a replacement keeps all that is not marked, and can be taken back', () => {
    fc.assert(
      fc.property(letters, (letter) => {
        for (const same of alike(findDetails(letter, 'en'))) {
          const edit = neutralEdit(letter, same, 'en')
          const changed = edited(letter, edit)
          expect(changed.startsWith(letter.slice(0, same[0]?.start))).toBe(true)
          expect(changed.endsWith(letter.slice(same.at(-1)?.end))).toBe(true)
          expect(edited(changed, reverse(letter, edit))).toBe(letter)
        }
      }),
    )
  })

  test.each(['Aa ', 'a@', 'a.', '1 ', 'one hundred and ', 'my a b c ', 'ref no. ', '"', 'Jl. A '])(
    'it is read at once, even when %j stands in it for pages',
    { timeout: 2000 },
    (piece) => {
      const letter = piece.repeat(Math.ceil(64_000 / piece.length))
      expect(findDetails(letter, 'en').length).toBeLessThan(letter.length)
    },
  )
})
