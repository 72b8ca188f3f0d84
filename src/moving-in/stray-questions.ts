import { isFirst, isSecond, wordsIn } from './voice.ts'
import { wordSet } from './wording.ts'

/** With those that whoever asks or is spoken to says: no search question has them. */
const PERSONS = wordSet('we us our kita')
const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu
/** Capitals that name no person, side by side in questions about work. */
const NO_NAMES = wordSet(
  'human resources? department company office board team head director manager chief union council university college school hospital bank court ministry new north south east west monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter ramadan lebaran natal hari raya senin selasa rabu kamis jumat sabtu minggu januari februari maret mei juni juli agustus oktober desember pt cv kantor dinas direktur manajer kepala bagian divisi serikat bank rumah sakit sekolah universitas jalan kota kabupaten pak bu bapak ibu mas mbak mr mrs ms dr hr hrd google microsoft excel zoom slack teams word power',
)
/** In characters: a longer question is somebody's own. */
const LONGEST = 110

/**
 * Gives the names of somebody in a question that stands alone, such as people ask a search engine
 * about the famous: a first name with a last, and nobody who asks or is spoken to. None where the
 * question is no such one.
 */
export function namesAsked(line: string): string[] {
  if (line.length > LONGEST || !line.endsWith('?') || wordsIn(line).some(isPerson)) return []
  const words = [...line.matchAll(WORD)].map(([word]) => word.replace(/[’']s$/u, ''))
  const names: string[] = []
  let run: string[] = []
  for (const word of [...words.slice(1), '']) {
    if (/^\p{Lu}/u.test(word)) run.push(word)
    else {
      const isName =
        run.length > 1 && run.length < 4 && !run.some((one) => NO_NAMES.has(one.toLowerCase()))
      if (run.length > 3) return []
      if (isName) names.push(run.join(' '))
      run = []
    }
  }
  return names
}

function isPerson(word: string): boolean {
  return PERSONS.has(word) || isFirst(word) || isSecond(word)
}
