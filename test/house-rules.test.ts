import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageFile from '../package.json' with { type: 'json' }
import { readConfig } from '../src/config.ts'
import { breaches, cycles, type Files, importsOf } from './imports.ts'

const top = join(import.meta.dirname, '..')

/** All that is written in src, by path; what `wrangler types` writes is no file of ours. */
const sources: Files = new Map(
  readdirSync(join(top, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name) && name !== 'env.d.ts')
    .map((name) => `src/${name}`)
    .sort()
    .map((path) => [path, readFileSync(join(top, path), 'utf8')]),
)

/** Gives `file:line: text` of every place where a pattern stands, outside comments. */
function places(pattern: RegExp, files: Files): string[] {
  return [...files].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const isComment = /^\s*(\/\/|\/?\*)/.test(line)
      return !isComment && pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []
    }),
  )
}

function among(wanted: RegExp): Files {
  return new Map([...sources].filter(([path]) => wanted.test(path)))
}

describe('The import law', () => {
  test('is kept', () => {
    expect(importsOf(sources).length).toBeGreaterThan(300)
    expect(breaches(sources)).toEqual([])
  })

  test('knows no cycles', () => {
    expect(cycles(sources)).toEqual([])
  })

  test.each([
    ['src/xml.ts', '../src/columns/column.ts', 'floor may not import columns'],
    ['src/ui/page.tsx', '../desk/desk.ts', 'floor may not import desk'],
    ['src/xml.ts', './app.tsx', 'floor may not import src/app.tsx'],
    ['src/index.ts', './desk/desk.ts', 'src/index.ts may not import desk'],
    ['src/columns/column.ts', '../letters/letter.ts', 'columns may not import letters'],
    ['src/letters/letter.ts', '../columns/column.ts', 'letters may not import columns'],
    ['src/letters/letter.ts', '../desk/desk.ts', 'letters may not import desk'],
    ['src/search/search.ts', '../letters/letter.ts', 'search may not import letters'],
    ['src/house/routes.tsx', '../columns/column.ts', 'house may not import columns'],
    ['src/enhance/copy.ts', '../columns/column.ts', 'enhance may not import columns'],
    ['src/desk/desk.ts', '../search/search.ts', 'desk may not import search'],
    ['src/desk/desk.ts', '../cli/tool.ts', 'desk may not import cli'],
    ['src/attic/attic.ts', '../xml.ts', 'attic may not import floor'],
    ['src/cli/tool.ts', '../desk/page.tsx', 'Node cannot run JSX, and src/cli reaches it'],
  ])('finds it when %s imports %s', (from, whence, problem) => {
    const to = join(from, '..', whence)
    const breach = `${from}:3: ${problem} (${to})`
    for (const [start, end] of [
      ["import { thing } from '", "'"],
      ["import {\n  one,\n  other,\n} from '", "'"],
      ["export * from '", "'"],
      ["import '", "'"],
      ["const thing = await import('", "')"],
    ]) {
      const made = new Map([
        [from, `// A file\n\n${start}${whence}${end}\n`],
        [to, ''],
      ])
      expect(breaches(made), start).toEqual([breach])
    }
  })

  test('holds for types too', () => {
    const made = new Map([
      ['src/xml.ts', "import type { Column } from './columns/column.ts'\n"],
      ['src/columns/column.ts', ''],
    ])
    expect(breaches(made)).toEqual([
      'src/xml.ts:1: floor may not import columns (src/columns/column.ts)',
    ])
  })

  test('finds JSX that the command line would reach by way of a room', () => {
    const made = new Map([
      ['src/cli/tool.ts', "import { push } from '../desk/push.ts'\n"],
      ['src/desk/push.ts', "import type { Props } from './page.tsx'\nimport './frame.tsx'\n"],
      ['src/desk/page.tsx', ''],
      ['src/desk/frame.tsx', "import './page.tsx'\n"],
    ])
    expect(breaches(made)).toEqual([
      'src/desk/push.ts:2: Node cannot run JSX, and src/cli reaches it (src/desk/frame.tsx)',
    ])
  })

  test('finds a cycle, unless only types go round', () => {
    const cycle = (importing: string) =>
      new Map([
        ['src/a.ts', "import { b } from './b.ts'\n"],
        ['src/b.ts', "import { c } from './c.ts'\n"],
        ['src/c.ts', `${importing} { b } from './b.ts'\n`],
      ])
    expect(cycles(cycle('import'))).toEqual(['src/b.ts → src/c.ts → src/b.ts'])
    expect(cycles(cycle('import type'))).toEqual([])
  })
})

