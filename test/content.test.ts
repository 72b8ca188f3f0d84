import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readContentFolder } from '../src/cli/content-folder.ts'
import { migrate, openDatabase } from '../src/cli/database.ts'
import { correct, retract, revise } from '../src/desk/column/column.ts'
import { findDraft, save } from '../src/desk/draft/draft.ts'
import { fingerprint } from '../src/desk/publishing/plate.ts'
import { publishNow } from '../src/desk/publishing/publish.ts'
import { columns, deskLog, siteState, topics } from '../src/schema.ts'
import { openVault } from '../src/vault.ts'

const top = join(import.meta.dirname, '..')
const home = mkdtempSync(join(tmpdir(), 'sincerely-content-'))
const dataDir = join(home, 'data')
const hand = { by: 'edith', now: new Date() }

/** The desk opens letters with it; columns from files have none. */
const vault = await openVault([crypto.getRandomValues(new Uint8Array(32))])

let site: Awaited<ReturnType<typeof openDatabase>>

/** Runs a program of ours as the operator would, on this test's own database. */
function run(...words: string[]) {
  const env = { ...process.env, DATA_DIR: dataDir, CI: '1' }
  return new Promise<{ status: number; printed: string; wrong: string }>((resolve) => {
    execFile(process.execPath, words, { cwd: top, env }, (error, printed, wrong) => {
      resolve({ status: error ? Number(error.code) : 0, printed, wrong })
    })
  })
}

/** A folder of columns, with the three commands as they are typed for it. */
function folder(name: string) {
  const dir = join(home, name)
  const path = (slug: string) => join(dir, slug === 'topics.yaml' ? slug : `columns/${slug}.md`)
  const command = (verb: string, ...words: string[]) =>
    run('src/cli/content.ts', verb, '--dir', dir, ...words)
  return {
    named: (slug: string) => relative(top, path(slug)),
    holds: (slug: string) => existsSync(path(slug)),
    read: (slug: string) => readFileSync(path(slug), 'utf8'),
    remove: (slug: string) => rmSync(path(slug)),
    write(slug: string, text: string) {
      mkdirSync(dirname(path(slug)), { recursive: true })
      writeFileSync(path(slug), text)
    },
    check: () => command('check'),
    push: (...words: string[]) => command('push', ...words),
    pull: (...words: string[]) => command('pull', ...words),
  }
}

/** A column file; `keys` are further lines of its front matter. */
function column({
  headline = 'The kettle is mine',
  language = 'en',
  keys = ['published: 2026-03-02T09:00:00Z'],
  reply = 'Label the box.',
} = {}) {
  const front = [`headline: ${headline}`, 'standfirst: He says it is everyone’s.']
  return `---
${[...front, `language: ${language}`, 'topics: [tea]', ...keys].join('\n')}
---

# Letter

Somebody drinks my tea.

— Parched

# Reply

${reply}
`
}

/** All that a push could write, so that one that writes nothing can be told. */
async function everything() {
  const { db } = site
  return db.batch([
    db.select().from(columns).orderBy(columns.slug),
    db.select().from(topics),
    db.select().from(siteState),
    db.select().from(deskLog),
  ])
}

async function live(slug: string) {
  const [row] = await site.db.select().from(columns).where(eq(columns.slug, slug))
  return row
}

beforeAll(async () => {
  await migrate(dataDir)
  site = await openDatabase({ dataDir })
})

afterAll(async () => {
  await site?.close()
  rmSync(home, { recursive: true })
})

