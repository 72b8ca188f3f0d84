import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { press } from '../desk/press.ts'
import { plateOf } from '../desk/publishing/plate.ts'
import type { Db } from '../schema.ts'
import { readQuery } from '../search/query.ts'
import { search } from '../search/search.ts'
import { openSynonyms } from '../search/synonyms.ts'
import { WRITTEN_SYNONYMS } from '../search/written-synonyms.ts'
import { Mistake, print, progress, readArguments, run } from './command-line.ts'
import { migrate, openDatabase } from './database.ts'
import { type Document, halfOf, type Judged, readDocuments, readSet } from './judged-set.ts'
import {
  type Estimate,
  estimate,
  LOOKED_AT,
  MEASURES,
  type Measure,
  type Outcome,
} from './measures.ts'

const HELP = `How well the search answers questions whose right columns are known. It puts the columns
into a database of its own, asks every question as a reader would, and throws the database away.

  npm run eval:search

  --set FILE.jsonl   another set; a line each: {"query", "language", "relevant": ["slug", …]},
                     and where it is known {"need", "clean": the query without its typing errors}
  --dir FOLDER       another folder of column documents, for --set
  --half odd|even    every other need: the search is tuned on odd, proved on even
  --seed NUMBER      for the intervals; 1 if left out
  --json FILE        writes the measures and every outcome there, too
  --verbose          every question whose right columns were not among the first five
  --help             this text
`

const SETS = ['test/eval/search-en.jsonl', 'test/eval/search-id.jsonl']
const FOLDERS = ['content/columns', 'test/eval/columns']
/** So many columns are pressed in one batch. */
const PRESSED = 20
const NOW = new Date('2026-11-28T00:00:00Z')

/** A question as it was asked, and how it was answered. */
type Answered = Outcome & {
  query: string
  language: string
  relevant: string[]
  found: string[]
  corrected: string | null
  kind: Kind
}
/** As a reader who types well asks it, as one who does not, and that one's questions put right. */
type Kind = 'clean' | 'with typing errors' | 'the same without'

async function main(): Promise<void> {
  const { values } = readArguments(HELP, {
    set: { type: 'string' },
    dir: { type: 'string' },
    half: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  })
  const { set: file, dir, half, json, verbose, help } = values
  if (help) return print(HELP)
  if (half && half !== 'odd' && half !== 'even') throw new Mistake(`There is no half “${half}”.`)
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new Mistake(`“${values.seed}” is no whole number.`)
  const files = file ? [file] : SETS.filter(existsSync)
  const set = halfOf(files.flatMap(readSet), half)
  const { documents, left } = readDocuments(dir ? [dir] : FOLDERS.filter(existsSync))
  if (left.length > 0) print(`Left out, as they are no columns:\n${left.join('\n')}\n`)
  warnOfMissing(set, documents)
  const answered = await withDatabase(async (db) => {
    await pressAll(db, documents)
    return askAll(db, set)
  })
  print(`${documents.length} columns, ${set.length} questions; seed ${seed}.\n`)
  const lines = measured(answered, seed)
  print(table(lines))
  if (json) writeFileSync(json, `${JSON.stringify({ seed, lines, answered }, null, 2)}\n`)
  if (verbose) print(`\n${misses(answered)}`)
}

function warnOfMissing(set: Judged[], documents: Document[]): void {
  const known = new Set(documents.map(({ slug }) => slug))
  const missing = new Set(set.flatMap(({ relevant }) => relevant).filter((one) => !known.has(one)))
  if (missing.size > 0) {
    print(`Columns that the set names and that are not in the folder: ${[...missing].join(', ')}\n`)
  }
}

async function withDatabase<Result>(use: (db: Db) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'eval-search-'))
  try {
    await migrate(dataDir)
    const { db, close } = await openDatabase({ dataDir })
    try {
      return await use(db)
    } finally {
      await close()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function pressAll(db: Db, documents: Document[]): Promise<void> {
  for (let start = 0; start < documents.length; start += PRESSED) {
    const plates = documents
      .slice(start, start + PRESSED)
      .map(({ slug, manuscript }) =>
        plateOf(manuscript, { id: slug, slug, changedAt: manuscript.published }),
      )
    const [first, ...rest] = press(db, await Promise.all(plates), NOW)
    if (first) await db.batch([first, ...rest])
    progress(Math.min(start + PRESSED, documents.length), documents.length, 'columns pressed')
  }
}

async function askAll(db: Db, set: Judged[]): Promise<Answered[]> {
  openSynonyms(WRITTEN_SYNONYMS)
  const answered: Answered[] = []
  for (const [index, judged] of set.entries()) {
    const { query, clean } = judged
    if (clean === undefined) answered.push(await ask(db, judged, query, 'clean'))
    else {
      answered.push(await ask(db, judged, query, 'with typing errors'))
      answered.push(await ask(db, judged, clean, 'the same without'))
    }
    progress(index + 1, set.length, 'questions asked')
  }
  return answered
}

async function ask(db: Db, judged: Judged, query: string, kind: Kind): Promise<Answered> {
  const { language, relevant, need } = judged
  const { hits, corrected } = await search(db, readQuery(query, language))
  const found = [...new Set(hits.map(({ slug }) => slug))].slice(0, LOOKED_AT)
  const places = found.flatMap((slug, index) => (relevant.includes(slug) ? [index + 1] : []))
  return {
    query,
    language,
    kind,
    need,
    relevant,
    found,
    corrected: corrected?.searched ?? null,
    places,
    right: relevant.length,
    isEmpty: hits.length === 0,
  }
}

type Line = { name: string; questions: number; measures: Record<Measure, Estimate> }

/** A line for each language and way of typing; the questions typed well beside the mistyped ones. */
function measured(answered: Answered[], seed: number): Line[] {
  const languages = [...new Set(answered.map(({ language }) => language))]
  const line = (name: string, outcomes: Answered[]): Line[] => {
    const estimates = NAMES.map((measure) => [measure, estimate(outcomes, measure, seed)])
    const questions = outcomes.length
    return questions > 0 ? [{ name, questions, measures: Object.fromEntries(estimates) }] : []
  }
  return languages.flatMap((language) => {
    const of = (...kinds: Kind[]) =>
      answered.filter((one) => one.language === language && kinds.includes(one.kind))
    return [
      ...line(`${language}, clean`, of('clean', 'the same without')),
      ...line(`${language}, with typing errors`, of('with typing errors')),
      ...line(`${language}, the same without`, of('the same without')),
    ]
  })
}

const NAMES = Object.keys(MEASURES) as Measure[]

function table(lines: Line[]): string {
  const rows = lines.map(({ name, questions, measures }) => {
    const cells = NAMES.map((measure) => {
      const { mean, low, high } = measures[measure]
      return `${mean.toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)})`
    })
    return `| ${name} | ${questions} | ${cells.join(' | ')} |`
  })
  const heads = [
    `| | questions | ${NAMES.join(' | ')} |`,
    `|---|--:|${NAMES.map(() => '--:|').join('')}`,
  ]
  return [...heads, ...rows].join('\n')
}

function misses(answered: Answered[]): string {
  const missed = answered.filter(({ places: [first] }) => first === undefined || first > 5)
  const lines = missed.map(({ query, corrected, kind, relevant, found }) => {
    const read = corrected ? ` (read as “${corrected}”)` : ''
    return `  “${query}”${read}, ${kind}\n    right: ${relevant.join(', ')}\n    found: ${found.slice(0, 5).join(', ')}`
  })
  return [`Not among the first five: ${missed.length}`, ...lines].join('\n')
}

await run(main)
