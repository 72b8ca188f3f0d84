import { readFileSync } from 'node:fs'
import { basename, relative } from 'node:path'
import { utf8 } from '../bytes.ts'
import { fingerprint, likenessOf } from '../desk/publishing/plate.ts'
import type { Live, Source } from '../desk/publishing/push-plan.ts'
import { isSlug, type Manuscript, type Problem, parse, write } from '../manuscript.ts'
import { Mistake } from './command-line.ts'

/** One column's file, read and understood. */
export type ColumnFile = Omit<Source, 'read'> & {
  file: string
  language: string
  published: string | null
  read: () => Promise<Manuscript>
}

/** How many bytes of texts may still be held in memory; what is beyond them is read again in turn. */
export type Room = { bytes: number }

/**
 * Reads a column's file and gives what it says, or every problem in it. One whose bytes are those
 * that are `live` has been read before: what it says is known.
 */
export async function readColumn(
  path: string,
  { live, room }: { live: Live | undefined; room: Room },
): Promise<{ column: ColumnFile | null; problems: Problem[] }> {
  const file = named(path)
  const slug = slugOf(path)
  const bytes = readFileSync(path)
  const bytesHash = await fingerprint(bytes)
  const read = () => readAgain(path, bytesHash)
  if (live?.liveHash === bytesHash) {
    const { language, topics, editionOf, publishedAt: published } = live
    const known = { language, topics, editionOf, published, size: bytes.length, likeness: [] }
    return { column: { ...known, file, slug, hash: bytesHash, read }, problems: [] }
  }
  const text = bytes.toString()
  const { manuscript, problems } = parse(text, file)
  if (!isSlug(slug)) return { column: null, problems: [wrongName(file), ...problems] }
  if (!manuscript) return { column: null, problems }
  const hash = await fingerprint(write(manuscript))
  const { language, topics, editionOf, published } = manuscript
  const likeness = likenessOf(manuscript)
  const said = { file, slug, hash, language, topics, editionOf, published, likeness }
  const column = { ...said, size: sizeOf(text), read }
  room.bytes -= bytes.length
  if (room.bytes > 0) return { column: { ...column, read: async () => manuscript }, problems: [] }
  // Copies: what is cut from a text would keep all of it in memory.
  return { column: { ...JSON.parse(JSON.stringify(said)), size: column.size, read }, problems: [] }
}

/** Gives the slug that a column's file is named for. */
export function slugOf(path: string): string {
  return basename(path, '.md')
}

/** Gives a file as it is named to whoever runs the command. */
export function named(path: string): string {
  return relative(process.cwd(), path) || path
}

async function readAgain(path: string, bytesHash: string): Promise<Manuscript> {
  const bytes = readFileSync(path)
  const { manuscript } = parse(bytes.toString(), path)
  if (manuscript && (await fingerprint(bytes)) === bytesHash) return manuscript
  throw new Mistake(`${named(path)} was changed while it was pushed. Push once more.`)
}

/** A document goes to the database as JSON, within the JSON of its batch. */
function sizeOf(text: string): number {
  return utf8(JSON.stringify(JSON.stringify(text))).length
}

function wrongName(file: string): Problem {
  return {
    file,
    line: 1,
    problem: 'The file’s name cannot be an address.',
    instead: 'Name it with lower-case letters a to z, digits and hyphens.',
  }
}
