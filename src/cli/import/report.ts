import type { Counts, Remark } from '../../moving-in.ts'
import type { Arrival, Collection, ColumnArrival, UpdateArrival } from './collect.ts'

/** What was taken is quoted up to here, in characters; what was left is quoted whole. */
const LONGEST_QUOTED = 140
const KINDS: Remark['kind'][] = ['eye', 'left', 'taken']

/** What an import has to tell beside its columns. */
export type Told = {
  /** Updates that lead to no column. */
  stray: UpdateArrival[]
  /** Where the text of each that is no column was put. */
  apart: Map<Arrival, string>
  /** What happened to each column's file: “new”, “unchanged”. */
  fates: Map<string, string>
  /** Pictures, and where each was copied to, if it was. */
  pictures: { column: string; address: string; text: string; copy: string | null }[]
  redirects: number
}

/**
 * Writes the report: first the figures, then column by column and line by line what needs an eye,
 * what was left out and why, and what was taken for what; then all that is no column, and pictures.
 */
export function reportOf(collection: Collection, told: Told): string {
  const { columns, left, others, updates } = collection
  const notTaken = (one: Arrival) =>
    `NOT TAKEN ${headed(one)} → ${told.apart.get(one) ?? 'no text'}`
  const carried = updates.filter((update) => !told.stray.includes(update))
  return [
    'What the import did. Each line: what became of it, its line in the old text, why, and its words.',
    figuresOf(collection, told),
    ...columns.map(columnPart),
    ...carried.map((one) => part(`${headed(one)}: an update, now on its column`, one)),
    ...told.stray.map((one) =>
      part(`${notTaken(one)}: an update, and not all of it leads to a column by a link`, one),
    ),
    ...others.map((one) =>
      part(`${notTaken(one)}: ${one.moved.kind === 'left' ? one.moved.reason : ''}`, one),
    ),
    left.map(({ name, title, reason }) => `NOT TAKEN ${name} “${title}”: ${reason}`).join('\n'),
    told.pictures.map(pictureLine).join('\n'),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n')
}

/** Gives the figures of an import, and what became of the files, in a few lines. */
export function summaryOf(collection: Collection, told: Told): string {
  const fates = [...Map.groupBy(told.fates.values(), (fate) => fate)]
  const counts = fates.map(([fate, all]) => `${all.length} ${fate}`).sort()
  return `Files of columns: ${counts.join(', ')}.\n${figuresOf(collection, told)}`
}

/** The same export always gives the same figures. */
function figuresOf({ columns, updates, left, others }: Collection, told: Told): string {
  const count = (kind: keyof Counts) =>
    columns.reduce((all, { moved }) => all + moved.counts[kind], 0)
  const remarks = columns.flatMap(({ moved, remarks }) => [...remarks, ...moved.remarks])
  const lines = (kind: Remark['kind']) => remarks.filter((one) => one.kind === kind).length
  return [
    `${columns.length} columns: ` +
      `${count('letters')} letters, ${count('replies')} replies, ${count('signoffs')} signoffs, ` +
      `${count('notes')} notes, ${count('updates')} updates and corrections, ${count('scripts')} scripts proposed.`,
    `${lines('left')} lines of old pages left out of them, and ${lines('eye')} lines that need an eye.`,
    `${left.length + others.length + told.stray.length} of the old texts are no columns; ` +
      `${updates.length - told.stray.length} were updates of one.`,
    `${told.redirects} old addresses lead to columns. ${told.pictures.length} pictures, ` +
      `${told.pictures.filter(({ copy }) => copy).length} copied.`,
  ].join('\n')
}

function columnPart(column: ColumnArrival): string {
  const { slug, moved } = column
  return part(`${headed(column)} → columns/${slug}.md (${moved.confidence.toFixed(2)})`, column)
}

function headed({ name, moved }: Arrival): string {
  return `${name} “${moved.title}”`
}

function part(head: string, { remarks, moved }: Arrival): string {
  const all = [...remarks, ...moved.remarks]
  const sorted = KINDS.flatMap((kind) => all.filter((one) => one.kind === kind))
  return [head, ...sorted.map(remarkLine)].join('\n')
}

function remarkLine({ kind, line, reason, text }: Remark): string {
  const words = text.replace(/\s+/g, ' ')
  const isCut = kind === 'taken' && words.length > LONGEST_QUOTED
  const quoted = isCut ? `${words.slice(0, LONGEST_QUOTED)}…` : words
  const name = kind === 'eye' ? 'LOOK ' : kind.padEnd(5)
  return `  ${name} ${String(line).padStart(4)}  ${reason}: ${quoted}`
}

function pictureLine({ column, address, text, copy }: Told['pictures'][number]): string {
  const name = copy ? `copied to ${copy}` : 'not copied'
  return `PICTURE columns/${column}.md: ${address} “${text}”, ${name}`
}
