import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { outcome, type Progress } from '../../src/cli/command-line.ts'
import type { Shell } from '../../src/cli/shell.ts'

const top = join(import.meta.dirname, '../..')

/** What came of a command: its exit status, and what it said on standard output and on standard error. */
export type Ran = { status: number; printed: string; wrong: string }

/** Runs a command within the test, where nobody can be asked: a process of its own would take two seconds. */
export async function runHere(
  command: (words: string[], shell: Shell) => Promise<unknown>,
  words: string[],
  { failed, ...given }: { dataDir: string; siteKey?: string; failed?: number },
): Promise<Ran> {
  let printed = ''
  const print = (text: string) => {
    printed += `${text.trimEnd()}\n`
  }
  const progress: Progress = (done, all, what) => {
    if (done === all) print(`${done} of ${all} ${what}`)
  }
  const shell = { ...given, print, progress, isWatched: false, ask: null }
  return { ...(await outcome(() => command(words, shell), failed)), printed }
}

/** Runs a file of the command line as an operator's script would, in a process. */
export function runAlone(
  file: string,
  words: string[],
  settings: Record<string, string>,
): Promise<Ran> {
  const env = { ...process.env, CI: '1', ...settings }
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...words], { cwd: top, env }, (error, printed, wrong) => {
      resolve({ status: error ? Number(error.code) : 0, printed, wrong })
    })
  })
}
