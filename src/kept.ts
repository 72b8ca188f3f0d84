import { KEPT_AT_DESK } from './kept-at-desk.ts'
import type { Language } from './ui/copy/index.ts'

/** Days after which the clock erases a letter that is settled, or answered, and one that is neither. */
export const SETTLED_DAYS = 30
export const UNANSWERED_DAYS = 180
/** Days after which a search that found nothing is forgotten. */
export const SEARCH_DAYS = 90

/** How long something is kept: a test holds the clock to the words. */
export const UNTIL = {
  letter: {
    en: `Until you withdraw it; ${SETTLED_DAYS} days after it was declined, put aside or answered; ${UNANSWERED_DAYS} days after it came when we could not answer.`,
    id: `Sampai Anda menariknya; ${SETTLED_DAYS} hari setelah dijawab, disisihkan, atau kami putuskan tidak dijawab; ${UNANSWERED_DAYS} hari setelah masuk kalau tidak dapat kami jawab.`,
  },
  printed: {
    en: 'With the letter, if it is not printed. For good, if it is: no word can be read from it.',
    id: 'Bersama suratnya, kalau tidak dimuat. Seterusnya, kalau dimuat: tidak ada kata yang dapat dibaca darinya.',
  },
  afterwards: {
    en: `With the letter. What is said after the answer: ${UNANSWERED_DAYS} days.`,
    id: `Bersama suratnya. Yang disampaikan sesudah jawaban: ${UNANSWERED_DAYS} hari.`,
  },
  address: { en: 'As long as the address.', id: 'Selama alamatnya disimpan.' },
  search: {
    en: `Until nobody has searched for it for ${SEARCH_DAYS} days.`,
    id: `Sampai ${SEARCH_DAYS} hari berlalu tanpa ada yang mencarinya.`,
  },
  reading: {
    en: 'While it is read: 20 minutes at a time.',
    id: 'Selama dibaca: tiap kali 20 menit.',
  },
  hour: { en: 'Until the hour is over.', id: 'Sampai jam itu berakhir.' },
  always: {
    en: 'For good: it holds none of your words, and counts stay.',
    id: 'Seterusnya: tidak memuat kata-kata Anda, dan jumlahnya tetap dicatat.',
  },
} satisfies Record<string, Told>
export type Until = keyof typeof UNTIL

/** In English, and in the languages that it was put into: the others show the English. */
export type Told<Words = string> = { en: Words } & Partial<Record<Language, Words>>

/** Fields that are kept together, by the table and name they have in the database. */
export type Kept = {
  table: string
  fields: string[]
  what: Told
  why: Told
  until: Until
}

