import type { Bytes } from './bytes.ts'
import { fitted, type Size } from './share-image/lines.ts'
import { blank, fill, HEIGHT, type Ink, type Pixels, setText, WIDTH } from './share-image/pixels.ts'
import { type Colour, png } from './share-image/png.ts'
import { canSet, settable, type Typeface } from './share-image/typeface.ts'

/** What stands on a share image. */
export type ShareWords = { siteName: string; headline: string; byline: string }

/** How big a share image is, in pixels: what pages say of it. */
export const SHARE_IMAGE = { width: WIDTH, height: HEIGHT }

/** The site's light colours, as in `ui/tokens.css`: nine shades of ink, three each of the edge's. */
const PAPER: Colour = [0xfd, 0xfd, 0xfc]
const PALETTE: Colour[] = [
  PAPER,
  ...shadesOf([0x14, 0x18, 0x1f], 9),
  ...shadesOf([0xb4, 0x37, 0x2c], 3),
  ...shadesOf([0x1d, 0x4a, 0x9b], 3),
]
const INK: Ink = { first: 1, most: 9 }
/** Two thirds of the ink: near enough to the quiet colour, and in the same shades. */
const QUIET: Ink = { first: 1, most: 6 }
const STAMP: Ink = { first: 10, most: 3 }
const ACCENT: Ink = { first: 13, most: 3 }

function shadesOf(ink: Colour, count: number): Colour[] {
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 1) / count
    const channel = (place: 0 | 1 | 2) =>
      Math.round(PAPER[place] + (ink[place] - PAPER[place]) * share)
    return [channel(0), channel(1), channel(2)]
  })
}

/** Nothing but the airmail edge comes nearer to the image's sides: some who show it round its corners. */
const MARGIN = 80
const SIZES: Size[] = [
  { size: 96, most: 2 },
  { size: 84, most: 3 },
  { size: 68, most: 4 },
  { size: 56, most: 5 },
]

/**
 * Gives a column's share image as a PNG of 1200 × 630: the headline set in type between the site's
 * name and the byline, on paper with an airmail edge. Words with a character that the typeface lacks
 * are left out, and the site's name stands in for a headline; no character is ever shown as a box.
 */
export function shareImage(typeface: Typeface, words: ShareWords): Promise<Bytes> {
  const pixels = blank()
  const [headline, siteName, byline] = [words.headline, words.siteName, words.byline].map(
    (text) => {
      const set = settable(text)
      return canSet(typeface, set) ? set : ''
    },
  ) as [string, string, string]
  edge(pixels)
  if (headline) {
    line(pixels, typeface, { text: siteName, y: 120, size: 42, ink: INK })
    line(pixels, typeface, { text: byline, y: 560, size: 34, ink: QUIET })
  }
  middle(pixels, typeface, headline || siteName)
  return png(pixels, PALETTE)
}

type Line = { text: string; y: number; size: number; ink: Ink }

/** One line, and no more: a name that is too long for it is cut. */
function line(pixels: Pixels, typeface: Typeface, { text, y, size, ink }: Line): void {
  const { lines } = fitted(typeface, text, WIDTH - 2 * MARGIN, [{ size, most: 1 }])
  setText(pixels, typeface, { text: lines[0] ?? '', x: MARGIN, y, size, ink })
}

/** The middle of what the headline stands in, from the image's top. */
const MIDDLE = 336

function middle(pixels: Pixels, typeface: Typeface, text: string): void {
  const { lines, size } = fitted(typeface, text, WIDTH - 2 * MARGIN, SIZES)
  const leading = size * 1.12
  // From the first line's capitals to the last one's baseline: capitals are two thirds of an em high.
  const first = MIDDLE - ((lines.length - 1) * leading) / 2 + size / 3
  for (const [index, text] of lines.entries()) {
    setText(pixels, typeface, { text, x: MARGIN, y: first + index * leading, size, ink: INK })
  }
}

/** The airmail edge, as on a printed letter: slanting bars in two colours, at the top and the bottom. */
function edge(pixels: Pixels): void {
  const [height, bar, gap] = [16, 36, 24]
  const slant = height * 0.47
  for (let [x, ink] = [-bar, STAMP]; x < WIDTH; x += bar + gap) {
    const shape = [0, x, 0, 1, x + bar, 0, 1, x + bar + slant, height, 1, x + slant, height]
    for (const y of [height, HEIGHT]) fill(pixels, shape, { x: 0, y, scale: 1, ink })
    ink = ink === STAMP ? ACCENT : STAMP
  }
}
