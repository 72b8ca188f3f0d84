import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { create, type Font } from 'fontkit'

/** The semi-bold of headlines, as its package cuts it up: Latin, and the rest of Latin. */
const FILES = ['latin', 'latin-ext'].map((part) =>
  fileURLToPath(
    import.meta.resolve(`@fontsource/newsreader/files/newsreader-${part}-600-normal.woff`),
  ),
)

/** Letters stand one after the other, as the Worker sets them: no ligatures, no floating marks. */
const PLAIN = Object.fromEntries(
  ['calt', 'ccmp', 'clig', 'liga', 'locl', 'mark', 'mkmk', 'rlig'].map((tag) => [tag, false]),
)

/** The change of the first letter's advance, by pair. */
type Kerning = Map<number, number>

type Letter = { code: number; advance: number; outline: number[] }

/** Gives what the typeface file is made from: when none of it has changed, the file has not. */
export function typefaceSources(): string[] {
  return [...FILES, import.meta.filename]
}

/**
 * Writes Newsreader's outlines for share images, in the format that `src/share-image/typeface.ts`
 * reads: every letter's shape, its advance, and how pairs are kerned, in the font's own units.
 */
export function writeTypeface(): Uint8Array {
  const fonts = FILES.map((file) => create(readFileSync(file)) as Font)
  const letters = new Map<number, Letter>()
  const kerning: Kerning = new Map()
  for (const font of fonts) {
    const codes = font.characterSet.filter((code) => isSet(code) && !letters.has(code))
    for (const code of codes) letters.set(code, letterOf(font, code))
    kern(font, codes, kerning)
  }
  const sorted = [...letters.values()].sort((one, other) => one.code - other.code)
  return encode(fonts[0]?.unitsPerEm ?? 0, sorted, kerning)
}

/** Characters that stand for themselves: no marks, nothing invisible, nothing that is no character. */
function isSet(code: number): boolean {
  const isNone = /[\p{M}\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
  return code < 0xffff && !isNone.test(String.fromCodePoint(code))
}

/** An outline is a run of numbers: 0 x y moves, 1 x y draws a line, 2 x1 y1 x y a quadratic curve. */
function letterOf(font: Font, code: number): Letter {
  const glyph = font.glyphForCodePoint(code)
  const verbs = ['moveTo', 'lineTo', 'quadraticCurveTo', 'closePath']
  const outline = glyph.path.commands.flatMap(({ command, args }) => {
    const verb = verbs.indexOf(command)
    if (verb < 0) throw new Error(`Newsreader draws with ${command}, which is not understood.`)
    return verb === 3 ? [] : [verb, ...args.map(Math.round)]
  })
  return { code, advance: glyph.advanceWidth, outline }
}

function pairOf(left = 0, right = 0): number {
  return left * 0x10000 + right
}

/** Asks for every pair both ways, by setting each letter with all that come after it: a b a c a d… */
function kern(font: Font, codes: number[], kerning: Kerning): void {
  for (const [index, code] of codes.entries()) {
    const row = codes.slice(index).flatMap((other) => [code, other])
    const { glyphs, positions } = font.layout(String.fromCodePoint(...row), PLAIN)
    for (const [place, glyph] of glyphs.slice(0, -1).entries()) {
      const change = (positions[place]?.xAdvance ?? 0) - glyph.advanceWidth
      if (change !== 0) kerning.set(pairOf(row[place], row[place + 1]), change)
    }
  }
}

function encode(unitsPerEm: number, letters: Letter[], kerning: Kerning): Uint8Array {
  const pair = (left: Letter, right: Letter) => kerning.get(pairOf(left.code, right.code)) ?? 0
  const lefts = classes(letters.map((left) => letters.map((right) => pair(left, right))))
  const rights = classes(letters.map((right) => letters.map((left) => pair(left, right))))
  const table = lefts.samples.flatMap((left) =>
    rights.samples.map((right) => pair(letters[left] as Letter, letters[right] as Letter)),
  )
  const starts = [0]
  for (const { outline } of letters) starts.push((starts.at(-1) ?? 0) + outline.length)
  const numbers = [
    ...[unitsPerEm, letters.length, lefts.samples.length, rights.samples.length],
    ...letters.map(({ code }) => code),
    ...letters.map(({ advance }) => advance),
    ...lefts.classOf,
    ...rights.classOf,
    ...table,
    ...starts.flatMap((start) => [start & 0x7fff, start >> 15]),
    ...letters.flatMap(({ outline }) => outline),
  ]
  return new Uint8Array(Int16Array.from(numbers).buffer)
}

/** Letters that are kerned alike are one class: the table of pairs is small, and nothing is lost. */
function classes(rows: number[][]): { classOf: number[]; samples: number[] } {
  const known = new Map<string, number>()
  const samples: number[] = []
  const classOf = rows.map((row, index) => {
    const key = row.join()
    const found = known.get(key) ?? samples.push(index) - 1
    known.set(key, found)
    return found
  })
  return { classOf, samples }
}
