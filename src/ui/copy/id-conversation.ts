import type { conversation as pattern } from './en-conversation.ts'

const number = (count: number) => count.toLocaleString('id')

/** The ticket's conversation in Indonesian. */
export const conversation: typeof pattern = {
  since: (on) => `seperti ini sejak ${on}`,
  next: {
    showFirst:
      'Sebelum dimuat, surat yang sudah disunting dapat Anda baca di sini, dan Anda yang menentukan boleh atau tidaknya.',
    private:
      'Balasan ini hanya untuk Anda. Salinlah kalau ingin Anda simpan: 30 hari setelah dijawab, balasan ini kami hapus bersama surat Anda.',
    printed:
      'Di sini Anda dapat menceritakan kelanjutannya, atau meminta kami menurunkan kolomnya.',
    gone: 'Kolom itu sudah kami turunkan dan tidak dapat lagi dibaca siapa pun di situs ini.',
  },
  tooLong: (most, count) =>
    `Tulisan Anda berisi ${number(count)} karakter, padahal paling banyak ${number(most)}: kurangi ${number(count - most)} karakter`,
  tooLate:
    'Kiriman Anda terlambat: ada yang berubah sejak Anda membuka halaman ini. Tulisan Anda ada di bawah supaya dapat disalin',
  kept: 'Tulisan Anda',
  thanks: 'Terima kasih, sudah kami terima.',
  failedTitle: 'Tulisan Anda belum terkirim',
  failed:
    'Ada yang salah di pihak kami. Tulisan Anda ada di bawah. Tunggu sebentar, lalu kirim lagi: tulisan itu tidak akan masuk dua kali.',
  again: 'Kirim lagi',
  title: 'Percakapan kita',
  erased: 'Tulisan ini sudah dihapus.',
  who: {
    question: 'Kami bertanya',
    answer: 'Anda menjawab',
    reply: 'Kami membalas',
    change: 'Anda meminta perubahan',
    update: 'Anda menceritakan kelanjutannya',
    takedown: 'Anda meminta kami menurunkannya',
  },

  answer: {
    title: 'Jawaban Anda',
    label: 'Apa yang ingin Anda sampaikan?',
    hint: 'Hanya dibaca penyunting, dan disegel seperti surat Anda. Jangan sebut nama. Paling banyak 5.000 karakter.',
    button: 'Kirim jawaban',
    missing: 'Tulis jawaban Anda',
  },

  shown: {
    title: 'Surat Anda seperti yang akan kami muat',
    lead: (until) =>
      `Inilah surat Anda setelah kami sunting. Bacalah, lalu beri tahu kami paling lambat ${until}. Kalau sampai saat itu tidak ada kabar, kami anggap Anda setuju.`,
    over: 'Batas waktu menjawab sudah lewat, jadi surat ini boleh kami muat. Selama belum dimuat, Anda masih dapat menolak.',
    fine: 'Anda sudah setuju. Kami memuatnya persis seperti di sini; kalau ada yang kami ubah, kami perlihatkan lagi. Selama belum dimuat, Anda masih boleh berubah pikiran.',
    change:
      'Anda meminta perubahan. Surat ini tidak kami muat sebelum kami perlihatkan sekali lagi kepada Anda.',
    stop: 'Anda menolak. Surat ini tidak akan kami muat.',
    diff: 'Yang kami ubah',
    marks: 'Yang dicoret kami hilangkan, yang digarisbawahi kami tambahkan.',
    gone: 'Dihilangkan:',
    new: 'ditambahkan:',
    end: 'selesai',
    tooMuch: 'Perubahannya terlalu banyak untuk ditandai. Inilah yang Anda kirim:',
    verdict: 'Bolehkah kami memuatnya seperti ini?',
    verdicts: {
      fine: 'Boleh, sudah baik',
      change: 'Tolong ubah sesuatu',
      stop: 'Tidak, jangan dimuat',
    },
    final: 'Penolakan bersifat tetap: surat ini tidak akan dimuat.',
    words: 'Apa yang sebaiknya kami ubah?',
    wordsHint: 'Hanya dibaca penyunting. Paling banyak 2.000 karakter.',
    button: 'Kirim pendapat saya',
    choose: 'Pilih apakah kami boleh memuatnya seperti ini',
    wordsMissing: 'Tulis apa yang sebaiknya kami ubah',
    other: 'Surat ini diubah ketika Anda sedang membaca. Ini yang baru: silakan lihat sekali lagi',
  },

  update: {
    title: 'Bagaimana kelanjutannya?',
    invited: 'Anda bilang kami boleh bertanya. Bagaimana kelanjutannya?',
    lead: 'Cukup pilih dua jawaban. Kalau Anda menambahkan cerita, kami dapat memuatnya di bawah kolom setelah disunting, seperti surat Anda.',
    took: 'Apakah Anda mengikuti saran kami?',
    tookWords: { yes: 'Ya', partly: 'Sebagian', no: 'Tidak' },
    is: 'Bagaimana keadaannya sekarang?',
    isWords: { better: 'Lebih baik', same: 'Sama saja', worse: 'Lebih buruk' },
    label: 'Ada yang ingin Anda tambahkan?',
    hint: 'Jangan sebut nama orang atau perusahaan. Paling banyak 2.000 karakter.',
    button: 'Kirim kabar',
    missing: 'Pilih salah satu jawaban, atau tulis sesuatu',
  },

  takeDown: {
    title: 'Minta kolom ini diturunkan',
    lead: 'Kolom ini terbuka untuk umum, dan mungkin sudah disalin orang lain. Kalau kolom ini merugikan Anda, mintalah kami menurunkannya. Penyunting akan membaca permintaan Anda secepat mungkin, dan jawabannya ada di sini.',
    label: 'Mengapa?',
    hint: 'Tidak wajib diisi. Paling banyak 1.000 karakter.',
    button: 'Minta diturunkan',
    asked: 'Anda sudah meminta kami menurunkannya. Penyunting akan menjawab di sini.',
  },

  lastGroup: {
    title: 'Sudah disimpan?',
    label: 'Empat karakter terakhir tiket Anda',
    hint: 'Ketiklah dari catatan Anda, supaya Anda yakin catatannya benar. Bagian ini boleh dilewati.',
    button: 'Bandingkan',
    skip: 'Lewati',
    wrong: 'Ini bukan empat karakter terakhir tiket Anda: cocokkan catatan Anda dengan kodenya',
    right: 'Catatan Anda benar. Inilah halaman yang dibuka oleh tiket Anda.',
  },
}
