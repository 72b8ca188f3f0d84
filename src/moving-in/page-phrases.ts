import type { WrittenWording } from './wording.ts'

/** What pages say in a kind of lines. */
export type PagePhrases = { reason: string; wordings: WrittenWording[] }

/** What pages, letters by e-mail and prints say of themselves, wherever in a line they say it. */
export const PAGE_PHRASES: PagePhrases[] = [
  {
    reason: 'a box for a newsletter',
    wordings: anywhere([
      'unsubscribe|opt out|(?:in|di) (?:your|a|the) browser|(?:update|manage|change) (?:your )?(?:e-?mail |cookie |privacy )?(?:preferences|settings)',
      '(?:you.re|you are) (?:receiving|getting|reading) (?:this|these|one of)|because you (?:signed up|subscribed|opted)|mailing list',
      '(?:forward|pass) (?:this|it)(?: (?:e-?mail|letter|issue|on))? to (?:a|your) friends?|forwarded (?:it|this)|reply to this e-?mail',
      '(?:headlines|news|columns|stories|updates) (?:by|via) e-?mail|sign me up|free (?:stories|articles|trial|newsletter|issue)|for free to (?:get|read)|updates from (?:this|our)|subscribe and|issues for the price',
      'buy me a coffee|become a (?:member|patron)|support (?:us|this (?:site|newsletter|column)) (?:on|by)',
      'karena anda (?:mendaftar|berlangganan)|berhenti berlangganan|balas (?:surel|e-?mail) ini|agar tidak ketinggalan|teruskan (?:surel|e-?mail) ini|traktir (?:saya|kami) kopi|dukung kami',
    ]),
  },
  {
    reason: 'an advertisement',
    wordings: anywhere([
      'brought to you by|sponsored by|presented by|(?:ads?|advertisement) by|free for \\d+ days|banner \\d+',
      'iklan (?:oleh|dari|baris)|dipersembahkan oleh|persembahan dari|konten iklan',
    ]),
  },
  {
    reason: 'furniture of the old page',
    wordings: anywhere([
      '(?:click|tap|press) (?:here|below|the link)|klik (?:di ?sini|tautan|link|untuk)',
      '(?:rate|rating) (?:this|of)|\\d+ votes?|beri (?:komentar|rating|nilai)|(?:reaksi|pendapat|tanggapan) anda (?:tentang|mengenai|soal) (?:artikel|berita|tulisan)',
      'accepting comments|join the (?:conversation|discussion)|(?:share|comment) (?:or|and|&) (?:comment|share)|view comments|hide ads|search term|text to speech',
      '(?:continued|cont.d|bersambung|sambungan) (?:on|from|ke|dari|di) (?:page|p|hal)|printed on|printer-?friendly|print this|close window|tutup jendela|versi cetak',
      '\\d[\\d.,]*k? (?:visitors?|followers|claps|subscribers|pengunjung|pengikut)|pengunjung ke|(?:dikunjungi|visited) [\\d.,]+',
      '(?:tautan|link|url) (?:telah |sudah |has been )?(?:ter|di)?(?:copy|salin|copied)|(?:konten|artikel|berita) ini (?:menjadi|merupakan|dibuat|telah|sudah|ditulis)|laporkan (?:konten|artikel|penyalahgunaan)|bermanfaat \\d+',
    ]),
  },
]
/** What heads the comments below a text. */
export const COMMENTS: WrittenWording = {
  source:
    '^(?:\\d+|one|satu) (?:comments?|responses?|replies|komentar|tanggapan)\\b.{0,80}$|^(?:comments|komentar)(?: pembaca)?(?: \\(\\d+\\))?:?$|^(?:leave a (?:reply|comment)|post a comment|tinggalkan (?:komentar|balasan)|tulis komentar)\\b.{0,60}$',
}

function anywhere(phrases: string[]): WrittenWording[] {
  return phrases.map((some) => ({ source: `(?<!\\p{L})(?:${some})(?!\\p{L})` }))
}
