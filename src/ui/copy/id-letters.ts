import type { letters as pattern } from './en-letters.ts'
import { details } from './id-details.ts'
import { reasons, states } from './id-states.ts'

const number = (count: number) => count.toLocaleString('id')
const tooLong = (limit: number) => (count: number) =>
  `berisi ${number(count)} karakter, padahal paling banyak ${number(limit)}: kurangi ${number(count - limit)} karakter`

/** The writers' room in Indonesian. */
export const letters: typeof pattern = {
  anonymous: 'Anonim',
  errorTitle: (title) => `Perlu diperbaiki: ${title}`,
  optional: (label) => `${label} (boleh dikosongkan)`,
  problemsTitle: 'Ada yang perlu diperbaiki',
  nothingLost: 'Tulisan Anda tidak ada yang hilang.',

  write: {
    title: 'Kirim surat',
    trap: 'Biarkan kosong',
    lead: 'Ceritakan apa yang terjadi di tempat kerja Anda. Setiap surat dibaca penyunting, dan Anda selalu dapat melihat sampai di mana surat Anda.',
    before: 'Sebelum menulis',
    notes: [
      {
        name: 'Tanpa nama, tanpa akun.',
        text: 'Kami tidak menanyakan siapa Anda. Kami tidak menyimpan jejak ponsel atau komputer Anda, dari mana Anda menulis, ataupun pukul berapa.',
      },
      {
        name: 'Pakailah perangkat sendiri.',
        text: 'Tulislah dari ponsel atau komputer sendiri, dengan koneksi sendiri. Perusahaan mungkin dapat melihat apa yang diketik di perangkat miliknya.',
      },
      {
        name: 'Jangan tulis hal yang dapat membuat Anda dikenali.',
        text: 'Tidak perlu nama siapa pun, nama perusahaan, atau tanggal persis: “awal tahun lalu” sudah cukup.',
      },
      {
        name: 'Tidak usah terburu-buru.',
        text: 'Panjang yang ideal antara 150 dan 400 kata. Surat Anda tidak terkirim sebelum Anda membacanya sekali lagi di halaman berikut, dan formulir ini berlaku selama 24 jam.',
      },
      {
        name: 'Yang terjadi kemudian.',
        text: 'Surat Anda disegel dan sampai ke meja penyunting. Kalau kami menjawabnya dalam kolom, rinciannya kami ubah dulu. Tidak semua surat dapat kami jawab, dan jawaban baru ada setelah beberapa minggu, bukan beberapa hari. Tiket Anda, yaitu kode yang Anda terima di akhir, selalu memberi tahu sampai di mana surat Anda.',
      },
    ],
    more: 'Selengkapnya tentang',
    privacy: 'apa yang kami simpan dan berapa lama',
    and: 'serta tentang',
    guidelines: 'cara menulis surat yang dapat kami jawab',
    danger:
      'Kalau Anda atau orang lain dalam bahaya, jangan menunggu kami: hubungi layanan darurat setempat.',
    yourLetter: 'Surat Anda',
    printing: 'Kalau surat Anda dimuat',
    helpful: 'Yang membantu kami menjawab',
    helpfulHint: 'Kosongkan apa pun yang tidak ingin Anda sampaikan.',
    afterwards: 'Sesudahnya',
    check: 'Baca ulang surat',
    checkHint:
      'Belum ada yang terkirim. Di halaman berikut Anda dapat membaca semuanya sekali lagi.',
    none: 'Tidak ingin menjawab',
  },

  fields: {
    question: {
      label: 'Pertanyaan Anda dalam satu kalimat',
      hint: 'Paling banyak 150 karakter. Kalau ada tiga pertanyaan, pilih yang membuat Anda sulit tidur.',
    },
    letter: {
      label: 'Surat Anda',
      hint: 'Ceritakan secara berurutan apa yang terjadi, apa yang dikatakan, dan apa yang ingin Anda ketahui. Paling sedikit 40 kata, paling banyak 10.000 karakter.',
    },
    tried: {
      label: 'Apa yang sudah Anda coba, dan apa yang Anda takutkan?',
      hint: 'Paling banyak 600 karakter. Jawaban sering bergantung pada bagian ini.',
    },
    signoff: {
      label: 'Nama pena',
      hint: 'Misalnya “Terantai di Meja Kerja”. Pilih nama yang tidak akan dikaitkan orang dengan Anda. Kalau dikosongkan, Anda kami sebut Anonim.',
    },
    consent: {
      label: 'Bolehkah surat Anda kami muat?',
      hint: 'Apa pun pilihan Anda, surat dapat Anda tarik selama belum dimuat.',
    },
    disguise: {
      label: 'Apa yang sebaiknya kami ubah atau hilangkan?',
      hint: 'Hanya dibaca penyunting. Paling banyak 1.000 karakter.',
    },
    topic: { label: 'Tentang apa surat ini?', hint: '' },
    standing: { label: 'Bagaimana posisi Anda dalam cerita ini?', hint: '' },
    country: {
      label: 'Di negara mana Anda bekerja?',
      hint: 'Kebiasaan dan aturan kerja bergantung pada negaranya.',
    },
    language: { label: 'Dalam bahasa apa sebaiknya kami menjawab?', hint: '' },
    needed_by: { label: 'Sampai tanggal berapa jawaban masih berguna bagi Anda?', hint: '' },
    follow_up: {
      label: 'Bolehkah kami menanyakan kelanjutannya?',
      hint: 'Kami hanya bertanya lewat tiket Anda, tidak dengan cara lain.',
    },
    email: {
      label: 'Alamat email',
      hint: 'Hanya untuk memberi tahu bahwa ada yang baru di tiket Anda. Tidak wajib diisi: di tiket semuanya dapat dibaca. Jangan pakai alamat kantor.',
    },
    terms: {
      label: 'Surat saya boleh disunting agar lebih ringkas dan jelas, dan saya sudah dewasa.',
      hint: '',
    },
    differs: {
      label: 'Surat saya berbeda karena…',
      hint: 'Kalau hal yang mirip sudah pernah dijawab: apa bedanya bagi Anda? Paling banyak 600 karakter.',
    },
  },
  consent: {
    show_first: {
      name: 'Boleh, tetapi perlihatkan dulu',
      text: 'Anda dapat membaca surat yang sudah disunting di tiket Anda sebelum dimuat.',
    },
    publish: {
      name: 'Boleh',
      text: 'Kami menyuntingnya, mengubah rinciannya, dan dapat memuatnya tanpa memperlihatkannya dulu kepada Anda.',
    },
    private: {
      name: 'Tidak, saya ingin jawaban pribadi saja',
      text: 'Kalau kami dapat menjawab, jawabannya hanya untuk Anda, di tiket Anda.',
    },
  },
  standing: {
    managing: 'Saya atasan mereka',
    managed: 'Ini tentang atasan saya',
    colleague: 'Ini tentang rekan kerja saya',
    job_hunting: 'Saya sedang mencari kerja',
    hr: 'Saya bekerja di HRD',
    owner: 'Saya pemilik usaha',
    consultant: 'Saya bekerja untuk klien',
  },
  followUp: {
    none: 'Tidak usah',
    '3': 'Setelah tiga bulan',
    '6': 'Setelah enam bulan',
    '12': 'Setelah satu tahun',
  },

  problems: {
    questionMissing: () => 'Tulis pertanyaan Anda dalam satu kalimat',
    questionTooLong: (count) => `Pertanyaan Anda ${tooLong(150)(count)}`,
    letterMissing: () => 'Tulis surat Anda',
    letterTooShort: (count) =>
      `Surat Anda berisi ${count} kata: kami perlu paling sedikit 40 kata untuk memahami apa yang terjadi`,
    letterTooLong: (count) => `Surat Anda ${tooLong(10_000)(count)}`,
    triedTooLong: (count) => `Bagian tentang apa yang sudah Anda coba ${tooLong(600)(count)}`,
    signoffTooLong: (count) => `Nama pena Anda ${tooLong(60)(count)}`,
    consentUnknown: () => 'Pilih apakah surat Anda boleh kami muat',
    disguiseTooLong: (count) => `Bagian tentang apa yang perlu diubah ${tooLong(1000)(count)}`,
    topicUnknown: () => 'Pilih topik dari daftar, atau kosongkan',
    standingUnknown: () => 'Pilih posisi Anda dari daftar, atau kosongkan',
    countryUnknown: () => 'Pilih negara dari daftar, atau kosongkan',
    languageUnknown: () => 'Pilih bahasa dari daftar',
    neededByNoDate: () => 'Tulis tanggal yang benar, misalnya 2027-03-31, atau kosongkan',
    neededByPast: () => 'Tanggal itu sudah lewat: pilih tanggal yang akan datang, atau kosongkan',
    followUpUnknown: () =>
      'Pilih kapan kami boleh menanyakan kelanjutannya, atau pilih “Tidak usah”',
    emailUnlikely: () => 'Tulis alamat email seperti nama@contoh.com, atau kosongkan',
    termsMissing: () =>
      'Centang kotak ini agar kami boleh menyunting surat Anda, dan untuk menyatakan bahwa Anda sudah dewasa',
    differsTooLong: (count) => `Bagian tentang perbedaannya ${tooLong(600)(count)}`,
    trapFilled: () =>
      'Ada program yang mengisi kotak tersembunyi, yang tidak terlihat oleh manusia. Kotak itu sudah dikosongkan lagi: silakan lanjutkan',
    ticketExpired: () =>
      'Formulir ini sudah terbuka lebih dari sehari, atau isinya berubah di perjalanan. Formulirnya sudah kami perbarui: silakan lanjutkan dari sini',
    ticketUsed: () =>
      'Surat lain sudah dikirim dari formulir ini. Formulir ini baru: kalau Anda kirim, ini menjadi surat kedua dengan tiketnya sendiri',
  },

  details,

  check: {
    title: 'Baca sekali lagi',
    lead: 'Belum ada yang terkirim. Mungkinkah ada orang yang mengenali Anda dari surat ini?',
    letter: 'Surat seperti yang Anda tulis',
    answers: 'Keterangan lain dari Anda',
    words: (count) => `${number(count)} kata`,
    empty: 'Tidak diisi',
    send: 'Kirim surat',
    edit: 'Ubah sesuatu',
    failedTitle: 'Surat Anda belum terkirim',
    failed:
      'Ada yang salah di pihak kami. Tulisan Anda tidak ada yang hilang: semuanya ada di halaman ini. Tunggu sebentar, lalu kirim lagi. Surat Anda tidak akan masuk dua kali.',
  },

  sent: {
    title: 'Surat Anda sudah kami terima',
    lead: 'Terima kasih sudah memercayakannya kepada kami. Sebelum menutup halaman ini, simpan tiket Anda.',
    ticket: 'Tiket Anda',
    copy: 'Salin tiket',
    copied: 'Tersalin',
    once: 'Kode ini hanya ditampilkan sekarang. Kami sendiri tidak mengetahuinya, dan tidak seorang pun dapat memulihkannya untuk Anda. Catat atau cetak halaman ini, lalu simpan di tempat yang tidak terlihat oleh kantor Anda.',
    next: 'Apa yang terjadi selanjutnya',
    steps: [
      'Penyunting membaca surat Anda. Mungkin perlu beberapa hari.',
      'Dengan tiket ini Anda dapat melihat kapan saja sampai di mana surat Anda: sedang dipertimbangkan, sedang dijawab, atau kali ini tidak dapat kami jawab, beserta alasannya.',
      'Di sana surat juga dapat Anda tarik selama belum dimuat. Teksnya langsung dihapus.',
    ],
    look: 'Ke halaman tiket',
  },

  ticket: {
    title: 'Tiket Anda',
    lead: 'Ketik kode yang Anda lihat setelah mengirim surat.',
    label: 'Tiket',
    hint: 'Enam kelompok, masing-masing empat karakter. Huruf besar atau kecil, dengan atau tanpa spasi dan tanda hubung, semuanya boleh.',
    button: 'Lihat surat saya',
    lost: 'Kalau kode Anda hilang, kami tidak dapat mencarikan surat Anda. Silakan kirim lagi.',
    unknown: 'Tidak ada surat dengan kode ini',
    unknownHelp:
      'Cocokkan setiap karakternya dengan catatan Anda. Kalau kodenya sudah benar, ini sebabnya.',
    received: (on) => `Diterima ${on}`,
    reason: 'Alasannya',
    erasure: (on) => `Teksnya dihapus pada ${on}.`,
    erasureUnanswered: (on) =>
      `Kalau sampai ${on} belum kami jawab, teksnya dihapus pada hari itu.`,
    read: 'Baca jawabannya',
  },

  withdraw: {
    title: 'Tarik surat',
    text: 'Tulisan Anda langsung kami hapus untuk selamanya dan tidak kami muat. Dari cadangan data kami, tulisan itu hilang dalam 30 hari.',
    confirm: 'Ya, hapus surat saya',
    button: 'Tarik surat',
    unconfirmed: 'Centang kotak ini kalau Anda ingin surat Anda dihapus',
    tooLate: 'Surat ini tidak dapat ditarik lagi karena sudah dijawab.',
  },

  states,
  reasons,
}
