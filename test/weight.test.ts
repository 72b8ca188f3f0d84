import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** What the Worker may weigh, in KiB of gzip: raise it only for what is worth it to every reader. */
const MOST = 266

const top = join(import.meta.dirname, '..')

/** What esbuild tells of a bundle: which module imports which, and how. */
type Modules = Record<string, { imports: { path: string; kind: string }[] }>

let folder = ''
let gzipped = 0
let modules: Modules = {}

/** Bundles the Worker by the deploy command itself, without deploying it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sincerely-weight-'))
  const map = join(folder, 'modules.json')
  const wrangler = join(top, 'node_modules/wrangler/bin/wrangler.js')
  const command = [wrangler, 'deploy', '--dry-run', '--outdir', folder, '--metafile', map]
  const env = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' }
  await promisify(execFile)(process.execPath, command, { cwd: top, env })
  gzipped = gzipSync(await readFile(join(folder, 'index.js'))).length / 1024
  modules = JSON.parse(await readFile(map, 'utf8')).inputs
})
afterAll(() => rm(folder, { recursive: true }))

/** Every module that runs when a module does: all that it imports, but for what it loads on demand. */
function reachedFrom(entry: string, kinds = ['import-statement']): Set<string> {
  const reached = new Set([entry])
  for (const path of reached) {
    for (const { path: next, kind } of modules[path]?.imports ?? []) {
      if (kinds.includes(kind) && modules[next]) reached.add(next)
    }
  }
  return reached
}

const ofTheDesk = (paths: Set<string>) =>
  [...paths].filter((path) => /^src\/desk\/|\/@simplewebauthn\/|\/transliterate\//.test(path))

test('The Worker is light', () => {
  console.info(`The Worker weighs ${gzipped.toFixed(1)} KiB gzip`)
  expect(gzipped).toBeLessThan(MOST)
})

test('A reader’s request runs no code of the desk, and the desk’s runs when it is asked for', () => {
  const read = reachedFrom('src/index.ts')
  expect(read.size).toBeGreaterThan(150)
  expect(ofTheDesk(read)).toEqual([])
  const all = reachedFrom('src/index.ts', ['import-statement', 'dynamic-import'])
  expect(ofTheDesk(all).length).toBeGreaterThan(200)
})
