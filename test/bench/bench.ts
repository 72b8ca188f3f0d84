import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Mistake, print, readArguments, run } from '../../src/cli/command-line.ts'
import { migrate } from '../../src/cli/database.ts'
import { writeArchive } from './archive.ts'
import { measureLetters } from './letters.ts'
import { CLOCK } from './meter.ts'
import { type Answered, answerOf, costOf, measure, type Pace } from './pages.ts'
import { pushArchive } from './push.ts'
import {
  billsOf,
  describe,
  describeBills,
  describeGrowth,
  type PageFigures,
  type Size,
} from './report.ts'
import { READERS_PAGES, type Route } from './routes.ts'
import { measureSearch } from './search.ts'
import { type Bundle, bundle, folderMiB, memoryMiB, type Running, start } from './site.ts'
import { startupMs } from './startup.ts'

const HELP = `What the site takes, beside the least that its platform can do.

  npm run bench              archives of 1,000, 10,000 and 100,000 columns: about an hour
  npm run bench -- --quick   1,000 columns and short rounds: two minutes
  npm run bench -- --cost    and what a month costs at Cloudflare

  --columns N,N   other sizes of the archive
  --seed N        another made-up archive (1)
  --json FILE     every figure, for programs
  --help          this text
`

const topics = join(import.meta.dirname, '../../content/topics.yaml')

async function main(): Promise<void> {
  const { values } = readArguments(HELP, {
    quick: { type: 'boolean', default: false },
    cost: { type: 'boolean', default: false },
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
  const pace = values.quick ? { rounds: 3, milliseconds: 300 } : { rounds: 5, milliseconds: 1000 }
  print(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}, seed ${seed}`)
  const folder = mkdtempSync(join(tmpdir(), 'sincerely-bench-'))
  try {
    const bundles = await bundleAll(folder)
    const worker = await measureWorker(bundles, { folder, rounds: pace.rounds })
    const measured: Size[] = []
    for (const columns of sizes.map(Number)) {
      const size = await measureSize(bundles, { folder, columns, seed, pace })
      print(describe(size))
      measured.push(size)
      // The next size takes many minutes, and may be interrupted.
      if (values.json)
        writeFileSync(values.json, JSON.stringify(figures(worker, measured), null, 2))
    }
    print(describeGrowth(measured))
    const largest = measured.at(-1)
    if (values.cost && largest) print(describeBills(largest))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Bundles = Record<'site' | 'metered' | 'floor', Bundle>

async function bundleAll(folder: string): Promise<Bundles> {
  print('Bundling the site, and the floor.')
  return {
    site: await bundle('src/index.ts', join(folder, 'site')),
    metered: await bundle('test/bench/metered.ts', join(folder, 'metered')),
    floor: await bundle('test/bench/floor.ts', join(folder, 'floor')),
  }
}

async function measureWorker(bundles: Bundles, wanted: { folder: string; rounds: number }) {
  const { kibibytes, kibibytesGzip } = bundles.site
  const worker = { kibibytes, kibibytesGzip, startupMs: await startupMs(bundles, wanted) }
  print(`Worker: ${kibibytesGzip.toFixed(1)} KiB gzip (${kibibytes.toFixed(0)} KiB)`)
  print(`Starting: ${worker.startupMs.toFixed(0)} ms of the processor more than the floor`)
  return worker
}

type Wanted = { folder: string; columns: number; seed: number; pace: Pace }

/** Fills a database with so many columns by the site's own command, and measures all on it. */
async function measureSize(bundles: Bundles, { folder, columns, seed, pace }: Wanted) {
  const [archive, dataDir] = [join(folder, `archive-${columns}`), join(folder, `data-${columns}`)]
  print(`\nAn archive of ${columns} columns: writing and pushing it.`)
  writeArchive(archive, { columns, seed })
  cpSync(topics, join(archive, 'topics.yaml'))
  await migrate(dataDir)
  const push = await pushArchive(archive, { dataDir, columns })
  const answered = await answersOf(bundles, dataDir)
  const running = await start(bundles, { dataDir, pages: pagesOf(answered) })
  try {
    const pages: PageFigures[] = []
    for (const [place, each] of answered.entries()) {
      print(`Loading ${each.route}`)
      const asked = askedOf(each, { place, running, columns })
      pages.push({ route: each.route, ...each.cost, ...(await measure(running, asked, pace)) })
    }
    print('Searching, and sending letters.')
    const search = await measureSearch(running, pace.rounds)
    const letters = await measureLetters(running, pace.rounds * 10)
    const clock = costOf(await fetch(running.addresses.metered + CLOCK), '')
    const sizes = { databaseMiB: folderMiB(dataDir), memoryMiB: memoryMiB(running.pid) }
    return { columns, pages, letters, clock, search, push, ...sizes }
  } finally {
    await running.stop()
  }
}

type AnsweredRoute = Route & Answered

async function answersOf({ metered }: Bundles, dataDir: string): Promise<AnsweredRoute[]> {
  const { addresses, stop } = await start({ metered }, { dataDir })
  try {
    const answered: AnsweredRoute[] = []
    for (const route of READERS_PAGES) {
      answered.push({ ...route, ...(await answerOf(addresses.metered ?? '', route)) })
    }
    return answered
  } finally {
    await stop()
  }
}

/** What the floor answers: each page at the number of its place. */
function pagesOf(answered: AnsweredRoute[]) {
  return Object.fromEntries(answered.map(({ page }, place) => [`/${place}`, page]))
}

function askedOf(
  { path, others, isKnown, etag }: AnsweredRoute,
  { place, running, columns }: { place: number; running: Running; columns: number },
) {
  const { site, floor } = running.addresses
  const paths = others?.(columns) ?? [path]
  return {
    site: {
      addresses: paths.map((each) => site + each),
      headers: isKnown && etag ? { 'If-None-Match': etag } : ({} as Record<string, string>),
      status: isKnown ? 304 : 200,
    },
    floor: { addresses: [`${floor}/${place}`], headers: {}, status: 200 },
  }
}

/** The figures for programs: pages as on the largest archive, searches and pushes of every size. */
function figures(worker: object, sizes: Size[]) {
  const largest = sizes.at(-1)
  return {
    machine: { model: cpus()[0]?.model, cores: cpus().length, node: process.version },
    pages: largest?.pages ?? [],
    search: sizes.map(({ columns, search }) => ({ columns, ...search })),
    push: sizes.map(({ columns, push }) => ({ columns, ...push })),
    worker,
    costs: largest ? billsOf(largest) : [],
    sizes,
  }
}

await run(main)
