import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'node:path/posix'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/cli/database.ts'
import { changesFor } from '../../src/cli/setup/changes.ts'
import { QUESTIONS } from '../../src/cli/setup/questions.ts'
import { withSetting } from '../../src/cli/setup/site-toml.ts'
import { findLink } from '../../src/desk/team/invitation.ts'
import { editors, sessions } from '../../src/schema.ts'

const top = join(import.meta.dirname, '../..')
const PARTS = [
  ...['src', 'content', 'migrations', 'wrangler.toml', 'package.json', 'package-lock.json'],
  'tsconfig.json',
]

let folder: string

/** Runs a command in the new site's folder; `typed` are the answers, a line each. */
function run(words: string[], typed: string[] = []) {
  const env = { ...process.env, CI: '1', DATA_DIR: join(folder, 'data') }
  return new Promise<{ status: number | null; printed: string; wrong: string }>((resolve) => {
    const child = spawn(process.execPath, words, { cwd: folder, env })
    let [printed, wrong] = ['', '']
    child.stdout.on('data', (chunk) => {
      printed += chunk
    })
    child.stderr.on('data', (chunk) => {
      wrong += chunk
    })
    child.once('close', (status) => resolve({ status, printed, wrong }))
    child.stdin.end(typed.map((line) => `${line}\n`).join(''))
  })
}

