import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import type { Answers } from './questions.ts'
import { withSetting } from './site-toml.ts'

/** A file that is to be written otherwise, or (after null) removed. */
export type Change = { file: string; before: string; after: string | null }

/** What wrangler.toml says now: a text, or one for each language. */
type Vars = Record<string, unknown>

/** Gives every file of a site's folder that its new answers change; nothing is written yet. */
export function changesFor(folder: string, vars: Vars, answers: Answers): Change[] {
  const languages = answers.languages.split(', ')
  return [
    settings(folder, answers, languages),
    ...housePages(folder, vars, answers),
    ...samples(folder, answers, languages),
  ].filter(({ before, after }) => before !== after)
}

function settings(folder: string, answers: Answers, languages: string[]): Change {
  const before = readFileSync(join(folder, 'wrangler.toml'), 'utf8')
  const after = [
    { key: 'SITE_NAME', value: answers.name, languages },
    { key: 'LANGUAGES', value: answers.languages, languages },
    { key: 'TIME_ZONE', value: answers['time-zone'], languages },
    ...(answers.columnist ? [{ key: 'COLUMNIST', value: answers.columnist, languages }] : []),
  ].reduce(withSetting, before)
  return { file: 'wrangler.toml', before, after }
}

/** The house pages name the site and its columnist: the old names give way to the new. */
function housePages(folder: string, vars: Vars, { name, columnist }: Answers): Change[] {
  const pages = join(folder, 'content/pages')
  const files = existsSync(pages) ? readdirSync(pages).filter((file) => file.endsWith('.md')) : []
  return files.map((file) => {
    const language = file.split('.').at(-2) ?? 'en'
    const before = readFileSync(join(pages, file), 'utf8')
    const renamed = [
      [textIn(vars.SITE_NAME, language), name],
      [textIn(vars.COLUMNIST, language), columnist],
    ].reduce((text, [old, now]) => (old && now ? text.replaceAll(old, now) : text), before)
    return { file: `content/pages/${file}`, before, after: renamed }
  })
}

function textIn(value: unknown, language: string): string {
  const text = typeof value === 'object' && value ? (value as Vars)[language] : value
  return typeof text === 'string' ? text : ''
}

/** The columns that came with the software, and no others; where kept, those of languages that are served. */
function samples(folder: string, answers: Answers, languages: string[]): Change[] {
  const list = join(folder, 'content/samples.txt')
  const slugs = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : []
  const gone = slugs
    .map((slug) => `content/columns/${slug}.md`)
    .filter((file) => existsSync(join(folder, file)))
    .map((file) => ({ file, before: readFileSync(join(folder, file), 'utf8'), after: null }))
    .filter(({ before }) => {
      const language = /^language:\s*["']?([\w-]+)/m.exec(before)?.[1] ?? 'en'
      return answers.samples === 'remove' || !languages.includes(language)
    })
  // The folder stays, as every command of columns looks for it.
  const keeper = 'content/columns/.gitkeep'
  const isEmpty = answers.samples === 'remove' && !existsSync(join(folder, keeper))
  return [
    ...gone,
    ...(isEmpty && gone.length > 0 ? [{ file: keeper, before: 'none', after: '' }] : []),
  ]
}

/** Shows changes as they will be: each changed line with its neighbours, and removed files by name. */
export function shown(changes: Change[]): string {
  const removed = changes.filter(({ after }) => after === null)
  const changed = changes.filter(({ after }) => after !== null && after !== '')
  return [
    ...changed.map(({ file, before, after }) =>
      createTwoFilesPatch(file, file, before, after ?? '', '', '', { context: 1 })
        .split('\n')
        .slice(1)
        .join('\n'),
    ),
    ...(removed.length > 0 ? [`Removed (${removed.length} sample columns):`] : []),
    ...removed.map(({ file }) => `- ${file}`),
  ].join('\n')
}

/** Writes the changes. */
export function carryOut(folder: string, changes: Change[]): void {
  for (const { file, after } of changes) {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    if (after === null) rmSync(path)
    else writeFileSync(path, after)
  }
}
