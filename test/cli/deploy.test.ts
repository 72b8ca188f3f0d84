import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Mistake } from '../../src/cli/command-line.ts'
import { type Around, deploy } from '../../src/cli/deploy/steps.ts'
import { readConfig } from '../../src/config.ts'

const top = join(import.meta.dirname, '../..')
const KEY = Buffer.alloc(32, 7).toString('base64')
const VARS = { SITE_NAME: 'A', SITE_DESCRIPTION: 'B', COLUMNIST: 'C', LANGUAGES: 'en' }

/** An account at Cloudflare, as far as wrangler's commands tell of it; `done` is what changed it, in order. */
function account(start: { isKnown?: boolean; hasDatabase?: boolean; secrets?: string[] | null }) {
  const state = { isKnown: true, hasDatabase: false, secrets: null as string[] | null, ...start }
  const done: string[] = []
  let breaks = ''
  const files: string[] = []
  const answer = (printed: string) => ({ status: 0, printed, wrong: '' })
  const refuse = (wrong: string) => ({ status: 1, printed: '', wrong: `✘ [ERROR] ${wrong}` })
  const wrangler: Around['wrangler'] = async (words) => {
    const command = words.slice(0, 2).join(' ')
    if (breaks && command.startsWith(breaks)) return refuse('Cloudflare is out of order.')
    if (command === 'whoami') {
      return state.isKnown ? answer('You are logged in.') : answer('You are not authenticated.')
    }
    if (command === 'secret list') {
      if (!state.secrets) return refuse('Worker "sincerely" not found.')
      return answer(JSON.stringify(state.secrets.map((name) => ({ name, type: 'secret_text' }))))
    }
    if (command === 'd1 info') {
      return state.hasDatabase ? answer('{}') : refuse(`Couldn't find a D1 DB named 'sincerely'`)
    }
    done.push(command)
    if (command === 'd1 create') state.hasDatabase = true
    if (command === 'd1 migrations') return answer('0001_newsroom.sql ✅ 0001_newsroom.sql')
    if (words[0] === 'deploy') {
      const file = words[words.indexOf('--secrets-file') + 1]
      const given = words.length > 1 ? JSON.parse(readFileSync(String(file), 'utf8')) : {}
      if (words.length > 1) files.push(String(file))
      state.secrets = [...(state.secrets ?? []), ...Object.keys(given)]
      return answer('Uploaded\n  https://sincerely.example.workers.dev')
    }
    return answer('')
  }
  const told: string[] = []
  const around = (changes: Partial<Around> = {}): Around => ({
    wrangler,
    site: { vars: VARS, database: 'sincerely' },
    given: { SITE_KEY: KEY },
    isBuilder: false,
    check: async () => 3,
    bundle: async () => '280 KiB',
    push: async () => void done.push('push'),
    tell: (line) => void told.push(line),
    ...changes,
  })
  return { state, done, told, files, around, breakAt: (command: string) => (breaks = command) }
}

const refusal = (deployed: Promise<void>) =>
  deployed.then(
    () => 'deployed',
    (error) => {
      expect(error).toBeInstanceOf(Mistake)
      return (error as Mistake).message
    },
  )

describe('A first deploy', () => {
  test('has everything in its place before the site can be seen', async () => {
    const { around, done, told, state, files } = account({})
    await deploy(around())
    expect(done).toEqual(['d1 create', 'd1 migrations', 'push', 'deploy --secrets-file'])
    expect(state.secrets).toEqual(['SITE_KEY'])
    expect(told.at(-1)).toBe('Site: online at https://sincerely.example.workers.dev')
    expect(files.map((file) => existsSync(file))).toEqual([false])
    expect(told.join('\n')).not.toContain(KEY)
  })

  test('is refused without the key, with how to make one, and changes nothing', async () => {
    const { around, done } = account({})
    const said = await refusal(deploy(around({ given: {} })))
    expect(said).toContain('SITE_KEY is not set.')
    expect(said).toContain('openssl rand -base64 32 > ~/site-key')
    expect(said).toContain('Nothing was changed.')
    expect(done).toEqual([])
  })

  test('is refused where no route leads to what the settings name, or nothing sends mail', async () => {
    const { around, done } = account({})
    const vars = {
      ...VARS,
      SITE_URL: 'https://example.com',
      DESK_HOST: 'desk.example.com',
      MAIL_FROM: 'desk@example.com',
    }
    const refusedWith = (changes: object) =>
      refusal(deploy(around({ site: { vars, database: 'sincerely', ...changes } })))
    const routes = ['example.com/*']
    const said = await refusedWith({ routes })
    expect(said).toContain('DESK_HOST is desk.example.com, and no route of wrangler.toml leads')
    expect(said).toContain('MAIL_FROM is set, and wrangler.toml has no [[send_email]] named MAIL')
    expect(said).not.toContain('SITE_URL')
    expect(done).toEqual([])
    const mail = { send_email: [{ name: 'MAIL' }] }
    expect(await refusedWith({ routes: [{ pattern: 'desk.example.com' }], ...mail })).toContain(
      'SITE_URL is example.com, and no route',
    )
    for (const kept of [
      {},
      { routes: ['*example.com/*'] },
      { routes: [...routes, '*.example.com'] },
    ]) {
      expect(await refusedWith({ ...kept, ...mail })).not.toContain('no route')
    }
  })

  test('is refused to a stranger, and with a setting or a file that is wrong', async () => {
    const stranger = account({ isKnown: false })
    expect(await refusal(deploy(stranger.around()))).toContain('npx wrangler login')
    const { around, done } = account({})
    const vars = { ...VARS, COLUMNIST: '' }
    const unset = deploy(around({ site: { vars, database: 'sincerely' } }))
    expect(await refusal(unset)).toContain('COLUMNIST has no text for: en')
    const check = async () => {
      throw new Mistake('content/columns/a.md:3: No headline.')
    }
    expect(await refusal(deploy(around({ check })))).toContain('a.md:3')
    expect([...done, ...stranger.done]).toEqual([])
  })

  test('that stopped goes on where it stopped, and says what was done', async () => {
    const { around, done, breakAt } = account({})
    breakAt('d1 migrations')
    const said = await refusal(deploy(around()))
    expect(said).toContain('Migrations: Cloudflare is out of order.')
    expect(said).toContain('Done before: Database.')
    breakAt('')
    await deploy(around())
    expect(done).toEqual(['d1 create', 'd1 migrations', 'push', 'deploy --secrets-file'])
  })

  test('by Cloudflare’s own builder leaves the secrets to it', async () => {
    const { around, done } = account({})
    await deploy(around({ given: {}, isBuilder: true }))
    expect(done.at(-1)).toBe('deploy')
  })
})

