import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, openDatabase } from '../../src/cli/database.ts'
import { log as command } from '../../src/cli/log/log.ts'
import { sealLog } from '../../src/desk/log/log-chain.ts'
import { logged } from '../../src/desk-log.ts'
import { runAlone, runHere } from './here.ts'

let dataDir: string
let site: Awaited<ReturnType<typeof openDatabase>>

const log = (...words: string[]) => runHere(command, words, { dataDir })

/** Verifies it as an operator's script would. */
const alone = (...words: string[]) => runAlone('src/cli/log.ts', words, { DATA_DIR: dataDir })

async function act(times: number) {
  for (let done = 0; done < times; done += 1) {
    await logged(site.db, { verb: 'hold', letterId: 'one', by: 'clock', now: new Date() })
  }
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sincerely-log-'))
  await migrate(dataDir)
  site = await openDatabase({ dataDir })
}, 120_000)

afterAll(async () => {
  await site.close()
  await rm(dataDir, { recursive: true })
})

describe('The operator', () => {
  test('verifies the log, and is told its head and what is not sealed yet', async () => {
    expect(await log('verify')).toMatchObject({ status: 0, printed: 'No entry is sealed yet.\n' })
    await act(3)
    await sealLog(site.db)
    await act(2)
    const { status, printed } = await log('verify')
    expect(status).toBe(0)
    expect(printed).toMatch(
      /^5 of 5 entries\n3 entries are as they were sealed\.\n2 are not sealed yet: .*\nHead: 3:[\w-]{43}\n$/,
    )
  })

  test('sees that a head from earlier still stands, and one that never did', async () => {
    const head = (await log('verify')).printed.trim().split('Head: ')[1] ?? ''
    await sealLog(site.db)
    const later = await log('verify', '--head', head)
    expect(later.printed).toContain('The head that you noted, 3, still stands.')
    expect(later.printed).toContain('Head: 5:')
    const forged = await log('verify', '--head', head.replace('3:', '4:'))
    expect(forged).toMatchObject({ status: 1 })
    expect(forged.wrong).toContain('The head that you noted, 4, does not stand in the log any more')
  })

  test('is told the first entry that was changed, and the command fails', async () => {
    await site.db.run(sql`DROP TRIGGER desk_log_stay`)
    await site.db.run(sql`UPDATE desk_log SET by = 'nobody' WHERE id IN (2, 4)`)
    const { status, wrong } = await alone('verify')
    expect({ status, wrong }).toEqual({
      status: 1,
      wrong: 'Entry 2 is not as it was sealed: it, or its seal, was changed.\n',
    })
  })

  test('who mistypes reads what to type instead', async () => {
    expect((await log()).printed).toContain('npm run log -- verify')
    expect((await log('seal')).wrong).toContain('There is no “seal”.')
    expect((await log('verify', '--nix')).wrong).toContain('--nix')
    expect((await log('verify', '--head', '3')).wrong).toContain(
      'Give the head as verify prints it',
    )
  })
})
