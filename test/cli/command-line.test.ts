import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const commandLine = join(import.meta.dirname, '../../src/cli/command-line.ts')

/** A command that prints more than a pipe holds, and says on its way out that it came to its end. */
const TALKATIVE = `
  import { print, run } from ${JSON.stringify(commandLine)}
  await run(async () => {
    for (let line = 0; line < 200; line += 1) {
      print('x'.repeat(10_000))
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    process.exitCode = 3
  })`

test('A command whose reader has seen enough comes to its end, and complains of nothing', async () => {
  const words = ['--input-type=module', '--eval', TALKATIVE]
  const command = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let wrong = ''
  command.stderr.on('data', (chunk) => {
    wrong += chunk
  })
  command.stdout.once('data', () => command.stdout.destroy())
  const [status] = await once(command, 'close')
  expect({ status, wrong }).toEqual({ status: 3, wrong: '' })
})