const setup = (words: string[], typed?: string[]) => run(['src/cli/setup.ts', ...words], typed)
const text = (file: string) => readFileSync(join(folder, file), 'utf8')
const columns = () => readdirSync(join(folder, 'content/columns')).filter((f) => f.endsWith('.md'))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sincerely-setup-'))
  for (const part of PARTS) await cp(join(top, part), join(folder, part), { recursive: true })
  await symlink(join(top, 'node_modules'), join(folder, 'node_modules'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('Somebody who starts a site', () => {
  test('with flags that are wrong is told of all of them, and nothing is written', async () => {
    const before = text('wrangler.toml')
    const wrong = [
      '--name',
      '!',
      '--languages',
      'id, xx',
      '--time-zone',
      'Atlantis',
      '--samples',
      'x',
    ]
    const { status, printed, wrong: said } = await setup([...wrong, '--yes'])
    expect({ status, printed }).toEqual({ status: 1, printed: '' })
    for (const about of ['--name: ', 'no copy file for xx', 'Atlantis', '“keep” or “remove”'])
      expect(said).toContain(about)
    expect(text('wrangler.toml')).toBe(before)
  })

  test('is shown every change, and no says that nothing is written', async () => {
    const before = text('wrangler.toml')
    const flags = ['--languages', 'en, id', '--editor', 'none', '--samples', 'keep']
    const typed = ['Dear Desk', 'Mars/Olympus', 'Asia/Jakarta', '', 'no']
    const { printed, status } = await setup(flags, typed)
    expect(status).toBe(0)
    expect(printed).toContain('“Mars/Olympus” is not a time zone.')
    expect(printed).toContain('-SITE_NAME = "Off the Clock"\n+SITE_NAME = "Dear Desk"')
    expect(printed).toContain('+TIME_ZONE = "Asia/Jakarta"')
    expect(printed).toContain('+# About Dear Desk')
    expect(printed).toMatch(/Nothing was written\.\n$/)
    expect(text('wrangler.toml')).toBe(before)
    expect((await setup(flags, ['Dear Desk'])).wrong).toContain('No answer came.')
  })

  test('renames it, keeps its comments, and comes in as its first editor', async () => {
    const own = 'content/columns/a-column-of-my-own.md'
    await cp(join(folder, 'content/columns/my-last-payslip-is-short.md'), join(folder, own))
    const before = text('wrangler.toml')
    const flags = ['--name', 'Dear “Boss” $1', '--languages', 'en', '--time-zone', 'Asia/Jakarta']
    const more = ['--columnist', 'Jo Field', '--editor', 'Jo', '--samples', 'remove', '--yes']
    const { status, printed, wrong } = await setup([...flags, ...more])
    expect({ status, wrong }).toEqual({ status: 0, wrong: '' })
    expect(columns()).toEqual([parse(own).base])
    // Git keeps no empty folder, and every command of columns looks for this one.
    expect(existsSync(join(folder, 'content/columns/.gitkeep'))).toBe(true)
    const after = text('wrangler.toml')
    const comments = (toml: string) => toml.split('\n').filter((line) => line.startsWith('#'))
    expect(comments(after)).toEqual(comments(before))
    expect(after).toContain('SITE_NAME = "Dear “Boss” $1"\n')
    expect(after).toContain('LANGUAGES = "en"\n')
    expect(after).toContain('[vars.COLUMNIST]\nen = "Jo Field"\nid = "Meja Redaksi"\n')
    expect(text('content/pages/about.en.md')).toMatch(/^# About Dear “Boss” \$1\n/)
    const code = /link=(\S+)/.exec(printed)?.[1] ?? ''
    const { db, close } = await openDatabase({ dataDir: join(folder, 'data') })
    expect(await findLink(db, code, new Date())).toMatchObject({
      role: 'owner',
      editor: { name: 'Jo' },
    })
    expect(await db.select().from(editors)).toHaveLength(1)
    expect(await db.select().from(sessions)).toEqual([])
    await close()
    expect((await setup([...flags, '--columnist', 'Jo Field', '--yes'])).printed).toBe(
      'Everything is so already.\n',
    )
  }, 240_000)

  test('has a site that the other commands take as it is', async () => {
    expect((await run(['src/cli/content.ts', 'check'])).printed).toBe('1 columns: all is well.\n')
    const { printed, wrong } = await run(['src/cli/deploy.ts', '--dry-run'])
    expect(wrong).toBe('')
    expect(printed).toContain('Settings and columns: well, 1 column files')
  }, 240_000)

  test('without a column can push none, and check none', async () => {
    await rm(join(folder, 'content/columns/a-column-of-my-own.md'))
    expect((await run(['src/cli/content.ts', 'check'])).status).toBe(0)
  })

  test('and keeps the samples, but for those in a language that is not served', async () => {
    for (const part of ['content', 'wrangler.toml'])
      await cp(join(top, part), join(folder, part), { recursive: true })
    const all = columns().length
    expect((await setup(['--languages', 'en', '--yes'])).status).toBe(0)
    expect(columns().length).toBeGreaterThan(10)
    expect(columns().length).toBeLessThan(all)
    // Nobody said who signs: each language keeps its own.
    expect(text('wrangler.toml')).toContain(
      '[vars.COLUMNIST]\nen = "The Desk"\nid = "Meja Redaksi"\n',
    )
    expect((await run(['src/cli/content.ts', 'check'])).status).toBe(0)
  })
})

test('House pages get the new names in each language, and other words stay', async () => {
  const pages = await mkdtemp(join(tmpdir(), 'sincerely-pages-'))
  await cp(join(top, 'wrangler.toml'), join(pages, 'wrangler.toml'))
  const write = (file: string, written: string) => writeFile(join(pages, file), written)
  await mkdir(join(pages, 'content/pages'), { recursive: true })
  await write('content/pages/about.en.md', '# About Us\n\nThe Desk of Us. Meja sits there.\n')
  await write('content/pages/about.id.md', '# Tentang Us\n\nMeja menjawab. The Desk.\n')
  const vars = { SITE_NAME: 'Us', COLUMNIST: { en: 'The Desk', id: 'Meja' } }
  const answers = { name: 'Them', languages: 'en, id', columnist: 'Jo', editor: 'none' }
  const changes = changesFor(pages, vars, { ...answers, 'time-zone': 'UTC', samples: 'keep' })
  expect(changes.slice(1).map(({ after }) => after)).toEqual([
    '# About Them\n\nJo of Them. Meja sits there.\n',
    '# Tentang Them\n\nJo menjawab. The Desk.\n',
  ])
  await rm(pages, { recursive: true })
})

test.each([
  ['languages', 'id', { problem: 'Write “en” too: English is served at “/”.' }],
  ['languages', 'id en,id', { value: 'en, id' }],
  ['name', ' Dear\tDesk ', { value: 'Dear Desk' }],
  ['name', 'x'.repeat(61), { problem: 'Write a shorter name: it has 61 characters, of 60.' }],
  ['time-zone', 'asia/jakarta', { value: 'Asia/Jakarta' }],
  ['samples', 'Keep', { problem: 'Write “keep” or “remove”.' }],
])('To --%s, “%s” is answered', (flag, typed, answer) => {
  expect(QUESTIONS.find((question) => question.flag === flag)?.read(typed)).toEqual(answer)
})

test('The list of samples is what stands in the folder', async () => {
  const list = (await readFile(join(top, 'content/samples.txt'), 'utf8')).trim().split('\n')
  const there = readdirSync(join(top, 'content/columns'))
  expect(list).toEqual(
    there.flatMap((file) => (/\.md$/.test(file) ? [file.slice(0, -3)] : [])).sort(),
  )
})

describe('A setting in wrangler.toml', () => {
  const TOML = `name = "site"\n\n[vars] # settings\n# What it is called.\nNAME = "Old" # short\nOTHER = "NAME"\n\n[vars.BY]\nen = "Desk"\n\n[build]\nNAME = "not this"\n`

  test('changes, and no other character does', () => {
    const languages = ['en', 'id']
    expect(withSetting(TOML, { key: 'NAME', value: 'New', languages })).toBe(
      TOML.replace('"Old"', '"New"'),
    )
    expect(withSetting(TOML, { key: 'BY', value: 'Jo', languages })).toBe(
      TOML.replace('en = "Desk"', 'id = "Jo"\nen = "Jo"'),
    )
    expect(withSetting(TOML, { key: 'ZONE', value: 'UTC', languages })).toBe(
      TOML.replace('# What', 'ZONE = "UTC"\n# What'),
    )
  })

  test('is whatever was typed, when wrangler reads it', async () => {
    const { unstable_readConfig } = await import('wrangler')
    const file = join(folder, 'typed.toml')
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (value) => {
        await writeFile(file, withSetting(TOML, { key: 'NAME', value, languages: ['en'] }))
        const { vars } = unstable_readConfig({ config: file }, { hideWarnings: true })
        expect(vars).toEqual({ NAME: value, OTHER: 'NAME', BY: { en: 'Desk' } })
        expect(await readFile(file, 'utf8')).toMatch(/\[build\]\nNAME = "not this"\n$/)
      }),
      { numRuns: 50 },
    )
  })
})
