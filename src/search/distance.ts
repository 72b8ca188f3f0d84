/**
 * Gives how many letters are wrong, missing, too many or swapped with the next one (optimal string
 * alignment), with less for what fingers do most: swapped and doubled letters, one vowel for another.
 * More than `most` is told as infinite.
 */
export function distance(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let leastBefore = 0
  let above = b.map((_, index) => index + 1)
  above.unshift(0)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const [letter, wanted] = [a[row - 1] ?? '', b[column - 1] ?? '']
      const diagonal = above[column - 1] ?? 0
      let cost = Math.min(
        diagonal + (letter === wanted ? 0 : isVowel(letter) && isVowel(wanted) ? VOWEL : 1),
        (above[column] ?? 0) + (letter === a[row - 2] ? DOUBLED : 1),
        (line[column - 1] ?? 0) + (wanted === b[column - 2] ? DOUBLED : 1),
      )
      if (letter === b[column - 2] && wanted === a[row - 2]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + SWAPPED)
      }
      line.push(cost)
      least = Math.min(least, cost)
    }
    // Swapped letters reach over a line.
    if (Math.min(least, leastBefore) > most) return Number.POSITIVE_INFINITY
    leastBefore = least
    before = above
    above = line
  }
  const errors = above[b.length] ?? Number.POSITIVE_INFINITY
  return errors > most ? Number.POSITIVE_INFINITY : errors
}

/** What swapped letters cost: the only error that a word of three letters may have. */
export const SWAPPED = 0.7
const DOUBLED = 0.8
const VOWEL = 0.9

function isVowel(letter: string): boolean {
  return 'aeiouy'.includes(letter)
}