describe('A columnist with files that are not right', () => {
  const bad = folder('bad')
  bad.write('good', column())
  bad.write('old/good', column())
  bad.write(
    'broken',
    column({ keys: ['tags: x', 'published: soon'] }).replace('# Reply', '# Reply:'),
  )
  bad.write('french', column({ language: 'fr' }))
  bad.write('early', column({ keys: ['published: 2999-01-01T09:00:00Z'] }))
  bad.write('edition', column({ keys: ['edition_of: nothing'] }))
  bad.write('itself', column({ keys: ['edition_of: itself'] }))
  bad.write('Bad_Name', column())
  bad.write('topics.yaml', 'tea: { en: { description: No name } }\n')

  test('is told of every problem in every file at once, and nothing is published', async () => {
    const before = await everything()
    const [checked, pushed] = await Promise.all([bad.check(), bad.push()])
    for (const { status, printed, wrong } of [checked, pushed]) {
      expect({ status, printed }).toEqual({ status: 1, printed: '' })
      const lines = wrong.trimEnd().split('\n')
      expect(lines.pop()).toBe('10 problems. Nothing was written.')
      expect(lines.map((line) => line.replace(/^(.*?:\d+): .*$/, '$1')).sort()).toEqual(
        [
          `${bad.named('Bad_Name')}:1`,
          `${bad.named('broken')}:6`,
          `${bad.named('broken')}:7`,
          `${bad.named('broken')}:16`,
          `${bad.named('early')}:6`,
          `${bad.named('edition')}:6`,
          `${bad.named('french')}:4`,
          `${bad.named('itself')}:6`,
          `${bad.named('old/good')}:1`,
          `${bad.named('topics.yaml')}:1`,
        ].sort(),
      )
      expect(lines).toContain(
        `${bad.named('old/good')}:1: The slug “good” is taken by ${bad.named('good')}. ` +
          'Give one of the two files another name.',
      )
      expect(lines).toContain(
        `${bad.named('french')}:4: The site does not serve the language “fr”. ` +
          'Write one of en, id, or add it to LANGUAGES.',
      )
      expect(wrong).toContain('2999-01-01T09:00:00Z is still to come')
      expect(wrong).toContain('There is no other column “nothing”')
      expect(wrong).toContain('There is no other column “itself”')
      expect(wrong).toContain('The topic “tea” has no name')
    }
    expect(await everything()).toEqual(before)
  })

  test('or who mistypes a command reads what to type instead', async () => {
    const [missing, verb, flag] = await Promise.all([
      folder('nowhere').check(),
      run('src/cli/content.ts', 'publish'),
      run('src/cli/content.ts', 'push', '--farce'),
    ])
    expect(missing).toMatchObject({ status: 1, printed: '' })
    expect(missing.wrong).toBe(`There is no folder ${join(home, 'nowhere')}/columns.\n`)
    expect(verb).toMatchObject({ status: 1, printed: '' })
    expect(verb.wrong).toContain('There is no “publish”.\n\nColumns as files')
    expect(flag).toMatchObject({ status: 1, printed: '' })
    expect(flag.wrong).toContain('--farce')
    expect(flag.wrong).not.toMatch(/\n {4}at /)
  })
})

describe('A file that is live to the byte', () => {
  const dir = join(home, 'known')
  const at = '2026-03-05T09:00:00Z'
  const live = { id: 'one', slug: 'tea', language: 'id', topics: ['tea'], publishedAt: at }
  const read = async (languages: string[], editionOf: string | null) => {
    const text = column({ language: 'id', keys: [`published: ${at}`, 'edition_of: kettle'] })
    folder('known').write('tea', text)
    const liveHash = await fingerprint(text)
    const index = new Map([['tea', { ...live, editionOf, liveHash, pushedHash: liveHash }]])
    const known = await readContentFolder(dir, { languages, now: hand.now, live: index })
    return { ...known, lines: known.problems.map(({ line, problem }) => `${line}: ${problem}`) }
  }

  test('is known by what is live, and not read for it', async () => {
    const { columns, lines } = await read(['en', 'id'], null)
    expect(lines).toEqual([])
    expect(columns).toMatchObject([{ slug: 'tea', language: 'id', published: at, editionOf: null }])
  })

  test('must stand beside the others nevertheless', async () => {
    expect((await read(['en'], 'kettle')).lines).toEqual([
      '4: The site does not serve the language “id”.',
      '7: There is no other column “kettle”.',
    ])
  })
})

