import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { stringify } from 'yaml'
import { type Manuscript, write } from '../../manuscript.ts'
import { written } from '../../moving-in.ts'
import { type Redirects, relinked } from './addresses.ts'
import {
  type Arrival,
  type Collection,
  type ColumnArrival,
  freeSlug,
  redirectsOf,
} from './collect.ts'
import type { Folder } from './folder.ts'
import { reportOf, summaryOf, type Told } from './report.ts'
import { attachUpdates } from './updates.ts'

/**
 * Writes what was collected: the columns with their updates and their links led to where columns
 * stand now, the old addresses, names of topics, pictures and the report. Gives its figures.
 */
export function settle(
  collection: Collection,
  folder: Folder,
  { images }: { images: string | null },
): string {
  const { columns } = collection
  const { redirects, hosts } = redirectsOf(columns)
  const stray = attachUpdates(collection, redirects, hosts)
  const fates = new Map<string, string>()
  for (const column of columns) {
    const manuscript = linkedAnew(column, redirects, hosts)
    fates.set(column.slug, folder.write(`columns/${column.slug}.md`, write(manuscript)))
  }
  folder.write('redirects.yaml', redirectsFile(redirects))
  if (!existsSync(join(folder.dir, 'topics.yaml'))) folder.write('topics.yaml', topicsFile(columns))
  const apart = writeApart([...collection.others, ...stray], folder)
  const pictures = columns.flatMap((column) => picturesOf(column, folder, images))
  const told: Told = { stray, apart, fates, pictures, redirects: redirects.size }
  folder.write('report.txt', reportOf(collection, told))
  folder.close()
  return summaryOf(collection, told)
}

function linkedAnew(column: ColumnArrival, redirects: Redirects, hosts: Set<string>): Manuscript {
  const { manuscript, remarks } = column.moved
  const linked = (markdown: string) =>
    relinked(markdown, redirects, hosts, (target) => {
      const reason = 'a link to the old site that leads to no column'
      remarks.push({ kind: 'eye', line: 1, reason, text: target })
    })
  const dated = (all: Manuscript['updates']) =>
    all.map(({ on, text }) => ({ on, text: linked(text) }))
  return {
    ...manuscript,
    note: manuscript.note && linked(manuscript.note),
    exchanges: manuscript.exchanges.map((exchange) => ({
      ...exchange,
      letter: linked(exchange.letter),
      reply: linked(exchange.reply),
    })),
    updates: dated(manuscript.updates),
    corrections: dated(manuscript.corrections),
  }
}

function redirectsFile(redirects: Redirects): string {
  const sorted = [...redirects].sort(([one], [other]) => (one < other ? -1 : 1))
  const head = '# Where the old site’s addresses lead: put this file into content/ and push it.\n'
  return head + stringify(Object.fromEntries(sorted), { lineWidth: 0 })
}

/** Names for topics as the old site called them; descriptions are for a person to write. */
function topicsFile(columns: ColumnArrival[]): string {
  const topics: Record<string, Record<string, { name: string; description: string }>> = {}
  for (const { moved } of columns) {
    for (const [slug, name] of moved.topicNames) {
      topics[slug] ??= {}
      topics[slug][moved.manuscript.language] ??= { name, description: '' }
    }
  }
  const sorted = Object.entries(topics).sort(([one], [other]) => (one < other ? -1 : 1))
  return stringify(Object.fromEntries(sorted), { lineWidth: 0 })
}

/**
 * Writes what is no column, or no update of one, to files of its own, so that no word stays behind in
 * the old system. Gives each one's file.
 */
function writeApart(arrivals: Arrival[], folder: Folder): Map<Arrival, string> {
  const files = new Map<Arrival, string>()
  const taken = new Set<string>()
  for (const arrival of arrivals) {
    const { moved, name } = arrival
    const text =
      moved.kind === 'left' ? moved.text : moved.kind === 'update' ? written(moved.blocks) : ''
    if (text === '') continue
    const file = `not-taken/${freeSlug(arrival.slug, moved.title, name, taken)}.md`
    folder.write(file, `# ${moved.title || name}\n\n${text}\n`)
    files.set(arrival, file)
  }
  return files
}

/** Lists a column's pictures, and copies those that the given folder has. */
function picturesOf(
  { slug, moved }: ColumnArrival,
  folder: Folder,
  images: string | null,
): Told['pictures'] {
  return moved.images.map(({ address, text }) => {
    const from = images && pictureIn(images, address)
    const copy = from ? `images/${slug}-${basename(from)}` : null
    if (from && copy) folder.copy(from, copy)
    return { column: slug, address, text, copy }
  })
}

/** A picture's file: under its path, or under the end of that, as folders of uploads are saved. */
function pictureIn(dir: string, address: string): string | null {
  const path = URL.parse(address, 'http://old.example')?.pathname ?? ''
  const steps = path.split('/').filter((step) => step !== '' && step !== '..')
  const paths = steps.map((_, index) => join(dir, ...steps.slice(index).map(named)))
  return paths.find((path) => existsSync(path)) ?? null
}

function named(step: string): string {
  try {
    return basename(decodeURIComponent(step))
  } catch {
    return basename(step)
  }
}
