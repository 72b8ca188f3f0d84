import { existsSync, readFileSync } from 'node:fs'
import { parse as parseYaml } from 'yaml'
import type { House } from '../moving-in.ts'
import { isZone } from '../zone.ts'
import { Mistake, print, progress, readArguments, run } from './command-line.ts'
import { importInto, isKind } from './import/import-into.ts'
import type { OnProgress } from './import/source.ts'

const HELP = `Moves columns in from elsewhere, as files for \`npm run content -- check\`.

  npm run import -- wordpress FILE   an export of WordPress (WXR, Tools → Export)
  npm run import -- ghost FILE       an export of Ghost (JSON)
  npm run import -- html PATH        a saved page, or a folder of them, one column each
  npm run import -- text PATH        a text, or a folder of them, one column each

  --out DIR         where columns/, redirects.yaml and report.txt go (imported/)
  --topics FILE     old names to topics, in YAML: “Office life: colleagues”; “Site news: ''” leaves out
  --topic SLUG      the topic of what has none (general)
  --language CODE   the language of a text that does not show its own (en)
  --zone ZONE       of times that name none, like Asia/Jakarta (the site's TIME_ZONE)
  --images DIR      where the old site's pictures are: those that columns show are copied
  --force           writes over files that were changed here since
  --help            this text

It never writes over a file that you have changed, and running it again changes nothing.
`

async function main(): Promise<void> {
  const { positionals, values } = readArguments(HELP, {
    out: { type: 'string', default: 'imported' },
    topics: { type: 'string' },
    topic: { type: 'string', default: 'general' },
    language: { type: 'string', default: 'en' },
    zone: { type: 'string' },
    images: { type: 'string' },
    force: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  })
  const [kind = '', path = ''] = positionals
  if (values.help || !kind) return print(HELP)
  if (!path) throw new Mistake(`Name the file to import.\n\n${HELP}`)
  if (!existsSync(path)) throw new Mistake(`There is no ${path}.`)
  if (values.images && !existsSync(values.images))
    throw new Mistake(`There is no ${values.images}.`)
  if (!isKind(kind)) throw new Mistake(`There is no “${kind}”.\n\n${HELP}`)
  const house = await houseOf(values)
  const onProgress = throttled(kind === 'wordpress' ? 'bytes read' : 'texts read')
  const { out, force, images = null } = values
  print(await importInto(out, { kind, path, images, force }, house, onProgress))
  print(`Read ${values.out}/report.txt, then: npm run content -- check --dir ${values.out}`)
}

async function houseOf(values: {
  topics?: string
  topic: string
  language: string
  zone?: string
}): Promise<House> {
  const timeZone = values.zone ?? (await siteZone())
  if (!isZone(timeZone)) throw new Mistake(`There is no time zone “${timeZone}”.`)
  const map = values.topics ? parseYaml(readFileSync(values.topics, 'utf8')) : {}
  const topics = new Map(
    Object.entries<unknown>(map ?? {}).map(([name, slug]) => [
      name.toLowerCase(),
      String(slug ?? ''),
    ]),
  )
  return { language: values.language, timeZone, topics, topic: values.topic }
}

/** What reads the site's file takes longer to load than a folder of texts takes to import. */
async function siteZone(): Promise<string> {
  const { readSiteFile } = await import('./database.ts')
  return String((await readSiteFile()).vars.TIME_ZONE ?? 'UTC')
}

/** A terminal need not be told of every piece. */
function throttled(what: string): OnProgress {
  let last = 0
  return (done, all) => {
    if (done < all && done - last < all / 200) return
    last = done
    progress(done, all, what)
  }
}

await run(main)
