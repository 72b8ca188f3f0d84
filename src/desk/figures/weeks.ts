import { day, minutesLater } from '../../dates.ts'

const WEEK = 7 * 24 * 60

/** Gives the Monday of the week in which a day (both YYYY-MM-DD) lies. */
export function mondayOf(on: string): string {
  const date = noon(on)
  return day(minutesLater(date, -((date.getUTCDay() + 6) % 7) * 24 * 60))
}

/** Gives the Mondays of so many weeks, the earliest first; the last is the week of `now`, in UTC. */
export function weeksUpTo(now: Date, count: number): string[] {
  const last = noon(mondayOf(day(now)))
  return Array.from({ length: count }, (_, index) =>
    day(minutesLater(last, (index - count + 1) * WEEK)),
  )
}

/**
 * Names the week that begins on a Monday as ISO 8601 does: “2026-W01” is the week with the year's
 * first Thursday, so that a week at the turn of the year belongs to one year alone.
 */
export function weekName(monday: string): string {
  const thursday = minutesLater(noon(monday), 3 * 24 * 60)
  const year = thursday.getUTCFullYear()
  const days = (thursday.getTime() - Date.UTC(year, 0, 1, 12)) / (24 * 60 * 60_000)
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}

/** Gives so many months (YYYY-MM), the earliest first; the last is that of `now`, in UTC. */
export function monthsUpTo(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const month = now.getUTCMonth() + index - count + 1
    return day(new Date(Date.UTC(now.getUTCFullYear(), month, 1))).slice(0, 7)
  })
}

/** How often each value was counted. */
export type Histogram = { value: number; count: number }[]

/** Gives the median of what was counted: of an even number, the mean of the two in the middle. */
export function median(histogram: Histogram): number | null {
  const sorted = histogram.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value)
  const total = sorted.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  return (valueAt(sorted, Math.floor((total - 1) / 2)) + valueAt(sorted, Math.floor(total / 2))) / 2
}

/** The value that has so many others before it. */
function valueAt(sorted: Histogram, rank: number): number {
  let passed = 0
  for (const { value, count } of sorted) {
    passed += count
    if (passed > rank) return value
  }
  return 0
}

/** Writes what part of a whole something is, in whole per cent. Null: there is no whole. */
export function share(part: number, whole: number): string | null {
  if (whole <= 0) return null
  const percent = Math.round((100 * part) / whole)
  // Neither none nor all may be claimed where it is not so.
  if (percent === 0 && part > 0) return 'under 1%'
  if (percent === 100 && part < whole) return 'over 99%'
  return `${percent}%`
}

function noon(on: string): Date {
  return new Date(`${on}T12:00:00Z`)
}
