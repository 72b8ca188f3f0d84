/** A typeface for images, as `src/cli/typeface.ts` writes it; lengths are in its units. */
export type Typeface = {
  unitsPerEm: number
  /** The place of each character that it has. */
  places: Map<number, number>
  /** The advance of the letter at a place. */
  advances: Int16Array
  /** How much a pair of places stands nearer (or, above 0, farther) than their advances say. */
  kerning: (left: number, right: number) => number
  /** The shape of the letter at a place: 0 x y moves, 1 x y is a line, 2 x1 y1 x y a curve. */
  outline: (place: number) => Int16Array
}

/** Opens a typeface file. Nothing is copied: its numbers are read where they stand. */
export function openTypeface(file: ArrayBuffer): Typeface {
  const numbers = new Int16Array(file)
  const [unitsPerEm = 0, count = 0, lefts = 0, rights = 0] = numbers
  let at = 4
  const take = (length: number) => {
    at += length
    return numbers.subarray(at - length, at)
  }
  const codes = take(count)
  const advances = take(count)
  const leftOf = take(count)
  const rightOf = take(count)
  const table = take(lefts * rights)
  const starts = take(2 * (count + 1))
  const outlines = take(numbers.length - at)
  const start = (place: number) => (starts[2 * place] ?? 0) + ((starts[2 * place + 1] ?? 0) << 15)
  return {
    unitsPerEm,
    places: new Map(Array.from(codes, (code, place) => [code & 0xffff, place])),
    advances,
    kerning: (left, right) => table[(leftOf[left] ?? 0) * rights + (rightOf[right] ?? 0)] ?? 0,
    outline: (place) => outlines.subarray(start(place), start(place + 1)),
  }
}

/** Gives text as it is set: composed, without what nobody would see; spaces that bind still do. */
export function settable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\S\u00a0]+/gu, ' ')
    .trim()
}

/** Whether the typeface has every character of a text. */
export function canSet({ places }: Typeface, text: string): boolean {
  return [...text].every((character) => places.has(character.codePointAt(0) ?? 0))
}

/** Gives the place of each letter of a text, and how far from its beginning it stands. */
export function placed(typeface: Typeface, text: string): { place: number; x: number }[] {
  let x = 0
  let before: number | undefined
  return [...text].map((character) => {
    const place = typeface.places.get(character.codePointAt(0) ?? 0) ?? 0
    if (before !== undefined) x += typeface.kerning(before, place)
    const letter = { place, x }
    x += typeface.advances[place] ?? 0
    before = place
    return letter
  })
}

/** Gives how wide a line of text is. */
export function widthOf(typeface: Typeface, text: string): number {
  const last = placed(typeface, text).at(-1)
  return last ? last.x + (typeface.advances[last.place] ?? 0) : 0
}
