import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from '../../src/manuscript.ts'
import { writeArchive } from './archive.ts'
import { billOf, PRICES } from './cost.ts'
import { median, quantile, table } from './figures.ts'
import type { Size } from './report.ts'

function archiveOf(seed: number): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'sincerely-archive-'))
  try {
    writeArchive(dir, { columns: 40, seed })
    const folder = join(dir, 'columns')
    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
  } finally {
    rmSync(dir, { recursive: true })
  }
}

test('A made-up archive is the same for the same seed, and another for another', () => {
  const archive = archiveOf(1)
  expect(archiveOf(1)).toEqual(archive)
  expect(archiveOf(2)).not.toEqual(archive)
})

test('Every made-up column is one that could be printed, and some are digests and editions', () => {
  const columns = archiveOf(3).map((text) => parse(text, 'column.md'))
  expect(columns.flatMap(({ problems }) => problems)).toEqual([])
  const manuscripts = columns.flatMap(({ manuscript }) => manuscript ?? [])
  expect(manuscripts.some(({ exchanges }) => exchanges.length > 1)).toBe(true)
  expect(manuscripts.some(({ editionOf }) => editionOf !== null)).toBe(true)
})

test('A median is the middle value, and a quantile one of the values', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5)
  expect(quantile([], 0.5)).toBe(0)
  expect(table(['page', 'ms'], [['a', 1]])).toBe('page  ms\na      1')
})

const step = { cpuMicros: 1000, rowsRead: 10, rowsWritten: 10, roundTrips: 1 }
const cost = { ...step, bytesRaw: 0, bytesGzip: 0, bytesBrotli: 0 }
const round = { cpuMicros: 2000, p50Ms: 1, p99Ms: 1, requestsPerSecond: 1 }

/** A site on which each page takes 2 ms and reads ten rows. */
const SITE: Size = {
  columns: 100,
  pages: [
    '/columns/:slug, another each time',
    '/',
    '/topics/:topic, made anew',
    '/archive/:year, made anew',
    '/feed.xml',
  ].map((route) => ({
    ...cost,
    ...round,
    route,
    floor: round,
    ratio: 1,
    ratioRange: [1, 1],
  })),
  letters: { words: 400, form: step, check: step, send: step },
  clock: { ...cost, rowsRead: 5, rowsWritten: 1 },
  search: {
    p50Ms: 1,
    p95Ms: 1,
    cpuMicros: 2000,
    rowsRead: 10,
    rowsReadMean: 10,
    roundTrips: 1,
  },
  push: { columnsPerSecond: 1, unchangedPerSecond: 1, startSeconds: 1 },
  databaseMiB: 10,
  memoryMiB: 10,
}

test('A small site costs nothing, until its archive is too large for the free plan', () => {
  expect(billOf(SITE, { views: 10_000, cached: 0 })).toMatchObject({ isFree: true, dollars: 0 })
  const large = { ...SITE, databaseMiB: 600 }
  expect(billOf(large, { views: 10_000, cached: 0 })).toMatchObject({ isFree: false, dollars: 5 })
})

test('Every request is billed, and what the cache answers takes neither processor nor rows', () => {
  const all = billOf(SITE, { views: 100e6, cached: 0 })
  const half = billOf(SITE, { views: 100e6, cached: 0.5 })
  expect(half.requests).toBe(all.requests)
  expect(half.cpuMs / all.cpuMs).toBeCloseTo(0.5, 2)
  const { plan, requests, cpuMs } = PRICES
  const over = (used: number, { included, perMillion }: typeof requests) =>
    ((used - included) / 1e6) * perMillion
  expect(all.rowsRead).toBeLessThan(PRICES.rowsRead.included)
  expect(all.dollars).toBeCloseTo(plan + over(all.requests, requests) + over(all.cpuMs, cpuMs), 5)
})
