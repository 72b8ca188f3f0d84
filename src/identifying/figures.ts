import { findPatterns, type Pattern, type Span } from './pattern.ts'

/** Months as they are written in dates. A short one may have a stop. */
const MONTHS = new Set(
  `january february march april may june july august september october november december
  januari februari maret mei juni juli agustus oktober desember
  jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. agt agt. sep sep. sept sept. oct oct. okt okt.
  nov nov. dec dec. des des.`.split(/\s+/),
)
/** Any word that may be one, to be looked up: a pattern with all of them takes seven times as long to make. */
const MONTH = '[adfjmnos][a-z]{2,8}\\b'
const TENS = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
const UNITS = '(?:one|two|three|four|five|six|seven|eight|nine)'
const TEENS = '(?:thir|four|fif|six|seven|eigh|nine)teen'
const ORDINAL = `(?:(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|${TEENS}th|twentieth|thirtieth)`
const DAY = `(?:[0-3]?\\d(?:st|nd|rd|th)?|${ORDINAL})`
const AGE = `(?:[1-9]\\d|${TEENS}|${TENS}(?:[- ]${UNITS})?)`
const AFTER_AGE =
  '(?=\\s*(?:[,;:!?()–—"”]|\\.(?!\\d)|$|(?:and|with|but|now|or|years? old|years of age|this|next|so|in|when|already|today|who)\\b))'
