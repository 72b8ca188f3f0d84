import type { Kind } from './kinds.ts'

type Sayings = Record<Kind, string>

const ENGLISH: Sayings = {
  email: 'an e-mail address',
  phone: 'a phone number',
  url: 'a website',
  handle: 'an account',
  id_number: 'a reference number',
  date: 'a certain day',
  age: 'about my age',
  money: 'a sum of money',
  address: 'a street in town',
  place: 'a small town',
  person: 'a colleague',
  employer: 'a mid-sized company',
  job_title: 'specialist',
}

const INDONESIAN: Sayings = {
  email: 'sebuah alamat email',
  phone: 'sebuah nomor telepon',
  url: 'sebuah situs web',
  handle: 'sebuah akun',
  id_number: 'sebuah nomor',
  date: 'hari tertentu',
  age: 'kira-kira seumur saya',
  money: 'sejumlah uang',
  address: 'sebuah jalan di kota',
  place: 'sebuah kota kecil',
  person: 'seorang rekan',
  employer: 'sebuah perusahaan menengah',
  job_title: 'tenaga khusus',
}

const EMPLOYERS: [RegExp, string, string][] = [
  [/hospital|infirmary|clinic|klinik|rumah sakit|\bRS/i, 'a hospital', 'sebuah rumah sakit'],
  [/university|universitas|politeknik/i, 'a university', 'sebuah universitas'],
  [/school|college|academy|sekolah|\bSM[APK]|\bSDN?\b/i, 'a school', 'sebuah sekolah'],
  [/\bbank\b/i, 'a bank', 'sebuah bank'],
  [/museum|gallery/i, 'a museum', 'sebuah museum'],
  [/trust|charity|foundation|yayasan/i, 'a charity', 'sebuah yayasan'],
  [/shop|stores?\b|toko/i, 'a shop', 'sebuah toko'],
]

const CURRENCIES: [RegExp, string, string][] = [
  [/rp|idr|rupiah|ribu|rb|juta|jt|mil[iy]ar/i, 'rupiah', 'rupiah'],
  [/£|pound|quid|gbp/i, 'pounds', 'pound'],
  [/€|eur/i, 'euros', 'euro'],
  [/\$|dollar|usd|buck|sgd|aud/i, 'dollars', 'dolar'],
]

/** By the power of ten; the first two are too little to say anything of. */
const MANY = [
  ['hundreds', 'ratusan'],
  ['thousands', 'ribuan'],
  ['tens of thousands', 'puluhan ribu'],
  ['hundreds of thousands', 'ratusan ribu'],
  ['millions', 'jutaan'],
  ['tens of millions', 'puluhan juta'],
  ['hundreds of millions', 'ratusan juta'],
  ['billions', 'miliaran'],
]

const TENS = [
  '',
  'teen',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
]

/**
 * Gives words that could take a detail’s place and point at nobody: “my manager”, “a few weeks ago”,
 * “a mid-sized company”. They are in English unless the language is Indonesian.
 */
export function neutral({ kind, text }: { kind: Kind; text: string }, language: string): string {
  const isEnglish = language !== 'id'
  return FITTING[kind]?.(text, isEnglish) ?? (isEnglish ? ENGLISH : INDONESIAN)[kind]
}

/** What fits better than the words of its kind, where the detail itself tells. */
const FITTING: { [kind in Kind]?: (text: string, isEnglish: boolean) => string | undefined } = {
  date: weeksAgo,
  age: decade,
  money: magnitude,
  person: role,
  employer: trade,
  job_title: rank,
}

function weeksAgo(text: string, isEnglish: boolean): string | undefined {
  if (!/^(?:on|pada|tanggal|tgl\.?) /i.test(text)) return undefined
  return isEnglish ? 'a few weeks ago' : 'beberapa minggu lalu'
}

function decade(text: string, isEnglish: boolean): string {
  const lower = text.toLowerCase()
  const tens =
    Number(lower.match(/\d/)?.[0]) || TENS.findLastIndex((ten) => ten && lower.includes(ten))
  if (!isEnglish) return tens > 1 ? `${tens}0-an tahun` : 'belasan tahun'
  if (/old$|yo$|y\/o$/.test(lower)) return tens > 1 ? `${TENS[tens]}-something` : 'teenager'
  if (/f$/.test(lower)) return `a woman over ${tens}0`
  if (/m$/.test(lower)) return `a man over ${tens}0`
  return tens > 1 ? `over ${tens}0` : 'under 20'
}

/** £2,400 is “thousands of pounds”: an answer often turns on how much it is, never on the pence. */
function magnitude(text: string, isEnglish: boolean): string | undefined {
  const language = isEnglish ? 0 : 1
  const currency = CURRENCIES.find(([sign]) => sign.test(text))?.[language + 1]
  const many = MANY[Math.floor(Math.log10(amountOf(text))) - 2]?.[language]
  if (!currency || !many) return undefined
  return isEnglish ? `${many} of ${currency}` : `${many} ${currency}`
}

/** A point or comma before three digits parts thousands, any other one the decimals. */
function amountOf(text: string): number {
  const [, digits = '', scale = ''] = text.match(/(\d[\d.,]*) ?(\p{L}*)/u) ?? []
  const number = Number.parseFloat(digits.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'))
  if (/^(?:k|thousand|grand|ribu|rb)$/i.test(scale)) return number * 1e3
  if (/^(?:m|million|juta|jt)$/i.test(scale)) return number * 1e6
  return /^(?:bn|billion|mil[iy]ar)$/i.test(scale) ? number * 1e9 : number
}

/** The detail “my manager, Teresa,” tells what stays of it. */
function role(text: string): string | undefined {
  const mine = /^((?:[Mm]y|[Oo]ur|[Tt]he) [^\p{Lu},]+|\p{L}[^\p{Lu},]* (?:saya|aku|kami)),? /u
  const words = text.match(mine)?.[1]?.trim()
  return words && words.charAt(0).toLowerCase() + words.slice(1)
}

function trade(text: string, isEnglish: boolean): string | undefined {
  return EMPLOYERS.find(([name]) => name.test(text))?.[isEnglish ? 1 : 2]
}

function rank(text: string, isEnglish: boolean): string | undefined {
  if (!/^(?:head|chief|director|vp|vice|kepala)\b/i.test(text)) return undefined
  return isEnglish ? 'senior manager' : 'seorang pimpinan'
}
