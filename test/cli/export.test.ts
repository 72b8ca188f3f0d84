import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumLaunch } from '../../src/cli/chromium.ts'
import { migrate, openDatabase } from '../../src/cli/database.ts'
import { staticPage } from '../../src/cli/export/static-page.ts'
import { deskLog } from '../../src/schema.ts'
import { fillEveryTable, SECRET, SITE_KEY } from './full-database.ts'
import { runAlone } from './here.ts'

const top = join(import.meta.dirname, '../..')

/** Each command starts a database, and the site: they take their time on a busy machine. */
const PATIENCE = 480_000

let scratch: string
let dataDir: string

const run = (file: string, words: string[], settings: Record<string, string> = {}) =>
  runAlone(file, words, { SITE_KEY, DATA_DIR: dataDir, ...settings })

const exporting = (...words: string[]) => run('src/cli/export.ts', words)

async function logEntries() {
  const { db, close } = await openDatabase({ dataDir })
  try {
    return (await db.select().from(deskLog)).filter(({ verb }) => verb === 'export-letters')
  } finally {
    await close()
  }
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'sincerely-export-'))
  dataDir = join(scratch, 'site')
  await migrate(dataDir)
  const { db, close } = await openDatabase({ dataDir })
  try {
    await fillEveryTable(db)
  } finally {
    await close()
  }
}, PATIENCE)

afterAll(() => rm(scratch, { recursive: true }))

describe('An owner who leaves with the letters', () => {
  test(
    'has every one of them, and the log says so',
    async () => {
      const file = join(scratch, 'letters.json')
      const { printed, wrong } = await exporting('letters', file)
      expect(wrong).toBe('')
      expect(printed).toContain('3 letters are in')
      expect(printed).toContain('Anybody who has the file can read them')
      expect(printed).not.toContain(SECRET)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const { format, letters } = JSON.parse(readFileSync(file, 'utf8'))
      expect(format).toBe('sincerely letters')
      const of = (status: string) =>
        letters.find((each: { status: string }) => each.status === status)
      expect(letters).toHaveLength(3)
      expect(of('received')).toMatchObject({ question: `May I keep ${SECRET}?`, followUpMonths: 3 })
      expect(of('received').letter).toContain('\u2028It is a “good” one – 日本語 – and\n')
      expect(of('waiting').conversation).toEqual([
        {
          who: 'desk',
          kind: 'question',
          writtenOn: '2026-11-23',
          text: `Whose is ${SECRET}?`,
          taps: null,
        },
      ])
      expect(of('withdrawn')).toMatchObject({ isErased: true, letter: null, question: null })
      expect(readFileSync(file, 'utf8')).not.toContain('writer@example.com')
      const entries = await logEntries()
      expect(entries).toMatchObject([{ by: 'operator', reason: '3 letters', letterId: null }])
    },
    PATIENCE,
  )

  test(
    'reads none with the key of another site, and leaves no entry',
    async () => {
      const before = await logEntries()
      const file = join(scratch, 'none.json')
      const key = Buffer.alloc(32, 'x').toString('base64')
      const { status, wrong } = await run('src/cli/export.ts', ['letters', file], { SITE_KEY: key })
      expect(status).toBe(1)
      expect(wrong).toContain('opens none of the letters')
      expect(wrong).not.toContain(key)
      expect(existsSync(file)).toBe(false)
      expect(await logEntries()).toEqual(before)
    },
    PATIENCE,
  )

  test('never writes over a file', async () => {
    const { status, wrong } = await exporting('letters', join(top, 'package.json'))
    expect(status).toBe(1)
    expect(wrong).toContain('already')
  })
})

