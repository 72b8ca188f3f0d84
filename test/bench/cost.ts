import type { Size } from './report.ts'

/**
 * What Cloudflare charges in a month, in US dollars, and what a plan includes
 * (https://developers.cloudflare.com/workers/platform/pricing/ and
 * https://developers.cloudflare.com/d1/platform/pricing/, as read in August 2026).
 */
export const PRICES = {
  readOn: '2026-08-03',
  plan: 5,
  requests: { included: 10e6, perMillion: 0.3 },
  cpuMs: { included: 30e6, perMillion: 0.02 },
  rowsRead: { included: 25e9, perMillion: 0.001 },
  rowsWritten: { included: 50e6, perMillion: 1 },
  storageGb: { included: 5, perGb: 0.75 },
}

/** What the free plan allows a day, and a request; above any of it, the plan is needed. */
export const FREE = {
  requests: 100e3,
  rowsRead: 5e6,
  rowsWritten: 100e3,
  storageGb: 0.5,
  cpuMs: 10,
}

/** Of what a thousand views are made; what is not a page here is left out of the reckoning. */
const MIX: Record<string, number> = {
  '/columns/:slug, another each time': 700,
  '/': 100,
  '/topics/:topic, made anew': 60,
  '/archive/:year, made anew': 20,
  '/feed.xml': 80,
  search: 40,
}

/** One letter comes for so many views, and one column is published for so many, at least one a day. */
const VIEWS_PER_LETTER = 5000
const DAYS = 30
/** The clock runs once a minute, whoever comes. */
const CLOCK_RUNS = DAYS * 24 * 60
/** What a publication writes: a column's rows with its index, at the most. */
const ROWS_PUBLISHED = 600

/** A month's use of the platform, and what it costs. */
export type Bill = {
  views: number
  /** The share of the views that Cloudflare's cache answers: they are requests, and nothing else. */
  cached: number
  requests: number
  cpuMs: number
  rowsRead: number
  rowsWritten: number
  isFree: boolean
  dollars: number
}

/**
 * Reckons a month's bill from what was measured. The processor time is this machine's, with the
 * database's own, which Cloudflare does not bill: it is more than it would be.
 */
export function billOf(size: Size, { views, cached }: { views: number; cached: number }): Bill {
  const run = views * (1 - cached)
  const of = (name: 'cpuMs' | 'rowsRead') => {
    const shares = Object.entries(MIX).map(([route, share]) => share * partOf(size, route)[name])
    return shares.reduce((sum, part) => sum + part, 0) / 1000
  }
  const letters = views / VIEWS_PER_LETTER
  const { form, check, send } = size.letters
  const { clock } = size
  const steps = [form, check, send]
  const sumOf = (name: 'rowsRead' | 'rowsWritten') =>
    steps.reduce((sum, step) => sum + step[name], 0)
  const bill = {
    views,
    cached,
    requests: views + letters * steps.length + CLOCK_RUNS,
    cpuMs:
      run * of('cpuMs') + letters * steps.reduce((sum, step) => sum + step.cpuMicros / 1000, 0),
    rowsRead: run * of('rowsRead') + letters * sumOf('rowsRead') + CLOCK_RUNS * clock.rowsRead,
    rowsWritten:
      letters * sumOf('rowsWritten') + DAYS * ROWS_PUBLISHED + CLOCK_RUNS * clock.rowsWritten,
  }
  const storageGb = size.databaseMiB / 953.7
  const isFree =
    bill.requests / DAYS <= FREE.requests &&
    bill.rowsRead / DAYS <= FREE.rowsRead &&
    bill.rowsWritten / DAYS <= FREE.rowsWritten &&
    storageGb <= FREE.storageGb
  const over = (used: number, { included, perMillion }: { included: number; perMillion: number }) =>
    (Math.max(0, used - included) / 1e6) * perMillion
  const { storageGb: storage } = PRICES
  const dollars = isFree
    ? 0
    : PRICES.plan +
      over(bill.requests, PRICES.requests) +
      over(bill.cpuMs, PRICES.cpuMs) +
      over(bill.rowsRead, PRICES.rowsRead) +
      over(bill.rowsWritten, PRICES.rowsWritten) +
      Math.max(0, storageGb - storage.included) * storage.perGb
  return { ...bill, isFree, dollars }
}

function partOf({ pages, search }: Size, route: string): { cpuMs: number; rowsRead: number } {
  if (route === 'search') return { cpuMs: search.cpuMicros / 1000, rowsRead: search.rowsReadMean }
  const page = pages.find((each) => each.route === route)
  if (!page) throw new Error(`The bill reckons with ${route}, which was not measured.`)
  return { cpuMs: page.cpuMicros / 1000, rowsRead: page.rowsRead }
}
