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
  words = process.argv.slice(2),
) {
  try {
    return parseArgs({ allowPositionals: true, args: words, options })
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

/** How a long piece of work tells how far it is: so many done of all of something. */
export type Progress = typeof progress

/** What a command does: a number that it gives is its exit status. */
type Main = () => Promise<unknown>

/**
 * Runs a command: what it throws is told on standard error, and the exit status is 1, or `failed`. When its
 * reader has seen enough, as `head` has, it goes on unheard: a half-restored backup would be worse.
 */
export async function run(main: Main, failed = 1): Promise<void> {
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  const { status, wrong } = await outcome(main, failed)
  process.stderr.write(wrong)
  if (status !== 0) process.exitCode = status
}

/** Gives what comes of a command: its exit status, and what it says on standard error. */
export async function outcome(main: Main, failed = 1): Promise<{ status: number; wrong: string }> {
  try {
    const status = await main()
    return { status: typeof status === 'number' ? status : 0, wrong: '' }
  } catch (error) {
    return { status: failed, wrong: `${explain(error).trimEnd()}\n` }
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
