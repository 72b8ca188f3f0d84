import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { WRITTEN_PRIVACY } from '../house/written-privacy.ts'
import { WRITTEN_LISTS } from '../identifying/written-lists.ts'
import { WRITTEN_SIGNS } from '../moving-in/written-signs.ts'
import { WRITTEN_SYNONYMS } from '../search/written-synonyms.ts'
import { typefaceSources, writeTypeface } from './typeface.ts'
import { bundleWorker } from './worker.ts'

const top = join(import.meta.dirname, '../..')
const publicDir = join(top, 'dist/public')
const workerDir = join(top, 'dist/worker')

/** Builds style sheets, fonts and scripts into hashed static files, and the list of their addresses. */
async function buildAssets(): Promise<void> {
  mkdirSync(publicDir, { recursive: true })
  const { metafile, outputFiles } = await build({
    absWorkingDir: top,
    entryPoints: [
      'src/ui/style.css',
      'src/desk/desk.css',
      'src/enhance/column.ts',
      'src/enhance/draft.ts',
      'src/enhance/search.ts',
      'src/enhance/ticket.ts',
      'src/enhance/tray.ts',
      'src/enhance/write.ts',
      'src/enhance/details.ts',
      'src/enhance/leave.ts',
      'src/enhance/sign-in.ts',
      'src/enhance/codes.ts',
    ],
    outdir: publicDir,
    write: false,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome120', 'firefox120', 'safari17.5'],
    metafile: true,
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) replaceFile(path, contents)
  const addresses = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
    entryPoint ? [[basename(entryPoint).replace(/\.ts$/, '.js'), `/${basename(file)}`]] : [],
  )
  const icon = copyIcon()
  const typeface = buildTypeface()
  const read = Object.entries(readWhenNeeded()).map(([name, content]) => writeHashed(name, content))
  addresses.push(
    ['icon.svg', `/${icon}`],
    ['typeface.bin', `/${typeface}`],
    ...read.map((file) => [file.replace(/-[^-]*$/, '.json'), `/${file}`]),
  )
  replaceFile(join(publicDir, '_headers'), readFileSync(join(top, 'src/ui/_headers')))
  const files = Object.fromEntries(addresses.sort())
  const manifest = JSON.stringify({ build: buildId(), migrations: migrations(), files }, null, 2)
  replaceFile(join(top, 'dist/assets.json'), `${manifest}\n`)
  const built = Object.keys(metafile.outputs).map((file) => basename(file))
  removeAllBut(publicDir, ['_headers', icon, typeface, ...read, ...built])
}

/** Builds the Worker's modules, which wrangler takes as they are, when the addresses of the assets are known. */
async function buildWorker(): Promise<void> {
  const { files } = await bundleWorker('src/index.ts')
  // What the entry exports, for whoever imports it by its types: those that wrangler writes do.
  const types = { name: 'index.d.mts', content: "export { default } from '../../src/index.ts'\n" }
  const all = [...files, types]
  mkdirSync(workerDir, { recursive: true })
  for (const { name, content } of all) replaceFile(join(workerDir, name), content)
  removeAllBut(
    workerDir,
    all.map(({ name }) => name),
  )
}

/** What the Worker reads when it is first needed, and so does not carry: files of JSON by their names. */
function readWhenNeeded(): Record<string, object> {
  return {
    pages: housePages(),
    privacy: WRITTEN_PRIVACY,
    details: WRITTEN_LISTS,
    synonyms: WRITTEN_SYNONYMS,
    'moving-in': WRITTEN_SIGNS,
  }
}

/** Gives the house pages of `content/pages`, by name and language: `about.en`. */
function housePages(): Record<string, string> {
  const folder = join(top, 'content/pages')
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return Object.fromEntries(
    names.sort().map((name) => [basename(name, '.md'), readFileSync(join(folder, name), 'utf8')]),
  )
}

function writeHashed(title: string, content: object): string {
  const written = JSON.stringify(content)
  const hash = createHash('sha256').update(written).digest('hex').slice(0, 8)
  const name = `${title}-${hash}.json`
  replaceFile(join(publicDir, name), written)
  return name
}

/** What the database must have been through for this version, for the desk's page of health. */
function migrations(): string[] {
  return readdirSync(join(top, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

/** Last, as a server may be giving out the files of the build before. */
function removeAllBut(folder: string, kept: string[]): void {
  for (const name of readdirSync(folder)) {
    if (!kept.includes(name)) rmSync(join(folder, name), { force: true })
  }
}

/**
 * Whole, and not piece by piece: a server or a test may be reading the file at this moment, and
 * another build writing it. A file that stays as it is is left alone, or every server would start anew.
 */
function replaceFile(path: string, content: string | Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return
  const made = join(top, 'dist', `${basename(path)}.${process.pid}`)
  writeFileSync(made, content)
  renameSync(made, path)
}

function copyIcon(): string {
  const icon = readFileSync(join(top, 'src/ui/icon.svg'))
  const name = `icon-${createHash('sha256').update(icon).digest('hex').slice(0, 8)}.svg`
  replaceFile(join(publicDir, name), icon)
  return name
}

/** Named by what it is made from: making it takes a second, and it seldom changes. */
function buildTypeface(): string {
  const hash = createHash('sha256')
  for (const file of typefaceSources()) hash.update(readFileSync(file))
  const name = `typeface-${hash.digest('hex').slice(0, 8)}.bin`
  const path = join(publicDir, name)
  if (!existsSync(path)) replaceFile(path, writeTypeface())
  return name
}

/** Names this state of the code: with the site's version it makes every page's ETag. */
function buildId(): string {
  const hash = createHash('sha256')
  const sources = ['src', 'content/pages'].flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  // What packages make of a page changes with them: a reader must not be told that it has not.
  const others = ['wrangler.toml', 'package-lock.json'].map((name) => join(top, name))
  for (const file of [...sources.sort(), ...others]) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 8)
}

await buildAssets()
await buildWorker()
