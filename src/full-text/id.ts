import { stemmer } from '@orama/stemmers/indonesian'
import { type LanguageWords, wordSet } from './language-words.ts'

const functionWords = wordSet(`
  ada adalah agar akan aku anda apa apakah atau bagaimana bagi bahwa banget begini begitu belum bgt
  bisa blm boleh buat bukan bukannya dalam dan dari deh dengan dgn di dia dong dulu dr enggak ga gak
  gimana gmn gua gue gw hal harus haruskah ini itu iya jadi jangan jd jika juga kah kak kalau kalo
  kami kamu kan karena kayak ke kenapa kepada kita knp kok krn lagi lah lalu lebih lo loh lu mana
  masih mau mengapa mereka min nanti ngga nggak nih nya oleh pada paling para pas pengen per perlu
  pun punya saat saja sama sampai sangat saya sdh sebagai sebuah secara sedang sehingga sekali
  sekarang selalu semua seorang seperti serta setelah setiap sih sudah supaya tak tapi telah tentang
  terhadap tetap tetapi tiap tidak tp tsb tuh udah untuk utk ya yang yg`)

const weakWords = wordSet(`
  abis aja akhir akhirnya ajak alasan antara apapun arti asal awal baik baru banyak barang bareng bawa beberapa belakang
  benar bener beri berapa besar besok betul biar biasa bilang bikin bulan cara cepat coba cukup cuma
  dapat dapet dateng datang depan diam doang dua duluan enak gampang gede hampir hari harus hasil hati
  hidup hubungan ikut ingat ingin jalan jam jauh jelas kabar kadang kali kasih kata kecil kemarin kena
  kira kurang lain lama langsung lihat liat luar macam main makin maksud malah masalah
  masuk memang minggu minta mulai mulu nama namanya ngasih ngomong omong orang padahal pakai pake pasti
  penting percaya perlu pernah pertama pikir pilih pokoknya pribadi pula pulang rasa salah
  sebelum sebenarnya sebentar sedikit segala selama selain selesai sempat sendiri sering siapa suka
  sulit susah tahu tahun takutnya tanpa tanya tapi tau tempat temen teman tengah ternyata terus tiba tinggal
  tua tunggu turun ubah urus urusan waktu walau yakin`)

/** Words whose beginning or end looks like grammar and is none. */
const WHOLE: Record<string, string> = {
  bertanya: 'tanya',
  kerjaan: 'kerja',
  keluar: 'keluar',
  dikeluarkan: 'keluar',
  mengeluarkan: 'keluar',
  pengeluaran: 'keluar',
  ketemu: 'temu',
  mengajar: 'ajar',
  pengajar: 'ajar',
  belajar: 'ajar',
  pelajaran: 'ajar',
  atasan: 'atasan',
  atasanku: 'atasan',
  atasannya: 'atasan',
  bawahan: 'bawahan',
  bawahanku: 'bawahan',
  bawahannya: 'bawahan',
}

/** Before these vowels, meng-, men-, mem- and meny- have taken the root's first letter. */
const SWALLOWED: [RegExp, string][] = [
  [/^(?:me|pe)ny(?=[aiueo])/, 's'],
  [/^(?:me|pe)ng(?=[aiueo])/, 'k'],
  [/^(?:me|pe)n(?=[aiueo])/, 't'],
  [/^(?:me|pe)m(?=[aiueo])/, 'p'],
]

export const id: LanguageWords = {
  functionWords,
  weakWords,
  stem: (word) => WHOLE[word] ?? stemmer(formal(word)),
  // “menolak” is in the index without the t of “tolak”, “tolak” with it.
  variants: (word, stem) => {
    if (WHOLE[word]) return []
    const full = formal(word)
    const [, letter] = SWALLOWED.find(([prefix]) => prefix.test(full)) ?? []
    if (letter) return [stem.startsWith(letter) ? stem.slice(1) : letter + stem]
    return /^[kpst][aiueo]/.test(stem) ? [stem.slice(1)] : []
  },
}

/** Writes a word of everyday speech as it is written: “nyuruh” menyuruh, “dimarahin” dimarahi. */
function formal(word: string): string {
  return word
    .replace(/^(?=ng[aiueo]|ny[aiueo])/, 'me')
    .replace(/^nge(?=[^aiueo])/, 'menge')
    .replace(/(?<=\w{4})(?<!k|a)in(?=$|nya$)/, 'i')
    .replace(/(?<=\w{3})ain(?=$|nya$)/, 'a')
}
