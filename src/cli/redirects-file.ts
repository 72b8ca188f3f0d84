import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { nearest } from '../manuscript/problem.ts'
import type { Problem } from '../manuscript.ts'
import { oldPath } from '../old-address.ts'
import { ownAddress } from '../own-address.ts'
import type { OldAddress } from '../schema.ts'
import { named } from './column-file.ts'

/** What a line is checked against. */
type Around = {
  languages: string[]
  /** The slugs of all columns that are here, live or drafts, and of all topics. */
  columns: Set<string>
  topics: Set<string>
}

/** A line of the file: what stands on both sides of its colon. */
type Line = { line: number; from: unknown; path: string | null; to: unknown }

const LINE = 'Write “/2015/03/slug.html: /columns/slug”: the old address, and where it leads now.'
const TAKE_OUT = 'Take the line out.'

/**
 * Reads `redirects.yaml` of a content folder: where old addresses lead, with every problem by its line.
 * Null where there is no such file.
 */
export function readRedirects(
  dir: string,
  around: Around,
): { addresses: OldAddress[] | null; problems: Problem[] } {
  const path = join(dir, 'redirects.yaml')
  if (!existsSync(path)) return { addresses: null, problems: [] }
  const file = named(path)
  const problems: Problem[] = []
  const { lines, wrong } = linesOf(readFileSync(path, 'utf8'))
  if (wrong) return { addresses: [], problems: [{ file, ...wrong }] }
  const known = new Map<string, Line>()
  for (const each of lines) if (each.path && !known.has(each.path)) known.set(each.path, each)
  const addresses = lines.flatMap((line) => {
    const wrong = problemOf(line, known, around)
    if (wrong) problems.push({ file, line: line.line, problem: wrong[0], instead: wrong[1] })
    if (wrong || line.path === null) return []
    const target = String(line.to)
    const own = ownAddress(pathOf(target), around.languages)
    return { path: line.path, target, slug: own?.kind === 'column' ? own.slug : null }
  })
  return { addresses, problems }
}

/** Takes the file apart into its lines, or says why that cannot be done. */
function linesOf(text: string): { lines: Line[]; wrong?: Omit<Problem, 'file'> } {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, uniqueKeys: false })
  const [error] = document.errors
  if (error) {
    const line = lineCounter.linePos(error.pos[0]).line
    const [said] = error.message.split('\n')
    return { lines: [], wrong: { line, problem: `This is not YAML: ${said}`, instead: LINE } }
  }
  const { contents } = document
  if (contents === null) return { lines: [] }
  if (!isMap(contents)) {
    return {
      lines: [],
      wrong: { line: 1, problem: 'This is no list of addresses.', instead: LINE },
    }
  }
  const lines = contents.items.map(({ key, value }) => {
    const from = plain(key)
    const line = lineCounter.linePos(key.range[0]).line
    return { line, from, path: isAddress(from) ? oldPath(from) : null, to: plain(value) }
  })
  return { lines }
}

function plain(node: unknown): unknown {
  return isScalar(node) ? node.value : null
}

function isAddress(text: unknown): text is string {
  return typeof text === 'string' && /^(?:\/(?!\/)|https?:\/\/)/.test(text)
}

/** What is wrong with a line, and what to do about it; null: nothing. */
function problemOf(
  { line, from, path, to }: Line,
  known: Map<string, Line>,
  { languages, columns, topics }: Around,
): [problem: string, instead: string] | null {
  if (path === null) {
    return [
      `“${from}” is no address of an old site.`,
      'Write its path, like /2015/03/slug.html or /?p=123.',
    ]
  }
  const first = known.get(path)
  if (first && first.line !== line) {
    return [`“${path}” stands on line ${first.line} already.`, 'Take one of the two out.']
  }
  const own = path.includes('?') ? null : ownAddress(path, languages)
  if (own && (own.kind !== 'column' || columns.has(own.slug))) {
    return [`“${path}” is an address of this site, which answers there itself.`, TAKE_OUT]
  }
  if (typeof to !== 'string' || !/^\/(?!\/)/.test(to) || /[\s\\]/.test(to)) {
    return [
      `“${to ?? ''}” is no address of this site.`,
      'Write where it leads now, like /columns/slug.',
    ]
  }
  const wrong = targetProblem(to, ownAddress(pathOf(to), languages), { columns, topics })
  const next = known.get(oldPath(to) ?? '')
  if (wrong === null || next === undefined) return wrong
  if (next === first) return [`“${path}” leads to itself.`, 'Write an address of this site.']
  const instead = `Write where that one leads: ${next.to}.`
  return [`“${path}” leads to another old address, of line ${next.line}.`, instead]
}

function targetProblem(
  to: string,
  own: ReturnType<typeof ownAddress>,
  { columns, topics }: Pick<Around, 'columns' | 'topics'>,
): [string, string] | null {
  if (!own || own.kind === 'desk') {
    return [
      `The site has no page “${to}”.`,
      'Write one that it has, like /columns/slug or /archive.',
    ]
  }
  if (own.slug === null) return null
  const all = own.kind === 'column' ? columns : topics
  if (all.has(own.slug)) return null
  const meant = nearest(own.slug, [...all])
  const instead = meant ? `Write “${meant}”, or take the line out.` : TAKE_OUT
  return own.kind === 'column'
    ? [`There is no column “${own.slug}”.`, instead]
    : [`There is no topic “${own.slug}”.`, instead]
}

function pathOf(target: string): string {
  return target.replace(/[?#].*$/, '')
}
