import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listAddresses } from '../../desk/publishing/old-addresses.ts'
import { liveColumns } from '../../desk/publishing/pull.ts'
import { listTopics, mergers } from '../../desk/settings/topics.ts'
import { pathsIn } from '../../paths.ts'
import { columns, type Db, redirects } from '../../schema.ts'
import type { Language } from '../../ui/copy/index.ts'
import { rebuild } from '../backup/restore.ts'
import { saveInto } from '../backup/save.ts'
import { Mistake, print, progress } from '../command-line.ts'
import { openDatabase, readSiteFile } from '../database.ts'
import { withAddresses } from '../redirects-pull.ts'
import { withTopics } from '../topics-file.ts'
import { whileServed } from './serve.ts'
import { writeStaticCopy } from './static-copy.ts'

const content = join(import.meta.dirname, '../../../content')

/**
 * Writes all that readers see into a new folder: as files that any site can be made from, and as
 * pages that open from disk. Both are made from a copy of the database at one moment, which is
 * removed again; the pages are those of the real site, served from that copy.
 */
export async function exportSite(dir: string, { remote }: { remote: boolean }): Promise<void> {
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new Mistake(`The folder ${dir} is not empty. Choose another.`)
  }
  const { vars } = await readSiteFile()
  const copy = await mkdtemp(join(tmpdir(), 'sincerely-export-'))
  try {
    const backup = await saveInto(copy, { remote }, progress)
    const dataDir = join(copy, 'database')
    await rebuild(backup, { remote: false, dataDir }, progress)
    mkdirSync(join(dir, 'columns'), { recursive: true })
    const { count, addresses } = await writeFiles(dataDir, dir)
    const fronts = String(vars.LANGUAGES ?? 'en').split(/[\s,]+/)
    const pages = await whileServed(dataDir, (origin) =>
      writeStaticCopy(join(dir, 'html'), {
        origin,
        addresses: [...fronts.map((each) => pathsIn(each as Language).front()), ...addresses],
        siteUrl: String(vars.SITE_URL ?? '').replace(/\/+$/, '') || null,
      }),
    )
    writeFileSync(join(dir, 'README.txt'), ABOUT)
    print(
      `${count} columns and ${pages} pages are in ${dir}. Open ${join(dir, 'html/index.html')}.`,
    )
  } finally {
    await rm(copy, { recursive: true })
  }
}

/** Writes the folder that `content push` takes, and where addresses lead that lead elsewhere now. */
async function writeFiles(dataDir: string, dir: string) {
  const { db, close } = await openDatabase({ dataDir })
  const addresses: string[] = []
  try {
    for await (const { slug, document } of liveColumns(db)) {
      writeFileSync(join(dir, 'columns', `${slug}.md`), document)
    }
    for (const { slug, language } of await listColumns(db)) {
      addresses.push(pathsIn(language as Language).column(slug))
    }
    const [topics, merged] = [await listTopics(db), await mergers(db)]
    writeFileSync(join(dir, 'topics.yaml'), withTopics('', topics, merged))
    const { text } = withAddresses('', await listAddresses(db))
    if (text) writeFileSync(join(dir, 'redirects.yaml'), text)
    const led = { columns: await listRedirects(db), topics: Object.fromEntries(merged) }
    writeFileSync(join(dir, 'redirects.json'), `${JSON.stringify(led, null, 2)}\n`)
  } finally {
    await close()
  }
  cpSync(join(content, 'pages'), join(dir, 'pages'), { recursive: true })
  return { count: addresses.length, addresses }
}

function listColumns(db: Db) {
  const { id, slug, language } = columns
  return db.select({ id, slug, language }).from(columns)
}

/** Where each address leads that once held a column: to a slug, or nowhere, with what readers are told. */
async function listRedirects(db: Db) {
  const [led, live] = [await db.select().from(redirects), await listColumns(db)]
  const slugs = new Map(live.map(({ id, slug }) => [id, slug]))
  return led.map(({ slug, language, columnId, note, goneOn }) =>
    columnId === null
      ? { slug, language, isGone: true, goneOn, note }
      : { slug, language, leadsTo: slugs.get(columnId) ?? null },
  )
}

const ABOUT = `A column site, whole.

columns/        each column as one Markdown file, the same that the site was made from
topics.yaml     the topics: their order, and their names and descriptions in each language
pages/          the house pages, in Markdown
redirects.yaml  where addresses of an older site lead, if there were any
redirects.json  addresses that columns had before ("leadsTo"), and those of retracted columns
                ("isGone"), with the note that stands in their place; topics that were merged into others
html/           the site's pages, to be opened from disk: start with html/index.html. What needs a
                server is left out: the search, a column by chance, and the letter form

With Sincerely, "npm run content -- push --dir FOLDER" makes a site of the columns, topics and
redirects.yaml again.
`
