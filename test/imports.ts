import { posix } from 'node:path'

/** Source files by their path from the top of the project. */
export type Files = Map<string, string>

/** One import of a file of ours; `isTyped` when it is gone at run time. */
export type Import = { from: string; line: number; to: string; isTyped: boolean }

/** Folders of the floor: its shared look, and the parts of a file that stands beside them. */
const FLOOR = new Set(['ui', 'full-text', 'identifying', 'manuscript', 'moving-in', 'share-image'])

/** Which rooms a room may import besides itself; a room that is not named here is a breach. */
const LAW: Record<string, string[]> = {
  floor: [],
  columns: ['floor'],
  letters: ['floor'],
  house: ['floor'],
  search: ['floor', 'columns'],
  feeds: ['floor', 'columns'],
  mail: ['floor'],
  desk: ['floor', 'columns', 'letters', 'mail'],
  cli: ['floor', 'columns', 'letters', 'house', 'search', 'feeds', 'mail', 'desk'],
  enhance: ['floor'],
  'src/app.tsx': ['floor', 'columns', 'letters', 'house', 'search', 'feeds', 'mail', 'desk'],
  'src/index.ts': ['src/app.tsx', 'floor'],
}

// The formatter has every import begin a line, or stand in a call.
const IMPORT =
  /^(?:import|export)[ \t]+(?<type>type[ \t])?(?:[\w$*{][^'";]*?from[ \t]+)?'(?<whence>[^']+)'|\bimport\('(?<late>[^']+)'\)/gm

/** Lists the imports of files of ours, of packages not. */
export function importsOf(files: Files): Import[] {
  return [...files].flatMap(([from, text]) =>
    [...text.matchAll(IMPORT)].flatMap(({ index, groups = {} }) => {
      const whence = groups.whence ?? groups.late ?? ''
      if (!whence.startsWith('.')) return []
      const line = text.slice(0, index).split('\n').length
      const to = posix.join(posix.dirname(from), whence)
      return [{ from, line, to, isTyped: groups.type !== undefined }]
    }),
  )
}

/** Gives every breach of the import law, as `file:line: what is wrong`. */
export function breaches(files: Files): string[] {
  const imports = importsOf(files)
  return [
    ...imports
      .filter(({ from, to }) => isOurs(to) && !mayImport(from, to))
      .map((one) => told(one, `${roomOf(one.from)} may not import ${roomOf(one.to)}`)),
    ...imports
      .filter(({ to }) => isOurs(to) && !files.has(to))
      .map((one) => told(one, 'there is no such file')),
    ...withJsx(imports).map((one) => told(one, 'Node cannot run JSX, and src/cli reaches it')),
  ].sort()
}

/** Gives every cycle of imports that are there at run time, as `one → other → one`. */
export function cycles(files: Files): string[] {
  const next = Map.groupBy(atRunTime(importsOf(files)), ({ from }) => from)
  const found = new Set<string>()
  const isDone = new Set<string>()
  const visit = (file: string, path: string[]) => {
    const start = path.indexOf(file)
    if (start >= 0) found.add([...path.slice(start), file].join(' → '))
    if (start >= 0 || isDone.has(file)) return
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file])
    isDone.add(file)
  }
  for (const file of files.keys()) visit(file, [])
  return [...found]
}

function told({ from, line, to }: Import, problem: string): string {
  return `${from}:${line}: ${problem} (${to})`
}

function isOurs(path: string): boolean {
  return /^src\/.*\.tsx?$/.test(path)
}

function mayImport(from: string, to: string): boolean {
  return roomOf(from) === roomOf(to) || !!LAW[roomOf(from)]?.includes(roomOf(to))
}

/** The room that a file of src stands in; the two files above the rooms stand for themselves. */
function roomOf(path: string): string {
  if (path === 'src/app.tsx' || path === 'src/index.ts') return path
  const [, room, inside] = path.split('/')
  return inside === undefined || FLOOR.has(String(room)) ? 'floor' : String(room)
}

function atRunTime(imports: Import[]): Import[] {
  return imports.filter(({ isTyped, to }) => !isTyped && isOurs(to))
}

/** The imports of `.tsx` files at which the command line would arrive. */
function withJsx(imports: Import[]): Import[] {
  const next = Map.groupBy(atRunTime(imports), ({ from }) => from)
  const reached = new Set([...next.keys()].filter((file) => roomOf(file) === 'cli'))
  for (const file of reached) for (const { to } of next.get(file) ?? []) reached.add(to)
  return [...reached]
    .flatMap((file) => next.get(file) ?? [])
    .filter(({ from, to }) => to.endsWith('.tsx') && !from.endsWith('.tsx'))
}
