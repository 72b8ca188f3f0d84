import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Db } from '../../schema.ts'
import { untilFree } from '../local-site.ts'
import { page, type Read, readRows, type Table, type Value } from './tables.ts'

/** What was seen of a table: how many rows, and the checksum of their lines. */
export type Look = { rows: number; sha256: string }

/** How much of a table is read at a time, in characters: rows are from 20 to 90,000 long. */
const PAGE_LENGTH = 1_000_000
const MOST_ROWS = 2_000

/** A row's line in a backup: its values as a JSON array, in the order of the table's columns. */
export function lineOf(values: Value[]): string {
  return `${JSON.stringify(values)}\n`
}

/** Writes a table's lines, where a place is given, and reckons their checksum. */
export function taker(path: string | null) {
  const hash = createHash('sha256')
  const file = path === null ? null : createWriteStream(path, { mode: 0o600 })
  let rows = 0
  return {
    async take(read: Read[]): Promise<void> {
      const lines = read.map(({ values }) => lineOf(values)).join('')
      hash.update(lines)
      rows += read.length
      if (file && !file.write(lines)) await once(file, 'drain')
    },
    async end(): Promise<Look> {
      if (file) await once(file.end(), 'finish')
      return { rows, sha256: hash.digest('hex') }
    },
  }
}

/** Looks through a whole table, a page at a time; `path` is where its lines are written, if anywhere. */
export async function look(
  db: Db,
  table: Table,
  { path = null, seen = () => {} }: { path?: string | null; seen?: (rows: number) => void } = {},
): Promise<Look> {
  const taken = taker(path)
  for await (const read of pages(db, table)) {
    await taken.take(read)
    seen(read.length)
  }
  return taken.end()
}

async function* pages(db: Db, table: Table): AsyncGenerator<Read[]> {
  let limit = 20
  for (let after: Value[] | undefined; ; ) {
    const [found] = await untilFree(() => db.batch([page(db, table, { after, limit })]))
    const read = readRows(table, found)
    if (read.length > 0) yield read
    if (read.length < limit) return
    after = read.at(-1)?.at
    const length = JSON.stringify(found).length / read.length
    limit = Math.max(5, Math.min(MOST_ROWS, Math.floor(PAGE_LENGTH / length)))
  }
}