describe('A later deploy', () => {
  const later = () => account({ hasDatabase: true, secrets: ['SITE_KEY'] })

  test('migrates while the old version serves, and pushes columns to the new one', async () => {
    const { around, done } = later()
    await deploy(around({ given: {} }))
    expect(done).toEqual(['d1 migrations', 'deploy', 'push'])
  })

  test('leaves the old version its tables when the new one cannot be built', async () => {
    const { around, done } = later()
    const bundle = async () => {
      throw new Mistake('The Worker cannot be built: no such module.')
    }
    const said = await refusal(deploy(around({ given: {}, bundle })))
    expect(said).toContain('Worker: The Worker cannot be built: no such module.')
    expect(said).toContain('Nothing was changed.')
    expect(done).toEqual([])
  })

  test('does not put another key over the one that letters are sealed with', async () => {
    const { around, done } = later()
    const said = await refusal(deploy(around()))
    expect(said).toContain('SITE_KEY is set at Cloudflare already')
    expect(done).toEqual([])
  })

  test('asks for the other half of Turnstile', async () => {
    const { around } = later()
    const site = { vars: { ...VARS, TURNSTILE_SITE_KEY: '0x1' }, database: 'sincerely' }
    expect(await refusal(deploy(around({ site, given: {} })))).toContain('TURNSTILE_SECRET')
    const { around: again, done } = later()
    await deploy(again({ site, given: { TURNSTILE_SECRET: 'x' } }))
    expect(done).toEqual(['d1 migrations', 'deploy --secrets-file', 'push'])
  })

  test('says that the site is online when only its columns were refused', async () => {
    const { around } = later()
    const push = async () => {
      throw new Mistake('kettle: the desk has changed it since the last push.')
    }
    const said = await refusal(deploy(around({ given: {}, push })))
    expect(said).toContain('Columns: kettle: the desk has changed it')
    expect(said).toContain('Done before: Database, Migrations, Site.')
  })
})

describe('A dry run', () => {
  test('says each step and what the Worker weighs, and needs no account', async () => {
    const env = {
      ...process.env,
      HOME: '/nowhere',
      CLOUDFLARE_API_TOKEN: '',
      https_proxy: 'http://127.0.0.1:9',
    }
    const printed = await new Promise<string>((resolve, reject) => {
      const command = ['src/cli/deploy.ts', '--dry-run']
      execFile(process.execPath, command, { cwd: top, env }, (error, printed, wrong) =>
        error ? reject(new Error(wrong)) : resolve(printed),
      )
    })
    expect(printed).toMatch(/^Settings and columns: well, \d+ column files\nThe Worker: .*gzip: /)
    expect(printed).toMatch(
      /1\. Settings and columns.*\n2\. Login.*\n3\. Secrets.*\n4\. Worker.*\n5\. Database/,
    )
    expect(printed).toContain('Nothing was changed, and nobody was asked.')
  }, 120_000)
})

test('What stands in .dev.vars.example is no key: whoever deploys it as it is gets no site', () => {
  const [, key] =
    /^SITE_KEY=(.*)$/m.exec(readFileSync(join(top, '.dev.vars.example'), 'utf8')) ?? []
  expect(() => readConfig({ ...VARS, SITE_KEY: key })).toThrow('SITE_KEY is not 32 bytes')
})
