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
  return format(language, { dateStyle: 'long', timeZone }).format(date)
}

/** Writes a month, YYYY-MM, for people: “March 2026”, or “March” alone. */
export function writtenMonth(month: string, language: string, hasYear = true): string {
  const date = new Date(`${month}-15T12:00:00Z`)
  const year = hasYear ? ({ year: 'numeric' } as const) : {}
  return format(language, { month: 'long', ...year, timeZone: 'UTC' }).format(date)
}

/** Writes a stored instant for people, in a zone: “Tuesday 3 March 2026, 09:00”. */
export function writtenInstant(stored: string, language: string, timeZone: string): string {
  const date = new Date(stored)
  const dayPart = format(language, { dateStyle: 'full', timeZone }).format(date)
  const timePart = format(language, { timeStyle: 'short', timeZone }).format(date)
  // Some versions of the world's dates (CLDR) put a comma behind an English weekday, and some do not.
  return `${language === 'en' ? dayPart.replace(',', '') : dayPart}, ${timePart}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs far more than using it, and a list of the desk writes a hundred dates. */
function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // British dates for English: the site's own hand.
  const locale = language === 'en' ? 'en-GB' : language
  const key = JSON.stringify([locale, options])
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

/** Gives the wall-clock time of an instant in a zone, as date fields hold it: YYYY-MM-DDTHH:MM. */
export function localTime(stored: string, timeZone: string): string {
  const parts = format('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone })
  return parts.format(new Date(stored)).replace(' ', 'T')
}
