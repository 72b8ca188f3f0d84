import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, openDatabase } from '../../src/cli/database.ts'
import { editor as command } from '../../src/cli/editor/editor.ts'
import { join as joinDesk } from '../../src/desk/team/invitation.ts'
import { deskLog, editors } from '../../src/schema.ts'
import { runAlone, runHere } from './here.ts'

let dataDir: string
let site: Awaited<ReturnType<typeof openDatabase>>

const editor = (...words: string[]) => runHere(command, words, { dataDir })

/** Lets somebody in as the operator would: the site, open in this test, runs in another process. */
const alone = (...words: string[]) => runAlone('src/cli/editor.ts', words, { DATA_DIR: dataDir })

async function joins(printed: string, name: string) {
  const code = printed.trim().split('link=')[1] ?? ''
  return joinDesk(site.db, code, { name, device: 'A browser', now: new Date() })
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sincerely-editor-'))
})

afterAll(async () => {
  await site?.close()
  await rm(dataDir, { recursive: true })
})

describe('The operator', () => {
  test('is told how to set the database up when it is empty', async () => {
    const { status, wrong } = await alone('list')
    expect(status).toBe(1)
    expect(wrong).toBe(
      'The database is empty. Run `npm run dev` once, or deploy the site; both set it up.\n',
    )
  })

  test('lets the first owner in, while the site runs on the same database', async () => {
    await migrate(dataDir)
    site = await openDatabase({ dataDir })
    expect((await editor('list')).printed).toContain('npm run editor -- invite --owner')
    const { printed, status, wrong } = await alone('invite', '--owner')
    expect({ status, wrong }).toEqual({ status: 0, wrong: '' })
    expect(printed).toMatch(
      /^This link works once, within 7 days:\nhttp:\/\/localhost:8787\/desk\/sign-in\?link=[\w-]{43}\n$/,
    )
    expect(await joins(printed, 'Olive Oak')).toHaveProperty('token')
    expect((await editor('list')).printed).toMatch(/^Olive Oak\towner\tsince /)
  })

  test('makes a link back for an editor, to the address that is given', async () => {
    const { printed } = await editor('link', 'olive', 'oak', '--url', 'https://column.example/x')
    expect(printed).toMatch(/within 24 hours:\nhttps:\/\/column\.example\/desk\/sign-in\?link=/)
  })

  test('removes an editor, but not the last owner', async () => {
    await joins((await editor('invite')).printed, 'Edith')
    const removed = await editor('remove', 'Edith')
    expect(removed.printed).toContain('Edith is out')
    const refused = await editor('remove', 'Olive Oak')
    expect(refused.status).toBe(1)
    expect(refused.wrong).toContain('Olive Oak is the last owner. Invite another first')
    const left = (await site.db.select().from(editors)).filter(({ removedAt }) => !removedAt)
    expect(left).toMatchObject([{ name: 'Olive Oak' }])
  })

  test('stands in the desk log', async () => {
    const log = await site.db.select().from(deskLog)
    expect(log.filter(({ by }) => by === 'operator').map(({ verb }) => verb)).toEqual([
      'invite',
      'link',
      'invite',
      'remove-editor',
    ])
  })

  test('who mistypes reads what to type instead', async () => {
    expect(await editor('--help')).toMatchObject({ status: 0, wrong: '' })
    const mistyped = [
      [['frobnicate'], 'There is no “frobnicate”.'],
      [['list', '--nix'], '--nix'],
      [['link'], 'Say who: give the name. See who there is: npm run editor -- list'],
      [['link', 'Zoe'], 'Nobody at the desk is called “Zoe”.'],
      [['invite', '--url', 'column.example'], 'add --url https://example.com'],
    ] as const
    await Promise.all(
      mistyped.map(async ([words, why]) => {
        const { printed, status, wrong } = await editor(...words)
        expect({ printed, status }, words.join(' ')).toEqual({ printed: '', status: 1 })
        expect(wrong).toContain(why)
        expect(wrong).not.toMatch(/\n {4}at /)
      }),
    )
  })
})
