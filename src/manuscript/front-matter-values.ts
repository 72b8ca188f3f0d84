import { instant } from '../dates.ts'
import { characters } from '../text.ts'

/** What stands between the `---` lines at the top of a column. Null: the key was left out. */
export type FrontMatter = {
  headline: string
  standfirst: string
  /** A BCP 47 tag in canonical form. */
  language: string
  /** One to five slugs. */
  topics: string[]
  /** An instant in UTC, "2026-03-02T09:00:00Z"; null: a draft. */
  published: string | null
  byline: string | null
  editionOf: string | null
  contentNote: string | null
  /** The country in which the advice holds: two capitals of ISO 3166. */
  place: string | null
  /** The day on which the advice was last checked, YYYY-MM-DD. */
  checked: string | null
}

/** Every key of the front matter, in the order in which they are written. */
export const KEYS = [
  'headline',
  'standfirst',
  'language',
  'topics',
  'published',
  'byline',
  'edition_of',
  'content_note',
  'place',
  'checked',
] as const
export type Key = (typeof KEYS)[number]

/** The keys that no column is without. */
export const REQUIRED: Key[] = ['headline', 'standfirst', 'language', 'topics']

/** Gives a value as it is kept, or the end of a sentence that begins with its key: “is empty”. */
export type Check = (text: string) => { value: string } | { wrong: string; instead?: string }

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u
const DATE = /^(?<year>\d{4})-(?<month>\d\d?)-(?<date>\d\d?)(?:(?:t|[ \t]+)(?<time>\d.*))?$/i
const TIME = /^(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?[ \t]*(?<zone>\S*)$/
const ZONE = /^(?:z?|(?<sign>[+-])(?<hours>\d\d?)(?::?(?<minutes>\d\d))?)$/i
/** What Intl knows beside countries: the unknown region and two for testing. */
const NOWHERE = ['ZZ', 'XA', 'XB']

/** Says whether a text can stand in an address: small letters, digits, inner hyphens; up to 100. */
export function isSlug(text: string): boolean {
  return text.length <= 100 && SLUG.test(text)
}

/** Says whether a text is a day of the calendar, YYYY-MM-DD: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/**
 * Says whether a text holds characters that nobody sees, or that D1 cuts or changes: controls other
 * than tab and newline, line and paragraph separators, lone surrogates.
 */
export function isUnprintable(text: string): boolean {
  return UNPRINTABLE.test(text)
}

/** Gives text as it is compared and kept: NFC, without byte order marks. */
export function normalised(text: string): string {
  return text.replaceAll('\ufeff', '').normalize('NFC')
}

/** Takes text of so many characters as people count them (graphemes), and refuses longer text. */
export function upTo(most: number): Check {
  return (text) => {
    const count = characters(text)
    if (count <= most) return { value: text }
    return { wrong: `has ${count} characters`, instead: `Write at most ${most}.` }
  }
}

/** Takes a slug; refuses anything else. */
export const slug: Check = (text) => {
  return isSlug(text)
    ? { value: text }
    : { wrong: 'takes up to 100 small letters, digits and single hyphens' }
}

/** Takes a day of the calendar; refuses anything else. */
export const calendarDay: Check = (text) => {
  return isDay(text) ? { value: text } : { wrong: 'is not a day of the calendar' }
}

/** Takes a well-formed BCP 47 tag and gives its canonical form: `EN-gb` is `en-GB`. */
export const languageTag: Check = (text) => {
  try {
    return { value: Intl.getCanonicalLocales(text).join() }
  } catch {
    return { wrong: 'is not a language tag of BCP 47' }
  }
}

/** Takes a country's code, two capitals of ISO 3166; for `uk` it suggests GB. */
export const country: Check = (text) => {
  const wrong = 'is not a country’s code of two capitals'
  if (!/^[a-z]{2}$/i.test(text)) return { wrong }
  const code = new Intl.Locale(`und-${text}`).region ?? ''
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  if (!names.of(code) || NOWHERE.includes(code)) return { wrong }
  return code === text ? { value: text } : { wrong, instead: `Write “place: ${code}”.` }
}

/**
 * Takes ISO 8601's extended form or a date of YAML 1.1, and gives the instant in UTC. A day alone
 * is its midnight in UTC, and, as YAML says, a time without a zone is in UTC.
 */
export const publishedAt: Check = (text) => {
  const wrong = 'is not a date and time'
  const { year, month, date, time = '00:00' } = DATE.exec(text)?.groups ?? {}
  const { hour, minute, second, zone = '?' } = TIME.exec(time)?.groups ?? {}
  const { sign = '+', hours, minutes } = ZONE.exec(zone)?.groups ?? {}
  const day = `${year}-${twoDigits(month)}-${twoDigits(date)}`
  const clock = `${twoDigits(hour)}:${minute}:${twoDigits(second)}`
  const at = new Date(`${day}T${clock}${sign}${twoDigits(hours)}:${twoDigits(minutes)}`)
  if (!isDay(day) || !ZONE.test(zone) || Number.isNaN(at.getTime())) return { wrong }
  return at.toISOString().length === 24 ? { value: instant(at) } : { wrong }
}

function twoDigits(digits = ''): string {
  return digits.padStart(2, '0')
}
