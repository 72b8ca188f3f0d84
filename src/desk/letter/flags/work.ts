import type { Span } from '../flags.ts'
import { spansOf } from './spans.ts'

/** A word of working life, in English or Indonesian: the beginning of it is enough. */
const WORK =
  /(?<!\p{L})(?:work|job|boss|manag|colleague|co-?worker|employ|office|client|customer|team|meeting|salar|wage|pay\b|paid|raise\b|promot|career|hire|hiring|hired|fired|resign|quit\b|notice period|interview|shift|compan|firm\b|busines|contract|internship|intern\b|apprentic|project|deadline|overtime|supervis|director|staff|HR\b|human resources|union|freelanc|consult|profession|payslip|leave\b|trainee|foreman|ward\b|shop\b|teach|nurse|kerja|pekerja|karyawan|pegawai|atasan|bawahan|bos\b|kantor|rekan|gaji|upah|lembur|rapat|klien|pelanggan|perusahaan|manajer|direktur|pabrik|tim\b|proyek|kontrak|cuti|phk\b|dipecat|mengundurkan diri|resign|lamaran|wawancara|magang|honor|THR\b|usaha|toko\b|guru|perawat|staf)/giu

/** In fewer words a letter may leave it out. */
const FEWEST_WORDS = 40

/** Tells whether a letter has no word of working life at all. */
export function isNotAboutWork(text: string, words: number): boolean {
  return words >= FEWEST_WORDS && text.search(WORK) === -1
}

const OTHERS = [
  /\b(?:also|already|have|[’']ve) (?:sent|send|sending|written|wrote|writing|posted|asked|submitted|emailed)\b[^.!?\n]{0,40}\b(?:other|another|different|several|two|three) (?:advice )?(?:columns?|columnists?|papers?|newspapers?|magazines?|sites?|websites?|agony aunts?|podcasts?)\b/giu,
  /\b(?:sent|send|sending|written|wrote|posted|asked|submitted)\b[^.!?\n]{0,30}\b(?:to|on|at) (?:Ask a Manager|Dear Prudence|Dear Abby|Captain Awkward|Work Friend|Miss Manners|Carolyn Hax|Reddit|Quora|Mumsnet|r\/\w+)/giu,
  /\b(?:juga|sudah|telah)\b[^.!?\n]{0,12}\b(?:mengirim(?:kan)?|kirim|menulis|bertanya|menanyakan(?:nya)?)\b[^.!?\n]{0,30}\b(?:kolom|rubrik|majalah|koran|situs|redaksi)\b[^.!?\n]{0,12}\blain(?:nya)?\b/giu,
]

/** Finds where a writer says that the letter went to another column too. */
export function sentElsewhere(text: string): Span[] {
  return spansOf(text, OTHERS)
}
