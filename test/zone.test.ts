import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localTime } from '../src/dates.ts'
import { beginOf, isZone, wallTime, writtenMoment, zoneName, zones } from '../src/zone.ts'

const all = [...zones().values()].flat()

test.each([
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:00:00Z', '03:00'],
  ['Europe/London', '2026-03-29T01:15', '2026-03-29T01:00:00Z', '02:00'],
  ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:30:00Z', '02:30'],
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00:00Z', '00:00'],
])('In %s clocks go over %s, and the next time is offered', (zone, local, next, time) => {
  expect(wallTime(zone, local)).toEqual({ kind: 'skipped', next })
  expect(localTime(next, zone).slice(11)).toBe(time)
})

test.each([
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'],
  ['Europe/London', '2026-10-25T01:00', '2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z'],
])('In %s %s happens twice, and both are told', (zone, local, first, second) => {
  expect(wallTime(zone, local)).toEqual({ kind: 'twice', first, second })
})

test('In Jakarta clocks never change: each time is there once, seven hours before UTC', () => {
  for (const local of ['2026-03-29T02:30', '2026-10-25T02:30', '2026-11-01T01:30']) {
    const instant = `${new Date(`${local}+07:00`).toISOString().slice(0, 19)}Z`
    expect(wallTime('Asia/Jakarta', local)).toEqual({ kind: 'unique', instant })
  }
})

test('The minutes at the edges of a change are what they are', () => {
  const kindOf = (local: string) => wallTime('America/New_York', local)?.kind
  const edges = ['2026-03-08T01:59', '2026-03-08T02:00', '2026-03-08T02:59', '2026-03-08T03:00']
  expect(edges.map(kindOf)).toEqual(['unique', 'skipped', 'skipped', 'unique'])
  const back = ['2026-11-01T00:59', '2026-11-01T01:00', '2026-11-01T01:59', '2026-11-01T02:00']
  expect(back.map(kindOf)).toEqual(['unique', 'twice', 'twice', 'unique'])
})

test.each(['soon', '', '2026-02-30T09:00', '2026-03-03', '0000-01-01T00:00', '9999-12-31T23:59'])(
  'What is no time is none: %j',
  (text) => {
    expect(wallTime('Europe/London', text)).toBeNull()
  },
)

/** Half of the times are drawn from the hours around a change of clocks, where the traps are. */
const moments = fc.oneof(
  fc.date({ min: new Date('1973-01-02'), max: new Date('2099-12-31'), noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom('2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'), fc.nat(6 * 60))
    .map(([on, minutes]) => new Date(Date.parse(`${on}T00:00Z`) + minutes * 60_000)),
)

test('Every wall time in every zone is there once, skipped or twice, and converts back', () => {
  const minutes = (text: string) => Date.parse(text) / 60_000
  fc.assert(
    fc.property(fc.constantFrom(...all), moments, (zone, moment) => {
      const local = moment.toISOString().slice(0, 16)
      const found = wallTime(zone, local)
      if (found?.kind === 'unique') {
        expect(localTime(found.instant, zone)).toBe(local)
      } else if (found?.kind === 'twice') {
        expect(found.first < found.second).toBe(true)
        expect(localTime(found.first, zone)).toBe(local)
        expect(localTime(found.second, zone)).toBe(local)
      } else {
        const next = String(found?.next)
        const before = new Date(minutes(next) * 60_000 - 60_000).toISOString()
        expect(localTime(next, zone) > local).toBe(true)
        expect(localTime(before, zone) < local).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('And every instant is found again by its wall time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), moments, (zone, moment) => {
      const stored = `${moment.toISOString().slice(0, 16)}:00Z`
      const found = wallTime(zone, localTime(stored, zone))
      expect(Object.values(found ?? {})).toContain(stored)
      expect(found?.kind).not.toBe('skipped')
    }),
    { numRuns: 2000 },
  )
})

test('A day begins at midnight, or at the first time that there is', () => {
  expect(beginOf('2026-07-01', 'America/New_York')).toBe('2026-07-01T04:00:00Z')
  // In Beirut clocks go forward at midnight, in Havana back over it.
  expect(localTime(beginOf('2026-03-29', 'Asia/Beirut'), 'Asia/Beirut')).toBe('2026-03-29T01:00')
  expect(beginOf('2026-11-01', 'America/Havana')).toBe('2026-11-01T04:00:00Z')
})

test('A zone is called as people say it', () => {
  expect(
    ['America/New_York', 'America/Argentina/Buenos_Aires', 'Asia/Calcutta', 'UTC'].map(zoneName),
  ).toEqual(['New York', 'Buenos Aires', 'Kolkata', 'UTC'])
  expect(writtenMoment('2026-03-03T14:00:00Z', 'America/New_York')).toBe(
    'Tuesday 3 March 2026, 09:00 (New York)',
  )
  expect([isZone('Asia/Jakarta'), isZone('Mars/Base')]).toEqual([true, false])
})
