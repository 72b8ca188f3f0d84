import type { Kept } from './kept.ts'

/** What the desk itself notes and finds out about a letter. */
export const KEPT_AT_DESK: Kept[] = [
  {
    table: 'likenesses',
    fields: ['letter_id', 'mark'],
    what: {
      en: 'Twelve fingerprints of what your letter is about, made with our secret key. No word can be read from them.',
      id: 'Dua belas sidik tentang isi surat Anda, dibuat dengan kunci rahasia kami. Tidak ada kata yang dapat dibaca darinya.',
    },
    why: {
      en: 'To see when others write about the same thing.',
      id: 'Agar terlihat kalau ada orang lain yang menulis tentang hal yang sama.',
    },
    until: 'letter',
  },
  {
    table: 'alike_letters',
    fields: ['letter_id', 'other_id', 'likeness'],
    what: {
      en: 'Which other letters yours is like, and how much.',
      id: 'Surat mana yang mirip dengan surat Anda, dan seberapa mirip.',
    },
    why: {
      en: 'So that one answer can serve several people.',
      id: 'Agar satu jawaban dapat berguna bagi beberapa orang.',
    },
    until: 'letter',
  },
  {
    table: 'notes',
    fields: ['letter_id', 'number', 'by', 'written_on', 'text'],
    what: {
      en: 'What our editors noted about your letter for each other, sealed like the letter.',
      id: 'Catatan penyunting kami tentang surat Anda untuk sesama penyunting, disegel seperti surat.',
    },
    why: { en: 'To work on it together.', id: 'Untuk mengerjakannya bersama.' },
    until: 'letter',
  },
  {
    table: 'mentions',
    fields: ['letter_id', 'number', 'mentioned_id'],
    what: {
      en: 'That a note on one letter names another, by their numbers.',
      id: 'Bahwa catatan pada satu surat menyebut surat lain, menurut nomornya.',
    },
    why: { en: 'To lead from one to the other.', id: 'Untuk berpindah dari satu ke yang lain.' },
    until: 'letter',
  },
  {
    table: 'undos',
    fields: ['letter_id', 'version', 'status', 'reason', 'settled_on', 'lead_id', 'lead_version'],
    what: {
      en: 'Where your letter stood before our last decision.',
      id: 'Sampai di mana surat Anda sebelum keputusan kami yang terakhir.',
    },
    why: {
      en: 'So that a slip of the hand can be undone.',
      id: 'Agar salah tekan dapat dibatalkan.',
    },
    until: 'letter',
  },
  {
    table: 'claims',
    fields: ['letter_id', 'editor_id', 'until'],
    what: {
      en: 'Which of our editors is reading your letter.',
      id: 'Penyunting mana yang sedang membaca surat Anda.',
    },
    why: {
      en: 'So that no two of us read it for nothing.',
      id: 'Agar tidak ada dua penyunting yang membacanya dengan sia-sia.',
    },
    until: 'reading',
  },
  {
    table: 'aliases',
    fields: ['id', 'letter_id', 'draft_id', 'original', 'replacement'],
    what: {
      en: 'Names and the like that we replace when we print your letter, sealed like the letter, and what we print in their place.',
      id: 'Nama dan semacamnya yang kami ganti saat memuat surat Anda, disegel seperti surat, dan kata penggantinya.',
    },
    why: {
      en: 'So that nobody knows you again by what we print.',
      id: 'Agar tidak ada yang mengenali Anda dari yang kami muat.',
    },
    until: 'letter',
  },
  {
    table: 'letter_marks',
    fields: ['letter_id', 'draft_id', 'key_id', 'marks'],
    what: {
      en: 'Fingerprints, made with our secret key, of what in your letter could give you away, and what we printed in its place.',
      id: 'Sidik, dibuat dengan kunci rahasia kami, dari hal-hal dalam surat yang dapat mengungkap Anda, dan kata yang kami muat sebagai gantinya.',
    },
    why: {
      en: 'So that it is not printed in an update either, when your letter is long erased.',
      id: 'Agar hal itu tidak dimuat pula dalam kabar lanjutan, ketika surat Anda sudah lama dihapus.',
    },
    until: 'printed',
  },
  {
    table: 'waves',
    fields: ['draft_id', 'key_id', 'hash'],
    what: {
      en: 'Fingerprints of what an editor looked at and let stand.',
      id: 'Sidik dari hal yang sudah dilihat penyunting dan dibiarkan.',
    },
    why: {
      en: 'So that it is not asked again.',
      id: 'Agar tidak ditanyakan lagi.',
    },
    until: 'printed',
  },
  {
    table: 'desk_log',
    fields: ['id', 'at', 'by', 'verb', 'letter_id', 'draft_id', 'editor_id', 'reason'],
    what: {
      en: 'What our editors did with your letter, when, and why. Never what you do.',
      id: 'Apa yang dilakukan penyunting kami dengan surat Anda, kapan, dan mengapa. Tidak pernah apa yang Anda lakukan.',
    },
    why: {
      en: 'So that we answer for our decisions.',
      id: 'Agar kami dapat mempertanggungjawabkan keputusan kami.',
    },
    until: 'always',
  },
  {
    table: 'review_comments',
    fields: ['draft_id', 'number', 'version', 'kind', 'written_by', 'written_at', 'text'],
    what: {
      en: 'What our editors say to each other about the edited letter, before it is printed.',
      id: 'Yang penyunting kami sampaikan satu sama lain tentang surat suntingan, sebelum dimuat.',
    },
    why: {
      en: 'So that a second person reads it first.',
      id: 'Agar orang kedua membacanya lebih dulu.',
    },
    until: 'letter',
  },
]
