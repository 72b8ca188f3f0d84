import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltModule, bundleWorker } from '../src/cli/worker.ts'

/**
 * What the Worker may weigh, in KiB of gzip: raise it only for what is worth it to every reader. Twenty
 * of them move in a column that an editor pastes, and run for nothing else.
 */
const MOST = 267

const top = join(import.meta.dirname, '..')

let folder = ''
let gzipped = 0
let modules: BuiltModule[] = []

/** Bundles the Worker by the deploy command itself, without deploying it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sincerely-weight-'))
  const wrangler = join(top, 'node_modules/wrangler/bin/wrangler.js')
  const command = [wrangler, 'deploy', '--dry-run', '--outdir', folder]
  const env = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' }
  await promisify(execFile)(process.execPath, command, { cwd: top, env })
  const uploaded = (await readdir(folder)).filter((name) => name.endsWith('.mjs'))
  modules = (await bundleWorker('src/index.ts')).modules
  expect(uploaded.sort()).toEqual(modules.map(({ name }) => name).sort())
  const contents = await Promise.all(uploaded.map((name) => readFile(join(folder, name))))
  gzipped = gzipSync(Buffer.concat(contents)).length / 1024
})
afterAll(() => rm(folder, { recursive: true }))

/** Every source that runs when the Worker starts; or, with what is imported on demand, at some time. */
function sourcesOf({ withDemand }: { withDemand: boolean }): string[] {
  const reached = new Set(['index.mjs'])
  for (const name of reached) {
    const module = modules.find((one) => one.name === name)
    for (const next of module?.imports ?? []) reached.add(next)
    for (const next of withDemand ? (module?.importsOnDemand ?? []) : []) reached.add(next)
  }
  return modules.filter(({ name }) => reached.has(name)).flatMap(({ sources }) => sources)
}

const ofTheDesk = (paths: string[]) =>
  paths.filter((path) => /^src\/desk\/|\/@simplewebauthn\/|\/transliterate\//.test(path))

test('The Worker is light', () => {
  console.info(`The Worker weighs ${gzipped.toFixed(1)} KiB gzip`)
  expect(gzipped).toBeLessThan(MOST)
})

test('A reader’s request runs no code of the desk, and the desk’s runs when it is asked for', () => {
  const read = sourcesOf({ withDemand: false })
  expect(read.length).toBeGreaterThan(150)
  expect(ofTheDesk(read)).toEqual([])
  const all = sourcesOf({ withDemand: true })
  expect(ofTheDesk(all).length).toBeGreaterThan(200)
})

test('No certificate is read in the Worker', () => {
  const all = sourcesOf({ withDemand: true })
  expect(all.filter((path) => /\/@simplewebauthn\/server\//.test(path))).not.toEqual([])
  expect(all.filter((path) => /@peculiar|asn1|\/defaultRootCerts\//.test(path))).toEqual([])
})
