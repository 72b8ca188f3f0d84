/** Posts of a column site that are no columns: a title, and paragraphs of HTML. */
export const NO_COLUMNS: Record<'en' | 'id', string[][]> = {
  en: [
    [
      'Open thread: 3 and 4 March',
      'The comments below are yours today. Ask one another anything about work that you like.',
      'Please keep to one question each. If you have a question for me, send it by post: I do not answer here.',
    ],
    [
      'Friday open thread',
      'It is the Friday thread. What do you want to talk about? Your boss, your desk, your pay: all of it goes here.',
      'I am away until Monday, and I will read what you wrote then.',
    ],
    [
      'Weekend reading',
      'I spent my week with three books about offices, and I liked one of them.',
      'You may like it too: it is about a lift that stops between floors, and who speaks first. What have you read?',
    ],
    [
      'We are taking a week off',
      'My desk is being painted, and I am going to the sea.',
      'Your letters are safe, and you will hear from us when the paint is dry.',
    ],
    [
      'The best of last year',
      'Here are the ten letters that you read most last year.',
      '<a href="https://old.example/2011/01/ten.html">The stapler</a>',
      '<a href="https://old.example/2011/02/two.html">The kitchen</a>',
    ],
    [
      'Ask the readers: the office party',
      'A reader wants to know how to leave a party early. I have no idea: I never go to any.',
      'What do you do? Tell us in the comments.',
    ],
    [
      'How to write a covering letter',
      'A covering letter has one task: to make somebody want to read the next page. Keep it to a page.',
      'Say why this job, in your own words, and why you. Leave out your school.',
      'Then read it aloud to yourself before you send it.',
    ],
    [
      'A new look for the column',
      'You may have seen that the page looks different today. We have changed the type and thrown out the clutter.',
      'If something is broken on your telephone, tell us.',
    ],
  ],
  id: [
    [
      'Utas terbuka: 3 dan 4 Maret',
      'Kolom komentar hari ini milik Anda. Silakan saling bertanya apa saja tentang pekerjaan.',
      'Satu orang satu pertanyaan, ya. Surat untuk saya tetap dikirim lewat pos.',
    ],
    [
      'Bacaan akhir pekan',
      'Minggu ini saya membaca tiga buku tentang kantor, dan saya menyukai satu di antaranya.',
      'Mungkin Anda juga suka: ceritanya tentang lift yang berhenti di antara dua lantai. Apa bacaan Anda?',
    ],
    [
      'Pengumuman: kami libur seminggu',
      'Meja saya sedang dicat, dan saya pergi ke laut.',
      'Surat Anda aman, dan akan kami baca setelah catnya kering.',
    ],
    [
      'Cara menulis surat lamaran',
      'Surat lamaran punya satu tugas: membuat orang ingin membaca halaman berikutnya. Cukup satu halaman.',
      'Katakan mengapa pekerjaan ini, dengan kata-kata Anda sendiri, dan mengapa Anda. Nama sekolah tidak perlu.',
    ],
    [
      'Sepuluh surat yang paling banyak dibaca',
      'Inilah sepuluh surat yang paling banyak Anda baca tahun lalu.',
      '<a href="https://old.example/2011/01/sepuluh.html">Mesin fotokopi</a>',
    ],
  ],
}
