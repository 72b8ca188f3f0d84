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
