import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What became of a file: it is new, was written anew, is as it was, or was kept as somebody left it. */
export type Fate = 'new' | 'changed' | 'unchanged' | 'kept: it was changed here since'

/**
 * A folder that an import writes, and may write again: what somebody has changed since in a file
 * that it wrote is kept (unless forced), and so is a file that it never wrote.
 */
export class Folder {
  readonly dir: string
  readonly #force: boolean
  readonly #list: string
  readonly #hashes: Map<string, string>

  constructor(dir: string, { force }: { force: boolean }) {
    this.dir = dir
    this.#force = force
    this.#list = join(dir, 'import.json')
    const known = existsSync(this.#list) ? JSON.parse(readFileSync(this.#list, 'utf8')) : {}
    this.#hashes = new Map(Object.entries(known))
  }

  /** Writes a file, and says what became of it. */
  write(name: string, text: string): Fate {
    const path = join(this.dir, name)
    const before = existsSync(path) ? readFileSync(path, 'utf8') : null
    const isOurs = before === null || this.#hashes.get(name) === hashOf(before)
    if (before === text) {
      this.#hashes.set(name, hashOf(text))
      return 'unchanged'
    }
    if (!isOurs && !this.#force) return 'kept: it was changed here since'
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    this.#hashes.set(name, hashOf(text))
    return before === null ? 'new' : 'changed'
  }

  /** Copies a file into the folder, unless the same one is there. */
  copy(from: string, name: string): void {
    const path = join(this.dir, name)
    const bytes = readFileSync(from)
    if (existsSync(path) && readFileSync(path).equals(bytes)) return
    mkdirSync(dirname(path), { recursive: true })
    copyFileSync(from, path)
  }

  /** Notes what was written, so that the next run knows it again. */
  close(): void {
    const sorted = [...this.#hashes].sort(([one], [other]) => (one < other ? -1 : 1))
    const text = `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`
    if (!existsSync(this.#list) || readFileSync(this.#list, 'utf8') !== text) {
      mkdirSync(this.dir, { recursive: true })
      writeFileSync(this.#list, text)
    }
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
