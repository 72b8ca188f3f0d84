/** What swapped letters cost, and doubled ones: the only errors that a word of three letters may have. */
export const SWAPPED = 0.7
const DOUBLED = 0.7
/** The only other error that a word of four letters may have. */
export const MISSED = 0.9
const VOWEL = 0.95
/** A wrong letter whose key is not beside the right one's, and that does not sound alike: in a long word only. */
export const UNLIKELY = 1.3

/** The lines of the table that is being filled: this one, the one above, and the one before that. */
let [line, above, before] = [[0], [0], [0]]

/**
 * Gives how many letters are wrong, missing, too many or swapped with the next one (optimal string
 * alignment), with less for what fingers do most: swapped and doubled letters, one vowel for another; a
 * letter from elsewhere on the keyboard counts for more.
 * More than `most` is told as infinite.
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > Math.ceil(most)) return Number.POSITIVE_INFINITY
  for (let column = 0; column <= other.length; column += 1) above[column] = column
  let leastAbove = 0
  for (let row = 1; row <= one.length; row += 1) {
    line[0] = row
    let least = row
    for (let column = 1; column <= other.length; column += 1) {
      const cost = cheapest(one, other, row, column)
      line[column] = cost
      if (cost < least) least = cost
    }
    // Swapped letters reach over a line.
    if (least > most && leastAbove > most) return Number.POSITIVE_INFINITY
    leastAbove = least
    ;[line, above, before] = [before, line, above]
  }
  const errors = above[other.length] ?? Number.POSITIVE_INFINITY
  return errors > most ? Number.POSITIVE_INFINITY : errors
}

function cheapest(one: string, other: string, row: number, column: number): number {
  const [letter, wanted] = [one.charCodeAt(row - 1), other.charCodeAt(column - 1)]
  const diagonal = above[column - 1] ?? 0
  if (letter === wanted && letter !== other.charCodeAt(column - 2)) {
    if (letter !== one.charCodeAt(row - 2)) return diagonal
  }
  const wrong = letter === wanted ? 0 : wrongFor(letter, wanted)
  const tooMany = letter === one.charCodeAt(row - 2) ? DOUBLED : 1
  const missing = wanted === other.charCodeAt(column - 2) ? DOUBLED : MISSED
  const cost = Math.min(
    diagonal + wrong,
    (above[column] ?? 0) + tooMany,
    (line[column - 1] ?? 0) + missing,
  )
  const isSwapped =
    row > 1 &&
    column > 1 &&
    letter === other.charCodeAt(column - 2) &&
    wanted === one.charCodeAt(row - 2)
  return isSwapped ? Math.min(cost, (before[column - 2] ?? 0) + SWAPPED) : cost
}

/** What stands side by side on a keyboard (QWERTY), and what is written for the same sound. */
const ALIKE = new Set(
  `qw we er rt ty yu ui io op as sd df fg gh hj jk kl zx xc cv vb bn nm
  aq aw sw se de dr fr ft gt gy hy hu ju ji ki ko lo lp za zs xs xd cd cf vf vg bg bh nh nj mj mk ck cs fv sx dt bp`
    .split(/\s+/)
    .flatMap((pair) => [pair, [...pair].reverse().join('')]),
)

function wrongFor(letter: number, wanted: number): number {
  if (isVowel(letter) && isVowel(wanted)) return VOWEL
  return ALIKE.has(String.fromCharCode(letter, wanted)) ? 1 : UNLIKELY
}

const VOWELS = new Set([...'aeiouy'].map((vowel) => vowel.charCodeAt(0)))

function isVowel(letter: number): boolean {
  return VOWELS.has(letter)
}
