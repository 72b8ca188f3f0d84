import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { describe, type Manuscript, parse } from '../manuscript.ts'
import { Mistake } from './command-line.ts'

/** A question with the columns that answer it. */
export type Judged = {
  query: string
  language: string
  relevant: string[]
  /** What is needed, whatever the words; a question of its own where the set does not say. */
  need: string
  /** The same question without its typing errors, where it has some. */
  clean?: string
}

/** When a document without a date was published, as far as a search is concerned. */
const UNDATED = '2020-01-01T00:00:00Z'

/** Reads judged questions, a line of JSON each; what cannot be read is told with file and line. */
export function readSet(file: string): Judged[] {
  if (!existsSync(file)) throw new Mistake(`There is no file ${file}.`)
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() ? [readLine(line, `${file}:${index + 1}`)] : []))
}

function readLine(line: string, place: string): Judged {
  try {
    const { query, language, relevant, need = place, clean } = JSON.parse(line)
    const areTexts = [query, language, need].every((text) => typeof text === 'string')
    const isClean = clean === undefined || typeof clean === 'string'
    if (areTexts && isClean && Array.isArray(relevant)) {
      return { query, language, relevant: relevant.map(String), need: `${language} ${need}`, clean }
    }
  } catch {}
  throw new Mistake(`${place}: write {"query": "…", "language": "en", "relevant": ["slug", …]}`)
}

/** Keeps the first, third… need of a set, or the second, fourth…: to tune on one half only. */
export function halfOf(set: Judged[], half: string | undefined): Judged[] {
  const needs = [...new Set(set.map(({ need }) => need))]
  const wanted = new Set(needs.filter((_, index) => (index % 2 ? 'even' : 'odd') === half))
  return half ? set.filter(({ need }) => wanted.has(need)) : set
}

export type Document = { slug: string; manuscript: Manuscript & { published: string } }

/**
 * Reads every column document in folders, in whatever subfolder it stands. One that is no column is
 * left out, and told of.
 */
export function readDocuments(folders: string[]): { documents: Document[]; left: string[] } {
  const documents = new Map<string, Document>()
  const left: string[] = []
  for (const path of folders.flatMap(markdownIn)) {
    const slug = basename(path, '.md')
    const { manuscript, problems } = parse(readFileSync(path, 'utf8'), relative('.', path))
    const [problem] = problems
    if (documents.has(slug)) left.push(`${relative('.', path)}: there is another ${slug}`)
    else if (manuscript) {
      const published = manuscript.published ?? UNDATED
      documents.set(slug, { slug, manuscript: { ...manuscript, published } })
    } else if (problem) left.push(describe(problem))
  }
  return { documents: [...documents.values()], left }
}

function markdownIn(folder: string): string[] {
  if (!existsSync(folder)) throw new Mistake(`There is no folder ${folder}.`)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
}
