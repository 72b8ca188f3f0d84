import { folded } from './block.ts'
import { isFirst, wordsIn } from './voice.ts'
import { wordSet } from './wording.ts'

/** Words that hardly stand in a line by itself but on a page: one of them tells. */
const TELLING = wordSet(
  'share shares sharing tweet tweets retweet facebook twitter whatsapp telegram linkedin pinterest instagram youtube tiktok reddit tumblr threads',
  'comment comments commenting commented permalink trackback trackbacks pingback pingbacks rss',
  'subscribe subscriber subscribers subscription unsubscribe newsletter newsletters advertisement advertisements advert ad ads sponsored promoted',
  'cookie cookies copyright trending login logout signup bookmark bookmarks tags tagged hashtag slideshow podcast screenshot',
  'bagikan sebarkan komentar berkomentar berlangganan langganan buletin iklan bersponsor tagar kanal diposting dimuat selengkapnya terpopuler',
)
/** Things of a page: one tells where other words of pages stand beside it. */
const THINGS = wordSet(
  'article articles story stories post posts posting entry entries page pages column columns content caption image images photo photos picture pictures gallery video videos',
  'app site website web menu navigation search archive archives label labels category categories topics section sections editors picks feed headlines news',
  'artikel berita tulisan kolom halaman laman situs gambar foto galeri aplikasi menu arsip label kategori topik rubrik warta kabar teks saluran',
)
/** What is said with those. */
const WITH = wordSet(
  'more read next previous prev newer older print printed email e-mail mail save saved later sign register log menu home size small medium large font view views viewed all most popular recommended recommendations related latest top back continue reading below above',
  'report reuse follow like likes loading load show hide close closed open download get updated published posted modified written hours hour minutes minute mins min seconds days day weeks week months month years year ago first last zoom enlarge expand watch listen play contact privacy policy terms rights reserved uses use using join conversation discussion free choice link copy leave reply old new also see from text scroll swipe down on skip jump go toggle turn off notifications account profile here click tap full this that these it is are was has have been be than more permission required',
  'baca membaca dibaca juga lain lainnya terkait populer sedang hangat tren viral ukuran huruf besar kecil ditutup dibuka tutup buka memakai menggunakan pakai ikuti terbaru terkini simak lihat selanjutnya berikutnya sebelumnya tampilkan sembunyikan semua kirim masukan cetak simpan nanti jadilah jadi pertama tim pilihan untukmu tonton perbesar geser gulir lanjut lanjutkan bawah atas kembali beranda masuk daftar cari jam menit hari pekan minggu bulan tahun lalu yang diperbarui diterbitkan diunggah ditulis kali unduh laporkan dari kepada ke untuk di ini itu oleh pukul pada lebih baru lama hak cipta dilindungi undang anda kami kita',
)
const SMALL = wordSet(
  'the a an of to in on at by with and or for our your us we you am pm dan atau dengan',
)
/** Words that lead to something else to read, before a mark and its title. */
const LEADING = wordSet(
  'read more also see next related recommended watch listen archive archives popular trending video videos gallery podcast previous latest missed picks continue explore discover',
  'baca simak lihat tonton dengarkan juga pula terkait arsip lainnya selanjutnya berikutnya sebelumnya populer terpopuler terbaru',
)
const LABEL =
  /^(?<label>[^:|»›>–—]{3,60}?)\s*(?:[:|»›>–—]| - )+\s*(?<title>["“'‘(\p{Lu}\d].{2,120})$/u
const PLACE =
  /(?<= )(?:in|from|on|at|di|dari) (?:[\p{Lu}][\p{L}&’'-]*(?: |$)|life(?: |$)|kerja(?: |$))+/gu
/** A line that ends so is somebody's sentence. */
const ENDS_SENTENCE = /(?<!\.\.)[.!?:]["”’)]*$/
const LONGEST = 100
const MOST_WORDS = 16
/** The share of its words that are pages’ own in a line that may be a page’s. */
const MOSTLY = 0.6

/**
 * Tells whether nothing but words of pages stand in a line: “Comments are closed”, “Ukuran teks”. It
 * is doubtful where each of them could be somebody's own, or only most of them are a page's.
 */
export function pageWordsIn(line: string): 'sure' | 'doubtful' | null {
  if (line.length > LONGEST || line.includes('?')) return null
  const all = line.replace(/e-mail/gi, 'email').match(/[\p{L}\p{N}]+/gu) ?? []
  const words = all.filter((word) => /\p{L}/u.test(word)).map((word) => word.toLowerCase())
  if (words.length === 0 || words.length > MOST_WORDS || words.some(isOwn)) return null
  const isTelling = words.some((word) => TELLING.has(word))
  const known = words.filter(isKnown).length
  const names = all.filter((word, at) => at > 0 && isName(word)).length
  const isThing = words.some((word) => THINGS.has(word))
  const isWith = words.filter((word) => THINGS.has(word) || WITH.has(word)).length > 1
  const isLine = isWith && !ENDS_SENTENCE.test(line)
  if (known < words.length) {
    const isMostly = words.length > 2 && known / Math.max(1, words.length - names) >= MOSTLY
    const isNamed = known + names === words.length && isThing && isLine
    return (isMostly && isTelling) || isNamed ? 'doubtful' : null
  }
  if (isTelling) return 'sure'
  if (!isLine) return null
  return isThing ? 'sure' : 'doubtful'
}

/** Whether somebody says it of themselves; pages say “kami”. */
function isOwn(word: string): boolean {
  return isFirst(word) && word !== 'kami'
}

/** Names, whosever they are, are left out of account. */
function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !isKnown(word.toLowerCase())
}

function isKnown(word: string): boolean {
  return TELLING.has(word) || THINGS.has(word) || WITH.has(word) || SMALL.has(word)
}

/** Whether a line leads to another article: words that lead somewhere, a mark, and a title. */
export function isLeadingElsewhere(line: string): boolean {
  const { label, title } = LABEL.exec(line)?.groups ?? {}
  if (!label || !title || /\.["”’)]*$/.test(title) || wordsIn(label).some(isOwn)) return false
  const words = folded(label.replace(PLACE, '')).split(' ')
  const isLabel = (word: string) => isKnown(word) || LEADING.has(word)
  return words.every(isLabel) && words.some((word) => LEADING.has(word) || TELLING.has(word))
}
