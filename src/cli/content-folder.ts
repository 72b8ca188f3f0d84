import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { parse as parseYaml } from 'yaml'
import type { TopicText } from '../desk/settings/topics.ts'
import { describe, isSlug, type Manuscript, type Problem, parse } from '../manuscript.ts'
import { Mistake } from './command-line.ts'
import { readSiteFile } from './database.ts'

/** One column's file, read and understood. */
export type ColumnFile = { file: string; slug: string; manuscript: Manuscript }

export type ContentFolder = { columns: ColumnFile[]; topics: TopicText[]; problems: Problem[] }

/**
 * Reads `columns/` and `topics.yaml` of a content folder and gives what they hold, with every problem
 * of every file. `languages` are those that the site serves; `live` are slugs that are live already.
 */
export function readContentFolder(
  dir: string,
  { languages, now, live = new Set() }: { languages: string[]; now: Date; live?: Set<string> },
): ContentFolder {
  const read = columnFiles(dir).map((path) => readColumn(path))
  const columns = read.flatMap(({ column }) => (column ? [column] : []))
  const bySlug = Map.groupBy(columnFiles(dir), slugOf)
  const known = new Set([...live, ...bySlug.keys()])
  const topics = readTopics(dir)
  return {
    columns,
    topics: topics.texts,
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...[...bySlug].flatMap(([slug, files]) => duplicates(slug, files.map(named))),
      ...columns.flatMap((column) => outwardProblems(column, { languages, now, known })),
      ...topics.problems,
    ],
  }
}

/** What the content commands are told: the folder, which site, and whether to overwrite. */
export type ContentOptions = { dir: string; remote: boolean; force: boolean }

/** Reads a folder for the site that wrangler.toml describes; any problem stops the command. */
export async function readChecked(dir: string, live?: Set<string>): Promise<ContentFolder> {
  if (!existsSync(join(dir, 'columns'))) throw new Mistake(`There is no folder ${dir}/columns.`)
  const { vars } = await readSiteFile()
  const languages = String(vars.LANGUAGES ?? 'en').split(/[\s,]+/)
  const folder = readContentFolder(dir, { languages, now: new Date(), live })
  if (folder.problems.length === 0) return folder
  const count = folder.problems.length === 1 ? '1 problem' : `${folder.problems.length} problems`
  throw new Mistake(`${folder.problems.map(describe).join('\n')}\n${count}. Nothing was written.`)
}

/** Gives the folder's files by their slugs, in whatever subfolder they stand. */
export function filesBySlug(dir: string): Map<string, string> {
  return new Map(columnFiles(dir).map((path) => [slugOf(path), path]))
}

function columnFiles(dir: string): string[] {
  const folder = join(dir, 'columns')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
}

function slugOf(path: string): string {
  return basename(path, '.md')
}

function named(path: string): string {
  return relative(process.cwd(), path) || path
}

function readColumn(path: string): { column: ColumnFile | null; problems: Problem[] } {
  const file = named(path)
  const slug = slugOf(path)
  const { manuscript, problems } = parse(readFileSync(path, 'utf8'), file)
  const wrongName: Problem[] = isSlug(slug)
    ? []
    : [
        {
          file,
          line: 1,
          problem: 'The file’s name cannot be an address.',
          instead: 'Name it with lower-case letters a to z, digits and hyphens.',
        },
      ]
  const column = manuscript && wrongName.length === 0 ? { file, slug, manuscript } : null
  return { column, problems: [...wrongName, ...problems] }
}

function duplicates(slug: string, files: string[]): Problem[] {
  return files.slice(1).map((file) => ({
    file,
    line: 1,
    problem: `The slug “${slug}” is taken by ${files[0]}.`,
    instead: 'Give one of the two files another name.',
  }))
}

/** What one file alone cannot show: the site's languages, the clock, and the other columns. */
function outwardProblems(
  { file, slug, manuscript }: ColumnFile,
  { languages, now, known }: { languages: string[]; now: Date; known: Set<string> },
): Problem[] {
  const { language, published, editionOf } = manuscript
  const problem = (key: string, problem: string, instead: string): Problem => {
    const lines = readFileSync(file, 'utf8').split('\n')
    return {
      file,
      line: lines.findIndex((line) => line.startsWith(`${key}:`)) + 1,
      problem,
      instead,
    }
  }
  const problems: Problem[] = []
  if (!languages.includes(language)) {
    const instead = `Write one of ${languages.join(', ')}, or add it to LANGUAGES.`
    problems.push(
      problem('language', `The site does not serve the language “${language}”.`, instead),
    )
  }
  if (published && new Date(published) > now) {
    const instead = 'Leave it out and schedule the draft at the desk, or write a date that is past.'
    problems.push(problem('published', `The date ${published} is still to come.`, instead))
  }
  if (editionOf && (editionOf === slug || !known.has(editionOf))) {
    const instead = 'Write the slug of the column that this one translates.'
    problems.push(problem('edition_of', `There is no other column “${editionOf}”.`, instead))
  }
  return problems
}

function readTopics(dir: string): { texts: TopicText[]; problems: Problem[] } {
  const path = join(dir, 'topics.yaml')
  if (!existsSync(path)) return { texts: [], problems: [] }
  const problem = (text: string): Problem => ({
    file: named(path),
    line: 1,
    problem: text,
    instead: 'Write “slug: { en: { name: …, description: … } }” for each topic.',
  })
  let topics: Record<string, Record<string, { name?: unknown; description?: unknown }>>
  try {
    topics = parseYaml(readFileSync(path, 'utf8')) ?? {}
  } catch (error) {
    return { texts: [], problems: [problem(`This is not YAML: ${(error as Error).message}`)] }
  }
  const texts = Object.entries(topics).flatMap(([slug, languages], position) =>
    Object.entries(languages ?? {}).map(([language, { name, description } = {}]) => ({
      slug,
      language,
      name: String(name ?? ''),
      description: String(description ?? ''),
      position,
    })),
  )
  const wrong = texts.filter(({ slug, name }) => !isSlug(slug) || name === '')
  return { texts, problems: wrong.map(({ slug }) => problem(`The topic “${slug}” has no name.`)) }
}
