import { ADVERTISEMENT, TEASER } from './signs.ts'
import type { WrittenWording } from './wording.ts'

/** A kind of line that belongs to an old page and not to its column. */
export type JunkLine = {
  reason: string
  /** What the whole line is like, in small letters. */
  wordings: WrittenWording[]
  /** It is like that as it stands: capitals tell. */
  isCased?: boolean
  /** At most so many characters: a longer line is somebody's sentence. */
  upTo: number
  /** It may be a sentence of the column all the same: it stays, and is marked. */
  isDoubtful?: boolean
}

const PLACE =
  '(?:facebook|fb|twitter|x|whats ?app|wa|telegram|linkedin|pinterest|reddit|tumblr|instagram|tiktok|line|e-?mail|surel|print|cetak|(?:copy|get) link|salin (?:tautan|link)|threads|bluesky|mastodon|youtube|messenger|pocket|flipboard|digg|google\\+?|share|bagikan|tweet|more|lainnya)(?:\\s*\\(?\\d+\\)?)?'
const PLACES = `${PLACE}(?:(?:[\\s,|/·•&]|dan|and)+${PLACE})*`
/** What is shared, as far as it is said. */
const THIS =
  '(?: (?:this|it))?(?: (?:article|story|post|page|column|artikel|berita|halaman|tulisan|kolom))?(?: ini)?'
const SIGNS =
  'aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces|sagitarius|kapricorn|akuarius'

