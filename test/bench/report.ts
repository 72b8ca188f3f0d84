import { billOf, PRICES } from './cost.ts'
import { table } from './figures.ts'
import type { Letters } from './letters.ts'
import type { Cost, Measured } from './pages.ts'
import type { Push } from './push.ts'
import type { Searched } from './search.ts'

export type PageFigures = { route: string } & Cost & Measured

/** All that is measured on an archive of one size. */
export type Size = {
  columns: number
  pages: PageFigures[]
  letters: Letters
  /** What the database does in a minute of the clock in which nothing is due. */
  clock: Cost
  search: Searched
  push: Push
  databaseMiB: number
  memoryMiB: number
}

const ms = (micros: number) => (micros / 1000).toFixed(2)

/** Describes what an archive of one size has given, as a table and a few lines. */
export function describe({ columns, pages, letters, clock, search, push, ...sizes }: Size): string {
  const heads = ['page', 'ratio', 'range', 'CPU ms', 'floor', 'p50 ms', 'p99 ms', 'per s']
  const more = ['rows', 'trips', 'bytes', 'gzip', 'brotli']
  const rows = pages.map((page) => [
    page.route,
    page.ratio.toFixed(2),
    page.ratioRange.map((ratio) => ratio.toFixed(2)).join('–'),
    ms(page.cpuMicros),
    ms(page.floor.cpuMicros),
    page.p50Ms.toFixed(1),
    page.p99Ms.toFixed(1),
    page.requestsPerSecond.toFixed(0),
    page.rowsRead,
    page.roundTrips,
    page.bytesRaw,
    page.bytesGzip,
    page.bytesBrotli,
  ])
  const steps = [letters.form, letters.check, letters.send].map((step, place) => [
    ['the form', 'reading it through', 'sending it'][place] ?? '',
    ms(step.cpuMicros),
    step.rowsRead,
    step.rowsWritten,
    step.roundTrips,
  ])
  return `\nAmong ${columns} columns
${table([...heads, ...more], rows)}

${table([`a letter of ${letters.words} words`, 'CPU ms', 'rows read', 'written', 'trips'], steps)}

Search: p50 ${search.p50Ms.toFixed(1)} ms, p95 ${search.p95Ms.toFixed(1)} ms, at most ${search.rowsRead} rows and ${search.roundTrips} round trips
Push: ${push.columnsPerSecond.toFixed(0)} new columns a second, ${push.unchangedPerSecond.toFixed(0)} unchanged, and ${push.startSeconds.toFixed(1)} s to start
The clock: ${clock.rowsRead} rows read and ${clock.rowsWritten} written in a minute without events, ${clock.roundTrips} round trips
Database ${sizes.databaseMiB.toFixed(0)} MiB; the process holds ${sizes.memoryMiB.toFixed(0)} MiB after the load`
}

/** Describes how each page's time and rows grow with the archive; nothing for one archive alone. */
export function describeGrowth(sizes: Size[]): string {
  if (sizes.length < 2) return ''
  const heads = sizes.flatMap(({ columns }) => [`${columns}: ms`, 'ratio', 'rows', 'trips'])
  const routes = sizes[0]?.pages.map(({ route }) => route) ?? []
  const rows = routes.map((route) => [
    route,
    ...sizes.flatMap(({ pages }) => {
      const page = pages.find((each) => each.route === route)
      return page
        ? [ms(page.cpuMicros), page.ratio.toFixed(2), page.rowsRead, page.roundTrips]
        : ['', '', '', '']
    }),
  ])
  return `\nGrowth with the archive\n${table(['page', ...heads], rows)}`
}

const VIEWS = [10_000, 1_000_000, 30_000_000, 100_000_000]
/** Nobody's page is ever in the cache; and nine in ten are, as on a site with many readers at a time. */
const CACHED = [0, 0.9]

/** Gives the monthly bills of an archive of one size. */
export function billsOf(size: Size) {
  return VIEWS.flatMap((views) => CACHED.map((cached) => billOf(size, { views, cached })))
}

/** Describes the monthly bills, with the prices' date. */
export function describeBills(size: Size): string {
  const rows = billsOf(size).map((bill) => [
    bill.views.toLocaleString('en'),
    `${bill.cached * 100} %`,
    (bill.requests / 1e6).toFixed(2),
    (bill.cpuMs / 1e6).toFixed(2),
    (bill.rowsRead / 1e6).toFixed(1),
    (bill.rowsWritten / 1e6).toFixed(2),
    bill.isFree ? 'free plan' : `$${bill.dollars.toFixed(2)}`,
  ])
  const heads = ['views a month', 'from the cache', 'requests (M)', 'CPU s (k)', 'rows read (M)']
  return `\nA month at Cloudflare, with an archive of ${size.columns} columns; prices as of ${PRICES.readOn}
${table([...heads, 'written (M)', 'costs'], rows)}`
}
