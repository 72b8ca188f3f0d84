import { signs } from './signs.ts'
import { small } from './wording.ts'

/** What a line of an old page is, that does not belong to its column. */
export type Junk = {
  reason: string
  /** It may be a sentence of the column all the same: it stays, and is marked. */
  isDoubtful: boolean
}

/** Gives the first kind that a line is of, or null. */
export function junkLineOf(line: string): Junk | null {
  if (isWay(line)) return { reason: 'a way through the old site', isDoubtful: false }
  const letters = small(line)
  const kind = signs().junkLines.find(({ upTo, wordings, isCased }) => {
    return line.length <= upTo && wordings.some((one) => one(isCased ? line : letters))
  })
  if (kind) return { reason: kind.reason, isDoubtful: kind.isDoubtful === true }
  const reason = pagePhraseIn(letters)
  return reason ? { reason, isDoubtful: false } : null
}

const SENTENCE_END = /(?<=[.?!…]["”’)]?)\s+/
/** In characters: a longer text tells of such things, and so does one that says more beside them. */
const LONGEST_PHRASED = 170
const MOST_BESIDE = 60

/** Says what kind of page's line this is, if it says something that only pages say. */
export function pagePhraseIn(letters: string): string | null {
  if (letters.length > LONGEST_PHRASED) return null
  const { phrases } = signs()
  const [reason] = phrases.flatMap(({ reason, says }) => (says(letters) ? reason : []))
  if (!reason) return null
  const beside = letters.split(SENTENCE_END).filter((one) => !phrases.some(({ says }) => says(one)))
  return beside.join(' ').length <= MOST_BESIDE ? reason : null
}

const LONGEST_WAY = 120
const BETWEEN_STEPS = /\s*(?:[»›|→·•▸►]|::)\s*|\s+[/>]\s+/
const STEP = /^[\p{Lu}\d][\p{L}\p{N}&’'() -]*$/u
const LONGEST_STEP = 28

/** Whether a line is three steps and more through a site, each a few words. */
function isWay(line: string): boolean {
  if (line.length > LONGEST_WAY) return false
  const steps = line.split(BETWEEN_STEPS)
  return steps.length > 2 && steps.every((step) => step.length <= LONGEST_STEP && STEP.test(step))
}
