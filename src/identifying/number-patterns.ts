import { type WrittenPattern, written } from './pattern.ts'

/** What else must hold of a number: see `numbers.ts`. */
export type NumberCheck = 'iban' | 'account' | 'noYear' | 'abroad' | 'home'

const TLD =
  'com|org|net|edu|gov|io|co|uk|id|de|fr|nl|eu|info|biz|app|dev|ly|tv|ca|au|sg|nz|jp|example|test|online|site|store|shop|blog|link|xyz|ai'
const URL_END = '(?:[^\\s<>"”]{0,2000}[^\\s<>"”.,;:!?)\\]’\'])?'
const OWNER =
  'employee|staff|payroll|badge|personnel|case|claim|policy|account|acct|passport|licen[cs]e|reference|ref|membership|member|student|patient|order|invoice|nip|nik|npwp|nrp|nim|nuptk|rekening|rek|karyawan|pegawai|paspor|perkara|polisi|induk|ktp'
const OWNED =
  'number|no|nr|id|is|was|saya|karyawan|induk|rekening|gaji|pegawai|anggota|nomor|kerja|code'

/** Where someone can be reached, and the numbers that belong to one person only. */
export const NUMBER_PATTERNS: WrittenPattern<NumberCheck>[] = [
  written('email', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g),
  written('url', new RegExp(`\\b(?:https?:\\/\\/|www\\.)\\w${URL_END}`, 'gi')),
  written(
    'url',
    new RegExp(
      `(?<![\\w@.-])(?:[a-z\\d][a-z\\d-]{1,62}\\.){1,5}(?:${TLD})\\b(?:\\/${URL_END})?(?![\\w@])`,
      'g',
    ),
  ),
  written('handle', /(?<![\w@.])@[a-z_][\w.]{0,29}\w/gi),
  written('handle', /(?<![\w/])u\/\w{3,20}|(?<![\w#])[a-z]\w{1,31}#\d{4}\b/gi),
  written(
    'handle',
    /\b(?:ig|insta|instagram|twitter|tiktok|telegram|discord|snapchat|threads|username|handle|akun)(?:nya|ku)?(?:[ :]{1,2}(?:is|as|account|handle|username|name|under|saya|dia|nama))*[ :]{1,2}(?<mark>[a-z\d]{1,30}[_.\d][\w.]{0,30}\w)/gi,
  ),
  written('id_number', /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/g, 'iban'),
  written(
    'id_number',
    /(?<![\w.-])(?:(?:\d{4}[ -]?){3}\d{1,7}|3\d{3}[ -]?\d{6}[ -]?\d{5})(?![\w-])/g,
    'account',
  ),
  // A social security number, and one of the British national insurance.
  written('id_number', /\b\d{3}-\d{2}-\d{4}\b|\b(?!BT|GB|NT|ZZ)[A-Z]{2} ?(?:\d\d ?){3}[A-D]\b/gi),
  // An Indonesian tax number, and the plates of cars.
  written('id_number', /\b\d{2}\.\d{3}\.\d{3}\.\d-?\d{3}\.\d{3}\b/g),
  written('id_number', /\b[A-Z]{1,2} \d{3,4} [A-Z]{1,3}\b|\b[A-Z]{2}\d{2} ?[A-Z]{3}\b/g),
  written(
    'id_number',
    new RegExp(
      `\\b(?:${OWNER})\\b\\.?(?:[ .:#]{1,3}(?:${OWNED})\\b)*[ .,:#]{1,3}(?<mark>(?:[A-Z]{1,4}[-/]?)?\\d(?:[\\dA-Z]|[-/ ](?=\\d)){3,24}\\b)`,
      'gi',
    ),
    'noYear',
  ),
  written('phone', /(?<![\w+])\+\d{1,3}(?:[ .-]?\(\d{1,4}\))?(?:[ .-]?\d{2,5}){2,5}\b/g, 'abroad'),
  written('phone', /(?<![\w.,])\(?0\d{1,4}\)?(?:[ .-]?\d{2,5}){2,4}\b(?![.,]\d)/g, 'home'),
  written(
    'phone',
    /(?:\(\d{3}\) ?|(?<![\w.,-])\d{3}[ .-])\d{3}[ .-]\d{4}\b|(?<![\w.,-])\d{3}-\d{4}\b(?!-)/g,
  ),
  written('phone', /\bext(?:ension|\.)?(?: (?:is|was|no\.?|number))? ?\d{2,5}\b/gi),
  // Whatever it counts, a number as long as this one exists once.
  written('id_number', /(?<![\w.,+-])\d{9,20}\b(?![.,]\d)/g),
]
