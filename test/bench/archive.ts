import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Manuscript, parse, write } from '../../src/manuscript.ts'

/** What the made-up columns are made from: the sample columns, and those that the search is judged by. */
const read = ['content/columns', 'test/eval/columns'].flatMap((folder) => {
  const path = join(import.meta.dirname, '../..', folder)
  return readdirSync(path).flatMap((name) => {
    const { manuscript } = parse(readFileSync(join(path, name), 'utf8'), name)
    return manuscript ? [manuscript] : []
  })
})

/** Every so many columns one is a digest, and one the Indonesian edition of the column before it. */
const DIGEST_EVERY = 20
const EDITION_EVERY = 10

/** A random number of [0, 1) at each call: the same ones for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Writes an archive of columns into `dir`/columns: made-up text in the words, and the order of words,
 * of the sample columns, as long as columns are, with their topics, digests and editions, over the
 * last fifteen years. The same seed writes the same archive.
 */
export function writeArchive(dir: string, { columns, seed }: { columns: number; seed: number }) {
  const folder = join(dir, 'columns')
  mkdirSync(folder, { recursive: true })
  const random = chance(seed)
  const writers = { en: writerOf('en', random), id: writerOf('id', random) }
  const hours = (15 * 365 * 24) / columns
  for (let number = 0; number < columns; number += 1) {
    const isEdition = number % EDITION_EVERY === EDITION_EVERY - 1
    const language = isEdition ? 'id' : 'en'
    const published = new Date(Date.UTC(2011, 0, 1) + number * hours * 3_600_000)
    const column = writers[language]({
      published: `${published.toISOString().slice(0, 19)}Z`,
      editionOf: isEdition ? `column-${number - 1}` : null,
      isDigest: number % DIGEST_EVERY === DIGEST_EVERY / 2,
    })
    writeFileSync(join(folder, `column-${number}.md`), write(column))
  }
}

/** Gives a maker of letters, each another one, as a reader might send them. */
export function letterWriter(random: () => number): () => string {
  const write = writerOf('en', random)
  const frame = { published: '2026-01-01T00:00:00Z', editionOf: null, isDigest: false }
  return () => write(frame).exchanges[0]?.letter ?? ''
}

type Frame = { published: string; editionOf: string | null; isDigest: boolean }

/** A writer who has read the sample columns of a language, and nothing else. */
function writerOf(language: string, random: () => number) {
  const samples = read.filter((sample) => sample.language === language)
  const topics = [...new Set(samples.flatMap((sample) => sample.topics))]
  const prose = samples.flatMap(({ exchanges }) =>
    exchanges.flatMap(({ letter, reply }) => [letter, reply]),
  )
  const words = prose.flatMap((text) => text.match(/[\p{L}\p{N}'’-]+[.,;:?!]*/gu) ?? [])
  const followers = new Map<string, string[]>()
  for (const [index, word] of words.entries()) {
    const pair = `${words[index - 2]} ${words[index - 1]}`
    const known = followers.get(pair)
    if (known) known.push(word)
    else followers.set(pair, [word])
  }
  const anyOf = <One>(list: One[]): One => list[Math.floor(random() * list.length)] as One
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least))

  /** A word that follows the two before it in some sample; a rare one of its own now and then. */
  const say = (count: number): string => {
    const start = between(0, words.length - 2)
    const said = words.slice(start, start + 2)
    while (said.length < count) {
      const next = anyOf(followers.get(`${said.at(-2)} ${said.at(-1)}`) ?? words)
      // Every archive has its names and its trades: each as rare as they are in real ones.
      said.push(random() < 0.01 ? `${syllables()}${next.match(/[.,]$/)?.[0] ?? ''}` : next)
    }
    return capital(said.join(' '))
  }
  const syllables = () =>
    Array.from(
      { length: between(2, 5) },
      () => anyOf([...'bdfghklmnprstw']) + anyOf([...'aeiou']),
    ).join('')
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const paragraphs = (count: number) =>
    Array.from({ length: count }, () => `${say(between(50, 110))}.`).join('\n\n')
  const script = () => `> [!SCRIPT] ${say(between(3, 7))}\n> ${say(between(15, 40))}.`

  return ({ published, editionOf, isDigest }: Frame): Manuscript => {
    const exchange = (headline: string | null) => ({
      headline,
      letter: paragraphs(between(2, isDigest ? 3 : 6)),
      signoff: say(3),
      reply: `${paragraphs(between(2, isDigest ? 4 : 8))}\n\n${script()}`,
    })
    return {
      headline: say(between(5, 11)),
      standfirst: `${say(between(10, 20))}.`,
      language,
      topics: [...new Set([anyOf(topics), anyOf(topics)])],
      published,
      byline: null,
      editionOf,
      contentNote: null,
      place: null,
      checked: null,
      note: null,
      exchanges: isDigest
        ? [exchange(say(6)), exchange(say(6)), exchange(say(6))]
        : [exchange(null)],
      updates: [],
      corrections: [],
    }
  }
}
