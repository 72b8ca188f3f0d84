import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { bundleWorker } from '../../src/cli/worker.ts'
import { quietWrangler } from '../../src/cli/wrangler.ts'
import type { Page } from './pages.ts'

const top = join(import.meta.dirname, '../..')
const quiet = { CI: '1', WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' }

/** Runs one of the project's own programs, in the folder of the repository. */
export async function runNode(program: string, args: string[], env: Record<string, string> = {}) {
  const options = { cwd: top, env: { ...process.env, ...quiet, ...env }, maxBuffer: 1e9 }
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], options)
  return stdout
}

/** A Worker as it would be deployed: its modules on the disk, and their size together. */
export type Bundle = { folder: string; kibibytes: number; kibibytesGzip: number }

/** Bundles a Worker as the one that is deployed is bundled: the upload takes its modules as they are. */
export async function bundle(entry: string, folder: string): Promise<Bundle> {
  const { files } = await bundleWorker(entry)
  mkdirSync(folder, { recursive: true })
  for (const { name, content } of files) writeFileSync(join(folder, name), content)
  const modules = modulesOf(folder).map(({ path }) => readFileSync(path))
  const size = (bytes: number[]) => bytes.reduce((sum, one) => sum + one, 0) / 1024
  return {
    folder,
    kibibytes: size(modules.map((module) => module.length)),
    kibibytesGzip: size([gzipSync(Buffer.concat(modules)).length]),
  }
}

/** A Worker's modules, its entry before all others. */
function modulesOf(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .sort((a, b) => Number(b === 'index.mjs') - Number(a === 'index.mjs'))
    .map((name) => ({ type: 'ESModule' as const, path: join(folder, name) }))
}

/** Workers that are up, each at an address of its own, all in one process over one database. */
export type Running = { addresses: Record<string, string>; pid: number; stop: () => Promise<void> }

/** No key of any site; and one network may send all the letters there are. */
const SETTINGS = { SITE_KEY: 'k'.repeat(43).concat('='), LETTERS_PER_HOUR: '1000000' }

/**
 * Starts Workers in workerd, each behind a socket of its own: with no proxy before them, what a request
 * takes is what the Worker takes.
 */
export async function start(
  bundles: Record<string, Bundle>,
  { dataDir, pages = {} }: { dataDir: string; pages?: Record<string, Page> },
): Promise<Running> {
  const { unstable_getMiniflareWorkerOptions } = await quietWrangler()
  const read = unstable_getMiniflareWorkerOptions(join(top, 'wrangler.toml'))
  const workerOptions = read.workerOptions as { bindings: Record<string, unknown> }
  const names = Object.keys(bundles)
  const options = {
    // The line that each request leaves is worked out and written, as it would be, and not shown.
    handleStructuredLogs: ({ level, message }: { level: string; message: string }) => {
      if (level === 'error') process.stderr.write(`${message}\n`)
    },
    resourcePersistencePath: join(dataDir, 'v3'),
    workers: Object.entries(bundles).map(([name, { folder }]) => ({
      ...workerOptions,
      name,
      bindings: { ...workerOptions.bindings, ...SETTINGS, PAGES: pages },
      ratelimits: {},
      modulesRoot: folder,
      modules: modulesOf(folder),
      unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    })),
  }
  const server = new Miniflare(
    convertV4MiniflareOptions(options as Parameters<typeof convertV4MiniflareOptions>[0]),
  )
  await server.ready
  const addresses: Record<string, string> = {}
  for (const name of names) {
    const { origin } = await server.unsafeGetDirectURL(name)
    addresses[name] = origin
  }
  return { addresses, pid: workerdOf(process.pid), stop: () => server.dispose() }
}

/** The workerd that this process has started. */
function workerdOf(parent: number): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const found = processes.map(Number).filter((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const [, name, , ppid] = status.match(/\((.*)\) (\S) (\d+)/) ?? []
      return name === 'workerd' && Number(ppid) === parent
    } catch {
      return false
    }
  })
  return found.at(-1) ?? 0
}

/** Clock ticks of /proc are hundredths of a second on Linux, whatever the machine. */
const TICK = 10_000

/** What a process has taken of the processors until now, in microseconds. */
export function cpuMicros(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK
}

/** What a process holds in memory now, in MiB. */
export function memoryMiB(pid: number): number {
  const [, kibibytes] = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/) ?? []
  return Number(kibibytes) / 1024
}

/** The size of a folder's files, in MiB. */
export function folderMiB(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const bytes = files.map((file) => statSync(join(file.parentPath, file.name)).size)
  return bytes.reduce((sum, size) => sum + size, 0) / 1024 ** 2
}
