import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** What the operator can put right: printed as it is, without a stack. */
export class Mistake extends Error {}

/** Prints a line, or several, to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text.trimEnd()}\n`)
}

/** Reads what was written behind a command; what it does not know is a mistake, told with its help. */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  help: string,
  options: Options,
) {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    throw new Mistake(`${(error as Error).message}\n\n${help}`)
  }
}

/** Shows how far a long piece of work is: one line, written over on a terminal. */
export function progress(done: number, all: number, what: string): void {
  if (process.stdout.isTTY)
    process.stdout.write(`\r${done} of ${all} ${what}${done < all ? '' : '\n'}`)
  else if (done === all) print(`${done} of ${all} ${what}`)
}

/**
 * Runs a command: what it throws is told on standard error, and the exit status is 1, or `failed`. When its
 * reader has seen enough, as `head` has, it goes on unheard: a half-restored backup would be worse.
 */
export async function run(main: () => Promise<void>, failed = 1): Promise<void> {
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  try {
    await main()
  } catch (error) {
    process.stderr.write(`${explain(error).trimEnd()}\n`)
    process.exitCode = failed
  }
}

/** Says what went wrong in the operator's words, where there are any. */
export function explain(error: unknown): string {
  if (error instanceof Mistake) return error.message
  const [message, cause] = [String(error), String((error as Error).cause ?? '')]
  if (/no such table/.test(message + cause)) {
    return 'The database is empty. Run `npm run dev` once, or deploy the site; both set it up.'
  }
  return cause ? cause : message
}
