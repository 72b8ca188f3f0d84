import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { matchOf, readQuery } from '../../src/search/query.ts'

/** Every way in which what is asked for may be said, by what stands for it in the question. */
const ways = (typed: string, language = 'en') =>
  Object.fromEntries(
    readQuery(typed, language).concepts.map(({ word, ways }) => {
      return [word, ways.map((way) => matchOf(way, ''))]
    }),
  )
const words = (typed: string, language = 'en') => Object.keys(ways(typed, language))

test('The telling words of a sentence are looked for, by their stems', () => {
  expect(words('Should I have been juggling with her staplers?')).toEqual(['juggling', 'staplers'])
  expect(ways('he juggled').juggled).toEqual(['"juggl"', '"juggl"*'])
})

test('Words are looked for among those of their own language', () => {
  const [concept] = readQuery('I was let go yesterday', 'en').concepts
  expect(concept?.ways.map((way) => matchOf(way, 'en'))).toContain('"enlet engo"')
})

test('The last word may go on, as it may still be being typed', () => {
  expect(ways('umbrellas and stapl')).toEqual({
    umbrellas: ['"umbrella"'],
    stapl: ['"stapl"', '"stapl"*'],
  })
})

test('Small words are looked for when there are no others', () => {
  expect(words('Who is it?')).toEqual(['who', 'is', 'it'])
})

describe('What others say for the same thing', () => {
  test('is looked for, too', () => {
    expect(ways('my boss swears').boss).toEqual(expect.arrayContaining(['"boss"', '"manag"']))
    expect(ways('atasan saya', 'id').atasan).toContain('"bos"')
  })

  test('may be several words, in the question as in the list', () => {
    expect(ways('they let him go')['let go']).toBeUndefined()
    expect(ways('I was let go yesterday')['let go']).toEqual(
      expect.arrayContaining(['"let go"', '"fire"', '"layoff"']),
    )
    expect(ways('saya dipecat', 'id').dipecat).toEqual(expect.arrayContaining(['"phk"']))
  })
})

test('Indonesian words are found whatever stands before and behind them', () => {
  const stem = (word: string) => readQuery(word, 'id').concepts[0]?.ways[0]?.stems[0]
  for (const family of [
    ['gaji', 'gajinya', 'digaji', 'penggajian', 'menggaji'],
    ['pecat', 'dipecat', 'memecat', 'pemecatan'],
    ['bayar', 'dibayar', 'membayar', 'pembayaran', 'dibayarin'],
    ['kerja', 'bekerja', 'pekerjaan', 'dikerjakan', 'kerjaan'],
    ['suruh', 'disuruh', 'menyuruh', 'nyuruh'],
    ['tanya', 'bertanya', 'pertanyaan'],
  ]) {
    expect(new Set(family.map(stem)), family[0]).toEqual(new Set([family[0]]))
  }
})

test('The letter that an Indonesian prefix has swallowed is put back, and taken away', () => {
  expect(ways('menolak tugas', 'id').menolak).toEqual(expect.arrayContaining(['"olak"', '"tolak"']))
  expect(ways('tolak tugas', 'id').tolak).toEqual(expect.arrayContaining(['"tolak"', '"olak"']))
})

test('In a language that the project knows nothing of, words are found by their beginnings', () => {
  expect(ways('ma cheffe crie', 'fr')).toEqual({
    ma: ['"ma"'],
    cheffe: ['"cheffe"', '"cheffe"*'],
    crie: ['"crie"', '"crie"*'],
  })
})

test.each(['', '   ', '"*:^-()', '\u0000', '\ud800', '— …', '🙂'])(
  '%j has no word in it',
  (typed) => {
    expect(readQuery(typed, 'en').concepts).toEqual([])
  },
)

test('However a word is written, it is one word', () => {
  expect(words('cafe\u0301 CAFÉ cafe')).toEqual(['cafe'])
  expect(ways('behaviour')).toEqual({ behaviour: ways('behavior').behavior })
  expect(words("the founder's dog, the founder’s cat")).toEqual(['founder', 'dog', 'cat'])
})

test('Only the first words of a long question are looked for, and the reader is told', () => {
  const long = readQuery('manager '.repeat(700), 'en')
  expect(long.searched).toHaveLength(300)
  expect(long.isCut).toBe(true)
  const many = readQuery(Array.from({ length: 20 }, (_, index) => `word${index}`).join(' '), 'en')
  expect(many.concepts).toHaveLength(16)
  expect(many.isCut).toBe(true)
  expect(readQuery('a word or two', 'en').isCut).toBe(false)
})

test('While the synonyms cannot be read, a search is for what was typed; and then for both', async () => {
  vi.resetModules()
  const fresh = await import('../../src/search/query.ts')
  const { readSynonyms } = await import('../../src/search/synonyms-file.ts')
  const ways = () => fresh.readQuery('boss', 'en').concepts[0]?.ways.length ?? 0
  const missing = { fetch: async () => new Response(null, { status: 404 }) }
  await expect(readSynonyms(missing as unknown as Fetcher)).rejects.toThrow('synonyms.json')
  const typed = ways()
  await readSynonyms(env.ASSETS)
  expect(ways()).toBeGreaterThan(typed)
  expect(typed).toBeGreaterThan(0)
})
