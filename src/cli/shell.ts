import { createInterface } from 'node:readline/promises'
import { type Progress, print, progress } from './command-line.ts'
import { DATA_DIR } from './database.ts'

/** What a command has around it: a test gives it a folder and ears of its own, and needs no process. */
export type Shell = {
  /** Where the local database lies. */
  dataDir: string
  /** The key ring, where the operator gave it in the environment. */
  siteKey?: string
  print: (text: string) => void
  /** Tells how far a long piece of work is. */
  progress: Progress
  /** Whether somebody watches what is printed. */
  isWatched: boolean
  /** Asks whoever sits there; null where nobody does. */
  ask: ((question: string) => Promise<string>) | null
}

/** The shell from which the process was started. */
export const shell: Shell = {
  dataDir: DATA_DIR,
  siteKey: process.env.SITE_KEY,
  print,
  progress,
  isWatched: process.stdout.isTTY,
  ask: process.stdin.isTTY ? ask : null,
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}
