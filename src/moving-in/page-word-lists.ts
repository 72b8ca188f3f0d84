/** Words that hardly stand in a line by itself but on a page: one of them tells. */
const telling = spaced(
  'share shares sharing tweet tweets retweet facebook twitter whatsapp telegram linkedin pinterest instagram youtube tiktok reddit tumblr threads',
  'comment comments commenting commented permalink trackback trackbacks pingback pingbacks rss',
  'subscribe subscriber subscribers subscription unsubscribe newsletter newsletters advertisement advertisements advert ad ads sponsored promoted',
  'cookie cookies copyright trending login logout signup bookmark bookmarks tags tagged hashtag slideshow podcast screenshot',
  'bagikan sebarkan komentar berkomentar berlangganan langganan buletin iklan bersponsor tagar kanal diposting dimuat selengkapnya terpopuler',
)
/** Things of a page: one tells where other words of pages stand beside it. */
const things = spaced(
  'article articles story stories post posts posting entry entries page pages column columns content caption image images photo photos picture pictures gallery video videos',
  'app site website web menu navigation search archive archives label labels category categories topics section sections editors picks feed headlines news',
  'artikel berita tulisan kolom halaman laman situs gambar foto galeri aplikasi menu arsip label kategori topik rubrik warta kabar teks saluran',
)
/** What is said with those. */
const sayings = spaced(
  'more read next previous prev newer older print printed email e-mail mail save saved later sign register log menu home size small medium large font view views viewed all most popular recommended recommendations related latest top back continue reading below above',
  'report reuse follow like likes loading load show hide close closed open download get updated published posted modified written hours hour minutes minute mins min seconds days day weeks week months month years year ago first last zoom enlarge expand watch listen play contact privacy policy terms rights reserved uses use using join conversation discussion free choice link copy leave reply old new also see from text scroll swipe down on skip jump go toggle turn off notifications account profile here click tap full this that these it is are was has have been be than more permission required',
  'baca membaca dibaca juga lain lainnya terkait populer sedang hangat tren viral ukuran huruf besar kecil ditutup dibuka tutup buka memakai menggunakan pakai ikuti terbaru terkini simak lihat selanjutnya berikutnya sebelumnya tampilkan sembunyikan semua kirim masukan cetak simpan nanti jadilah jadi pertama tim pilihan untukmu tonton perbesar geser gulir lanjut lanjutkan bawah atas kembali beranda masuk daftar cari jam menit hari pekan minggu bulan tahun lalu yang diperbarui diterbitkan diunggah ditulis kali unduh laporkan dari kepada ke untuk di ini itu oleh pukul pada lebih baru lama hak cipta dilindungi undang anda kami kita',
)
const small = spaced(
  'the a an of to in on at by with and or for our your us we you am pm dan atau dengan',
)
/** Words that lead to something else to read, before a mark and its title. */
const leading = spaced(
  'read more also see next related recommended watch listen archive archives popular trending video videos gallery podcast previous latest missed picks continue explore discover',
  'baca simak lihat tonton dengarkan juga pula terkait arsip lainnya selanjutnya berikutnya sebelumnya populer terpopuler terbaru',
)
/** Capitals that name no person, side by side in questions about work. */
const noNames =
  'human resource resources department company office board team head director manager chief union council university college school hospital bank court ministry new north south east west monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter ramadan lebaran natal hari raya senin selasa rabu kamis jumat sabtu minggu januari februari maret mei juni juli agustus oktober desember pt cv kantor dinas direktur manajer kepala bagian divisi serikat bank rumah sakit sekolah universitas jalan kota kabupaten pak bu bapak ibu mas mbak mr mrs ms dr hr hrd google microsoft excel zoom slack teams word power'
/** What stands beside a day and its time. */
const withDays =
  'published posted updated last first date on at by monday tuesday wednesday thursday friday saturday sunday am pm a p m gmt utc terbit diterbitkan dipublikasikan diperbarui tanggal pada pukul jam senin selasa rabu kamis jumat jum sabtu minggu wib wita wit'

/** What an invitation to write has beside the address: “e-mail” is two words there. */
const asking =
  'send email mail write ask question questions letter letters advice contact reach kirim kirimkan tulis tuliskan surat surel pertanyaan tanya tanyakan ceritakan cerita hubungi'

/** Names of topics that say nothing, without their spaces. */
const noTopics = spaced(
  'uncategorized uncategorised general home frontpage blog article articles column columns advice news opinion letter letters qa ask agony people misc other',
  'takberkategori umum beranda artikel kolom nasihat berita opini surat suratpembaca konsultasi curhat tanyajawab rubrik lainlain lainnya',
)

/** What begins with these names nobody: “She replies: …”. */
const nobody =
  'if when once as then and but until every kalau jika bila ketika saat apabila lalu maka setiap she he they it you who nobody everyone somebody my his her their dia ia beliau mereka saya atasan bos manajer'

/** What the lines of pages are made of, in all languages at once. */
export const PAGE_WORDS = {
  telling,
  things,
  sayings,
  small,
  leading,
  noNames,
  withDays,
  asking,
  noTopics,
  nobody,
}

function spaced(...words: string[]): string {
  return words.join(' ')
}