/** All that is stored about a letter and its writer: what /privacy shows. */
export const KEPT: Kept[] = [
  {
    table: 'letters',
    fields: ['question', 'letter', 'tried', 'disguise', 'signoff', 'differs', 'data_key'],
    what: {
      en: 'What you wrote, sealed, and the locked-up key that opens it.',
      id: 'Yang Anda tulis, dalam keadaan disegel, dan kunci terbungkus untuk membukanya.',
    },
    why: { en: 'To read it and answer it.', id: 'Untuk dibaca dan dijawab.' },
    until: 'letter',
  },
  {
    table: 'letters',
    fields: ['email', 'email_key'],
    what: {
      en: 'Your e-mail address, if you gave one, sealed under a key of its own.',
      id: 'Alamat email Anda, kalau diberikan, disegel dengan kunci tersendiri.',
    },
    why: {
      en: 'To tell you that something changed on your ticket.',
      id: 'Untuk memberi tahu bahwa ada yang berubah di tiket Anda.',
    },
    until: 'letter',
  },
  {
    table: 'letters',
    fields: ['id', 'version', 'ticket_hash'],
    what: {
      en: 'A random number for the letter, how often it changed, and a fingerprint of the ticket.',
      id: 'Nomor acak surat, berapa kali berubah, dan sidik tiketnya.',
    },
    why: {
      en: 'To find the letter when you come back, and to keep two editors from overwriting each other.',
      id: 'Untuk menemukan surat saat Anda kembali, dan agar dua penyunting tidak saling menimpa.',
    },
    until: 'always',
  },
  {
    table: 'letters',
    fields: ['status', 'reason', 'received_on', 'changed_on', 'settled_on'],
    what: {
      en: 'Where the letter stands and why, and the days on which it came, changed and was settled.',
      id: 'Sampai di mana surat itu dan mengapa, serta hari masuk, berubah, dan selesainya.',
    },
    why: {
      en: 'So that your ticket can tell you, and so that we know when to erase.',
      id: 'Agar tiket dapat memberi tahu Anda, dan agar kami tahu kapan harus menghapus.',
    },
    until: 'always',
  },
  {
    table: 'letters',
    fields: ['consent', 'follow_up', 'needed_by'],
    what: {
      en: 'Whether we may print it, whether we may ask how it went, and when an answer is no use.',
      id: 'Apakah boleh dimuat, apakah kami boleh menanyakan kelanjutannya, dan sampai kapan jawaban berguna.',
    },
    why: { en: 'To keep to what you allowed.', id: 'Agar kami tidak melampaui izin Anda.' },
    until: 'always',
  },
  {
    table: 'letters',
    fields: ['topic', 'standing', 'country', 'language', 'words'],
    what: {
      en: 'What you chose from the lists, and how many words the letter has.',
      id: 'Pilihan Anda dari daftar, dan berapa kata panjang surat itu.',
    },
    why: {
      en: 'To answer for where you are, and to know what people write to us about.',
      id: 'Untuk menjawab sesuai keadaan di tempat Anda, dan mengetahui tentang apa orang menulis.',
    },
    until: 'always',
  },
  {
    table: 'letters',
    fields: ['draft_id', 'lead_id', 'answer_path'],
    what: {
      en: 'Which column it is in, and which letter it is joined with.',
      id: 'Di kolom mana surat itu, dan dengan surat mana digabungkan.',
    },
    why: { en: 'To lead you to the answer.', id: 'Untuk mengantar Anda ke jawabannya.' },
    until: 'always',
  },
  {
    table: 'messages',
    fields: ['data_key', 'text', 'taps'],
    what: {
      en: 'What you and we said on the ticket, sealed like the letter.',
      id: 'Yang Anda dan kami sampaikan lewat tiket, disegel seperti surat.',
    },
    why: { en: 'To understand each other.', id: 'Agar kita saling memahami.' },
    until: 'afterwards',
  },
  {
    table: 'messages',
    fields: ['letter_id', 'number', 'who', 'kind', 'written_on', 'settled_on'],
    what: {
      en: 'That something was asked or said, by whom, and on which day.',
      id: 'Bahwa ada yang ditanyakan atau disampaikan, oleh siapa, dan pada hari apa.',
    },
    why: { en: 'To show it in its order.', id: 'Untuk menampilkannya secara berurutan.' },
    until: 'always',
  },
  {
    table: 'showings',
    fields: [
      'letter_id',
      'draft_id',
      'version',
      'position',
      'fingerprint',
      'since',
      'until',
      'verdict',
    ],
    what: {
      en: 'Which edited letter we showed you, from when until when, and whether you agreed.',
      id: 'Surat suntingan mana yang kami perlihatkan, dari kapan sampai kapan, dan apakah Anda setuju.',
    },
    why: {
      en: 'So that nothing is printed that you have not seen.',
      id: 'Agar tidak ada yang dimuat tanpa Anda lihat dulu.',
    },
    until: 'letter',
  },
  {
    table: 'nudges',
    fields: ['letter_id', 'kind', 'status', 'due_at', 'attempts'],
    what: {
      en: 'That a nudge about your letter is to be sent, or was.',
      id: 'Bahwa pemberitahuan tentang surat Anda akan dikirim, atau sudah.',
    },
    why: { en: 'To send each of them once.', id: 'Agar masing-masing dikirim sekali saja.' },
    until: 'address',
  },
  {
    table: 'limits',
    fields: ['hour', 'kind', 'network', 'count', 'most'],
    what: {
      en: 'How many letters and tickets came from a network in this hour. The network is a scrambled number, scrambled differently every day; nothing ties it to a letter.',
      id: 'Berapa surat dan tiket yang datang dari satu jaringan dalam jam ini. Jaringan itu berupa angka teracak yang setiap hari diacak berbeda; tidak ada yang menghubungkannya dengan surat.',
    },
    why: {
      en: 'To keep machines from flooding us and from guessing tickets.',
      id: 'Agar mesin tidak membanjiri kami atau menebak tiket.',
    },
    until: 'hour',
  },
  {
    table: 'tallies',
    fields: ['kind', 'day', 'about', 'count'],
    what: {
      en: 'How many letters came and were answered on a day, and how many people a column answered.',
      id: 'Berapa surat yang masuk dan dijawab per hari, dan berapa orang yang terjawab oleh sebuah kolom.',
    },
    why: {
      en: 'To give honest numbers. They are about everybody, not about you.',
      id: 'Untuk memberi angka yang jujur. Angka ini tentang semua orang, bukan tentang Anda.',
    },
    until: 'always',
  },
  {
    table: 'misses',
    fields: ['hash', 'language', 'words', 'days', 'first_on', 'number', 'last_on'],
    what: {
      en: 'A search that found nothing, as a scrambled number, and on how many days somebody made it. Its words are kept only from the third day on, and not at all when they seem to identify somebody. Nothing is kept of who searched.',
      id: 'Pencarian yang tidak menemukan apa pun, sebagai angka teracak, dan pada berapa hari ada yang melakukannya. Kata-katanya baru disimpan sejak hari ketiga, dan sama sekali tidak kalau tampaknya mengenali seseorang. Tentang siapa yang mencari tidak ada yang disimpan.',
    },
    why: {
      en: 'To know what we have not answered yet.',
      id: 'Untuk mengetahui apa yang belum kami jawab.',
    },
    until: 'search',
  },
  ...KEPT_AT_DESK,
]

/** The table's own words. */
export const KEPT_WORDS: Told<Record<'title' | 'lead' | 'what' | 'why' | 'until', string>> = {
  en: {
    title: 'Everything we store about a letter',
    lead: 'This list is checked against the software: a test fails when it stores something that is not here, or keeps it longer.',
    what: 'What we keep',
    why: 'Why',
    until: 'How long',
  },
  id: {
    title: 'Semua yang kami simpan tentang surat',
    lead: 'Daftar ini dicocokkan dengan perangkat lunaknya: pengujiannya gagal kalau ada yang disimpan tetapi tidak tercantum di sini, atau disimpan lebih lama.',
    what: 'Yang disimpan',
    why: 'Untuk apa',
    until: 'Berapa lama',
  },
}
