import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readContentFolder } from '../../src/cli/content-folder.ts'
import { pull } from '../../src/cli/content-pull.ts'
import { push } from '../../src/cli/content-push.ts'
import { migrate, openDatabase } from '../../src/cli/database.ts'
import { collect } from '../../src/cli/import/collect.ts'
import { Folder } from '../../src/cli/import/folder.ts'
import { settle } from '../../src/cli/import/settle.ts'
import { readWordPress } from '../../src/cli/import/wordpress.ts'
import { withAddresses } from '../../src/cli/redirects-pull.ts'
import { type KnownAddress, leadOf, oldAddressesAt } from '../../src/old-address.ts'
import { madePosts, wordPressExport } from '../moving-in/exports.ts'
import { knownColumns } from '../moving-in/known.ts'

/** Commands know their database from the moment on when they are loaded. */
const dataDir = vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/sincerely-redirects-data-${process.pid}`
  return process.env.DATA_DIR
})
const home = mkdtempSync(join(tmpdir(), 'sincerely-redirects-'))
afterAll(() => {
  for (const folder of [home, dataDir]) rmSync(folder, { recursive: true, force: true })
})

const COLUMN = `---
headline: The kettle is mine
standfirst: He says it is everyone’s.
language: en
topics: [tea]
published: 2026-03-02T09:00:00Z
---

# Letter

Somebody drinks my tea.

# Reply

Label the box.
`

/** What \`content check\` says of a file of old addresses, in a folder of two columns. */
async function check(file: string) {
  const dir = mkdtempSync(join(home, 'folder-'))
  mkdirSync(join(dir, 'columns'))
  for (const slug of ['kettle', 'teapot']) writeFileSync(join(dir, `columns/${slug}.md`), COLUMN)
  writeFileSync(join(dir, 'redirects.yaml'), file)
  const { addresses, problems } = await readContentFolder(dir, {
    languages: ['en', 'id'],
    now: new Date(),
  })
  return {
    addresses,
    problems: problems.map(({ line, problem, instead }) => `${line}: ${problem} ${instead}`),
  }
}

describe('A file of old addresses', () => {
  test('says where each leads, in whatever form it is written', async () => {
    const { addresses, problems } = await check(`# Ours
/2015/03/kettle.html: /columns/kettle
https://old.example/?page_id=7&utm_source=x: /id/columns/teapot#letter-1
"/caf%c3%a9/": /topics/tea
/feed/: /feed.xml
/columns/Old_Kettle: /columns/kettle
`)
    expect(problems).toEqual([])
    expect(addresses).toEqual([
      { path: '/2015/03/kettle.html', target: '/columns/kettle', slug: 'kettle' },
      { path: '/?p=7', target: '/id/columns/teapot#letter-1', slug: 'teapot' },
      { path: '/caf%C3%A9', target: '/topics/tea', slug: null },
      { path: '/feed', target: '/feed.xml', slug: null },
      { path: '/columns/Old_Kettle', target: '/columns/kettle', slug: 'kettle' },
    ])
  })

  test('is told of every line that is not right, and what to write instead', async () => {
    const { problems } = await check(`/a: /columns/ketle
