import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const top = join(import.meta.dirname, '../..')

function audit(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/audit.ts', ...options], {
    cwd: top,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('An audit', () => {
  test('explains itself', () => {
    const { status, stdout } = audit('--help')
    expect(status).toBe(0)
    expect(stdout).toContain('npm install --no-save vnu-jar lighthouse')
  })

  test.each([
    [['--only', 'spelling'], 'There is no audit “spelling”. Choose nu or lighthouse.'],
    [['--visits', '2'], '“2” is no odd number.'],
    [['--visits', 'many'], '“many” is no odd number.'],
    [['--only', 'nu', '--vnu', 'nowhere.jar'], 'There is no file nowhere.jar.'],
  ])('with %j starts nothing, and says what is wrong', (options, said) => {
    const { status, stderr } = audit(...options)
    expect(stderr.trim()).toBe(said)
    expect(status).toBe(1)
  })
})
