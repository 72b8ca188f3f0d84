import { brotliCompressSync, gzipSync } from 'node:zlib'
import { pathsIn } from '../../src/paths.ts'
import { median, quantile, type Range, rangeOf } from './figures.ts'
import { cpuMicros, type Page, type Running, runNode } from './site.ts'

const english = pathsIn('en')

/** Every kind of page that readers ask for: its route, and one address of it in the archive. */
export const READERS_PAGES = [
  { route: '/columns/:slug', path: english.column('column-5') },
  { route: '/columns/:slug (a digest)', path: english.column('column-10') },
  { route: '/columns/:slug.md', path: english.columnSource('column-5') },
  { route: '/', path: english.front() },
  { route: '/topics', path: english.topics() },
  { route: '/topics/:topic', path: english.topic('managers') },
  { route: '/archive', path: english.archive() },
  { route: '/archive/:year', path: english.year('2012') },
  { route: '/updates', path: english.updates() },
  { route: '/feed.xml', path: english.atom() },
  { route: '/about', path: english.about() },
  { route: '/write', path: english.write() },
]

/** What a page is and costs, before any load: its bytes, and what the database did for it. */
export type Cost = {
  rowsRead: number
  roundTrips: number
  bytesRaw: number
  bytesGzip: number
  bytesBrotli: number
  page: Page
}

/** Asks the metered site for a page once, and reads what it tells of it. */
export async function costOf(site: string, path: string): Promise<Cost> {
  const answer = await fetch(site + path)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  const body = await answer.text()
  return {
    rowsRead: Number(answer.headers.get('X-Rows-Read')),
    roundTrips: Number(answer.headers.get('X-Round-Trips')),
    bytesRaw: Buffer.byteLength(body),
    bytesGzip: gzipSync(body).length,
    bytesBrotli: brotliCompressSync(body).length,
    page: { body, type: answer.headers.get('Content-Type') ?? '' },
  }
}

/** One side of one round: what an address gave under load. */
type Round = { cpuMicros: number; p50Ms: number; p99Ms: number; requestsPerSecond: number }

/** A page under load, beside the floor: medians of the rounds, and the ratio's range. */
export type Measured = Round & { ratio: number; ratioRange: Range; floor: Round }

/**
 * Loads the site and the floor by turns, and compares the processor time of a request. The turns change
 * sides each round, so that whatever else the machine does hits both.
 */
export async function measure(
  { addresses, pid }: Running,
  path: string,
  { rounds, milliseconds }: { rounds: number; milliseconds: number },
): Promise<Measured> {
  const load = async (side: 'site' | 'floor') => {
    const address = addresses[side] + path
    await runNode('test/bench/load.ts', [address, String(milliseconds / 4)])
    const before = cpuMicros(pid)
    const took: number[] = JSON.parse(
      await runNode('test/bench/load.ts', [address, String(milliseconds)]),
    )
    return {
      cpuMicros: (cpuMicros(pid) - before) / took.length,
      p50Ms: quantile(took, 0.5),
      p99Ms: quantile(took, 0.99),
      requestsPerSecond: (took.length * 1000) / milliseconds,
    }
  }
  const sides: Record<'site' | 'floor', Round[]> = { site: [], floor: [] }
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['site', 'floor'] as const) : (['floor', 'site'] as const)
    for (const side of order) sides[side].push(await load(side))
  }
  const ratios = sides.site.map(
    (site, round) => site.cpuMicros / (sides.floor[round]?.cpuMicros ?? 1),
  )
  return {
    ...middle(sides.site),
    floor: middle(sides.floor),
    ratio: median(ratios),
    ratioRange: rangeOf(ratios),
  }
}

function middle(rounds: Round[]): Round {
  const of = (name: keyof Round) => median(rounds.map((round) => round[name]))
  return {
    cpuMicros: of('cpuMicros'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    requestsPerSecond: of('requestsPerSecond'),
  }
}
