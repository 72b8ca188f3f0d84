/** An image as decoded: the palette's colour at each pixel, row by row. */
export type Decoded = { width: number; height: number; colours: string[]; pixels: Uint8Array }

/** Decodes a PNG of four bits a pixel, and throws where it is not what the standard asks for. */
export async function decoded(file: Uint8Array): Promise<Decoded> {
  const chunks = [...chunksOf(file)]
  const names = chunks.map(({ name }) => name)
  if (names.join() !== 'IHDR,PLTE,IDAT,IEND') throw new Error(`Chunks: ${names.join()}`)
  const [header, palette, packed] = chunks.map(({ data }) => data) as Uint8Array[]
  const view = new DataView((header as Uint8Array).slice().buffer)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const kind = [...(header as Uint8Array).slice(8)].join()
  if (kind !== '4,3,0,0,0') throw new Error(`Of another kind: ${kind}`)
  const rows = await inflated(packed as Uint8Array)
  const stride = 1 + width / 2
  if (rows.length !== stride * height) throw new Error(`${rows.length} bytes of pixels`)
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    if (rows[y * stride] !== 0) throw new Error(`Row ${y} has a filter`)
    for (let x = 0; x < width; x += 1) {
      const both = rows[y * stride + 1 + (x >> 1)] as number
      pixels[y * width + x] = x % 2 === 0 ? both >> 4 : both & 15
    }
  }
  const hex = [...(palette as Uint8Array)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return { width, height, colours: hex.match(/.{6}/g) ?? [], pixels }
}

function* chunksOf(file: Uint8Array) {
  if ([...file.slice(0, 8)].join() !== '137,80,78,71,13,10,26,10') throw new Error('No PNG')
  const view = new DataView(file.slice().buffer)
  for (let at = 8; at < file.length; ) {
    const length = view.getUint32(at)
    const name = new TextDecoder().decode(file.slice(at + 4, at + 8))
    const checksum = view.getUint32(at + 8 + length)
    if (crc(file.slice(at + 4, at + 8 + length)) !== checksum) throw new Error(`${name}: damaged`)
    yield { name, data: file.slice(at + 8, at + 8 + length) }
    at += 12 + length
  }
}

/** Bit by bit, as the standard defines it. */
function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return ~rest >>> 0
}

async function inflated(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Response(packed.slice()).body?.pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
