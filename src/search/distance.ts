/** What swapped letters cost, and doubled ones: the only errors that a word of three letters may have. */
export const SWAPPED = 0.7
const DOUBLED = 0.7
const VOWEL = 0.9

/** The lines of the table that is being filled: this one, the one above, and the one before that. */
let [line, above, before] = [[0], [0], [0]]

/**
 * Gives how many letters are wrong, missing, too many or swapped with the next one (optimal string
 * alignment), with less for what fingers do most: swapped and doubled letters, one vowel for another.
 * More than `most` is told as infinite.
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Number.POSITIVE_INFINITY
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
  const wrong = letter === wanted ? 0 : isVowel(letter) && isVowel(wanted) ? VOWEL : 1
  const tooMany = letter === one.charCodeAt(row - 2) ? DOUBLED : 1
  const missing = wanted === other.charCodeAt(column - 2) ? DOUBLED : 1
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

const VOWELS = new Set([...'aeiouy'].map((vowel) => vowel.charCodeAt(0)))

function isVowel(letter: number): boolean {
  return VOWELS.has(letter)
}
