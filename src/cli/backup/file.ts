import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Mistake } from '../command-line.ts'
import type { Look } from './look.ts'
import type { Value } from './tables.ts'

/** The first line of a backup: what is in it, and how it can be known to be whole. */
export type Header = {
  format: typeof FORMAT
  version: 1
  savedAt: string
  site: string
  migrations: string[]
  keys: Record<string, number>
  tables: ({ name: string; columns: string[] } & Look)[]
}

const FORMAT = 'sincerely backup'

/** A row of a backup, with the table that it belongs to. */
export type Entry = { table: Header['tables'][number]; values: Value[] }

/** Writes a backup: lines of JSON, gzipped. `linesOf` gives the file that holds a table's lines. */
export async function writeBackup(
  path: string,
  {
    linesOf,
    ...header
  }: Omit<Header, 'format' | 'version'> & { linesOf: (name: string) => string },
): Promise<void> {
  const hash = createHash('sha256')
  async function* parts() {
    yield `${JSON.stringify({ format: FORMAT, version: 1, ...header })}\n`
    for (const { name } of header.tables) {
      yield `${JSON.stringify({ table: name })}\n`
      yield* createReadStream(linesOf(name))
    }
  }
  async function* whole() {
    for await (const part of parts()) {
      hash.update(part)
      yield part
    }
    yield `${JSON.stringify({ end: hash.digest('hex') })}\n`
  }
  await pipeline(Readable.from(whole()), createGzip(), createWriteStream(path, { mode: 0o600 }))
}

/** Gives a backup's header without a look at the rest. */
export async function readHeader(path: string): Promise<Header> {
  for await (const line of lines(path)) return headerOf(line, path)
  throw new Mistake(`${path} is empty.`)
}

/**
 * Gives every row of a backup, in order, and refuses one that is not as it was written: cut off, or
 * with a byte changed. That is known at the end, so go through it once before you act on it.
 */
export async function* readBackup(path: string): AsyncGenerator<Entry> {
  let header: Header | null = null
  const whole = createHash('sha256')
  let place = -1
  let table: Header['tables'][number] | undefined
  let seen = { rows: 0, hash: createHash('sha256') }
  let isEnded = false
  const closeTable = () => {
    if (table && (seen.rows !== table.rows || seen.hash.digest('hex') !== table.sha256)) {
      throw new Mistake(`${path} is damaged: the table ${table.name} is not as it was saved.`)
    }
  }
  for await (const line of lines(path)) {
    if (isEnded) throw new Mistake(`${path} is damaged: something stands behind its end.`)
    if (!header) {
      header = headerOf(line, path)
    } else if (line.startsWith('[')) {
      if (!table) throw new Mistake(`${path} is damaged: a row stands before its table.`)
      seen.rows += 1
      seen.hash.update(`${line}\n`)
      yield { table, values: parsed(line, path) as Value[] }
    } else {
      closeTable()
      const mark = parsed(line, path) as { table?: string; end?: string }
      if (mark.end !== undefined) {
        isEnded = mark.end === whole.digest('hex') && place === header.tables.length - 1
        if (!isEnded) throw new Mistake(`${path} is damaged: it is not as it was saved.`)
        continue
      }
      place += 1
      table = header.tables[place]
      if (table?.name !== mark.table) throw new Mistake(`${path} is damaged: tables are missing.`)
      seen = { rows: 0, hash: createHash('sha256') }
    }
    whole.update(`${line}\n`)
  }
  if (!isEnded) throw new Mistake(cutOff(path))
}

function headerOf(line: string, path: string): Header {
  const header = (line.startsWith('{') ? parsed(line, path) : {}) as Partial<Header>
  if (header.format !== FORMAT) throw new Mistake(`${path} is no backup of a column site.`)
  if (header.version === 1) return header as Header
  throw new Mistake(
    `${path} is written in format ${header.version}, which this version of the software does not know. Restore it with a newer one.`,
  )
}

function parsed(line: string, path: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Mistake(`${path} is damaged: a line of it is no JSON.`)
  }
}

/** Node's own readline also ends a line at U+2028, which stands in people's texts. */
async function* lines(path: string): AsyncGenerator<string> {
  const text = createGunzip().setEncoding('utf8')
  const file = createReadStream(path).once('error', (error) => text.destroy(error))
  file.pipe(text)
  let rest = ''
  try {
    for await (const chunk of text) {
      const parts = (rest + chunk).split('\n')
      rest = parts.pop() ?? ''
      yield* parts
    }
  } catch (error) {
    if (error instanceof Mistake) throw error
    throw new Mistake(explain(error as NodeJS.ErrnoException, path))
  } finally {
    file.destroy()
  }
  if (rest !== '') throw new Mistake(cutOff(path))
}

function explain({ code, message }: NodeJS.ErrnoException, path: string): string {
  if (code === 'ENOENT') return `There is no file ${path}.`
  if (code === 'Z_BUF_ERROR') return cutOff(path)
  if (message.includes('incorrect header check')) return `${path} is no backup of a column site.`
  return `${path} is damaged: ${message}.`
}

function cutOff(path: string): string {
  return `${path} is cut off: its end is missing.`
}
