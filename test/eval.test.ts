import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readContentFolder } from '../src/cli/content-folder.ts'

const top = join(import.meta.dirname, '..')

/** How many needs the search is judged by in each language, and in how many wordings of each. */
const LANGUAGES = {
  en: { needs: 60, paraphrases: 5 },
  id: { needs: 40, paraphrases: 3 },
}

/** What somebody types, the columns that answer it, and the same without its typing errors. */
type Search = {
  query: string
  language: string
  relevant: string[]
  need: string
  clean?: string
}

async function columnsOf(dir: string) {
  const languages = Object.keys(LANGUAGES)
  const folder = await readContentFolder(join(top, dir), { languages, now: new Date() })
  const columns = folder.columns.map(async ({ slug, read }) => ({ slug, manuscript: await read() }))
  return { ...folder, columns: await Promise.all(columns) }
}

function searchesIn(language: string): Search[] {
  const text = readFileSync(join(top, `test/eval/search-${language}.jsonl`), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const samples = await columnsOf('content')
const written = await columnsOf('test/eval')
const known = new Map(
  [...samples.columns, ...written.columns].map(({ slug, manuscript }) => [slug, manuscript]),
)

/** Gives what stands more than once. */
function repeated(texts: string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index)
}

describe('The columns that the search is judged over', () => {
  test('are at least 300, each as valid as one that readers see', () => {
    expect(written.problems).toEqual([])
    expect(written.columns.length).toBeGreaterThanOrEqual(300)
  })

  test('are all different, from each other and from the samples', () => {
    const columns = [...samples.columns, ...written.columns]
    const letters = columns.flatMap(({ manuscript }) =>
      manuscript.exchanges.flatMap(({ letter, reply }) => [letter, reply]),
    )
    expect(known.size).toBe(columns.length)
    expect(repeated(columns.map(({ manuscript }) => manuscript.headline))).toEqual([])
    expect(repeated(letters)).toEqual([])
  })

  test('stand under topics that the samples have', () => {
    const topics = new Set(samples.topics.map(({ slug }) => slug))
    const foreign = written.columns.filter(({ manuscript }) =>
      manuscript.topics.some((topic) => !topics.has(topic)),
    )
    expect(foreign.map(({ slug }) => slug)).toEqual([])
  })
})

describe.each(Object.entries(LANGUAGES))('The searches in %s', (language, least) => {
  const searches = searchesIn(language)
  const needs = Map.groupBy(searches, ({ need }) => need)

  test('are enough, and no two of them alike', () => {
    expect(needs.size).toBeGreaterThanOrEqual(least.needs)
    const scarce = [...needs].filter(([, wordings]) => wordings.length < least.paraphrases)
    expect(scarce).toEqual([])
    expect(repeated(searches.map(({ query }) => query))).toEqual([])
  })

  test('each want columns of their language, the same for every wording of a need', () => {
    const astray = searches.filter(
      (search) =>
        search.language !== language ||
        search.relevant.length === 0 ||
        repeated(search.relevant).length > 0 ||
        search.relevant.some((slug) => known.get(slug)?.language !== language),
    )
    expect(astray).toEqual([])
    const torn = [...needs.values()].filter(
      (wordings) => new Set(wordings.map(({ relevant }) => relevant.join(' '))).size > 1,
    )
    expect(torn).toEqual([])
  })

  test('have typing errors in two of five, beside what was meant', () => {
    const mistyped = searches.filter(({ clean }) => clean !== undefined)
    expect(mistyped.length / searches.length).toBeGreaterThanOrEqual(0.4)
    const meant = mistyped.filter(
      ({ query, clean = '' }) => clean !== query && Math.abs(clean.length - query.length) <= 5,
    )
    expect(meant).toEqual(mistyped)
  })
})
