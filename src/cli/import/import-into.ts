import type { House } from '../../moving-in.ts'
import { Mistake } from '../command-line.ts'
import { collect } from './collect.ts'
import { readFiles } from './files.ts'
import { Folder } from './folder.ts'
import { readGhost } from './ghost.ts'
import { settle } from './settle.ts'
import type { Found, OnProgress } from './source.ts'
import { readWordPress } from './wordpress.ts'

/** What is imported, of which kind, and what of the old site's pictures there are. */
export type Import = { kind: string; path: string; images: string | null; force: boolean }

type Reader = (
  path: string,
  house: House,
  onProgress: OnProgress,
) => AsyncIterable<Found> | Iterable<Found>

const READERS = new Map<string, Reader>([
  ['wordpress', (path, { timeZone }, onProgress) => readWordPress(path, { timeZone, onProgress })],
  ['ghost', (path, _, onProgress) => readGhost(path, onProgress)],
  ['html', (path, _, onProgress) => readFiles('html', path, onProgress)],
  ['text', (path, _, onProgress) => readFiles('text', path, onProgress)],
])

/** Whether there is something that reads such an export. */
export function isKind(kind: string): boolean {
  return READERS.has(kind)
}

/** Imports an export, or texts, into a folder, and gives the figures of what came of them. */
export async function importInto(
  out: string,
  { kind, path, images, force }: Import,
  house: House,
  onProgress: OnProgress = () => {},
): Promise<string> {
  const read = READERS.get(kind)
  if (!read) throw new Mistake(`There is no “${kind}”.`)
  const collection = await collect(read(path, house, onProgress), house)
  return settle(collection, new Folder(out, { force }), { images })
}