describe('An owner who leaves with the site', () => {
  let dir: string
  let html: string

  const pages = () =>
    readdirSync(html, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    )

  beforeAll(async () => {
    dir = join(scratch, 'out')
    html = join(dir, 'html')
    const { printed, wrong } = await exporting('site', dir)
    expect(wrong).toBe('')
    expect(printed).toMatch(/31 columns and \d{3} pages are in/)
  }, PATIENCE)

  test(
    'has the same files that `content pull` writes',
    async () => {
      const pulled = join(scratch, 'pulled')
      const { wrong } = await run('src/cli/content.ts', ['pull', '--dir', pulled])
      expect(wrong).toBe('')
      const files = readdirSync(join(pulled, 'columns'))
      expect(files).toHaveLength(31)
      expect(readdirSync(join(dir, 'columns')).sort()).toEqual(files.sort())
      for (const name of files) {
        const [here, there] = [dir, pulled].map((each) => readFileSync(join(each, 'columns', name)))
        expect(here).toEqual(there)
      }
      const addresses = [dir, pulled].map((each) =>
        readFileSync(join(each, 'redirects.yaml'), 'utf8'),
      )
      expect(addresses[0]).toContain(
        '/2015/03/old.html: /columns/my-client-expects-me-to-be-available-all-day#letter-1\n',
      )
      expect(addresses[0]).toBe(addresses[1])
      // A column that was taken down is in no folder.
      expect(addresses[0]).not.toContain('/columns/gone')
      expect(readFileSync(join(dir, 'pages/about.en.md'))).toEqual(
        readFileSync(join(top, 'content/pages/about.en.md')),
      )
      expect(JSON.parse(readFileSync(join(dir, 'redirects.json'), 'utf8'))).toEqual({
        columns: [
          {
            slug: 'gone',
            language: 'en',
            isGone: true,
            goneOn: '2026-11-20',
            note: 'Its writer asked us to.',
          },
          {
            slug: 'old-address',
            language: 'en',
            leadsTo: 'my-client-expects-me-to-be-available-all-day',
          },
        ],
        topics: { bosses: 'managers' },
      })
    },
    PATIENCE,
  )

  test('has pages of which every link leads somewhere on disk', () => {
    const broken: string[] = []
    let links = 0
    for (const page of pages()) {
      const path = join(html, page)
      const text = readFileSync(path, 'utf8')
      for (const [, href = ''] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (/^(https?|mailto|tel):/.test(href)) continue
        const [file = '', id] = href.replaceAll('&amp;', '&').split('#')
        const target = file ? resolve(dirname(path), decodeURIComponent(file)) : path
        links += 1
        const isThere = existsSync(target) && statSync(target).isFile()
        const hasId = !id || (isThere && readFileSync(target, 'utf8').includes(`id="${id}"`))
        if (!isThere || !hasId || href.startsWith('/')) broken.push(`${page}: ${href}`)
      }
    }
    expect(links).toBeGreaterThan(1000)
    expect(broken).toEqual([])
  })

  test('has nothing in them that would need a server, or that told of this computer', () => {
    for (const page of pages()) {
      const text = readFileSync(join(html, page), 'utf8')
      expect(text, page).not.toMatch(/<(script|form|search|input|button)\b/)
      expect(text, page).not.toMatch(/localhost|127\.0\.0\.1/)
      expect(text, page).not.toContain(SECRET)
    }
  })

  test(
    'reads them in a browser, set as on the site, and asks nobody for anything',
    async () => {
      const browser = await chromium.launch(await chromiumLaunch())
      try {
        const page = await browser.newPage()
        const faults: string[] = []
        page.on('requestfailed', (request) => faults.push(request.url()))
        page.on('request', (request) => {
          if (!request.url().startsWith('file:')) faults.push(request.url())
        })
        await page.goto(pathToFileURL(join(html, 'index.html')).href)
        await page.getByRole('link', { name: 'Someone on my team has stopped trying' }).click()
        await page.getByRole('heading', { name: 'Someone on my team', level: 1 }).waitFor()
        expect(fileURLToPath(page.url())).toContain('columns/someone-on-my-team')
        const fonts = await page.evaluate(async () => {
          await document.fonts.ready
          const isSet = document.fonts.check('1rem Newsreader')
          return {
            isSet,
            loaded: [...document.fonts].filter(({ status }) => status === 'loaded').length,
          }
        })
        expect(fonts).toMatchObject({ isSet: true })
        expect(fonts.loaded).toBeGreaterThan(0)
        await page.getByRole('link', { name: 'Bahasa Indonesia' }).click()
        await page.locator('html[lang=id]').waitFor()
        expect(faults).toEqual([])
      } finally {
        await browser.close()
      }
    },
    PATIENCE,
  )

  test('is not given a folder that has something in it', async () => {
    const { status, wrong } = await exporting('site', join(top, 'content'))
    expect(status).toBe(1)
    expect(wrong).toContain('not empty')
  })
})

describe('A page on disk', () => {
  const page = (body: string, siteUrl: string | null) =>
    staticPage(body, 'columns/one.html', {
      fileOf: (address) =>
        ({ '/columns/two#letter-1': 'columns/two.html#letter-1' })[address] ?? null,
      siteUrl,
    })

  test('leads to the site for what only the site can do, when it knows where that is', () => {
    const link = '<p><a href="/write">Write</a></p>'
    expect(page(link, 'https://column.example')).toContain('href="https://column.example/write"')
    expect(page(link, null)).toContain('<p><span>Write</span></p>')
  })

  test('leads to other pages by where they lie, and to other sites as it is', () => {
    expect(page('<a href="/columns/two#letter-1">2</a>', null)).toContain(
      'href="two.html#letter-1"',
    )
    expect(page('<a href="//evil.example/x">x</a>', null)).toContain('href="//evil.example/x"')
    expect(page('<a href="https://acas.org.uk">x</a>', null)).toContain(
      'href="https://acas.org.uk"',
    )
  })

  test('has no search, neither as a form nor as a link', () => {
    const made = page(
      '<nav><a href="/search">S</a> <a href="/id/surprise">?</a></nav><form></form>',
      'https://x.example',
    )
    expect(made).toContain('<nav> </nav></body>')
  })
})
