import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import type { LiveIndex } from '../desk/publishing/push-plan.ts'
import type { TopicText } from '../desk/settings/topics.ts'
import { describe, isSlug, type Problem } from '../manuscript.ts'
import type { OldAddress } from '../schema.ts'
import { type ColumnFile, named, readColumn, slugOf } from './column-file.ts'
import { Mistake } from './command-line.ts'
import { readSiteFile } from './database.ts'
import { readRedirects } from './redirects-file.ts'

export type ContentFolder = {
  columns: ColumnFile[]
  topics: TopicText[]
  /** Where old addresses lead; null where the folder does not say. */
  addresses: OldAddress[] | null
  problems: Problem[]
}

/** Files read at the same time. */
const AT_ONCE = 50
/** Texts held in memory, in bytes: those of some 15,000 columns. */
const HELD = 100_000_000
const NOTHING_LIVE: LiveIndex = new Map()

/**
 * Reads `columns/`, `topics.yaml` and `redirects.yaml` of a content folder and gives what they hold, with
 * every problem of every file. `languages` are those that the site serves; `live` are the columns that are live
 * already: a file that is the same to the byte is not parsed again.
 */
export async function readContentFolder(
  dir: string,
  { languages, now, live = NOTHING_LIVE }: { languages: string[]; now: Date; live?: LiveIndex },
): Promise<ContentFolder> {
  const paths = columnFiles(dir)
  const columns: ColumnFile[] = []
  const problems: Problem[] = []
  const room = { bytes: HELD }
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const some = paths.slice(start, start + AT_ONCE)
    for (const read of await Promise.all(
      some.map((path) => readColumn(path, { live: live.get(slugOf(path)), room })),
    )) {
      if (read.column) columns.push(read.column)
      problems.push(...read.problems)
    }
  }
  const bySlug = Map.groupBy(paths, slugOf)
  const isKnown = (slug: string) => live.has(slug) || bySlug.has(slug)
  const topics = readTopics(dir)
  const redirects = readRedirects(dir, {
    languages,
    columns: new Set([...live.keys(), ...bySlug.keys()]),
    topics: new Set([...topics.texts, ...columns].flatMap(topicsOf)),
  })
  return {
    columns,
    topics: topics.texts,
    addresses: redirects.addresses,
    problems: [
      ...problems,
      ...[...bySlug].flatMap(([slug, files]) => duplicates(slug, files.map(named))),
      ...columns.flatMap((column) => outwardProblems(column, { languages, now, isKnown })),
      ...topics.problems,
      ...redirects.problems,
    ],
  }
}

/** What the content commands are told: the folder, which site, and whether to overwrite. */
export type ContentOptions = { dir: string; remote: boolean; force: boolean }

/** Reads a folder for the site that wrangler.toml describes; any problem stops the command. */
export async function readChecked(dir: string, live?: LiveIndex): Promise<ContentFolder> {
  if (!existsSync(join(dir, 'columns'))) throw new Mistake(`There is no folder ${dir}/columns.`)
  const { vars } = await readSiteFile()
  const languages = String(vars.LANGUAGES ?? 'en').split(/[\s,]+/)
  const folder = await readContentFolder(dir, { languages, now: new Date(), live })
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

function duplicates(slug: string, files: string[]): Problem[] {
  return files.slice(1).map((file) => ({
    file,
    line: 1,
    problem: `The slug “${slug}” is taken by ${files[0]}.`,
    instead: 'Give one of the two files another name.',
  }))
}

type Outward = { languages: string[]; now: Date; isKnown: (slug: string) => boolean }

/** What one file alone cannot show: the site's languages, the clock, and the other columns. */
function outwardProblems(
  { file, slug, language, published, editionOf }: ColumnFile,
  { languages, now, isKnown }: Outward,
): Problem[] {
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
  if (editionOf && (editionOf === slug || !isKnown(editionOf))) {
    const instead = 'Write the slug of the column that this one translates.'
    problems.push(problem('edition_of', `There is no other column “${editionOf}”.`, instead))
  }
  return problems
}

const topicsOf = (one: TopicText | ColumnFile) => ('topics' in one ? one.topics : [one.slug])

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
