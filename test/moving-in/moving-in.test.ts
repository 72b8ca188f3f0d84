import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readContentFolder } from '../../src/cli/content-folder.ts'
import { htmlBlocks } from '../../src/cli/import/html-blocks.ts'
import { importInto } from '../../src/cli/import/import-into.ts'
import { withoutShortcodes } from '../../src/cli/import/shortcodes.ts'
import { type Problem, parse } from '../../src/manuscript.ts'
import { letters } from '../../src/moving-in/accounting.ts'
import { junkOf } from '../../src/moving-in/junk.ts'
import { mendText } from '../../src/moving-in/mending.ts'
import { textBlocks } from '../../src/moving-in.ts'
import { evaluate } from './evaluation.ts'
import { ghostExport, madePosts, wordPressExport } from './exports.ts'
import { knownColumns, sentencesOf } from './known.ts'

const top = join(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'import-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const HOUSE = { language: 'en', timeZone: 'UTC', topics: new Map(), topic: 'general' }
const imported = (out: string, kind: string, path: string, images: string | null = null) =>
  importInto(out, { kind, path, images, force: false }, HOUSE)

/** Runs the command itself, and gives its exit status and what it printed where. */
function command(...words: string[]): Promise<{ status: unknown; printed: string; wrong: string }> {
  return new Promise((resolve) => {
    const given = ['src/cli/import.ts', ...words, '--zone', 'UTC']
    execFile(process.execPath, given, { cwd: top }, (error, printed, wrong) => {
      resolve({ status: error?.code ?? 0, printed, wrong })
    })
  })
}

/** What `npm run content -- check` tells of a folder. */
async function problemsIn(dir: string): Promise<Problem[]> {
  const read = await readContentFolder(dir, { languages: ['en', 'id'], now: new Date() })
  expect(read.columns.length).toBeGreaterThan(0)
  return read.problems
}

const columnIn = (dir: string, slug: string) => {
  const { manuscript } = parse(readFileSync(join(dir, 'columns', `${slug}.md`), 'utf8'), slug)
  if (!manuscript) throw new Error(`${slug} is no column`)
  return manuscript
}

// `npm run eval:import` reads five times as many saved texts.
test('A site of 2,000 posts has its parts found', { timeout: 600_000 }, async () => {
  for (const [half, figures] of await evaluate({ seed: 20261128, posts: 2000, oneIn: 5 })) {
    const { parts, junk, texts, lost, untold, unplaced, columns } = figures
    const share = (name: string) => {
      const { known, right } = parts.get(name) ?? columns.get(name) ?? { known: 0, right: 0 }
      return right / known
    }
    const clean = texts.right / texts.known
    console.info(half, Object.fromEntries([...parts, ...columns]), { junk, texts }, lost.length)
    expect(share('posts that are no columns')).toBe(1)
    expect(share('updates')).toBe(1)
    expect(share('all parts')).toBeGreaterThanOrEqual(0.97)
    expect(clean).toBeGreaterThanOrEqual(0.95)
    expect(untold).toEqual([])
    expect(half === 'tuned' ? [...lost, ...unplaced] : []).toEqual([])
  }
})

describe('npm run import', { timeout: 240_000 }, () => {
  test('makes columns of a WordPress export that pass the check, and changes nothing when run again', async () => {
    const [file, out] = [join(scratch, 'wordpress.xml'), join(scratch, 'wordpress')]
    const posts = madePosts(knownColumns(), 120, 7)
    writeFileSync(file, [...wordPressExport(posts)].join(''))
    const { printed } = await command('wordpress', file, '--out', out)
    expect(printed).toMatch(
      /^\d+ of \d+ bytes read\nFiles of columns: \d+ new\.\n\d+ columns: \d+ letters/,
    )
    expect(await problemsIn(out)).toEqual([])

    const redirects = readFileSync(join(out, 'redirects.yaml'), 'utf8')
    for (const post of posts) {
      const [year, month] = post.date.split('-')
      const path = `/${year}/${month}/${post.slug}.html`
      expect(redirects.includes(`${path}:`), path).toBe(post.holds !== 'nothing')
    }
    expect(redirects).toMatch(/^\/\?p=\d+: \/(?:id\/)?columns\/[a-z0-9-]+$/m)
    const report = readFileSync(join(out, 'report.txt'), 'utf8')
    const apart = posts.filter(({ holds, status, type }) => {
      return holds === 'nothing' && status === 'publish' && type === 'post'
    })
    for (const { slug, html } of apart) {
      const text = readFileSync(join(out, 'not-taken', `${slug}.md`), 'utf8')
      for (const { text: words } of htmlBlocks(html))
        expect(letters(text)).toContain(letters(words))
    }
    for (const { id } of posts) expect(report).toContain(`post ${id} `)

    const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()
    const times = () => paths.map((name) => statSync(join(out, name)).mtimeMs)
    const before = times()
    expect(await imported(out, 'wordpress', file)).toMatch(/Files of columns: \d+ unchanged\./)
    expect(times()).toEqual(before)
    expect(readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()).toEqual(paths)

    const [edited = ''] = readdirSync(join(out, 'columns'))
    writeFileSync(join(out, 'columns', edited), 'mine now')
    expect(await imported(out, 'wordpress', file)).toContain('1 kept: it was changed here since')
    expect(readFileSync(join(out, 'columns', edited), 'utf8')).toBe('mine now')
  })

  test('makes columns of a Ghost export', async () => {
    const [file, out] = [join(scratch, 'ghost.json'), join(scratch, 'ghost')]
    writeFileSync(file, ghostExport(madePosts(knownColumns(), 40, 8)))
    expect(await imported(out, 'ghost', file)).toMatch(/Files of columns: \d+ new\./)
    expect(await problemsIn(out)).toEqual([])
  })

  test('makes a column of a saved page: its parts, its day, its links, its picture', async () => {
    const [from, out, images] = [
      join(scratch, 'pages'),
      join(scratch, 'html'),
      join(scratch, 'images'),
    ]
    cpSync(join(import.meta.dirname, 'fixtures/saved'), from, { recursive: true })
    mkdirSync(join(images, '2014/11'), { recursive: true })
    writeFileSync(join(images, '2014/11/printer.jpg'), 'a picture')
    await imported(out, 'html', from, images)
    const column = columnIn(out, 'the-printer-on-the-third-floor')
    expect(column).toMatchObject({
      headline: 'The printer on the third floor',
      standfirst: 'I fixed it once. Now it is mine.',
      language: 'en',
      published: '2014-11-03T07:30:00Z',
      byline: 'The Quayside Desk',
      topics: ['office-life'],
      note: 'the floor has been changed.',
      corrections: [
        {
          on: '2014-11-05',
          text: 'The printer is on the third floor. We had put it on the second.',
        },
      ],
    })
    expect(column.exchanges).toEqual([
      {
        headline: null,
        letter: expect.stringMatching(
          /^I fixed the printer on our floor .* clip\. Since then it is mine\. .*\n\nI am hired .* back\?$/s,
        ),
        signoff: 'Paper Clip',
        reply: expect.stringMatching(
          /^By being slow at it\. .*\n\n> \[!SCRIPT\] If they ask again\n> I’m in the middle of a contract\. .* lid\.\n\nYou risk .*\(https:\/\/elsewhere\.example\/clips\?page=2\)\.\n\nHave you a question of your own\? \[Write to us\]\(\/write\)\.$/s,
        ),
      },
    ])
    const report = readFileSync(join(out, 'report.txt'), 'utf8')
    for (const line of ['Who owns the kettle?', 'First!', '© 2014 The Quayside Gazette', 'Home'])
      expect(report).toContain(line)
    expect(report).toMatch(
      /LOOK .*a link to the old site that leads to no column: https:\/\/www\.quayside\.example\/advice\/2014\/05\/kettle\.html$/m,
    )
    expect(existsSync(join(out, 'images/the-printer-on-the-third-floor-printer.jpg'))).toBe(true)
    expect(readFileSync(join(out, 'redirects.yaml'), 'utf8')).toContain(
      '/advice/2014/11/printer.html: /columns/the-printer-on-the-third-floor',
    )
  })

  test('makes a column of a text that was saved in Indonesian, with other things between', async () => {
    const out = join(scratch, 'text')
    await imported(out, 'text', join(import.meta.dirname, 'fixtures/saved'))
    const column = columnIn(out, 'mesin-absen')
    expect(column).toMatchObject({
      headline: 'Mesin absen itu membenci jempol saya',
      standfirst: 'Jempol saya dianggap bukan jempol.',
      language: 'id',
      published: '2013-05-06T01:15:00Z',
      byline: 'Redaksi',
      topics: ['karier'],
    })
    expect(column.exchanges[0]).toMatchObject({ signoff: 'Jempol Halus' })
    expect(column.exchanges[0]?.letter).toMatch(
      /jempol bisa membaca\.\n\nBagaimana caranya membuktikan bahwa saya ada\?$/,
    )
    expect(column.exchanges[0]?.reply).toMatch(
      /^Catat sendiri\..*> \[!SCRIPT\] Kepada HRD\n> Saya lampirkan .*Bawakan kopi\.\n\nPunya pertanyaan sendiri\? \[Tulis kepada kami\]\(\/id\/write\)\.$/s,
    )
  })

  test('makes a column of a text between stars, whose day only its weekday tells', async () => {
    const out = join(scratch, 'stars')
    await imported(out, 'text', join(import.meta.dirname, 'fixtures/saved/the-good-chair.txt'))
    const column = columnIn(out, 'the-good-chair')
    expect(column).toMatchObject({
      headline: 'The good chair',
      language: 'en',
      published: '2014-05-06T00:00:00Z',
      topics: ['working-life', 'work'],
      note: null,
    })
    expect(column.exchanges).toEqual([
      {
        headline: null,
        signoff: 'Armrest, Third Floor',
        letter: [
          'There is one good chair in our office. It has arms. Since the winter it has been mine, because I come in first and nobody else wants to carry it.',
          'Last week a new colleague asked whether it was "assigned". I said yes. It isn\'t.',
          'May I keep it, and for how long?',
        ].join('\n\n'),
        reply: [
          "Until somebody asks you twice. A chair that you carried is yours for a season; one that you lied about is nobody's.",
          'Tell her today, before the coffee:',
          "> [!SCRIPT]\n> I said the chair was assigned, and it isn't. Shall we take weeks in turn?",
          'You risk your back every other week. You win a colleague.',
        ].join('\n\n'),
      },
    ])
    const report = readFileSync(join(out, 'report.txt'), 'utf8')
    for (const line of ['Watch: Seven', 'Wendel Brackwater', 'MOST READ', 'STORY CONTINUES'])
      expect(report).toMatch(new RegExp(`^ {2}left .*${line}`, 'm'))
  })

  test('says what is wrong with what it was given', async () => {
    const [missing, unknown] = await Promise.all([
      command('wordpress', 'no-such-file.xml'),
      command('blog', 'package.json'),
    ])
    expect(missing).toEqual({ status: 1, printed: '', wrong: 'There is no no-such-file.xml.\n' })
    expect(unknown).toMatchObject({
      status: 1,
      wrong: expect.stringContaining('There is no “blog”.'),
    })
    const ghost = (file: string) => imported(join(scratch, 'none'), 'ghost', join(top, file))
    await expect(ghost('package.json')).rejects.toThrow('is no export of Ghost')
    await expect(ghost('README.md')).rejects.toThrow('is not JSON')
  })
})

describe('Cleaning', () => {
  test('reads UTF-8 that was taken for Windows-1252, once or twice, and leaves honest accents alone', () => {
    const misread = (text: string) =>
      text.replace(/[^\p{ASCII}]/gu, (one) =>
        new TextDecoder('windows-1252').decode(new TextEncoder().encode(one)),
      )
    const honest = 'He said “it’s a café – naïve, Ångström, ½ Â£…”'
    for (const text of ['“It’s a café…”', 'naïve – Ångström']) {
      expect(mendText(misread(text))).toBe(text)
      expect(mendText(misread(misread(text)))).toBe(text)
    }
    expect(mendText(honest.replace('Â', ''))).toBe(honest.replace('Â', ''))
  })

  test('takes no sentence of our own letters and replies for a line of an old page', () => {
    const taken = knownColumns().flatMap(({ manuscript }) =>
      manuscript.exchanges.flatMap(({ letter, reply }) =>
        textBlocks(`${letter}\n\n${reply.replace(/\[!SCRIPT\] ?/g, '')}`)
          .filter((block) => junkOf(block)?.isDoubtful === false)
          .map(({ text }) => text),
      ),
    )
    expect(taken).toEqual([])
    expect(sentencesOf('One two. Three four.')).toHaveLength(2)
  })

  test('takes out shortcodes, and no word in brackets that somebody wrote', () => {
    const { html, remarks } = withoutShortcodes(
      '[caption id="a"]<img src="/a.png" /> A desk[/caption] He [sic] is [my boss]. [gallery ids="1,2"]',
    )
    expect(html).toBe(
      '<figure><img src="/a.png" /><figcaption>A desk</figcaption></figure> He [sic] is [my boss]. ',
    )
    expect(remarks.map(({ text }) => text)).toEqual(['[gallery ids="1,2"]'])
  })

  test('reads broken HTML without losing its words', () => {
    const blocks = htmlBlocks('<p>One <b>two<p>three</b> <i>four<blockquote>five</p>six<li>seven')
    expect(blocks.map(({ text }) => text).join(' ')).toBe('One two three four five six seven')
  })
})
