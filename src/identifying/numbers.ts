import { lists } from './lists.ts'
import type { NumberCheck } from './number-patterns.ts'
import { checked, findPatterns, type Span } from './pattern.ts'

/** What tells a number that is somebody's from any other. */
const CHECKS: Record<NumberCheck, (text: string) => boolean> = {
  iban: isIban,
  account: (text) => isCard(text) || isResident(text),
  noYear: (text) => !/\b(?:19|20)\d\d$/.test(text),
  abroad: hasDigits(8, 15),
  home: hasDigits(9, 13),
}

/** Finds addresses of mail and web, handles, telephone numbers and personal numbers. */
export function findNumbers(text: string): Span[] {
  return findPatterns(text, checked(lists().numbers, CHECKS))
}

/** The remainder of ISO 13616: the first four characters go last, letters count from ten. */
function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '')
  const digits = [...(plain.slice(4) + plain.slice(0, 4))]
    .map((sign) => parseInt(sign, 36))
    .join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

/** The check of ISO 7812 (Luhn). */
function isCard(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return digits.length > 12 && sum % 10 === 0
}

/** An Indonesian resident's number: six digits of a district, then the birthday, women's plus 40. */
function isResident(text: string): boolean {
  const [, day = 0, month = 0] = text.match(/^\d{6}(\d\d)(\d\d)\d{6}$/)?.map(Number) ?? []
  return day % 40 > 0 && day % 40 < 32 && day < 72 && month > 0 && month < 13
}

function hasDigits(least: number, most: number): (text: string) => boolean {
  return (text) => {
    const count = text.replace(/\D/g, '').length
    return count >= least && count <= most
  }
}
