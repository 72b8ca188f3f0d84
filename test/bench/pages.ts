import { brotliCompressSync, gzipSync } from 'node:zlib'
import { median, quantile, type Range, rangeOf } from './figures.ts'
import type { Route } from './routes.ts'
import { cpuMicros, type Running, runNode } from './site.ts'

/** What the floor answers with in a page's place. */
export type Page = { body: string; type: string }

/** What a page is and costs, before any load: its bytes, and what the database did for it. */
export type Cost = {
  rowsRead: number
  rowsWritten: number
  roundTrips: number
  bytesRaw: number
  bytesGzip: number
  bytesBrotli: number
}

/** A page as the metered site answers it. */
export type Answered = { cost: Cost; page: Page; etag: string | null }

/** Asks the metered site for a page once, and reads what it tells of it. */
export async function answerOf(site: string, { path, isKnown }: Route): Promise<Answered> {
  const first = await fetch(site + path)
  const etag = first.headers.get('ETag')
  const answer = isKnown
    ? await fetch(site + path, { headers: { 'If-None-Match': etag ?? '' } })
    : first
  if (answer.status !== (isKnown ? 304 : 200)) throw new Error(`${path} answered ${answer.status}`)
  const body = await answer.text()
  return { cost: costOf(answer, body), page: { body, type: typeOf(answer) }, etag }
}

function typeOf(answer: Response): string {
  return answer.headers.get('Content-Type') ?? ''
}

/** Reads what an answer of the metered site has cost. */
export function costOf(answer: Response, body: string): Cost {
  const told = (name: string) => Number(answer.headers.get(name))
  return {
    rowsRead: told('X-Rows-Read'),
    rowsWritten: told('X-Rows-Written'),
    roundTrips: told('X-Round-Trips'),
    bytesRaw: Buffer.byteLength(body),
    bytesGzip: body === '' ? 0 : gzipSync(body).length,
    bytesBrotli: body === '' ? 0 : brotliCompressSync(body).length,
  }
}

/** What the load's process is told to do. */
export type Load = {
  addresses: string[]
  headers: Record<string, string>
  status: number
  milliseconds: number
  connections: number
}

/** How long an address is loaded at a time, and how often site and floor take turns. */
export type Pace = { rounds: number; milliseconds: number }

/** One side of one round: what an address gave under load. */
type Round = { cpuMicros: number; p50Ms: number; p99Ms: number; requestsPerSecond: number }

/** A page under load, beside the floor: medians of the rounds, and the ratio's range. */
export type Measured = Round & { ratio: number; ratioRange: Range; floor: Round }

const CONNECTIONS = 8

/**
 * Loads addresses of the site, and one of the floor, by turns, and compares the processor time of a
 * request. The turns change sides each round, so that whatever else the machine does hits both.
 */
export async function measure(
  { pid }: Running,
  asked: Record<'site' | 'floor', Pick<Load, 'addresses' | 'headers' | 'status'>>,
  { rounds, milliseconds }: Pace,
): Promise<Measured> {
  const load = async (side: 'site' | 'floor', isFirst: boolean): Promise<Round> => {
    const during = async (milliseconds: number): Promise<number[]> => {
      const wanted: Load = { ...asked[side], milliseconds, connections: CONNECTIONS }
      return JSON.parse(await runNode('test/bench/load.ts', [JSON.stringify(wanted)]))
    }
    if (isFirst) await during(milliseconds / 2)
    const before = cpuMicros(pid)
    const took = await during(milliseconds)
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
    for (const side of order) sides[side].push(await load(side, round === 0))
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
