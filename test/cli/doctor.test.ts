import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, openDatabase } from '../../src/cli/database.ts'
import { doctor as command } from '../../src/cli/doctor/doctor.ts'
import { secretsAtCloudflare, settingFindings, used } from '../../src/cli/doctor/operator.ts'
import { settingsHere } from '../../src/cli/settings-here.ts'
import type { Ran } from '../../src/cli/wrangler.ts'
import { clockRan } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { runAlone, runHere } from './here.ts'

let dataDir: string

const doctor = (...words: string[]) => runHere(command, words, { dataDir, failed: 2 })

/** Asks it as an operator's script would. */
const alone = (...words: string[]) => runAlone('src/cli/doctor.ts', words, { DATA_DIR: dataDir })

type Told = { worst: string; findings: { about: string; level: string; todo?: string }[] }

/** The levels of what it found, but for secrets and keys: whether this copy has a .dev.vars is not ours to say. */
async function levels(...words: string[]) {
  const { printed, status } = await doctor('--json', ...words)
  const { worst, findings } = JSON.parse(printed) as Told
  const wrong = findings.filter(({ level }) => level !== 'well')
  const isOurs = ({ about }: { about: string }) => !['Secrets', 'Keys'].includes(about)
  return { status, worst, wrong: wrong.filter(isOurs), all: findings }
}

async function withSite(act: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => unknown) {
  const { db, close } = await openDatabase({ dataDir })
  await act(db)
  await close()
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sincerely-doctor-'))
})

afterAll(async () => {
  await rm(dataDir, { recursive: true })
})

describe('The operator asks the doctor', () => {
  test('and learns from an empty database what to run first', async () => {
    const { status, printed } = await doctor()
    expect(status).toBe(2)
    expect(printed).toContain('BROKEN  Database: The database is empty. Run `npm run dev` once')
    expect(printed).toMatch(/Something is broken\.\n$/)
  })

  test('and is told of every part of a new site, and what it still wants', async () => {
    await migrate(dataDir)
    await withSite((db) => clockRan(db, 0, new Date()))
    const { all, wrong } = await levels()
    expect(all.map(({ about }) => about)).toEqual(
      expect.arrayContaining([
        ...['Settings', 'Secrets', 'Migrations', 'Clock', 'Due drafts', 'Purges', 'Nudges'],
        ...['Search index', 'Letters', 'Keys', 'Disk', 'Database'],
      ]),
    )
    expect(wrong).toMatchObject([{ about: 'Owners', level: 'eye' }])
  }, 120_000)

  test('in scripts, which go by the exit status and read JSON', async () => {
    await withSite((db) => db.run(sql`UPDATE clock SET ran_at = '2026-01-01T00:00:00Z'`))
    const { status, printed } = await alone('--json')
    const { worst, findings } = JSON.parse(printed) as Told
    expect({ status, worst }).toEqual({ status: 2, worst: 'broken' })
    expect(findings).toContainEqual(expect.objectContaining({ about: 'Clock', level: 'broken' }))
    await withSite((db) => clockRan(db, 0, new Date()))
  }, 120_000)

  test('and has put right what the search lost', async () => {
    await pushSamples()
    await withSite(async (db) => {
      await db.run(sql`DELETE FROM columns_fts WHERE rowid < 4`)
      await db.run(sql`UPDATE topics SET columns = 99`)
    })
    const before = await levels()
    expect(before.wrong.map(({ about }) => about)).toEqual(
      expect.arrayContaining(['Search index', 'Counts', 'Columns against their manuscripts']),
    )
    const after = await levels('--repair')
    expect(after.wrong).toMatchObject([{ about: 'Owners' }])
  }, 240_000)

  test('and mistypes', async () => {
    expect(await doctor('--help')).toMatchObject({ status: 0, wrong: '' })
    expect(await alone('--nix')).toMatchObject({ status: 2, printed: '' })
    expect((await doctor('house')).wrong).toContain('There is no “house”.')
  })
})

/** Puts the sample columns live, as the operator would. */
async function pushSamples() {
  const pushed = await runAlone('src/cli/content.ts', ['push'], { DATA_DIR: dataDir })
  expect(pushed).toMatchObject({ status: 0, wrong: '' })
}

test('On this computer the desk answers, whatever is set for the site at Cloudflare', () => {
  const vars = {
    ...{ SITE_NAME: 'A', SITE_DESCRIPTION: 'B', COLUMNIST: 'C', LANGUAGES: 'en' },
    ...{ SITE_URL: 'https://example.com', DESK_HOST: 'desk.example.com' },
    ...{ ACCESS_TEAM: 'you.cloudflareaccess.com', ACCESS_AUDIENCE: 'a1'.repeat(32) },
    ...{ TURNSTILE_SITE_KEY: '0x1', SITE_KEY: Buffer.alloc(32).toString('base64') },
  }
  const here = (secrets = {}) => readConfig(settingsHere(vars, secrets))
  expect(here()).toMatchObject({ name: { en: 'A' }, deskHost: null, access: null, turnstile: null })
  expect(here({ TURNSTILE_SECRET: 'x' }).turnstile).toEqual({ siteKey: '0x1', secret: 'x' })
})

describe('At Cloudflare', () => {
  const says = (ran: Partial<Ran>) => async () => ({ status: 0, printed: '', wrong: '', ...ran })

  test('a secret that is missing is broken, and how to set it stands beside it', async () => {
    const list = says({ printed: '[{"name":"TURNSTILE_SECRET","type":"secret_text"}]' })
    const [secrets] = await settingFindings(await secretsAtCloudflare(list))
    expect(secrets).toMatchObject({ level: 'broken', says: 'Missing: SITE_KEY.' })
    expect(secrets?.todo).toContain('npx wrangler secret put SITE_KEY')
  })

  test('half of Turnstile is a setting that cannot be read', async () => {
    const list = says({ printed: '[{"name":"SITE_KEY"},{"name":"TURNSTILE_SECRET"}]' })
    const [secrets, settings] = await settingFindings(await secretsAtCloudflare(list))
    expect(secrets?.level).toBe('well')
    expect(settings).toMatchObject({ level: 'broken', says: expect.stringMatching(/TURNSTILE/) })
  })

  test('an operator who is not logged in reads so, and the settings are read all the same', async () => {
    const refused = says({ status: 1, wrong: '✘ [ERROR] You are not authenticated.' })
    const [secrets, settings] = await settingFindings(await secretsAtCloudflare(refused))
    expect(secrets?.says).toContain('You are not authenticated.')
    expect(settings?.level).toBe('well')
  })

  test('a day’s rows are judged by the free plan’s', () => {
    const level = (rows: number) => used('Rows written', rows, 100_000).level
    expect([69_000, 71_000, 100_000].map(level)).toEqual(['well', 'eye', 'broken'])
  })
})
