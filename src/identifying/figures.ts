import { CURRENCIES } from './currencies.ts'
import type { FigureCheck } from './figure-patterns.ts'
import { lists } from './lists.ts'
import { checked, findPatterns, type Pattern, type Span } from './pattern.ts'

/** Months as they are written in dates. A short one may have a stop. */
const MONTHS = new Set(
  `january february march april may june july august september october november december
  januari februari maret mei juni juli agustus oktober desember
  jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. agt agt. sep sep. sept sept. oct oct. okt okt.
  nov nov. dec dec. des des.`.split(/\s+/),
)
/** What has a number, and no age. */
const COUNTED_BY =
  /\b(?:targets?|quota|score|limit|budget|total|rate|count|number|extension|deadline|average|desk|room|bus|route|size|bonus|day|shift)(?:[’']s| is| was) /i

/** What tells a figure from what only looks like one. */
const CHECKS: Record<FigureCheck, NonNullable<Pattern['isReal']>> = {
  date: isDate,
  age: (text) => !COUNTED_BY.test(text),
  money: isMoney,
}

/** Finds exact dates, exact ages and sums of money; not a weekday, a month, a year or a decade. */
export function findFigures(text: string): Span[] {
  return findPatterns(text, checked(lists().figures, CHECKS)).map((span) => withoutEnd(text, span))
}

/** “A grand” may be a piano. */
function isMoney(text: string, unit?: string): boolean {
  return unit ? CURRENCIES.includes(unit.toLowerCase()) : !/^a \w+$/i.test(text)
}

/** “They may 3 times a day”: the month of May has its capital, or says that it is one. */
function isDate(text: string, month?: string): boolean {
  if (month && !MONTHS.has(month.toLowerCase())) return false
  const numbers = text.match(/\d+/g)?.map(Number) ?? []
  if (/\bmay\b/.test(text) && !/^on |of may|\d(?:st|nd|rd|th)/.test(text)) return false
  return numbers.every((number) => number > 0) && numbers.filter((number) => number > 31).length < 2
}

/** A sum's last stop or comma belongs to the sentence. */
function withoutEnd(text: string, { kind, start, end }: Span): Span {
  const length = text.slice(start, end).replace(/[.,\s]+$/, '').length
  return { kind, start, end: start + length }
}
