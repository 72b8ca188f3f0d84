import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, openDatabase } from '../../src/cli/database.ts'
import { letters } from '../../src/schema.ts'
import { runAlone } from './here.ts'

const KEY = Buffer.alloc(32, 'k').toString('base64')

let dataDir: string
let site: Awaited<ReturnType<typeof openDatabase>>

const run = (file: string, words: string[]) =>
  runAlone(file, words, { DATA_DIR: dataDir, SITE_KEY: KEY })

const due = (...words: string[]) => run('src/cli/letters.ts', words)
const vault = (...words: string[]) => run('src/cli/vault.ts', words)

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sincerely-letters-'))
  await migrate(dataDir)
  site = await openDatabase({ dataDir })
}, 120_000)

afterAll(async () => {
  await site.close()
  await rm(dataDir, { recursive: true })
})

describe('The operator', () => {
  test('sees which letters are erased next, by day, and no text', async () => {
    expect((await due('due')).printed).toBe('Nothing is to be erased.\n')
    await site.db.insert(letters).values({
      id: 'one',
      ticketHash: 'hash',
      status: 'declined',
      consent: 'publish',
      language: 'en',
      words: 50,
      receivedOn: '2026-11-01',
      changedOn: '2026-11-20',
      settledOn: '2026-11-20',
      dataKey: 'v1.00000000.lost',
      letter: 'sealed',
    })
    expect((await due('due')).printed).toBe('2026-12-20\t1\tdeclined\n')
  })

  test.each([['letters'], ['vault']])('is told what there is: npm run %s', async (name) => {
    const command = (...words: string[]) => run(`src/cli/${name}.ts`, words)
    expect((await command()).printed).toContain(`npm run ${name} --`)
    expect((await command('--help')).printed).toContain('--remote')
    const wrong = await command('dance')
    expect(wrong.status).toBe(1)
    expect(wrong.wrong).toContain('There is no “dance”.')
  })

  test('who rotates the keys of another site reads that theirs do not fit', async () => {
    const { printed, status } = await vault('rotate')
    expect(status).toBe(0)
    expect(printed).toContain('0 of 1 keys are wrapped anew.')
    expect(printed).toContain('1 open with no key of SITE_KEY')
    expect(printed).not.toContain(KEY)
  })
})
