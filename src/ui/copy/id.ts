import { conversation } from './id-conversation.ts'
import { letters } from './id-letters.ts'
import { sending } from './id-sending.ts'
import type { Copy } from './index.ts'

/** The interface in Indonesian. */
export const id: Copy = {
  languageName: 'Bahasa Indonesia',
  letters,
  conversation,
  sending,
  site: {
    skip: 'Langsung ke teks',
    topics: 'Topik',
    archive: 'Arsip',
    search: 'Cari',
    write: 'Kirim surat',
    exit: 'Keluar dari halaman ini',
    ticket: 'Tiket Anda',
    about: 'Tentang kami',
    privacy: 'Privasi',
    guidelines: 'Cara menulis surat',
    surprise: 'Pilihkan untuk saya',
    feed: 'Umpan RSS',
    navigation: 'Situs',
    more: 'Lainnya',
    otherLanguages: 'Dalam bahasa lain',
    invitation: 'Ada urusan kantor yang membuat Anda sulit tidur?',
    invitationAfter: 'Tanpa nama, tanpa akun, dan Anda akan tahu nasib surat Anda.',
  },
  column: {
    topics: 'Topik',
    by: (name) => `Oleh ${name}`,
    minutes: (count) => `${count}\u00a0menit`,
    checked: (date) => `Diperiksa ${date}`,
    place: (country) => `Berlaku di: ${country}`,
    also: (language) =>
      `Juga dalam ${language === id.languageName ? 'bahasa Indonesia' : language}`,
    contentNote: 'Sebelum membaca',
    editorsNote: 'Catatan redaksi',
    letter: 'Surat',
    reply: 'Jawaban',
    lettersHere: 'Surat-surat',
    update: 'Kabar lanjutan',
    updates: 'Kabar lanjutan',
    correction: 'Ralat',
    corrections: 'Ralat',
    next: 'Baca juga',
    script: 'Kalimat siap pakai',
    copy: 'Salin',
    copied: 'Tersalin',
  },
  lists: {
    latest: 'Kolom terbaru',
    older: 'Kolom sebelumnya',
    newest: 'Kembali ke yang terbaru',
    topicsLead: 'Setiap kolom masuk ke satu topik atau lebih.',
    columns: (count) => `${count} kolom`,
    archiveLead: 'Semua kolom, menurut tahun.',
    empty: 'Belum ada yang terbit di sini.',
    updatesLead: 'Yang kemudian diceritakan para penulis surat, mulai dari kabar terbaru.',
    noUpdates: 'Belum ada penulis yang mengirim kabar. Kalau ada, kabarnya tampil di sini.',
    topicFeed: (topic) => `Kolom tentang ${topic}`,
  },
  search: {
    label: 'Cari di semua kolom',
    hint: 'Beberapa kata, atau seluruh kegelisahan Anda: “atasan kirim pesan tengah malam”.',
    button: 'Cari',
    results: (count, query) => `${count} jawaban untuk “${query}”`,
    best: (count, query) => `${count} jawaban terbaik untuk “${query}”`,
    nothing: (query) => `Tidak ada yang cocok dengan “${query}”.`,
    nothingHelp: 'Coba lebih sedikit kata atau kata lain, lihat daftar topik, atau',
    ask: 'kirimkan pertanyaan ini kepada kami',
    tooLong: 'Teksnya panjang, jadi kami mencari kata-kata awalnya saja.',
  },
  problems: {
    back: 'Ke halaman depan',
    searchInstead: 'Cari kolom',
    notFound: {
      title: 'Tidak ada halaman di sini',
      text: 'Mungkin alamatnya salah ketik, atau halamannya sudah pindah. Semua kolom dapat ditemukan lewat pencarian.',
    },
    gone: {
      title: 'Kolom ini sudah diturunkan',
      text: 'Kami sudah menurunkannya, dan kolom ini tidak akan kembali ke alamat ini.',
    },
    crossSite: {
      title: 'Formulir ini dikirim dari tempat lain',
      text: 'Peramban Anda tidak menyatakan bahwa formulir ini dikirim dari situs kami, jadi tidak ada yang kami proses. Silakan kembali: tulisan Anda masih ada di formulir. Kalau panjang, salin dulu, muat ulang halamannya, lalu kirim lagi.',
    },
    tooLarge: {
      title: 'Isinya melebihi batas formulir',
      text: 'Tidak ada yang disimpan. Silakan kembali: di kebanyakan peramban tulisan Anda masih ada. Salin dulu supaya aman, pendekkan, lalu kirim lagi.',
    },
    wrongType: {
      title: 'Ini bukan formulir yang dapat kami baca',
      text: 'Situs ini hanya menerima formulir web biasa. Silakan kembali, lalu kirim formulir dari halamannya.',
    },
    wrongMethod: {
      title: 'Alamat ini tidak menerima permintaan seperti itu',
      text: 'Tidak ada yang kami proses. Silakan kembali, lalu pakai formulir di halaman itu.',
    },
    tooMany: {
      title: 'Terlalu sering dalam waktu singkat',
      text: 'Tidak ada yang disimpan. Tulisan Anda masih ada di formulir: silakan kembali, tunggu beberapa menit, lalu coba lagi.',
    },
    failed: {
      title: 'Ada yang salah di pihak kami',
      text: 'Tidak ada yang disimpan. Tulisan Anda masih ada di formulir: silakan kembali, tunggu sebentar, lalu coba lagi.',
    },
  },
}
