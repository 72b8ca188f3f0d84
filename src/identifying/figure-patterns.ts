import { CURRENCIES } from './currencies.ts'
import { type WrittenPattern, written } from './pattern.ts'

/** What else must hold of a figure: see `figures.ts`. */
export type FigureCheck = 'date' | 'age' | 'money'

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
const COUNT = `(?:a|half|${UNITS}|ten|eleven|twelve|${TEENS}|${TENS}(?:-${UNITS})?|hundred|thousand|million)`
const ANGKA =
  '(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|sejuta|setengah)'
const THOUSANDS = 'ribu|rb|juta|jt|miliar|milyar|triliun'
const COUNTED =
  '(?! (?:orang|pelanggan|pengguna|kali|penonton|pengikut|follower|karyawan|buruh|pekerja|unit|barang|kilo|penduduk|tayangan|lembar))'

/** Exact dates, exact ages and sums of money. */
export const FIGURE_PATTERNS: WrittenPattern<FigureCheck>[] = [
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
    'age',
  ),
  age(`\\bat (?<mark>${AGE})\\b(?=[,;!?)]|\\.(?!\\d)| (?:and|I|with)\\b)`),
  age(
    '\\b(?:umur|usia|berumur|berusia)(?:nya|ku|mu)?(?: (?:saya|aku|dia|beliau|kami|ibu|bapak|ayah|sudah|baru|masih|sekarang|hampir|ini|itu|genap))* (?<mark>[1-9]\\d\\b(?!-)(?: ?(?:tahun|thn|th)\\b)?)',
  ),
  age(
    '\\b(?:saya|aku|gue|gua|dia|beliau|perempuan|laki-laki|pria|wanita|cewek|cowok|ibu|bapak|ayah|suami|istri)(?:,? (?:sendiri|sudah|baru|masih|sekarang|ini|genap|hampir)){0,3},? (?<mark>[1-9]\\d ?(?:tahun|thn|th)\\b)(?=\\s*(?:[,.;!?)]|$|(?:dan|dengan|tapi|tetapi|tinggal)\\b))',
  ),
  // With the capital of a name before it: “Graham is 58”, “Fitri, 29 tahun”, “Bram (41)”.
  written(
    'age',
    /(?<!\p{L})(?!It|There|This|That|What|Here)\p{Lu}\p{Ll}{2,}(?: (?:is|was)|[’']s|,| \() ?(?<mark>[1-9]\d)(?=[,)]|(?:\.|;|!)(?!\d)| (?:and|but|now)\b| tahun[,.)])/gu,
  ),
  written('age', /(?<![\w.,£$€])[1-7]\d[FMfm](?=[\s,.)/])/g),

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

function date(form: string): WrittenPattern<FigureCheck> {
  return written('date', new RegExp(form, 'gi'), 'date')
}

function age(form: string, check?: 'age'): WrittenPattern<FigureCheck> {
  return written('age', new RegExp(form, 'gi'), check)
}

function money(form: string): WrittenPattern<FigureCheck> {
  return written('money', new RegExp(form, 'gi'), 'money')
}