describe('A columnist who keeps the columns in a folder', () => {
  const kept = folder('kept')
  const edition = column({ language: 'id', keys: ['published: 2026-03-05T09:00:00Z'] })
  kept.write('a-translation', edition.replace('published:', 'edition_of: z-original\npublished:'))
  kept.write('draft', column({ keys: [] }))
  kept.write('2026/tea', column({ headline: 'Another cup' }))
  kept.write('z-original', column())
  kept.write('topics.yaml', 'tea: { en: { name: Hot drinks, description: "Tea, and coffee." } }\n')

  test('publishes them, translations with their originals, and is told what stays out', async () => {
    const { status, printed, wrong } = await kept.push()
    expect({ status, wrong }).toEqual({ status: 0, wrong: '' })
    expect(printed).toBe(
      '3 of 3 columns pushed\n3 of 3 columns related\n3 new, 0 changed, 0 unchanged.\n' +
        'draft has no date: it is a draft, and was left out.\n',
    )
    const [translation, original] = [await live('a-translation'), await live('z-original')]
    expect(original?.originalId).toBe(original?.id)
    expect(translation?.originalId).toBe(original?.id)
    expect(await live('draft')).toBeUndefined()
    const [, [topic], , log] = await everything()
    expect(topic).toMatchObject({ slug: 'tea', name: 'Hot drinks', columns: 2 })
    expect(log).toMatchObject([{ verb: 'push', by: 'command line', reason: '3 new, 0 changed' }])
  })

  test('may push again: what is unchanged is not written', async () => {
    const before = await everything()
    const [checked, { status, printed }] = await Promise.all([kept.check(), kept.push()])
    expect(checked).toEqual({ status: 0, printed: '4 columns: all is well.\n', wrong: '' })
    expect(status).toBe(0)
    expect(printed).toMatch(/^0 new, 0 changed, 3 unchanged\.\n/)
    expect(await everything()).toEqual(before)
  })

  test('cannot overwrite what the desk has changed, nor push anything else with it', async () => {
    expect(await correct(site.db, 'tea', { ...hand, text: 'It was coffee.' })).toBe('corrected')
    kept.write('z-original', column({ reply: 'Label the kettle.' }))
    const before = await everything()
    const { status, printed, wrong } = await kept.push()
    expect({ status, printed }).toEqual({ status: 1, printed: '' })
    expect(wrong).toMatch(
      /^tea: the desk has changed it since the last push\.\nNothing was written/,
    )
    expect(await everything()).toEqual(before)
  })

  test('pulls the desk’s text, and keeps what was changed in the folder', async () => {
    const { status, printed } = await kept.pull()
    expect(status).toBe(0)
    expect(printed).toBe(
      '1 written, 1 unchanged.\ntea is as the desk published it.\n' +
        'z-original was changed here and not pushed: it stays. ' +
        'Add --force to put the desk’s in its place.\n',
    )
    expect(kept.read('2026/tea')).toContain('It was coffee.')
    expect(kept.holds('tea')).toBe(false)
    expect(kept.read('z-original')).toContain('Label the kettle.')
  })

  test('pushes after that only what the folder changed', async () => {
    const { status, printed } = await kept.push()
    expect(status).toBe(0)
    expect(printed).toMatch(/\n0 new, 1 changed, 2 unchanged\.\n/)
    expect((await live('z-original'))?.manuscript).toContain('Label the kettle.')
    expect((await live('tea'))?.manuscript).toContain('It was coffee.')
  })

  test('cannot overwrite a column that is open at the desk, or retracted, unless forced', async () => {
    const draft = await findDraft(site.db, (await revise(site.db, 'tea', hand)) ?? '')
    const { id = '', version = 0, document = '' } = draft ?? {}
    const edit = { version, slug: 'tea', document: document.replace('Label', 'Hide') }
    expect(await save(site.db, id, edit, hand)).toMatchObject({ version: version + 1 })
    await retract(site.db, 'a-translation', { ...hand, reason: 'Stale', note: '' })
    kept.write('2026/tea', column({ headline: 'Another cup', reply: 'Drink water.' }))
    const before = await everything()
    const refused = await kept.push()
    expect(refused.status).toBe(1)
    expect(refused.wrong.split('\n').slice(0, 2)).toEqual([
      'tea: the desk has it open for editing.',
      'a-translation: the desk has retracted it.',
    ])
    expect(await everything()).toEqual(before)

    kept.remove('a-translation')
    expect(await kept.push('--force')).toMatchObject({ status: 0, wrong: '' })
    expect((await live('tea'))?.manuscript).toContain('Drink water.')
    expect(await live('a-translation')).toBeUndefined()
  })

  test('has a file renamed when the desk gives its column another address', async () => {
    const { id = '' } = (await live('tea')) ?? {}
    const draft = await findDraft(site.db, id)
    const rules = { languages: ['en', 'id'], secondReader: 'optional' as const }
    const order = { ...hand, version: (draft?.version ?? 0) + 1, ...rules }
    const edit = { version: order.version - 1, slug: 'coffee', document: draft?.document ?? '' }
    await save(site.db, id, edit, hand)
    expect(await publishNow(site.db, vault, id, order)).toMatchObject({
      kind: 'live',
      slug: 'coffee',
    })
    expect((await kept.push()).wrong).toMatch(/^tea: the desk has given it another address\.\n/)
    expect((await kept.pull()).printed).toContain('coffee is as the desk published it.')
    expect(kept.holds('2026/tea')).toBe(false)
    expect(kept.read('2026/coffee')).toContain('Hide the box.')
    expect((await kept.push()).printed).toMatch(/^0 new, 0 changed, 2 unchanged\./)
  })

  test('is told which live columns the folder no longer holds; they stay', async () => {
    kept.remove('z-original')
    const { printed } = await kept.push()
    expect(printed).toContain(
      '\nz-original is live and not in the folder: it stays. The desk can retract it.\n',
    )
    expect(await live('z-original')).toBeDefined()
  })

  test('can have all that is live in a new folder, and it is the same', async () => {
    const copy = folder('copy')
    expect(await copy.pull()).toMatchObject({ status: 0, wrong: '' })
    expect(copy.read('coffee')).toBe(kept.read('2026/coffee'))
    const before = await everything()
    expect((await copy.push()).printed).toBe('0 new, 0 changed, 2 unchanged.\n')
    expect(await everything()).toEqual(before)
    copy.write('coffee', column({ reply: 'Something else.' }))
    expect((await copy.pull('--force')).printed).toMatch(/^1 written, 1 unchanged\./)
    expect(copy.read('coffee')).toBe(kept.read('2026/coffee'))
  })
})
