import type { letters as pattern } from './en-letters.ts'

/** The writers' room in Indonesian. */
export const letters: typeof pattern = {
  title: 'Kirim surat',
}