test('A page takes data: it makes no queries and knows no request', () => {
  const pages = among(/-pages?\.tsx$/)
  expect(pages.size).toBeGreaterThan(10)
  expect(places(/from '(drizzle-orm|hono(?!\/jsx|\/html)|.*\/room\.ts)/, pages)).toEqual([])
  expect(places(/\b(Context|Db|useRequestContext)\b/, pages)).toEqual([])
})

describe('SQL', () => {
  const prepared = /\.prepare\(/
  const fromStrings = [
    /\bsql\s*\.\s*raw\b|\bnew SQL\b/,
    /\bsql(<[^`(]*>)?\(/,
    /(\b(db|DB|database|session)|\$client)\s*\.\s*exec\(/,
    /\bdb\s*\.\s*(run|all|get|values)\(\s*['"`]/,
  ]

  test('is never made from strings: its values are bound', () => {
    // Here it is bound; there it is a migration's, or what was bound is passed on.
    const apart = /^src\/(statement|metered|cli\/database|cli\/local-database)\.ts$/
    const elsewhere = [...sources].filter(([path]) => !apart.test(path))
    expect(places(prepared, new Map(elsewhere))).toEqual([])
    for (const pattern of fromStrings) expect(places(pattern, sources)).toEqual([])
  })

  test.each([
    'db.select().where(sql.raw(order))',
    'const query = sql(text)',
    'const query = sql<{ id: string }>(text)',
    'await env.DB.exec(text)',
    'await db.$client.exec(text)',
    'await db.run(`DELETE FROM letters WHERE id = $' + '{id}`)',
    "await db.all('SELECT 1')",
  ])('made from strings would be found: %s', (line) => {
    const made = new Map([['src/made-up.ts', line]])
    expect(fromStrings.flatMap((pattern) => places(pattern, made))).toHaveLength(1)
  })
})

test('The readers’ style knows no left and right: a language may be written either way', () => {
  const style = among(/^src\/ui\/.*\.css$/)
  expect(style.size).toBeGreaterThan(10)
  expect(places(/(^|[\s;{-])(left|right)\b/, style)).toEqual([])
  const lopsided = places(
    /(margin|padding|inset|border-(width|color|style)): \S+ (\S+) \S+ (?!\3;)[^\s;]+;/,
    style,
  )
  expect(lopsided.filter((line) => !line.includes('('))).toEqual([])
})

test('No file is longer than 250 lines', () => {
  const lengths = [...sources].map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }))
  const sorted = lengths.map(({ lines }) => lines).sort((one, other) => one - other)
  console.info(`${sorted.length} files, median ${sorted[sorted.length >> 1]} lines`)
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
})

test('No later migration takes anything from the version that still serves', () => {
  const migrations = readdirSync(join(top, 'migrations')).map((name): [string, string] => [
    name,
    readFileSync(join(top, 'migrations', name), 'utf8'),
  ])
  const taking = (files: Files) => places(/\b(DROP (TABLE|COLUMN|VIEW)|RENAME)\b/i, files)
  const last = '0018_search_index.sql'
  expect(taking(new Map(migrations)).at(-1)).toContain(last)
  expect(taking(new Map(migrations.filter(([name]) => name > last)))).toEqual([])
})

describe('The README', () => {
  const readme = () => readFileSync(join(top, 'README.md'), 'utf8')

  function settings(): string[] {
    const read = new Set<string>()
    const noted = new Proxy({}, { get: (_, key) => void read.add(String(key)) })
    expect(() => readConfig(noted)).toThrow('SITE_KEY')
    return [...read]
  }

  /** What the command line takes from its environment; wrangler's own switches are none of ours. */
  function environment(): string[] {
    const text = [...among(/^src\/cli\//).values()].join('\n')
    return [...text.matchAll(/process\.env\.([A-Z_]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !/^(WRANGLER|CLOUDFLARE)_/.test(name))
  }

  test('names every setting', () => {
    const names = [...settings(), ...environment()]
    expect(names).toEqual(expect.arrayContaining(['SITE_KEY', 'LANGUAGES', 'PORT', 'DATA_DIR']))
    expect(names.filter((name) => !readme().includes(`\`${name}\``))).toEqual([])
  })

  test('names every command', () => {
    const commands = Object.keys(packageFile.scripts).map((script) =>
      script === 'test' ? 'npm test' : `npm run ${script}`,
    )
    expect(commands.filter((command) => !readme().includes(command))).toEqual([])
  })
})
