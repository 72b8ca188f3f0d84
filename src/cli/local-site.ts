import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const top = join(import.meta.dirname, '../..')

/** In milliseconds: a first start takes 7 s on two quiet cores, and tests run beside this one. */
const PATIENCE = 120_000

/** The server, and a guard that ends it when our end of its input closes, even if we are killed. */
const GUARDED = 'exec 3<&0; (read -r end <&3; kill 0) & exec npm run dev </dev/null 3<&-'

export type Site = Awaited<ReturnType<typeof startSite>>

/**
 * Starts the README's own server, `npm run dev`, on a free port and with a data folder of its own.
 * `folder` holds the site: this one, unless a test has made another.
 */
export async function startSite(folder = top) {
  const dataDir = await mkdtemp(join(tmpdir(), 'sincerely-story-'))
  const address = `http://localhost:${await freePort()}`
  const env = { ...process.env, DATA_DIR: dataDir, PORT: new URL(address).port }
  const server = spawn('sh', ['-c', GUARDED], { cwd: folder, env, detached: true })
  const group = -(server.pid ?? Number.NaN)
  let log = ''
  for (const output of [server.stdout, server.stderr]) {
    output.on('data', (chunk) => {
      log += chunk
    })
  }

  /** Ends the server with all its children, and removes its data. */
  async function stop(): Promise<void> {
    server.stdin.end()
    for (let tenth = 0; tenth < 50 && isThere(group); tenth += 1) await sleep(100)
    if (isThere(group)) process.kill(group, 'SIGKILL')
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 })
  }

  /** Waits for the link that is printed once, by which the desk's first owner joins. */
  async function untilReady(): Promise<string> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
      const link = /^http:\S+\/desk\/sign-in\?link=\S+$/m.exec(log)?.[0]
      if (link && log.includes('Press Ctrl+C')) return link
      if (server.exitCode !== null) break
    }
    await stop()
    throw new Error(`\`npm run dev\` did not start the site. It said:\n${log}`)
  }

  /** Runs another of the README's commands beside the server, and gives what it printed. */
  async function npm(script: string, ...words: string[]): Promise<string> {
    const command = ['run', '--silent', script, '--', ...words]
    const { stdout } = await untilFree(() =>
      promisify(execFile)('npm', command, { cwd: folder, env }),
    )
    return stdout
  }

  return { address, dataDir, ownersLink: await untilReady(), npm, log: () => log, stop }
}

/** The running site writes the same file: an act that finds it locked has done nothing, and is tried again. */
export async function untilFree<Done>(act: () => Promise<Done>): Promise<Done> {
  for (let left = 50; ; left -= 1) {
    try {
      return await act()
    } catch (error) {
      const { cause, message } = error as Error
      if (left === 0 || !/database is locked/.test(`${message} ${cause}`)) throw error
    }
    await sleep(50)
  }
}

/** A port of this computer that nothing uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function isThere(group: number): boolean {
  try {
    return process.kill(group, 0)
  } catch {
    return false
  }
}
