import type { Bytes } from '../bytes.ts'
import { placed, type Typeface } from './typeface.ts'

/** 1.91 to 1, in pixels: what Open Graph's readers show without cropping it. */
export const WIDTH = 1200
export const HEIGHT = 630

/**
 * An image's rows as a PNG wants them: a filter byte (0: none), then half a byte for each pixel, its
 * place in a palette of sixteen. More shades would not be seen, and would take twice as long to pack.
 */
export type Pixels = Bytes
const ROW = 1 + WIDTH / 2

/**
 * An ink: its shades stand in the palette from the place `first` on, from light to dark (paper is 0),
 * and `most` of them are used.
 */
export type Ink = { first: number; most: number }

/** Gives an image of nothing but paper. */
export function blank(): Pixels {
  return new Uint8Array(ROW * HEIGHT)
}

/** Sets a line of text, from its baseline's left end; `size` is the em in pixels. */
export function setText(
  pixels: Pixels,
  typeface: Typeface,
  { text, x, y, size, ink }: { text: string; x: number; y: number; size: number; ink: Ink },
): void {
  const scale = size / typeface.unitsPerEm
  for (const letter of placed(typeface, text)) {
    fill(pixels, typeface.outline(letter.place), { x: x + letter.x * scale, y, scale, ink })
  }
}

/** Fills an outline (see `Typeface.outline`; its y goes up), with soft edges; what is outside is cut off. */
export function fill(
  pixels: Pixels,
  outline: ArrayLike<number>,
  { x, y, scale, ink }: { x: number; y: number; scale: number; ink: Ink },
): void {
  const edges = flatten(outline, x, y, scale)
  const box = boxOf(edges)
  if (box.width <= 0 || box.height <= 0) return
  const cover = new Float32Array((box.width + 2) * box.height)
  for (const { fromX, fromY, toX, toY } of edges) {
    addEdge(cover, box, fromX - box.left, fromY - box.top, toX - box.left, toY - box.top)
  }
  blend(pixels, cover, box, ink)
}

type Edge = { fromX: number; fromY: number; toX: number; toY: number }
type Box = { left: number; top: number; width: number; height: number }

/** How far, in pixels, a straight piece may be from the curve that it stands for. */
const FLATNESS = 0.1

/** Gives an outline's edges in pixels as straight pieces, every contour closed. */
function flatten(
  outline: ArrayLike<number>,
  left: number,
  baseline: number,
  scale: number,
): Edge[] {
  const edges: Edge[] = []
  let x = 0
  let y = 0
  let startX = 0
  let startY = 0
  const lineTo = (toX: number, toY: number) => {
    edges.push({ fromX: x, fromY: y, toX, toY })
    x = toX
    y = toY
  }
  for (let at = 0; at < outline.length; ) {
    const verb = outline[at] as number
    const u = left + (outline[at + 1] as number) * scale
    const v = baseline - (outline[at + 2] as number) * scale
    at += 3
    if (verb === 0) {
      lineTo(startX, startY)
      x = startX = u
      y = startY = v
    } else if (verb === 1) {
      lineTo(u, v)
    } else {
      const endX = left + (outline[at] as number) * scale
      const endY = baseline - (outline[at + 1] as number) * scale
      at += 2
      const fromX = x
      const fromY = y
      // In n pieces a quadratic curve is at most its second difference over 4 n² off.
      const bend = Math.hypot(fromX - 2 * u + endX, fromY - 2 * v + endY)
      const pieces = Math.ceil(Math.sqrt(bend / (4 * FLATNESS))) || 1
      for (let piece = 1; piece <= pieces; piece += 1) {
        const t = piece / pieces
        const s = 1 - t
        lineTo(
          s * s * fromX + 2 * s * t * u + t * t * endX,
          s * s * fromY + 2 * s * t * v + t * t * endY,
        )
      }
    }
  }
  lineTo(startX, startY)
  return edges.filter(({ fromY, toY }) => fromY !== toY)
}

function boxOf(edges: Edge[]): Box {
  let left = WIDTH
  let top = HEIGHT
  let right = 0
  let bottom = 0
  for (const { fromX, fromY, toX, toY } of edges) {
    left = Math.min(left, fromX, toX)
    right = Math.max(right, fromX, toX)
    top = Math.min(top, fromY, toY)
    bottom = Math.max(bottom, fromY, toY)
  }
  left = Math.floor(left)
  top = Math.floor(top)
  return { left, top, width: Math.ceil(right) - left, height: Math.ceil(bottom) - top }
}

/**
 * Adds what lies to the right of an edge: a part of each pixel that it crosses, and the whole of all
 * that follow in the row. `blend` sums these numbers up, so that one in the next pixel stands for all.
 */
function addEdge(
  cover: Float32Array,
  { width }: Box,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): void {
  const direction = toY > fromY ? 1 : -1
  const slope = (toX - fromX) / (toY - fromY)
  const top = Math.min(fromY, toY)
  const bottom = Math.max(fromY, toY)
  const start = direction > 0 ? fromX : toX
  for (let row = Math.floor(top); row < bottom; row += 1) {
    const upper = Math.max(row, top)
    const lower = Math.min(row + 1, bottom)
    const enters = start + (upper - top) * slope
    const leaves = start + (lower - top) * slope
    const left = Math.min(enters, leaves)
    const right = Math.max(enters, leaves)
    const height = direction * (lower - upper)
    const first = Math.floor(left)
    const last = Math.floor(right)
    for (let column = first; column <= last; column += 1) {
      const from = Math.max(left, column)
      const to = Math.min(right, column + 1)
      const part = first === last ? height : (height * (to - from)) / (right - left)
      const beside = part * ((from + to) / 2 - column)
      const at = row * (width + 2) + column
      cover[at] = (cover[at] as number) + part - beside
      cover[at + 1] = (cover[at + 1] as number) + beside
    }
  }
}

/** Sums each row up from its left, and inks what is covered; where letters touch, the darker stays. */
function blend(pixels: Pixels, cover: Float32Array, box: Box, ink: Ink): void {
  const { left, top, width, height } = box
  const { first, most } = ink
  const begin = Math.max(0, -left)
  const end = Math.min(width, WIDTH - left)
  for (let row = Math.max(0, -top); row < height && top + row < HEIGHT; row += 1) {
    let sum = 0
    for (let column = 0; column < end; column += 1) {
      sum += cover[row * (width + 2) + column] as number
      const shade = Math.min(most, (Math.abs(sum) * most + 0.5) | 0)
      if (shade === 0 || column < begin) continue
      const x = left + column
      const at = (top + row) * ROW + 1 + (x >> 1)
      const both = pixels[at] as number
      const place = first + shade - 1
      if (x & 1) pixels[at] = (both & 0xf0) | Math.max(both & 0x0f, place)
      else pixels[at] = (both & 0x0f) | Math.max(both & 0xf0, place << 4)
    }
  }
}
