import type { details as pattern } from './en-details.ts'

/** Identifying details in Indonesian. */
export const details: typeof pattern = {
  title: 'Hal yang dapat membuat Anda dikenali',
  lead: 'Dari bagian-bagian ini orang mungkin dapat menebak siapa Anda. Anda yang memutuskan apa yang tetap tertulis. Daftar ini membantu Anda membaca sekali lagi, tetapi tidak membuat Anda anonim: bisa ada yang terlewat, dan peristiwa yang hanya Anda alami tidak dapat dikenali oleh daftar ini.',
  none: 'Kami tidak menemukan nama, tempat, tanggal, atau nomor. Itu tidak berarti Anda anonim: bisa ada yang terlewat, dan peristiwa yang hanya Anda alami tidak dapat dikenali di sini.',
  unknown:
    'Saat ini kami tidak dapat mencari nama, tempat, tanggal, atau nomor. Bacalah sendiri surat Anda sekali lagi: ubahlah apa yang dapat membuat orang tahu siapa Anda.',
  alone:
    'Daftar ini dibuat di perangkat Anda sendiri selagi Anda mengetik. Tidak ada yang dikirim.',
  times: 'Berapa kali tertulis di surat Anda:',
  replace: 'Ganti dengan',
  replaced: 'Sudah diganti di surat Anda.',
  undo: 'Kembalikan',
  kinds: {
    email: {
      name: 'Alamat email',
      why: 'Alamat ini milik satu orang, dan siapa pun dapat mencari pemiliknya.',
    },
    phone: { name: 'Nomor telepon', why: 'Nomor ini milik satu orang atau satu meja.' },
    url: {
      name: 'Alamat situs',
      why: 'Alamat ini membawa orang ke sebuah halaman, lalu kepada orangnya.',
    },
    handle: { name: 'Nama akun', why: 'Sekali dicari, pemiliknya ketahuan.' },
    id_number: {
      name: 'Nomor pribadi',
      why: 'Nomor ini hanya milik Anda. Orang jadi tahu siapa Anda, dan nomor itu dapat disalahgunakan.',
    },
    date: {
      name: 'Tanggal persis',
      why: 'Orang yang ada di sana akan ingat tanggalnya.',
    },
    age: {
      name: 'Umur persis',
      why: 'Digabung dengan pekerjaan atau tempat, umur sering hanya cocok dengan satu orang.',
    },
    money: {
      name: 'Jumlah uang',
      why: 'Hanya sedikit orang yang tahu angka ini, dan mereka akan mengenalinya.',
    },
    address: { name: 'Alamat', why: 'Alamat menunjuk satu pintu saja.' },
    place: {
      name: 'Tempat kecil',
      why: 'Di tempat yang orangnya sedikit, sebuah cerita cepat dikenali.',
    },
    person: {
      name: 'Nama orang',
      why: 'Dari satu nama saja, rekan kerja dapat menebak siapa saja yang lain.',
    },
    employer: {
      name: 'Tempat kerja',
      why: 'Orang tinggal mencari di antara yang bekerja di sana.',
    },
    job_title: {
      name: 'Pekerjaan langka',
      why: 'Sedikit orang yang mengerjakannya, dan nama mereka mudah dicari.',
    },
  },
}