/** Every kind, the surest first; the first that fits a line names it. */
export const JUNK_LINES: JunkLine[] = [
  {
    reason: 'a way through the old site',
    wordings: line(
      '^(?:home|beranda|front page|halaman depan)\\s*(?:[>»›/|→·•]|::)\\s*\\S.*$|^(?:you are here|anda (?:sedang )?berada di|anda di sini)\\s*:.*$',
    ),
    upTo: 160,
  },
  {
    reason: TEASER,
    wordings: begun([
      'read (?:more|also|next)|also read|see also|more (?:from|stories|like this)\\b[^.?!]*|(?:more|other|latest|top)(?: \\p{L}+){0,2} (?:headlines|news|stories|columns|articles)|(?:also|elsewhere|more) in (?:this|the|today.s) (?:issue|edition|paper|section|magazine)',
      'related(?: (?:articles?|stories|posts?|reading|columns?))?|most (?:read|popular)',
      'you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|recommended (?:for you|reading)|you might also (?:like|enjoy)|editor.s (?:choice|picks?)|top stories|latest stories|popular(?: posts| now)?|people also (?:read|ask)|other stories|more on this',
      'don.t miss|trending(?: now)?|up next|(?:continue|keep) reading|in case you missed it',
      'baca (?:juga|selengkapnya|lainnya)|simak (?:juga|selengkapnya|video)|selengkapnya',
      'lihat (?:juga|selengkapnya|video)|(?:artikel|berita|tulisan|kolom)(?: menarik)? (?:terkait|lain(?:nya)?|terpopuler|pilihan)',
      'tulisan (?:terkait|lain(?:nya)?)|terkait|populer|terkini|paling banyak dibaca|topik terkait|sedang (?:tren|hangat|ramai)|simak(?: pula)?|baca pula|lihat pula|orang lain juga (?:membaca|bertanya)|kabar lain(?:nya)?',
      'terpopuler|(?:video|berita|artikel|kolom) (?:pilihan|utama|populer)|juga di (?:edisi|terbitan) ini|pilihan (?:editor|redaksi)|jangan lewatkan|tonton juga|rekomendasi untuk anda',
      'lanjut(?:kan)? (?:baca|membaca)|click here|klik di sini',
    ]).ending('(?: (?:on|di) (?:page|p|hal(?:aman)?)\\.? ?\\d+)?(?:\\s*[:>»›…|–—-].*|[.\\s]*)'),
    upTo: 180,
  },
  {
    reason: 'links for sharing',
    wordings: begun([
      `(?:share|tweet|pin|post|send|e-?mail|forward|recommend|follow us|bagikan|sebarkan|kirim(?:kan)?|teruskan|ikuti kami)${THIS}(?:\\s*[:–—-]| (?:on|via|by|to|with|ke|di|lewat|melalui))\\s*(?:${PLACES}|a friend|(?:your )?friends|teman(?: anda)?)`,
      `(?:share|tweet|pin|bagikan|sebarkan)${THIS}|${PLACE}(?:[\\s,|/·•&]|dan|and)+${PLACES}|facebook|twitter|whats ?app|telegram`,
      '\\d[\\d.,]*k? (?:shares?|likes?|views?|kali dibagikan|dibagikan|dibaca|suka|dilihat|reads|comments?|komentar)(?:\\s*[|·•/].*)?',
      '(?:dibaca|dilihat|dibagikan|viewed|read|shared) [\\d.,]+ ?(?:kali|times|x)|(?:views?|hits?|dibaca|dilihat)\\s*:\\s*[\\d.,]+',
      'like us on \\w+.*|follow us(?: on .*)?|ikuti kami(?: di .*)?',
    ]).ending('[\\s:!.]*'),
    upTo: 120,
  },
  {
    reason: 'a box for a newsletter',
    wordings: begun([
      '(?:sign up|subscribe)(?: (?:now|today|here|free|to|for)\\b.*)?|thank you for subscribing.*',
      '(?:get|receive) .*\\b(?:(?:in|to|into) your (?:inbox|e-?mail)|newsletter|by e-?mail every \\w+)\\b.*|(?:our |the )?newsletter(?::.*)?',
      'join (?:our|the) .*\\b(?:mailing list|newsletter|subscribers)\\b.*|never miss (?:a|an|our) .*',
      '(?:enter )?your e-?mail(?: address)?(?: here)?|berlangganan|buletin(?::.*)?',
      '(?:daftar(?:kan)?|berlangganan|langganan)(?: .*)?\\b(?:newsletter|buletin|surel|e-?mail|gratis|kanal|channel)\\b.*',
      '(?:join|get|follow|download|thank you for|thanks for) [^?]*\\b(?:newsletter|subscri\\w+|thousands of (?:readers|others|subscribers)|(?:in|to|into) your inbox|new posts|our (?:channel|app|daily|weekly)\\b.*)\\b.*',
      '(?:ikuti|gabung|bergabung|simak|baca|dapatkan|nyalakan|aktifkan)\\b[^.?!]*\\b(?:kanal|saluran|channel|grup|notifikasi|whatsapp|telegram|google news|media sosial)\\b.*',
      '(?:terima kasih (?:sudah|telah) membaca)\\b.*',
      'dapatkan (?:artikel|berita|kolom|kabar|info\\w*|update|tips|konten)\\b.*|masukkan (?:alamat )?(?:e-?mail|surel).*',
    ]).ending('[\\s.!]*'),
    upTo: 180,
  },
  {
    reason: 'a horoscope',
    wordings: begun([
      '(?:(?:your|today.s|daily|weekly|this week.s|monthly) )*(?:horoscopes?|star signs?|zodiac)\\b.*|(?:your|today.s|this week.s) (?:stars|tarot)\\b.*',
      '(?:ramalan(?: zodiak)?|zodiak|horoskop|shio|bintang anda)\\b.*|cek (?:ramalan|zodiak).*|check your horoscope.*|(?:daily|weekly|monthly) stars\\b.*',
      `(?:${SIGNS})\\s*[,:–—-].*|[^.?!]*\\b(?:stars|in store|luck|lucky|zodiac|chinese zodiac|bintang|asmara|keuangan|hoki|rezeki|zodiak)\\b[^.?!]*\\b(?:${SIGNS})\\b.*`,
    ]).ending(''),
    upTo: 140,
  },
  {
    reason: ADVERTISEMENT,
    wordings: begun([
      'advertise?ments?|ads|sponsors?|sponsored(?: (?:content|links?|by .*))?|promoted(?: content)?|paid content',
      'iklan|ad choices|adchoices|advertisement feature|ad feature|artikel bersponsor|disponsori(?: oleh)?.*|skip (?:ad|this ad)|lewati iklan|advertorial|konten (?:promosi|bersponsor)|pasang iklan.*|remove ads',
      '(?:article|story|column|text|page) continues (?:below|after).*|(?:advertisement|iklan)\\s*[-–—:|].*',
      '(?:advertisement|advert|iklan)\\b(?:\\s*[,(–—-]).*|(?:lanjutkan|lanjut) membaca\\b.*\\biklan\\b.*',
      '(?:scroll|gulir|geser)\\b.*\\b(?:continue|lanjut|membaca|content|reading)\\b.*',
    ]).ending('[\\s.:]*'),
    upTo: 120,
  },
  {
    reason: 'furniture of the old page',
    wordings: begun([
      '(?:main )?menu|skip to (?:main )?content|search|cari|log ?in|masuk|sign in|daftar|close|tutup',
      '(?:last )?(?:updated|modified|edited)(?: (?:on|at))?\\s*:?\\s*[\\d].{0,40}|(?:terakhir )?(?:diperbarui|diubah)(?: pada)?\\s*:?\\s*\\d.{0,40}',
      'subscribers? only|premium|breaking(?: news)?|latest(?: news)?|berita terkini|terbaru|gallery|galeri|video',
      'sign up|register|my account|akun saya|log ?out|contact us|about us|hubungi kami|tentang kami|privacy policy|kebijakan privasi|terms (?:of use|and conditions)',
      '(?:this|that) (?:article|story|post|column) is (?:more than |over )?\\d+ (?:years?|months?) old|(?:artikel|tulisan) ini (?:sudah )?berusia .*',
      '(?:this entry was )?(?:posted|published|filed|diposting|dikirim|diterbitkan|diunggah)(?: by| oleh| in| under) .{2,60}?(?:(?:at|on|pukul|pada|,|@) .*\\d.*|and tagged .*|permalink.*)',
      'back to top|kembali ke atas|toggle navigation|loading|memuat|open in app|buka di aplikasi',
      '[«‹←<]?\\s*(?:previous|next|older|newer) (?:posts?|articles?|columns?|page)(?:\\s*[»›→>:].*)?',
      '[«‹←<]?\\s*(?:artikel|halaman|berita|kolom) (?:sebelumnya|berikutnya|selanjutnya)(?:\\s*[»›→>:].*)?',
      '[«‹←<]\\s*(?:previous|older|sebelumnya)|(?:next|newer|berikutnya|selanjutnya)\\s*[»›→>]',
      'page \\d+ of \\d+|halaman \\d+ dari \\d+|\\d+ min(?:ute)?s? read|(?:reading time|waktu baca)\\s*:?.*',
      '(?:font|text) size[^.]*|ukuran (?:huruf|font)[^.]*|listen to (?:this )?(?:article|story).*',
      'dengarkan artikel.*|(?:print|cetak)(?: (?:this page|halaman ini|artikel))?|laporkan (?:artikel|kesalahan).*',
      '(?:download|get|install) (?:our|the) (?:free )?app\\b.*|unduh aplikasi.*',
    ]).ending(''),
    upTo: 140,
  },
  {
    reason: 'furniture of the old page',
    wordings: line('^(?:a\\s*){2,}$|^a[+-](?: ?a[+-])*$'),
    upTo: 20,
  },
  {
    reason: 'furniture of the old page',
    // Who wrote and read it, by their initials; signs that stand on buttons; and buttons in brackets.
    wordings: line(
      '^\\(\\p{L}{2,4}/\\p{L}{2,4}\\)$|^[▶►▸≡☰✉☕🔔📩📧💌👉📱🎧🔊📌📷]|^[^\\[\\]]{0,60}(?:\\[[^\\]]{1,24}\\][\\s|·]*){2,}$',
    ),
    upTo: 140,
  },
  {
    reason: 'furniture of the old page',
    wordings: begun([
      '(?:pages?|hal(?:aman)?\\.?)\\s*:?(?: \\d+){2,}.{0,20}|(?:issue|edisi|vol(?:ume)?\\.?) #?\\d+\\b.*|published in .{2,40}|written by .{2,40}',
      '(?:exclusive|special) to .{3,60}|(?:poll|polling|jajak pendapat)\\b.*|(?:lihat|view) (?:foto|photo|gallery|galeri)|e-?mail this .{4,20}|discuss(?: \\(\\d+\\))?|suka \\d+.*|.{2,40} [·•|] (?:follow|ikuti)',
      '[\\p{L} ]{3,25}, [\\p{L}.]{3,30} ?[-–—]+',
    ]).ending(''),
    upTo: 120,
  },
  {
    reason: 'where it was published',
    wordings: begun([
      '(?:first |originally )?(?:published|appeared|posted) (?:by|in|on)\\b.*',
      '(?:artikel ini )?(?:pertama kali )?(?:diterbitkan|dimuat|tayang|terbit) (?:oleh|di)\\b.*',
    ]).ending(''),
    upTo: 100,
  },
  {
    reason: 'a notice about cookies',
    wordings: line(
      '^(?:we|this (?:site|website)|by (?:continuing|using)|our (?:site|partners)|kami|situs ini|dengan (?:melanjutkan|menggunakan))\\b.*\\b(?:cookies?|kuki)\\b.*$|^accept (?:all )?cookies.*$',
    ),
    upTo: 300,
  },
  { reason: 'a copyright line', wordings: line('^(?:©|\\(c\\)).*$'), upTo: 220 },
  {
    reason: 'a copyright line',
    wordings: line(
      '^(?:copyright\\b|hak cipta\\b[^.]*\\d{4}|hak cipta dilindungi).*$|^(?:all rights reserved|dilarang (?:mengutip|memperbanyak|menyalin) (?:isi|artikel|tulisan|konten|sebagian)|seluruh hak cipta)\\b.*$',
    ),
    upTo: 220,
  },
  {
    reason: 'a picture’s caption',
    wordings: begun([
      '(?:photo|image|picture|illustration)(?: (?:credit|by|illustration))?',
      '(?:sumber |kredit )?(?:foto|gambar)|ilustrasi|photograph',
    ]).ending('\\s*[:/].*'),
    upTo: 160,
  },
  {
    reason: 'topics of the old page',
    wordings: begun([
      'tags?|labels?|hashtags?|tagged(?: (?:with|in|as))?|filed under|posted in|categor(?:y|ies)|topics?',
      'kategori|topik|tagar|kata kunci|keywords?',
    ]).ending('\\s*:\\s*\\S.*'),
    upTo: 200,
  },
  {
    reason: 'topics of the old page',
    wordings: line('^(?:#[\\p{L}\\p{N}_-]+[\\s,]*)+$'),
    upTo: 200,
  },
  {
    reason: 'may be about horoscopes, not about the column',
    wordings: line('\\b(?:horoscopes?|zodiac|zodiak|horoskop)\\b'),
    upTo: 140,
    isDoubtful: true,
  },
  {
    reason: 'an address alone',
    wordings: line('^(?:https?://|www\\.)\\S+$'),
    upTo: 300,
    isDoubtful: true,
  },
  {
    reason: 'may be about its author, not about the letter',
    wordings: line(
      "^(?:\\p{Lu}[\\p{L}’'.-]* ){1,3}(?:is|was|adalah) (?:a|an|the|our|seorang) .*\\b(?:columnist|author|writer|editor|kolumnis|penulis)\\b.*$",
    ),
    isCased: true,
    upTo: 240,
    isDoubtful: true,
  },
]

function line(source: string): WrittenWording[] {
  return [{ source }]
}

/** Whole lines that begin with one of some words, and end as said. */
function begun(words: string[]) {
  const before = '^[\\s>»›•*#|▶►→-]*'
  return {
    ending: (end: string) => words.flatMap((some) => line(`${before}(?:${some})${end}$`)),
  }
}
