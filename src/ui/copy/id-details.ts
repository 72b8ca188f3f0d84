import type { details as pattern } from './en-details.ts'

/** Identifying details in Indonesian. */
export const details: typeof pattern = {
  title: 'Yang dapat membuat Anda dikenali',
  lead: 'Ada bagian surat Anda yang tampaknya dapat memberi tahu orang siapa Anda. Anda yang memutuskan apa yang tetap tertulis. Ini membantu Anda melihat sekali lagi, tetapi tidak membuat Anda anonim. Ada yang terlewat, dan peristiwa yang hanya Anda alami tidak dapat diketahui dari sini.',
  none: 'Kami tidak menemukan nama, tempat, tanggal, atau nomor. Itu tidak berarti Anda anonim: ada yang mungkin terlewat, dan peristiwa yang hanya Anda alami tidak dapat diketahui dari sini.',
  alone:
    'Daftar ini dibuat di perangkat Anda sendiri selagi Anda mengetik. Tidak ada yang dikirim.',
  times: 'Berapa kali tertulis di surat Anda:',
  replace: 'Ganti dengan',
  replaced: 'Sudah diganti di surat Anda.',
  undo: 'Kembalikan',
  kinds: {
    email: {
      name: 'Alamat e-mail',
      why: 'Alamat ini milik satu orang, dan siapa pun dapat mencarinya.',
    },
    phone: { name: 'Nomor telepon', why: 'Nomor ini milik satu orang atau satu meja.' },
    url: { name: 'Alamat situs', why: 'Alamat ini menuju sebuah halaman, lalu ke orangnya.' },
    handle: { name: 'Nama akun', why: 'Sekali mencari, orang tahu siapa pemiliknya.' },
    id_number: {
      name: 'Nomor pribadi',
      why: 'Nomor ini hanya ada satu. Orang jadi tahu siapa Anda, dan pencuri dapat memakainya.',
    },
    date: {
      name: 'Tanggal persis',
      why: 'Orang yang ada di sana ingat tanggal berapa itu.',
    },
    age: {
      name: 'Umur persis',
      why: 'Bersama pekerjaan atau tempat, umur sering hanya cocok dengan satu orang.',
    },
    money: {
      name: 'Jumlah uang',
      why: 'Hanya sedikit orang yang tahu angka ini, dan mereka akan mengenalinya.',
    },
    address: { name: 'Alamat', why: 'Alamat menuju satu pintu.' },
    place: {
      name: 'Tempat kecil',
      why: 'Di tempat yang penduduk atau pekerjanya sedikit, cerita cepat dikenali.',
    },
    person: {
      name: 'Nama orang',
      why: 'Dari satu nama saja, rekan kerja dapat mengenali semua yang lain.',
    },
    employer: {
      name: 'Tempat kerja',
      why: 'Pencarian menyempit ke orang-orang yang bekerja di sana.',
    },
    job_title: {
      name: 'Pekerjaan langka',
      why: 'Sedikit orang yang melakukannya, dan nama mereka mudah dicari.',
    },
  },
}
