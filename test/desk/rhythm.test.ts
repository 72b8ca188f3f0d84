import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gaps } from '../../src/desk/publishing/rhythm.ts'

const timeZone = 'Europe/London'
/** A Wednesday. */
const now = '2026-03-04T09:00:00Z'

test('A week without a column is a gap, several in a row are one', () => {
  const runs = ['2026-03-10T09:00:00Z', '2026-03-12T09:00:00Z', '2026-04-01T08:00:00Z']
  expect(gaps(runs, { lastPublished: '2026-03-02T09:00:00Z', now, timeZone })).toEqual([
    { from: '2026-03-16', until: '2026-03-29', weeks: 2, before: 2 },
  ])
})

test('This week is a gap until something has run in it', () => {
  const runs = ['2026-03-10T09:00:00Z']
  const [gap] = gaps(runs, { lastPublished: '2026-03-01T23:59:00Z', now, timeZone })
  expect(gap).toEqual({ from: '2026-03-02', until: '2026-03-08', weeks: 1, before: 0 })
  expect(gaps(runs, { lastPublished: '2026-03-02T00:00:00Z', now, timeZone })).toEqual([])
})

test('A week begins on Monday where the editor is', () => {
  const monday = '2026-03-09T02:00:00Z'
  const published = { lastPublished: '2026-03-02T12:00:00Z', now }
  expect(gaps([monday], { ...published, timeZone: 'Europe/London' })).toEqual([])
  const inNewYork = { ...published, timeZone: 'America/New_York' }
  expect(gaps([monday, '2026-03-17T12:00:00Z'], inNewYork)).toEqual([
    { from: '2026-03-09', until: '2026-03-15', weeks: 1, before: 1 },
  ])
})

test('What is overdue runs this week', () => {
  expect(gaps(['2026-02-01T09:00:00Z'], { lastPublished: null, now, timeZone })).toEqual([])
})

test('Gaps and weeks with a column are all the weeks there are', () => {
  const hours = fc.array(fc.integer({ min: 1, max: 24 * 7 * 30 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      hours,
      fc.constantFrom('America/New_York', 'Asia/Jakarta', timeZone),
      (some, zone) => {
        const runs = some
          .sort((one, other) => one - other)
          .map(
            (hour) => `${new Date(Date.parse(now) + hour * 3_600_000).toISOString().slice(0, 19)}Z`,
          )
        const found = gaps(runs, { lastPublished: now, now, timeZone: zone })
        const day = (instant: string) =>
          new Date(instant).toLocaleDateString('sv-SE', { timeZone: zone })
        const weekOf = (on: string) => Math.floor((Date.parse(on) / 86_400_000 + 3) / 7)
        const filled = new Set([now, ...runs].map((run) => weekOf(day(run))))
        const empty = found.flatMap(({ from, weeks }) =>
          Array.from({ length: weeks }, (_, index) => weekOf(from) + index),
        )
        expect(empty.filter((week) => filled.has(week))).toEqual([])
        expect(empty.length + filled.size).toBe(Math.max(...filled) - Math.min(...filled) + 1)
      },
    ),
  )
})
