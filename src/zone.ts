import { instant, localTime, minutesLater, writtenInstant } from './dates.ts'

/**
 * What a wall-clock time is in a zone: one instant; skipped, when clocks go forward over it, with
 * the next instant that has a wall time; or twice there, when clocks go back, the earlier first.
 */
export type WallTime =
  | { kind: 'unique'; instant: string }
  | { kind: 'skipped'; next: string }
  | { kind: 'twice'; first: string; second: string }

/** In hours: no zone is further from UTC, a whole skipped day included (Samoa, 30 December 2011). */
const FURTHEST = 26

/** Tells what a wall-clock time (YYYY-MM-DDTHH:MM) is in a zone. Null for what is no time at all. */
export function wallTime(timeZone: string, local: string): WallTime | null {
  const asUtc = new Date(`${local}Z`)
  // The first and last years of four digits have days that are not of four digits in another zone.
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) && !/^(?:0000|9999)/.test(local)
  if (!isTime || Number.isNaN(asUtc.getTime())) return null
  // 30 February is read as 2 March.
  if (asUtc.toISOString().slice(0, 16) !== local) return null
  const offsets = [-24, -12, 0, 12, 24].map((hours) => {
    const near = minutesLater(asUtc, hours * 60)
    return near.getTime() - new Date(`${localTime(instant(near), timeZone)}Z`).getTime()
  })
  const [first, second] = [...new Set(offsets)]
    .map((offset) => instant(new Date(asUtc.getTime() + offset)))
    .filter((candidate) => localTime(candidate, timeZone) === local)
    .sort()
  if (first && second) return { kind: 'twice', first, second }
  if (first) return { kind: 'unique', instant: first }
  return { kind: 'skipped', next: firstAfter(timeZone, local, asUtc) }
}

/** Halves the hours around a skipped time until the minute is left at which clocks went over it. */
function firstAfter(timeZone: string, local: string, asUtc: Date): string {
  let before = -FURTHEST * 60
  let after = FURTHEST * 60
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (localTime(instant(minutesLater(asUtc, middle)), timeZone) < local) before = middle
    else after = middle
  }
  return instant(minutesLater(asUtc, after))
}

/**
 * Gives the instant at which a day begins in a zone: its midnight, the first of two, or the first time
 * that there is where clocks go forward at midnight. What is no day is given back as it is.
 */
export function beginOf(on: string, timeZone: string): string {
  const midnight = wallTime(timeZone, `${on}T00:00`)
  if (!midnight) return on
  if (midnight.kind === 'unique') return midnight.instant
  return midnight.kind === 'twice' ? midnight.first : midnight.next
}

/** Cities that have another name today than the zone that is called after them. */
const TODAY: Record<string, string> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
}

/** Gives a zone's name as people say it: its city, “New York” for America/New_York. */
export function zoneName(timeZone: string): string {
  const city =
    timeZone
      .replace(/^Etc\//, '')
      .split('/')
      .at(-1) ?? timeZone
  return TODAY[city] ?? city.replaceAll('_', ' ')
}

/** Writes a stored instant for people: “Tuesday 3 March 2026, 09:00 (New York)”. */
export function writtenMoment(stored: string, timeZone: string): string {
  return `${writtenInstant(stored, 'en', timeZone)} (${zoneName(timeZone)})`
}

/** Gives every zone by the part of the world before its city; UTC stands alone, under ''. */
export function zones(): Map<string, string[]> {
  return Map.groupBy(['UTC', ...Intl.supportedValuesOf('timeZone')], (zone) =>
    zone.includes('/') ? (zone.split('/')[0] ?? '') : '',
  )
}

/** Whether a text names a zone that times can be written in. */
export function isZone(text: string): boolean {
  return text === 'UTC' || Intl.supportedValuesOf('timeZone').includes(text)
}
