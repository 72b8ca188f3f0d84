import type { sending as pattern } from './en-sending.ts'

const number = (count: number) => count.toLocaleString('id')

/** What surrounds the sending of a letter, in Indonesian. */
export const sending: typeof pattern = {
  help: 'Kalau Anda perlu pertolongan sekarang',
  helpLead: 'Dalam bahaya, atau sudah hampir tidak kuat lagi?',
  numbers: (received, answered) =>
    `Dalam 90 hari terakhir ${received === 0 ? 'tidak ada' : `ada ${number(received)}`} surat yang masuk, dan ${answered === 0 ? 'tidak ada yang' : number(answered)} kami jawab.`,

  similar: {
    title: 'Apakah ini sudah pernah kami jawab?',
    lead: 'Inilah surat-surat yang paling mirip di antara yang sudah kami muat. Semuanya terbuka di tab baru; surat Anda tetap di sini.',
    typing:
      'Sambil Anda menulis, kata-kata Anda dibandingkan dengan yang sudah kami muat. Kata-kata itu tidak disimpan di mana pun.',
    answers: 'Ini sudah menjawab',
    answersOf: (headline) => ` pertanyaan saya: ${headline}`,
    thanks: 'Kalau begitu tidak ada yang perlu dikirim',
    thanksText:
      'Kami ikut senang. Kami hanya mencatat bahwa kolom ini menjawab seseorang. Tulisan Anda tidak kami simpan, dan tidak ada jejak tentang Anda.',
    read: 'Baca kolomnya',
    back: 'Tetap menulis surat',
  },

  closed: {
    title: 'Saat ini kami belum menerima surat',
    until: (on) =>
      `Setiap surat ingin kami baca dengan sungguh-sungguh, jadi kotak surat kami tutup sampai ${on}. Mulai hari itu Anda dapat menulis lagi.`,
    meanwhile:
      'Mungkin sudah ada yang mengajukan pertanyaan Anda: carilah di antara kolom kami. Kalau Anda sudah mengirim surat, tiketnya tetap berlaku.',
  },

  refused: {
    tooSoon:
      'Surat ini masuk kurang dari tiga detik setelah formulirnya dibuka, dan hanya mesin yang secepat itu. Kalau Anda manusia, tunggu sebentar lalu kirim lagi. Semuanya masih ada di sini.',
    burst:
      'Terlalu banyak formulir masuk sekaligus dari jaringan Anda. Semuanya masih ada di sini: coba lagi satu menit lagi.',
    tooMany: (count) =>
      `Terlalu banyak surat masuk dari jaringan Anda dalam satu jam. Semuanya masih ada di sini: kirim lagi ${count} menit lagi.`,
    closed: (on) =>
      `Kotak surat kami tutup selagi Anda menulis, dan dibuka lagi pada ${on}. Simpanlah salinan surat Anda, lalu kirim pada hari itu.`,
    unproven:
      'Pemeriksaan bahwa Anda manusia tidak berhasil. Semuanya masih ada di sini: tunggu sampai pemeriksaan di bawah selesai, lalu kirim lagi.',
    noScript:
      'Situs ini meminta Cloudflare memeriksa bahwa Anda manusia, dan pemeriksaan itu memerlukan JavaScript. Nyalakan JavaScript untuk mengirim surat Anda.',
  },

  tooOften: {
    title: 'Mohon tunggu sebentar',
    text: (count) =>
      `Tiket terlalu sering dicari dari jaringan Anda. Tulisan Anda tidak ada yang hilang: coba lagi ${count} menit lagi.`,
    again: 'Coba lagi',
  },

  employer: (domain) =>
    `${domain} mungkin milik kantor Anda, sehingga kantor dapat membaca bahwa kami menghubungi Anda. Pakailah alamat sendiri, atau kosongkan: tiket memberi tahu semuanya.`,

  mail: {
    subject: 'Ada yang berubah di tiket Anda',
    where: (address) => `Anda dapat membacanya di sini, dengan kode Anda:\n${address}`,
    whereUnsaid: 'Anda dapat membacanya dengan kode Anda, di situs tempat Anda menulis.',
    text: 'Ada yang berubah di tiket Anda.',
    why: 'Alamat ini diberikan kepada kami hanya untuk keperluan ini. Kalau Anda tidak tahu apa-apa tentangnya, abaikan saja: alamat ini akan kami hapus sendiri. Balasan ke pesan ini tidak dibaca siapa pun.',
  },
}
