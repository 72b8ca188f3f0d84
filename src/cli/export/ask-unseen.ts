import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks for something secret on the terminal, and shows nothing of what is typed. Empty without one. */
export async function askUnseen(question: string): Promise<string> {
  if (!process.stdin.isTTY) return ''
  process.stdout.write(question)
  const output = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  const typed = await terminal.question('')
  terminal.close()
  process.stdout.write('\n')
  return typed
}
