import type { sending as pattern } from './en-sending.ts'

const number = (count: number) => count.toLocaleString('id')

/** What surrounds the sending of a letter, in Indonesian. */
export const sending: typeof pattern = {
  help: 'Kalau Anda perlu pertolongan sekarang',
  helpLead: 'Sedang dalam bahaya, atau rasanya sudah tidak kuat lagi?',
  numbers: (received, answered) => {
    const came = received === 0 ? 'belum ada surat yang masuk' : `masuk ${number(received)} surat`
    const replies = answered === 0 ? 'belum ada yang kami jawab' : `${number(answered)} kami jawab`
    return `Dalam 90 hari terakhir ${came}, dan ${replies}.`
  },

  similar: {
    title: 'Apakah ini sudah pernah kami jawab?',
    lead: 'Inilah surat-surat yang paling mirip di antara yang sudah kami muat. Tautannya terbuka di tab baru; surat Anda tetap di sini.',
    typing:
      'Sambil Anda menulis, kata-kata Anda dibandingkan dengan yang sudah kami muat. Kata-kata itu tidak disimpan di mana pun.',
    answers: 'Ini sudah menjawab',
    answersOf: (headline) => ` pertanyaan saya: ${headline}`,
    thanks: 'Kalau begitu tidak ada yang perlu dikirim',
    thanksText:
      'Kami ikut senang. Yang kami catat hanyalah bahwa kolom ini sudah menolong seseorang. Tulisan Anda tidak kami simpan, dan tidak ada jejak tentang Anda.',
    read: 'Baca kolomnya',
    back: 'Tetap menulis surat',
  },

  closed: {
    title: 'Saat ini kotak surat kami tutup',
    until: (on) =>
      `Setiap surat ingin kami baca dengan sungguh-sungguh, jadi kotak surat kami tutup dulu. Mulai ${on} Anda dapat menulis lagi.`,
    meanwhile:
      'Mungkin pertanyaan Anda sudah pernah diajukan orang lain: carilah di antara kolom kami. Kalau Anda sudah mengirim surat, tiketnya tetap berlaku.',
  },

  refused: {
    tooSoon:
      'Surat ini masuk kurang dari tiga detik setelah formulirnya dibuka, dan hanya mesin yang secepat itu. Kalau Anda manusia, tunggu sebentar lalu kirim lagi. Semuanya masih ada di sini.',
    burst:
      'Terlalu banyak formulir masuk sekaligus dari jaringan Anda. Semuanya masih ada di sini: coba lagi satu menit lagi.',
    tooMany: (count) =>
      `Terlalu banyak surat masuk dari jaringan Anda dalam satu jam. Semuanya masih ada di sini: kirim lagi ${count} menit lagi.`,
    closed: (on) =>
      `Kotak surat kami tutup selagi Anda menulis, dan dibuka lagi pada ${on}. Salin dan simpanlah surat Anda, lalu kirim pada hari itu.`,
    unproven:
      'Pemeriksaan bahwa Anda manusia tidak berhasil. Semuanya masih ada di sini: tunggu sampai pemeriksaan di bawah selesai, lalu kirim lagi. Kalau pemeriksaan itu tidak muncul, peramban atau jaringan Anda menghalanginya: salin dan simpanlah surat Anda, lalu coba yang lain.',
    noScript:
      'Situs ini meminta Cloudflare memeriksa bahwa Anda manusia, dan pemeriksaan itu memerlukan JavaScript: tanpanya surat tidak dapat dikirim. Nyalakan JavaScript, atau salin dan simpanlah surat Anda.',
  },

  tooOften: {
    title: 'Mohon tunggu sebentar',
    text: (count) =>
      `Dari jaringan Anda terlalu banyak tiket dibuka dalam waktu singkat. Tulisan Anda tidak ada yang hilang: coba lagi ${count} menit lagi.`,
    again: 'Coba lagi',
  },

  employer: (domain) =>
    `${domain} mungkin milik kantor Anda, sehingga kantor dapat tahu bahwa kami menghubungi Anda. Pakailah alamat pribadi, atau kosongkan: di tiket semuanya dapat dibaca.`,

  mail: {
    subject: 'Ada yang berubah di tiket Anda',
    where: (address) => `Anda dapat membacanya di sini, dengan kode Anda:\n${address}`,
    whereUnsaid: 'Anda dapat membacanya dengan kode Anda, di situs tempat Anda menulis.',
    text: 'Ada yang berubah di tiket Anda.',
    why: 'Alamat ini diberikan kepada kami hanya untuk keperluan ini. Kalau Anda merasa tidak pernah memberikannya, abaikan saja: alamat ini akan kami hapus dengan sendirinya. Balasan ke pesan ini tidak dibaca siapa pun.',
  },
}