/b: /columns/nothing
/c: https://elsewhere.example/
/d: /nowhere
/e:
/f: /g
/g: /f
/about: /columns/kettle
/columns/kettle: /columns/teapot
/columns/x: /columns/x
/i: /columns/kettle
/i/: /columns/teapot
mailto:me: /columns/kettle
/j: //elsewhere.example/
/k: /topics/te
/l: /desk/drafts
/: /columns/kettle
`)
    expect(problems).toEqual([
      '1: There is no column “ketle”. Write “kettle”, or take the line out.',
      '2: There is no column “nothing”. Take the line out.',
      '3: “https://elsewhere.example/” is no address of this site. Write where it leads now, like /columns/slug.',
      '4: The site has no page “/nowhere”. Write one that it has, like /columns/slug or /archive.',
      '5: “” is no address of this site. Write where it leads now, like /columns/slug.',
      '6: “/f” leads to another old address, of line 7. Write where that one leads: /f.',
      '7: “/g” leads to another old address, of line 6. Write where that one leads: /g.',
      '8: “/about” is an address of this site, which answers there itself. Take the line out.',
      '9: “/columns/kettle” is an address of this site, which answers there itself. Take the line out.',
      '10: “/columns/x” leads to itself. Write an address of this site.',
      '12: “/i” stands on line 11 already. Take one of the two out.',
      '13: “mailto:me” is no address of an old site. Write its path, like /2015/03/slug.html or /?p=123.',
      '14: “//elsewhere.example/” is no address of this site. Write where it leads now, like /columns/slug.',
      '15: There is no topic “te”. Write “tea”, or take the line out.',
      '16: The site has no page “/desk/drafts”. Write one that it has, like /columns/slug or /archive.',
      '17: “/” is no address of an old site. Write its path, like /2015/03/slug.html or /?p=123.',
    ])
  })

  test.each([
    ['- one\n- two\n', '1: This is no list of addresses.'],
    ['/a: /columns/kettle\n/b: "x\n', '3: This is not YAML:'],
  ])('that cannot be read is told so: %j', async (file, said) => {
    const { problems } = await check(file)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(said)
  })

  test('may be empty, or not there at all, which says nothing', async () => {
    expect((await check('# None yet\n')).addresses).toEqual([])
    const dir = mkdtempSync(join(home, 'none-'))
    const given = { languages: ['en'], now: new Date() }
    expect((await readContentFolder(dir, given)).addresses).toBeNull()
  })
})

describe('Pulling old addresses', () => {
  const known = (path: string, target: string, rest: Partial<KnownAddress> = {}): KnownAddress => ({
    ...{ path, target, slug: 'kettle', columnId: 'one', columnSlug: 'kettle', language: 'en' },
    ...{ trace: null, formerId: null, mergedInto: null },
    ...rest,
  })
  const FILE = '# Ours\n/a/: /columns/kettle # the first\n/?p=1: /columns/kettle#letter-2\n'

  test('leaves the file as it is, byte by byte, while nothing has moved', () => {
    const all = [known('/?p=1', '/columns/kettle#letter-2'), known('/a', '/columns/kettle')]
    expect(withAddresses(FILE, all)).toEqual({ text: FILE, kept: 0 })
  })

  test('writes the topic into which one was merged', () => {
    const topic = { slug: null, columnId: null, columnSlug: null, mergedInto: 'drinks' }
    const all = [known('/tag/tea', '/id/topics/tea', topic)]
    expect(withAddresses('/tag/tea: /id/topics/tea\n', all).text).toBe(
      '/tag/tea: /id/topics/drinks\n',
    )
  })

  test('writes where a column has moved, and keeps comments', () => {
    const moved = { columnSlug: 'teapot', trace: 'kettle' }
    const { text } = withAddresses(FILE, [
      known('/?p=1', '/columns/kettle#letter-2', moved),
      known('/a', '/columns/kettle', moved),
    ])
    expect(text).toBe('# Ours\n/a/: /columns/teapot # the first\n/?p=1: /columns/teapot#letter-2\n')
  })

  test('takes out what leads to a column that was taken down, and puts in what others pushed', () => {
    const gone = { columnId: null, columnSlug: null, language: null, trace: 'kettle' }
    const { text } = withAddresses(FILE, [
      known('/a', '/columns/kettle', gone),
      known('/?p=1', '/columns/kettle#letter-2'),
      known('/b', '/about', { slug: null, columnId: null, columnSlug: null, language: null }),
    ])
    expect(text).toBe('# Ours\n/?p=1: /columns/kettle#letter-2\n/b: /about\n')
  })

  test('keeps what was changed here and not pushed, unless forced', () => {
    const all = [known('/a', '/columns/teapot', { columnSlug: 'teapot' })]
    expect(withAddresses(FILE, all)).toEqual({ text: FILE, kept: 1 })
    expect(withAddresses(FILE, all, { force: true })).toEqual({
      text: '# Ours\n/a/: /columns/teapot # the first\n',
      kept: 0,
    })
  })

  test('makes a file where there is none, and none where there is nothing to say', () => {
    const { text } = withAddresses('', [known('/a', '/columns/kettle')])
    expect(text).toContain('\n/a: /columns/kettle\n')
    expect(withAddresses('', [])).toEqual({ text: '', kept: 0 })
  })
})

test('Every address of a site of WordPress leads to its column once it is pushed, and comes back', async () => {
  const [file, dir, back] = ['export.xml', 'imported', 'back'].map((name) => join(home, name))
  const posts = madePosts(knownColumns(), 120, 7)
  writeFileSync(String(file), [...wordPressExport(posts)].join(''))
  const house = { language: 'en', timeZone: 'UTC', topics: new Map(), topic: 'general' }
  const found = readWordPress(String(file), { timeZone: 'UTC', onProgress: () => {} })
  settle(await collect(found, house), new Folder(String(dir), { force: false }), { images: null })
  await migrate(dataDir)
  await push({ dir: String(dir), remote: false, force: false })
  await pull({ dir: String(back), remote: false, force: false })
  const [written, again] = [dir, back].map((folder) =>
    readFileSync(join(String(folder), 'redirects.yaml'), 'utf8').replace(/^#.*\n\s*/, ''),
  )
  expect(again).toBe(written)
  const { db, close } = await openDatabase({ dataDir })
  try {
    let led = 0
    for (const { date, slug, id, holds } of posts) {
      const [year, month] = date.split('-')
      for (const path of [`/${year}/${month}/${slug}.html/`, `/?p=${id}&utm_source=x`]) {
        const lead = leadOf(await oldAddressesAt(db, `https://new.example${path}`))
        if (holds === 'nothing') expect(lead, path).toBeNull()
        else expect(lead?.location, path).toMatch(/^(?:\/id)?\/columns\/[a-z\d-]+(?:#updates)?$/)
        led += lead ? 1 : 0
      }
    }
    expect(led).toBeGreaterThan(100)
  } finally {
    await close()
  }
}, 120_000)
