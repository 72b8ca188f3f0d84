import { wordsIn } from './voice.ts'
import { small, wordSet } from './wording.ts'

/** How months are named, by how they begin, in English and Indonesian. */
const MONTHS = [
  'jan',
  'feb|peb',
  'mar',
  'apr',
  'may|mei',
  'jun',
  'jul',
  'aug|agu|agt',
  'sep',
  'oct|okt',
  'nov|nop',
  'dec|des',
]
const MONTH = `(?<month>${MONTHS.map((names) => `(?:${names})`).join('|')})\\p{L}*\\.?`
const PATTERNS = [
  /(?<year>\d{4})-(?<number>\d{1,2})-(?<date>\d{1,2})/u,
  new RegExp(`(?<date>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -](?<year>\\d{4})`, 'u'),
  new RegExp(`(?<!\\p{L})${MONTH} (?<date>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})`, 'u'),
]
const FIGURES = /(?<!\d)(?<one>\d{1,2})[/.](?<other>\d{1,2})[/.](?<year>\d{4}|\d\d)(?!\d)/u
const CLOCK =
  /(?<!\d)(?<hour>[01]?\d|2[0-3])[:.](?<minute>[0-5]\d)(?!\d)(?:\s*(?<half>[apAP])\.?[mM])?/u
const ZONES: Record<string, string> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
  GMT: 'UTC',
  UTC: 'UTC',
}

/** How days of the week are named, from Sunday, in English and Indonesian. */
const WEEKDAYS = [
  'sun sunday minggu',
  'mon monday senin',
  'tue tues tuesday selasa',
  'wed wednesday rabu',
  'thu thurs thursday kamis',
  'fri friday jumat jum',
  'sat saturday sabtu',
].map((names) => wordSet(names))

/** A day as people write it, YYYY-MM-DD, with its time and zone where they stand. */
export type WrittenDay = { day: string; time: string | null; zone: string | null; rest: string }

/**
 * Reads a day that people wrote, in English or Indonesian: “3 March 2015”, “Selasa, 3 Maret 2015
 * 10.23 WIB”. In figures the month is what can only be one; where both could
 * be, the day of the week that stands there tells, or else null: nobody knows.
 */
export function writtenDay(text: string): WrittenDay | null {
  if (!/\d/.test(text)) return null
  const letters = small(text)
  const found = PATTERNS.map((pattern) => pattern.exec(letters)).find((one) => one) ?? null
  const { year, month, number, date } = found?.groups ?? {}
  const inWords = year && { year, month: number ?? monthOf(month ?? ''), date }
  const figures = inWords ? null : FIGURES.exec(text)
  const read = inWords || (figures && inFigures(figures.groups ?? {}, weekdayIn(text)))
  if (!read) return null
  const day = `${read.year}-${pad(read.month)}-${pad(read.date)}`
  if (new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) return null
  const { index = 0, 0: { length } = '' } = found ?? figures ?? {}
  const rest = `${text.slice(0, index)} ${text.slice(index + length)}`
  const { hour, minute, half } = CLOCK.exec(rest)?.groups ?? {}
  const zone = /\b(WIB|WITA|WIT|GMT|UTC)\b/.exec(rest)?.[1]
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase() === 'p' ? 12 : 0)
  const time = hour === undefined ? null : `${pad(hours)}:${minute}`
  return { day, time, zone: zone ? (ZONES[zone] ?? null) : null, rest }
}

/** Gives what a line says beside its day, whether or not the day can be told; null where it has none. */
export function restOfDay(text: string): string | null {
  const day = writtenDay(text)
  if (day) return day.rest
  return FIGURES.test(text) ? text.replace(FIGURES, ' ') : null
}

function inFigures(
  { one, other, year = '' }: Record<string, string | undefined>,
  weekday: number | null,
) {
  const [first, second] = [Number(one), Number(other)]
  const long = year.length === 2 ? `20${year}` : year
  const dayFirst = { year: long, month: second, date: first }
  const monthFirst = { year: long, month: first, date: second }
  if (first > 12 && second <= 12) return dayFirst
  if (second > 12 && first <= 12) return monthFirst
  if (first === second) return monthFirst
  const fitting = [dayFirst, monthFirst].filter(({ year, month, date }) => {
    return new Date(Date.UTC(Number(year), month - 1, date)).getUTCDay() === weekday
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** Which day of the week a text names, from 0 for Sunday. */
function weekdayIn(text: string): number | null {
  const words = wordsIn(text)
  const at = WEEKDAYS.findIndex((names) => words.some((word) => names.has(word)))
  return at < 0 ? null : at
}

function monthOf(name: string): number {
  return MONTHS.findIndex((names) => names.split('|').includes(name.slice(0, 3))) + 1
}

function pad(number: string | number | undefined): string {
  return `${number}`.padStart(2, '0')
}
