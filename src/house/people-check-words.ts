import type { Told } from '../kept.ts'

/** What /privacy has to tell besides while Cloudflare's check for people is on. */
export const PEOPLE_CHECK: Told<Record<'title' | 'text', string>> = {
  en: {
    title: 'Cloudflare’s check for people',
    text: 'So that machines do not flood us, a script of Cloudflare’s checks on the page that sends your letter that you are a person. It is the only thing on this site that comes from elsewhere, and the one exception to what stands above of third parties. Cloudflare sees your network address and your browser for it; we learn only whether the check was passed, and keep nothing of it.',
  },
  id: {
    title: 'Pemeriksaan Cloudflare bahwa Anda manusia',
    text: 'Agar mesin tidak membanjiri kami, di halaman pengiriman surat sebuah skrip dari Cloudflare memeriksa bahwa Anda manusia. Hanya itulah yang berasal dari luar situs ini, dan satu-satunya pengecualian dari yang tertulis di atas tentang pihak ketiga. Untuk itu Cloudflare melihat alamat jaringan dan peramban Anda; kami hanya mengetahui apakah pemeriksaannya berhasil, dan tidak menyimpan apa pun darinya.',
  },
}
