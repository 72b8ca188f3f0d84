import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Mistake, print, readArguments, run } from '../../src/cli/command-line.ts'
import { writeArchive } from './archive.ts'
import { table } from './figures.ts'
import { type Cost, costOf, type Measured, measure, READERS_PAGES } from './pages.ts'
import { type Push, pushTwice } from './push.ts'
import { measureSearch, type Searched } from './search.ts'
import { type Bundle, bundle, folderMiB, memoryMiB, migrate, start } from './site.ts'

const HELP = `What the site takes, beside the least that its platform can do.

  npm run bench              archives of 1,000, 10,000 and 100,000 columns: about an hour
  npm run bench -- --quick   1,000 columns and short rounds: under two minutes

  --columns N,N   other sizes of the archive
  --seed N        another made-up archive (1)
  --json FILE     every figure, for programs
  --help          this text
`

const topics = join(import.meta.dirname, '../../content/topics.yaml')

type PageFigures = { route: string } & Omit<Cost, 'page'> & Measured

/** All that is measured on an archive of one size. */
type Size = {
  columns: number
  pages: PageFigures[]
  search: Searched
  push: Push
  databaseMiB: number
  memoryMiB: number
}

/** How long an address is loaded at a time, and how often site and floor take turns. */
type Pace = { rounds: number; milliseconds: number }

async function main(): Promise<void> {
  const { values } = readArguments(HELP, {
    quick: { type: 'boolean', default: false },
    columns: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  })
  if (values.help) return print(HELP)
  const seed = Number(values.seed)
  const sizes = (values.columns ?? (values.quick ? '1000' : '1000,10000,100000')).split(',')
  const isWhole = (number: number) => Number.isInteger(number) && number > 0
  if (![seed, ...sizes.map(Number)].every(isWhole)) throw new Mistake(HELP)
  const pace = values.quick ? { rounds: 3, milliseconds: 400 } : { rounds: 5, milliseconds: 2000 }
  print(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, seed ${seed}`)
  const folder = mkdtempSync(join(tmpdir(), 'sincerely-bench-'))
  try {
    const bundles = await bundleAll(folder)
    const measured: Size[] = []
    for (const columns of sizes.map(Number)) {
      const size = await measureSize(bundles, { folder, columns, seed, pace })
      print(describe(size))
      measured.push(size)
    }
    if (values.json) writeFileSync(values.json, JSON.stringify(figures(bundles, measured), null, 2))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Bundles = Record<'site' | 'metered' | 'floor', Bundle>

async function bundleAll(folder: string): Promise<Bundles> {
  print('Bundling the site, and the floor.')
  const bundles = {
    site: await bundle('src/index.ts', join(folder, 'site')),
    metered: await bundle('test/bench/metered.ts', join(folder, 'metered')),
    floor: await bundle('test/bench/floor.ts', join(folder, 'floor')),
  }
  const { kibibytes, kibibytesGzip } = bundles.site
  print(`Worker: ${kibibytesGzip.toFixed(1)} KiB gzip (${kibibytes.toFixed(0)} KiB)`)
  return bundles
}

type Wanted = { folder: string; columns: number; seed: number; pace: Pace }

/** Fills a database with so many columns by the site's own command, and measures every page on it. */
async function measureSize(bundles: Bundles, { folder, columns, seed, pace }: Wanted) {
  const [archive, dataDir] = [join(folder, `archive-${columns}`), join(folder, `data-${columns}`)]
  print(`\nAn archive of ${columns} columns: writing and pushing it.`)
  writeArchive(archive, { columns, seed })
  cpSync(topics, join(archive, 'topics.yaml'))
  await migrate(dataDir)
  const push = await pushTwice(archive, { dataDir, columns })
  const costs = await costsOf(bundles, dataDir)
  const pages = Object.fromEntries(costs.map(({ path, cost }) => [path, cost.page]))
  const running = await start(bundles, { dataDir, pages })
  try {
    const measured: PageFigures[] = []
    for (const { route, path, cost } of costs) {
      print(`Loading ${route}`)
      const { page: _, ...own } = cost
      measured.push({ route, ...own, ...(await measure(running, path, pace)) })
    }
    print('Searching.')
    const search = await measureSearch(running, pace.rounds)
    const sizes = { databaseMiB: folderMiB(dataDir), memoryMiB: memoryMiB(running.pid) }
    return { columns, pages: measured, search, push, ...sizes }
  } finally {
    await running.stop()
  }
}

async function costsOf({ metered }: Bundles, dataDir: string) {
  const { addresses, stop } = await start({ metered }, { dataDir })
  try {
    const costs: { route: string; path: string; cost: Cost }[] = []
    for (const page of READERS_PAGES) {
      costs.push({ ...page, cost: await costOf(addresses.metered ?? '', page.path) })
    }
    return costs
  } finally {
    await stop()
  }
}

function describe({ columns, pages, search, push, databaseMiB, memoryMiB }: Size): string {
  const heads = ['page', 'ratio', 'range', 'CPU µs', 'floor µs', 'p50 ms', 'p99 ms']
  const more = ['per s', 'rows', 'trips', 'bytes', 'gzip', 'brotli']
  const rows = pages.map((page) => [
    page.route,
    page.ratio.toFixed(2),
    page.ratioRange.map((ratio) => ratio.toFixed(2)).join('–'),
    page.cpuMicros.toFixed(0),
    page.floor.cpuMicros.toFixed(0),
    page.p50Ms.toFixed(1),
    page.p99Ms.toFixed(1),
    page.requestsPerSecond.toFixed(0),
    page.rowsRead,
    page.roundTrips,
    page.bytesRaw,
    page.bytesGzip,
    page.bytesBrotli,
  ])
  return `\n${table([...heads, ...more], rows)}

Search among ${columns}: p50 ${search.p50Ms.toFixed(1)} ms, p95 ${search.p95Ms.toFixed(1)} ms, at most ${search.rowsRead} rows and ${search.roundTrips} round trips
Push: ${push.columnsPerSecond.toFixed(0)} new columns a second, ${push.unchangedPerSecond.toFixed(0)} unchanged
Database ${databaseMiB.toFixed(0)} MiB; the process holds ${memoryMiB.toFixed(0)} MiB after the load`
}

/** The figures for programs: pages as on the largest archive, searches and pushes of every size. */
function figures({ site }: Bundles, sizes: Size[]) {
  return {
    pages: sizes.at(-1)?.pages ?? [],
    search: sizes.map(({ columns, search }) => ({ columns, ...search })),
    push: sizes.map(({ columns, push }) => ({ columns, ...push })),
    worker: { kibibytes: site.kibibytes, kibibytesGzip: site.kibibytesGzip },
    sizes,
  }
}

await run(main)
