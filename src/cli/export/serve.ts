import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { paths } from '../../paths.ts'
import { Mistake } from '../command-line.ts'
import { freePort } from '../local-site.ts'

const top = join(import.meta.dirname, '../../..')

/** In milliseconds: the Worker is built first. */
const PATIENCE = 120_000

/**
 * Serves the database of a folder with the real site, on a free port of this computer alone, while
 * something is done with it. No clock runs, and no letter opens: the key is made up for it.
 */
export async function whileServed<Result>(
  dataDir: string,
  use: (origin: string) => Promise<Result>,
): Promise<Result> {
  const port = await freePort()
  const ports = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0']
  const command = ['dev', ...ports, '--persist-to', dataDir]
  const quiet = ['--show-interactive-dev-session=false', '--log-level', 'error']
  const key = ['--var', `SITE_KEY:${randomBytes(32).toString('base64')}`]
  const wrangler = join(top, 'node_modules/wrangler/bin/wrangler.js')
  const server = spawn(process.execPath, [wrangler, ...command, ...quiet, ...key], {
    cwd: top,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      CI: '1',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      WRANGLER_SEND_METRICS: 'false',
    },
  })
  let said = ''
  for (const output of [server.stdout, server.stderr]) {
    output.on('data', (chunk) => {
      said = (said + chunk).slice(-10_000)
    })
  }
  const ended = new Promise((resolve) => server.once('exit', resolve))
  try {
    const origin = `http://127.0.0.1:${port}`
    for (const end = Date.now() + PATIENCE; ; await sleep(250)) {
      const answer = await fetch(origin + paths.health()).catch(() => null)
      if (answer?.ok) break
      if (server.exitCode !== null || Date.now() > end) {
        throw new Mistake(`The site did not start, so its pages cannot be copied:\n${said}`)
      }
    }
    return await use(origin)
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}
