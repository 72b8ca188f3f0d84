import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const top = join(import.meta.dirname, '../..')

/** What the site is built from. */
const PARTS = [
  'src',
  'content',
  'migrations',
  'wrangler.toml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** The whole interface, in Arabic letters: what it says matters less than that every text is there. */
const COPY = `import { en } from './en.ts'
import type { Copy } from './index.ts'

const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهو'
const written = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => letters.charAt(letter.toLowerCase().charCodeAt(0) - 97))

function arabic(value: unknown): unknown {
  if (typeof value === 'string') return written(value)
  if (typeof value === 'function') return (...parts: unknown[]) => arabic(value(...parts))
  if (Array.isArray(value)) return value.map(arabic)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, arabic(inner)]))
}

export const ar = arabic(en) as Copy
`

const COLUMN = 'my-client-expects-me-to-be-available-all-day'

/**
 * Copies the site into a folder of its own and adds Arabic to it as the README says: one file with
 * its line, and one setting. Gives the folder, and a way to remove it; throws when the types object.
 */
export async function siteWithArabic() {
  const folder = await mkdtemp(join(tmpdir(), 'sincerely-arabic-'))
  for (const part of PARTS) await cp(join(top, part), join(folder, part), { recursive: true })
  await symlink(join(top, 'node_modules'), join(folder, 'node_modules'))
  const edit = async (path: string, change: (text: string) => string) => {
    const text = await readFile(join(folder, path), 'utf8')
    if (change(text) === text) throw new Error(`Nothing was to be changed in ${path}`)
    await writeFile(join(folder, path), change(text))
  }
  await writeFile(join(folder, 'src/ui/copy/ar.ts'), COPY)
  await edit('src/ui/copy/index.ts', (text) =>
    text
      .replace(/^/, "import { ar } from './ar.ts'\n")
      .replace('copies = { en, id }', 'copies = { en, id, ar }'),
  )
  await edit('wrangler.toml', (text) =>
    text.replace('"en, id"', '"en, id, ar"').replaceAll(/^(en = .*)$/gm, '$1\nar = "حروف عربية"'),
  )
  const column = await readFile(join(top, `content/columns/${COLUMN}.md`), 'utf8')
  await writeFile(
    join(folder, 'content/columns/arabic.md'),
    column
      .replace('language: en', `language: ar\nedition_of: ${COLUMN}`)
      .replace(/^headline: .*$/m, 'headline: زبوني يتصل طوال اليوم'),
  )
  const run = promisify(execFile)
  await run('npm', ['run', '--silent', 'build'], { cwd: folder })
  await run('npx', ['tsc', '-p', '.'], { cwd: folder })
  return { folder, column: '/ar/columns/arabic', remove: () => rm(folder, { recursive: true }) }
}
