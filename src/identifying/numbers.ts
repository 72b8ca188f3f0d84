import { findPatterns, type Pattern, type Span } from './pattern.ts'

const TLD =
  'com|org|net|edu|gov|io|co|uk|id|de|fr|nl|eu|info|biz|app|dev|ly|tv|ca|au|sg|nz|jp|example|test|online|site|store|shop|blog|link|xyz|ai'
const URL_END = '(?:[^\\s<>"”]{0,2000}[^\\s<>"”.,;:!?)\\]’\'])?'
const OWNER =
  'employee|staff|payroll|badge|personnel|case|claim|policy|account|acct|passport|licen[cs]e|reference|ref|membership|member|student|patient|order|invoice|nip|nik|npwp|nrp|nim|nuptk|rekening|rek|karyawan|pegawai|paspor|perkara|polisi|induk|ktp'
const OWNED =
  'number|no|nr|id|is|was|saya|karyawan|induk|rekening|gaji|pegawai|anggota|nomor|kerja|code'

/** Where someone can be reached, and the numbers that belong to one person only. */
const PATTERNS: Pattern[] = [
  { kind: 'email', form: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g },
  { kind: 'url', form: new RegExp(`\\b(?:https?:\\/\\/|www\\.)\\w${URL_END}`, 'gi') },
  {
    kind: 'url',
    form: new RegExp(
      `(?<![\\w@.-])(?:[a-z\\d][a-z\\d-]{1,62}\\.){1,5}(?:${TLD})\\b(?:\\/${URL_END})?(?![\\w@])`,
      'g',
    ),
  },
  { kind: 'handle', form: /(?<![\w@.])@[a-z_][\w.]{0,29}\w/gi },
  { kind: 'handle', form: /(?<![\w/])u\/\w{3,20}|(?<![\w#])[a-z]\w{1,31}#\d{4}\b/gi },
  {
    kind: 'handle',
    form: /\b(?:ig|insta|instagram|twitter|tiktok|telegram|discord|snapchat|threads|username|handle|akun)(?:nya|ku)?(?:[ :]{1,2}(?:is|as|account|handle|username|name|under|saya|dia|nama))*[ :]{1,2}(?<mark>[a-z\d]{1,30}[_.\d][\w.]{0,30}\w)/gi,
  },
  {
    kind: 'id_number',
    form: /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g,
    isReal: isIban,
  },
  {
    kind: 'id_number',
    form: /(?<![\w.-])(?:(?:\d{4}[ -]?){3}\d{1,7}|3\d{3}[ -]?\d{6}[ -]?\d{5})(?![\w-])/g,
    isReal: (text) => isCard(text) || isResident(text),
  },
  // A social security number, and one of the British national insurance.
  {
    kind: 'id_number',
    form: /\b\d{3}-\d{2}-\d{4}\b|\b(?!BT|GB|NT|ZZ)[A-Z]{2} ?(?:\d\d ?){3}[A-D]\b/gi,
  },
  // An Indonesian tax number, and the plates of cars.
  { kind: 'id_number', form: /\b\d{2}\.\d{3}\.\d{3}\.\d-?\d{3}\.\d{3}\b/g },
  {
    kind: 'id_number',
    form: /\b[A-Z]{1,2} \d{3,4} [A-Z]{1,3}\b|\b[A-Z]{2}\d{2} ?[A-Z]{3}\b/g,
  },
  {
    kind: 'id_number',
    form: new RegExp(
      `\\b(?:${OWNER})\\b\\.?(?:[ .:#]{1,3}(?:${OWNED})\\b)*[ .,:#]{1,3}(?<mark>(?:[A-Z]{1,4}[-/]?)?\\d(?:[\\dA-Z]|[-/ ](?=\\d)){3,24}\\b)`,
      'gi',
    ),
    isReal: (text) => !/\b(?:19|20)\d\d$/.test(text),
  },
  {
    kind: 'phone',
    form: /(?<![\w+])\+\d{1,3}(?:[ .-]?\(\d{1,4}\))?(?:[ .-]?\d{2,5}){2,5}\b/g,
    isReal: hasDigits(8, 15),
  },
  {
    kind: 'phone',
    form: /(?<![\w.,])\(?0\d{1,4}\)?(?:[ .-]?\d{2,5}){2,4}\b(?![.,]\d)/g,
    isReal: hasDigits(9, 13),
  },
  {
    kind: 'phone',
    form: /(?:\(\d{3}\) ?|(?<![\w.,-])\d{3}[ .-])\d{3}[ .-]\d{4}\b|(?<![\w.,-])\d{3}-\d{4}\b(?!-)/g,
  },
  { kind: 'phone', form: /\bext(?:ension|\.)?(?: (?:is|was|no\.?|number))? ?\d{2,5}\b/gi },
  // Whatever it counts, a number as long as this one exists once.
  { kind: 'id_number', form: /(?<![\w.,+-])\d{9,20}\b(?![.,]\d)/g },
]

/** Finds addresses of mail and web, handles, telephone numbers and personal numbers. */
export function findNumbers(text: string): Span[] {
  return findPatterns(text, PATTERNS)
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
