import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/dates.ts'
import {
  median,
  mondayOf,
  monthsUpTo,
  share,
  weekName,
  weeksUpTo,
} from '../../src/desk/figures/weeks.ts'
import { db } from '../newsroom.ts'

const moments = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('A week', () => {
  test.each([
    ['2026-01-01', '2025-12-29', '2026-W01'],
    ['2025-12-28', '2025-12-22', '2025-W52'],
    ['2021-01-03', '2020-12-28', '2020-W53'],
    ['2021-01-04', '2021-01-04', '2021-W01'],
    ['2027-01-03', '2026-12-28', '2026-W53'],
    ['2024-12-30', '2024-12-30', '2025-W01'],
    ['2026-11-28', '2026-11-23', '2026-W48'],
  ])('of %s begins on %s and is %s', (on, monday, name) => {
    expect(mondayOf(on)).toBe(monday)
    expect(weekName(monday)).toBe(name)
  })

  test('holds each day of it and no other, and weeks follow each other without a gap', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const weeks = weeksUpTo(now, 54)
        expect(weeks.at(-1)).toBe(mondayOf(day(now)))
        expect(new Set(weeks.map(weekName)).size).toBe(54)
        weeks.forEach((monday, index) => {
          const next = new Date(Date.parse(monday) + 7 * 24 * 60 * 60_000)
          expect(mondayOf(monday)).toBe(monday)
          expect(mondayOf(day(new Date(next.getTime() - 1)))).toBe(monday)
          if (weeks[index + 1]) expect(weeks[index + 1]).toBe(day(next))
        })
      }),
    )
  })

  test('begins on the same day for the database', async () => {
    const days = fc.sample(moments, 200).map(day)
    const rows = await db.all<{ day: string; monday: string }>(
      sql`SELECT value AS day, date(value, 'weekday 0', '-6 days') AS monday
        FROM json_each(${JSON.stringify(days)})`,
    )
    expect(rows.map(({ monday }) => monday)).toEqual(days.map(mondayOf))
  })
})

test('The last months follow each other over the end of a year', () => {
  expect(monthsUpTo(new Date('2026-02-28T23:59:00Z'), 4)).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ])
  expect(monthsUpTo(new Date('2026-10-31T12:00:00Z'), 3)).toEqual(['2026-08', '2026-09', '2026-10'])
})

describe('The median', () => {
  test('is what stands in the middle when every value is written out', () => {
    const histogram = fc.array(
      fc.record({ value: fc.nat({ max: 400 }), count: fc.nat({ max: 5 }) }),
    )
    fc.assert(
      fc.property(histogram, (counts) => {
        const all = counts
          .flatMap(({ value, count }) => new Array<number>(count).fill(value))
          .sort((one, other) => one - other)
        const half = all.length / 2
        const expected =
          all.length === 0
            ? null
            : ((all[Math.ceil(half) - 1] ?? 0) + (all[Math.floor(half)] ?? 0)) / 2
        expect(median(counts)).toBe(expected)
      }),
    )
  })

  test('of nothing is nothing', () => {
    expect(median([])).toBeNull()
    expect(median([{ value: 3, count: 0 }])).toBeNull()
  })
})

test('A share claims neither none nor all where it is not so', () => {
  expect(share(0, 0)).toBeNull()
  expect(share(1, 1000)).toBe('under 1%')
  expect(share(999, 1000)).toBe('over 99%')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat({ max: 1e6 }), (whole, some) => {
      const part = Math.min(some, whole)
      const written = share(part, whole) ?? ''
      expect(written === '0%').toBe(part === 0)
      expect(written === '100%').toBe(part === whole)
      const percent = Number(written.replace(/\D/g, ''))
      expect(Math.abs(percent - (100 * part) / whole)).toBeLessThanOrEqual(1)
    }),
  )
})
