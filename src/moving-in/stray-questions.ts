import { signs } from './signs.ts'
import { isFirst, isSecond, wordsIn } from './voice.ts'
import { wordSet } from './wording.ts'

/** With those that whoever asks or is spoken to says: no search question has them. */
const PERSONS = wordSet('we us our kita')
const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu
/** In characters: a longer question is somebody's own. */
const LONGEST = 110

/**
 * Gives the names of somebody in a question that stands alone, such as people ask a search engine
 * about the famous: a first name with a last, and nobody who asks or is spoken to. None where the
 * question is no such one.
 */
export function namesAsked(line: string): string[] {
  if (line.length > LONGEST || !line.endsWith('?') || wordsIn(line).some(isPerson)) return []
  const { noNames } = signs().ofPages
  const words = [...line.matchAll(WORD)].map(([word]) => word.replace(/[’']s$/u, ''))
  const names: string[] = []
  let run: string[] = []
  for (const word of [...words.slice(1), '']) {
    if (/^\p{Lu}/u.test(word)) run.push(word)
    else {
      const isName =
        run.length > 1 && run.length < 4 && !run.some((one) => noNames.has(one.toLowerCase()))
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
