import type { reasons as reasonsPattern, states as statesPattern } from './en-states.ts'

/** What a ticket says of its letter, in Indonesian. */
export const states: typeof statesPattern = {
  received: {
    name: 'Surat Anda sudah kami terima',
    text: 'Surat Anda ada di baki kami dan belum ada keputusan. Penyunting akan membacanya.',
  },
  shortlisted: {
    name: 'Sedang dipertimbangkan',
    text: 'Penyunting sudah membaca surat Anda dan ingin menjawabnya. Selanjutnya kami memutuskan apakah bisa. Mungkin perlu beberapa minggu sebelum halaman ini berubah.',
  },
  waiting: {
    name: 'Kami menanyakan sesuatu kepada Anda',
    text: 'Ada yang perlu kami ketahui sebelum dapat menjawab. Kalau dalam 21 hari tidak ada kabar, surat Anda kami simpan untuk nanti.',
  },
  grouped: {
    name: 'Digabung dengan surat serupa',
    text: 'Ada orang lain yang menulis tentang hal yang sama, jadi surat-surat itu kami baca bersama-sama. Keputusannya nanti tertulis di sini.',
  },
  held: {
    name: 'Disimpan untuk nanti',
    text: 'Sekarang kami belum dapat menjawab, tetapi surat Anda kami simpan karena mungkin nanti ada saat yang lebih tepat.',
  },
  in_column: {
    name: 'Sedang dijawab',
    text: 'Kami sedang menulis jawabannya. Setelah terbit, tautannya ada di sini.',
  },
  answered: {
    name: 'Sudah dijawab',
    text: 'Surat Anda sudah mendapat jawaban. Surat asli yang Anda kirim kami hapus 30 hari sesudahnya.',
  },
  declined: {
    name: 'Kali ini tidak dapat kami jawab',
    text: 'Maaf, surat Anda tidak akan kami jawab. Itu sama sekali tidak berarti persoalan Anda tidak penting.',
  },
  spam: {
    name: 'Disisihkan',
    text: 'Menurut kami ini bukan surat tentang pekerjaan, melainkan iklan atau tulisan mesin. Kalau kami keliru, maaf: silakan menulis lagi dengan kata-kata Anda sendiri.',
  },
  withdrawn: {
    name: 'Ditarik',
    text: 'Anda menarik surat ini. Teksnya sudah dihapus dan tidak akan dimuat. Yang kami simpan hanya harinya dan hasilnya, bukan tulisan Anda.',
  },
  erased: {
    name: 'Dihapus',
    text: 'Surat itu sudah dihapus, begitu pula tiketnya. Surat dihapus 30 hari setelah kami putuskan untuk tidak dijawab, kami sisihkan, atau Anda tarik, dan 180 hari setelah masuk kalau tidak dapat kami jawab.',
  },
}

/** Why the desk declines a letter, by key: the ready texts. */
export const reasons: typeof reasonsPattern = {
  answered: 'Surat yang sangat mirip sudah pernah kami jawab: {column}.',
  covered:
    'Pertanyaan yang sangat mirip sudah pernah kami jawab. Anda dapat menemukannya lewat pencarian di situs ini.',
  adviser:
    'Jawabannya bergantung pada hukum, keuangan, atau kesehatan. Untuk itu Anda perlu penasihat yang dapat melihat berkas atau keadaan Anda. [Di sini ada tempat bertanya](/id/guidelines#help).',
  recognisable: 'Kami tidak menemukan cara memuatnya tanpa membuat Anda dikenali.',
  elsewhere: 'Surat ini bukan tentang pekerjaan, dan di luar itu kami hanya bisa menebak-nebak.',
  late: 'Kami tidak sempat menjawab sebelum tanggal yang Anda sebutkan.',
  unclear:
    'Dari surat Anda kami belum dapat memahami apa yang terjadi atau apa yang ingin Anda ketahui. Silakan menulis lagi dengan cerita yang lebih lengkap.',
  urgent:
    'Anda memerlukan bantuan lebih cepat daripada yang dapat diberikan sebuah kolom. Carilah orang yang dapat menolong sekarang: [di sini ada tempat bertanya](/id/guidelines#help).',
  room: 'Surat yang masuk lebih banyak daripada yang sanggup kami jawab, dan kali ini kami harus memilih.',
}
