import { type Bytes, utf8 } from '../bytes.ts'
import { HEIGHT, type Pixels, WIDTH } from './pixels.ts'

/** Red, green and blue, 0 to 255 each. */
export type Colour = [number, number, number]

/**
 * Writes an image as a PNG (third edition, https://www.w3.org/TR/png-3/) with a palette of up to
 * sixteen colours.
 */
export async function png(pixels: Pixels, palette: Colour[]): Promise<Bytes> {
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    // Four bits a pixel, by palette; the only methods of packing and filtering; not interlaced.
    chunk('IHDR', Uint8Array.of(...bigEndian(WIDTH), ...bigEndian(HEIGHT), 4, 3, 0, 0, 0)),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', await deflate(pixels)),
    chunk('IEND', new Uint8Array()),
  ])
}

async function deflate(bytes: Bytes): Promise<Bytes> {
  const compressed = new Response(bytes).body?.pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(compressed).arrayBuffer())
}

function chunk(name: string, data: Bytes): Bytes {
  const named = joined([utf8(name), data])
  return joined([bigEndian(data.length), named, bigEndian(checksum(named))])
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

/** CRC-32, as every chunk ends with. */
function checksum(bytes: Bytes): number {
  let rest = -1
  for (const byte of bytes) rest = (TABLE[(rest ^ byte) & 0xff] as number) ^ (rest >>> 8)
  return ~rest
}

function bigEndian(number: number): Bytes {
  return Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number)
}

function joined(parts: Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
