/** Gives the UTC day of an instant, YYYY-MM-DD: all that is kept of when a writer did something. */
export function day(now: Date): string {
  return now.toISOString().slice(0, 10)
}

/** Gives an instant as it is stored: UTC, whole seconds, YYYY-MM-DDTHH:MM:SSZ. */
export function instant(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`
}

/** Gives the instant so many minutes later (or earlier, when negative). */
export function minutesLater(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

/** Gives the day so many days before an instant. */
export function daysAgo(now: Date, days: number): string {
  return day(minutesLater(now, -days * 24 * 60))
}

/** Writes a stored day or instant for people, in UTC unless a zone is given: “2 March 2026”. */
export function writtenDay(stored: string, language: string, timeZone = 'UTC'): string {
  const date = new Date(stored.length === 10 ? `${stored}T12:00:00Z` : stored)
  return new Intl.DateTimeFormat(regional(language), { dateStyle: 'long', timeZone }).format(date)
}

/** Writes a stored instant for people with its zone: “Tuesday 3 March 2026 at 09:00 (GMT)”. */
export function writtenInstant(stored: string, language: string, timeZone: string): string {
  const date = new Date(stored)
  const dayPart = new Intl.DateTimeFormat(regional(language), { dateStyle: 'full', timeZone })
  const timePart = new Intl.DateTimeFormat(regional(language), { timeStyle: 'short', timeZone })
  return `${dayPart.format(date)}, ${timePart.format(date)}`
}

/** British dates for English: the site's own hand. */
function regional(language: string): string {
  return language === 'en' ? 'en-GB' : language
}

/** Gives the wall-clock time of an instant in a zone, as date fields hold it: YYYY-MM-DDTHH:MM. */
export function localTime(stored: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(stored))
  return parts.replace(' ', 'T')
}

/**
 * Gives the instant of a wall-clock time (YYYY-MM-DDTHH:MM) in a zone; of a time that happens twice,
 * when clocks go back, the first. Null for a time that is skipped when they go forward, or is none.
 */
export function instantIn(timeZone: string, local: string): string | null {
  const asUtc = new Date(`${local}Z`)
  // The first and last years of four digits have days that are not of four digits in another zone.
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) && !/^(?:0000|9999)/.test(local)
  if (!isTime || Number.isNaN(asUtc.getTime())) return null
  const offsets = [-24, 24].map((hours) => {
    const near = minutesLater(asUtc, hours * 60)
    return near.getTime() - new Date(`${localTime(instant(near), timeZone)}Z`).getTime()
  })
  return (
    offsets
      .map((offset) => instant(new Date(asUtc.getTime() + offset)))
      .sort()
      .find((candidate) => localTime(candidate, timeZone) === local) ?? null
  )
}
