import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { Mistake } from './command-line.ts'

/** A page as it came: what it is called in the report, and its HTML. */
export type Fetched = { name: string; html: string }

/** What the checker said of a page, with the line and the piece of HTML that it spoke of. */
export type Finding = {
  page: string
  isError: boolean
  message: string
  line: number | null
  extract: string
}

/** A message of the checker's JSON (https://github.com/validator/validator/wiki/Output-»-JSON). */
type Message = {
  type: 'error' | 'info' | 'non-document-error'
  subType?: 'warning' | 'fatal'
  url?: string
  message: string
  lastLine?: number
  extract?: string
}

/** Gives the path of the checker's program: the file that was named, or the package's if it is installed. */
export function findNu(file?: string): string {
  if (file !== undefined) {
    if (existsSync(file)) return file
    throw new Mistake(`There is no file ${file}.`)
  }
  try {
    return createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
  } catch {
    throw new Mistake(
      'The W3C’s checker is not installed: `npm install --no-save vnu-jar` gets it (31 MB), and it needs Java.',
    )
  }
}

/** Has the W3C's Nu checker read pages: everything that it calls an error or a warning, page by page. */
export async function checkWithNu(jar: string, pages: Fetched[]): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sincerely-audit-'))
  try {
    const files = pages.map((_, index) => join(folder, `${index}.html`))
    await Promise.all(files.map((file, index) => writeFile(file, pages[index]?.html ?? '')))
    const options = ['--format', 'json', '--stdout', '--exit-zero-always']
    const output = await java(['-jar', jar, ...options, ...files])
    const { messages } = JSON.parse(output) as { messages: Message[] }
    return messages
      .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
      .map(({ type, url, message, lastLine, extract }) => ({
        page: pages[Number.parseInt(basename(url ?? ''), 10)]?.name ?? 'all pages',
        isError: type !== 'info',
        message,
        line: lastLine ?? null,
        extract: extract?.replace(/\s+/g, ' ').trim() ?? '',
      }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function java(words: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('java', words, { maxBuffer: 64 * 1024 * 1024 })
    return stdout
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT')
      throw new Mistake('The W3C’s checker needs Java, which is not installed.')
    throw new Mistake(`The W3C’s checker did not run: ${message}`)
  }
}
