import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const top = join(import.meta.dirname, '../..')
const program = join(top, 'node_modules/wrangler/bin/wrangler.js')

const QUIET = {
  WRANGLER_LOG: 'error',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}

/** Gives wrangler as a library, which else would tell of each file it reads. */
export function quietWrangler() {
  for (const [name, value] of Object.entries(QUIET)) process.env[name] ??= value
  return import('wrangler')
}

/** What one of wrangler's commands came to: its exit status, and what it printed where. */
export type Ran = { status: number; printed: string; wrong: string }

/** How a wrangler is asked: a command's words, and what it is given to read. */
export type Wrangler = (words: string[], input?: string) => Promise<Ran>

/** Runs one of wrangler's commands on this site, as Cloudflare's own program: nothing is asked of a terminal. */
export const wrangler: Wrangler = (words, input) =>
  new Promise((resolve, reject) => {
    const spoken = { CI: '1', NO_COLOR: '1', WRANGLER_LOG: 'log', WRANGLER_SEND_METRICS: 'false' }
    const env = { ...process.env, ...spoken }
    const child = spawn(process.execPath, [program, ...words], { cwd: top, env })
    let [printed, wrong] = ['', '']
    child.stdout.on('data', (chunk) => {
      printed += chunk
    })
    child.stderr.on('data', (chunk) => {
      wrong += chunk
    })
    child.once('error', reject)
    child.once('close', (status) => resolve({ status: status ?? 1, printed, wrong }))
    child.stdin.end(input ?? '')
  })

/** Gives the JSON that a command printed, behind whatever wrangler says first. Null when there is none. */
export function jsonIn<Json>({ printed }: Pick<Ran, 'printed'>): Json | null {
  const start = printed.search(/^[[{]/m)
  if (start < 0) return null
  try {
    return JSON.parse(printed.slice(start))
  } catch {
    return null
  }
}

/** Gives what wrangler says went wrong, without its frame: the first lines that are an error's. */
export function saidWrong({ printed, wrong }: Ran): string {
  const all = stripVTControlCharacters(`${wrong}\n${printed}`)
  const lines = all.split('\n').map((line) => line.trim())
  const start = lines.findIndex((line) => /error/i.test(line))
  const said = lines.slice(Math.max(0, start)).filter((line) => line !== '')
  return said
    .slice(0, 3)
    .join(' ')
    .replace(/^.*?\[ERROR\]\s*/, '')
}