/** What has a number, and no age. */
const COUNTED_BY =
  /\b(?:targets?|quota|score|limit|budget|total|rate|count|number|extension|deadline|average|desk|room|bus|route|size|bonus|day|shift)(?:[’']s| is| was) /i
const COUNT = `(?:a|half|${UNITS}|ten|eleven|twelve|${TEENS}|${TENS}(?:-${UNITS})?|hundred|thousand|million)`
const ANGKA =
  '(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|sejuta|setengah)'
const CURRENCIES =
  'pound pounds quid dollar dollars bucks grand euro euros pence cent cents rupiah ringgit usd gbp eur idr sgd myr aud'.split(
    ' ',
  )
const THOUSANDS = 'ribu|rb|juta|jt|miliar|milyar|triliun'
const COUNTED =
  '(?! (?:orang|pelanggan|pengguna|kali|penonton|pengikut|follower|karyawan|buruh|pekerja|unit|barang|kilo|penduduk|tayangan|lembar))'

const PATTERNS: Pattern[] = [
  date(
    `(?:\\b(?:on|(?:pada )?tanggal|tgl\\.?|pada) )?(?:the )?\\b${DAY}[ -](?:of )?(?<word>${MONTH})\\.?(?:,?[ -]\\d{4})?\\b`,
  ),
  date(
    `(?:\\bon )?\\b(?<word>${MONTH}\\.?) (?:the )?${DAY}\\b(?:,? \\d{4}\\b)?(?![.,:/%]?\\d|%| ?[ap]m\\b)`,
  ),
  date(
    '(?:\\b(?:on|tanggal|tgl\\.?) )?(?<![\\d./-])[0-3]?\\d([/.-])[0-3]?\\d\\1(?:\\d{4}|\\d{2})\\b',
  ),
  date('(?:\\b(?:on|tanggal|tgl\\.?) )?\\b(?:19|20)\\d{2}([/.-])[01]\\d\\1[0-3]\\d\\b'),
  date('\\b(?:on|by|until|since|from|before|tanggal|tgl\\.?) (?<mark>[0-3]?\\d\\/[0-3]?\\d)\\b'),

  age(`\\b${AGE}[- ]?(?:years?|yrs?)[- ]old\\b|\\b[1-9]\\d ?(?:yo|y\\/o)\\b`),
  age(
    `\\b(?:aged?(?: of)?|turn(?:ed|ing|s)?|(?:woman|man|girl|boy|person) of) (?<mark>${AGE})\\b${AFTER_AGE}`,
  ),
  age(
    `\\b(?:I[’']?m|(?:I|he|she|who|(?:my|our|his|her|their) (?:[a-z]+ ){0,2}[a-z]+)(?:[’']s| am| is| was))(?: (?:only|just|now|nearly|almost|about|already|still|barely))? (?<mark>${AGE})\\b${AFTER_AGE}`,
    (text) => !COUNTED_BY.test(text),
  ),
  age(`\\bat (?<mark>${AGE})\\b(?=[,;!?)]|\\.(?!\\d)| (?:and|I|with)\\b)`),
  age(
    '\\b(?:umur|usia|berumur|berusia)(?:nya|ku|mu)?(?: (?:saya|aku|dia|beliau|kami|ibu|bapak|ayah|sudah|baru|masih|sekarang|hampir|ini|itu|genap))* (?<mark>[1-9]\\d\\b(?!-)(?: ?(?:tahun|thn|th)\\b)?)',
  ),
  age(
    '\\b(?:saya|aku|gue|gua|dia|beliau|perempuan|laki-laki|pria|wanita|cewek|cowok|ibu|bapak|ayah|suami|istri)(?:,? (?:sendiri|sudah|baru|masih|sekarang|ini|genap|hampir)){0,3},? (?<mark>[1-9]\\d ?(?:tahun|thn|th)\\b)(?=\\s*(?:[,.;!?)]|$|(?:dan|dengan|tapi|tetapi|tinggal)\\b))',
  ),
  // With the capital of a name before it: “Graham is 58”, “Fitri, 29 tahun”, “Bram (41)”.
  {
    kind: 'age',
    form: /(?<!\p{L})(?!It|There|This|That|What|Here)\p{Lu}\p{Ll}{2,}(?: (?:is|was)|[’']s|,| \() ?(?<mark>[1-9]\d)(?=[,)]|(?:\.|;|!)(?!\d)| (?:and|but|now)\b| tahun[,.)])/gu,
  },
  { kind: 'age', form: /(?<![\w.,£$€])[1-7]\d[FMfm](?=[\s,.)/])/g },

  money(
    '(?:(?:\\b(?:us|au|ca|nz|a|s|c))?[£$€¥₹]|\\b(?:rp\\.?|idr|usd|gbp|eur|sgd|myr|rm|aud)) ?\\d[\\d.,]*(?: ?(?:k|m|bn|million|thousand|billion|' +
      THOUSANDS +
      ')\\b)?',
  ),
  money(
    `(?<![\\w.,])\\d[\\d.,]*(?: ?(?:k|thousand|million|hundred|${THOUSANDS}))? ?(?<word>[a-z]+)\\b`,
  ),
  money(`(?<![\\w.,])\\d[\\d.,]* ?(?:${THOUSANDS})\\b${COUNTED}`),
  money(
    '(?<![\\w.,]|\\b(?:run|runs|ran|running|a) )\\d+(?:\\.\\d+)?k\\b(?! (?:run|race|walk|steps?|follow|users?|views?|words?|likes?|people|rows?|lines?|screen|miles?))',
  ),
  money(`\\b${COUNT}(?:[ -](?:and )?${COUNT}){0,8} (?:${CURRENCIES.join('|')})\\b`),
  money(
    `\\b${ANGKA}(?: (?:${ANGKA}|belas|puluh|ratus|ribu)){0,8} (?:rupiah|juta|miliar|ribu)(?: rupiah)?\\b${COUNTED}`,
  ),
  money('\\b(?:sejuta|seratus ribu|seribu) rupiah\\b'),
]

/** Finds exact dates, exact ages and sums of money; not a weekday, a month, a year or a decade. */
export function findFigures(text: string): Span[] {
  return findPatterns(text, PATTERNS).map((span) => withoutEnd(text, span))
}

function date(form: string): Pattern {
  return { kind: 'date', form: new RegExp(form, 'gi'), isReal: isDate }
}

function age(form: string, isReal?: Pattern['isReal']): Pattern {
  return { kind: 'age', form: new RegExp(form, 'gi'), isReal }
}

function money(form: string): Pattern {
  return { kind: 'money', form: new RegExp(form, 'gi'), isReal: isMoney }
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
