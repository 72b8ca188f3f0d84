import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitted } from '../../src/share-image/lines.ts'
import { canSet, settable, widthOf } from '../../src/share-image/typeface.ts'
import { readTypeface } from '../../src/share-image/typeface-file.ts'
import { shareImage } from '../../src/share-image.ts'
import { site } from '../newsroom.ts'
import { column, print, retract, samples } from '../printed.ts'
import { type Decoded, decoded } from './decoded.ts'

const typeface = await readTypeface(env.ASSETS)
const words = { siteName: 'Off the Clock', headline: 'The kettle is mine', byline: 'By The Desk' }
const draw = async (changes: Partial<typeof words>) =>
  decoded(await shareImage(typeface, { ...words, ...changes }))

/** How many pixels of a part of the image are not paper. */
function ink({ width, pixels }: Decoded, part: { x?: number[]; y?: number[] }): number {
  const [left = 0, right = 1200] = part.x ?? []
  const [top = 0, bottom = 630] = part.y ?? []
  let count = 0
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) if (pixels[y * width + x] !== 0) count += 1
  }
  return count
}

/** Where the site's name stands, the headline, and the byline, from the image's top. */
const NAME = { y: [80, 135] }
const MIDDLE = { y: [140, 525] }
const BYLINE = { y: [530, 580] }

describe('A column’s share image', () => {
  test('is a picture of 1200 by 630 with its headline', async () => {
    await print({ kettle: column({ headline: "It's my kettle" }) })
    const response = await site().get('/columns/kettle.png')
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('image/png')
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    const file = new Uint8Array(await response.arrayBuffer())
    expect(file.length).toBeLessThan(60_000)
    const image = await decoded(file)
    expect([image.width, image.height]).toEqual([1200, 630])
    for (const part of [NAME, MIDDLE, BYLINE]) expect(ink(image, part)).toBeGreaterThan(500)
    const set = { ...words, headline: 'It’s my kettle' }
    expect(file).toEqual(await shareImage(typeface, set))
  })

  test('is drawn for each of the sample columns, in its own language', async () => {
    await print(samples)
    const seen = new Set<string>()
    for (const [slug, document] of Object.entries(samples)) {
      const prefix = /^language: id$/m.test(document) ? '/id' : ''
      const response = await site().get(`${prefix}/columns/${slug}.png`)
      expect([slug, response.status]).toEqual([slug, 200])
      const image = await decoded(new Uint8Array(await response.arrayBuffer()))
      expect(ink(image, MIDDLE), slug).toBeGreaterThan(5000)
      seen.add(image.pixels.join(''))
    }
    expect(seen.size).toBe(Object.keys(samples).length)
  })

  test('is kept by caches as the column is, and is new when the column is', async () => {
    await print({ kettle: column() })
    const page = await site().get('/columns/kettle')
    const image = await site().get('/columns/kettle.png')
    for (const name of ['ETag', 'Cache-Control', 'Cloudflare-CDN-Cache-Control']) {
      expect(image.headers.get(name), name).toBe(page.headers.get(name))
    }
    expect(image.headers.get('Cache-Tag')).toBe('site,column-kettle')
    const known = { 'If-None-Match': image.headers.get('ETag') ?? '' }
    expect((await site().get('/columns/kettle.png', known)).status).toBe(304)
    await print({ kettle: column({ headline: 'The kettle is ours' }) })
    const next = await site().get('/columns/kettle.png', known)
    expect(next.status).toBe(200)
    const [was, is] = [await image.bytes(), await next.bytes()]
    expect(is.join() === was.join()).toBe(false)
  })

  test('is where its column is: moved, in its own language, or nowhere', async () => {
    await print({ kettle: column(), ketel: column({ language: 'id' }) })
    await print({ teapot: column() }, { ids: { teapot: 'kettle' } })
    const ask = async (path: string) => {
      const { status, headers } = await site().get(path)
      return [status, headers.get('Location')]
    }
    expect(await ask('/columns/kettle.png')).toEqual([301, '/columns/teapot.png'])
    expect(await ask('/columns/ketel.png')).toEqual([301, '/id/columns/ketel.png'])
    expect(await ask('/columns/nothing.png')).toEqual([404, null])
    await retract('ketel', 'id')
    expect(await ask('/id/columns/ketel.png')).toEqual([410, null])
    const gone = (await site().get('/id/columns/ketel.png')).headers
    expect(gone.get('Cache-Tag'), 'takes the place of the image').toBe('site,column-ketel')
  })

  test('has no headline in letters that the typeface lacks: the site’s name stands for it', async () => {
    const named = await draw({ headline: 'やかんは私のものです' })
    expect(ink(named, NAME) + ink(named, BYLINE)).toBe(0)
    expect(ink(named, MIDDLE)).toBeGreaterThan(3000)
    expect(named.pixels).toEqual((await draw({ headline: 'Kettle 🫖' })).pixels)
    const bare = await draw({ headline: 'شاي', siteName: 'ساعة' })
    expect(ink(bare, { y: [20, 610] })).toBe(0)
  })

  test('is set in Latin of every kind, also with accents that stand apart', async () => {
    const composed = await draw({ headline: 'Łódź, Čeština, œuvre, “naïve” – ½ € ğ ș' })
    expect(ink(composed, NAME)).toBeGreaterThan(500)
    const apart = await draw({ headline: 'na\u0069\u0308ve\u200b' })
    expect(apart.pixels).toEqual((await draw({ headline: 'naïve' })).pixels)
  })
})

const letters = [...typeface.places.keys()].map((code) => String.fromCodePoint(code))
const headline = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'the client calls “me” WAVE—Ty'.split(' ')) },
      { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...letters), maxLength: 50 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '))

test('Whatever a headline says, its words keep within the margins', async () => {
  await fc.assert(
    fc.asyncProperty(headline, async (text) => {
      const image = await draw({ headline: text })
      // Some characters reach beyond their own width: the fraction slash does by a quarter of an em.
      expect(ink(image, { x: [0, 40], y: [20, 610] })).toBe(0)
      expect(ink(image, { x: [1160, 1200], y: [20, 610] })).toBe(0)
      expect(ink(image, { y: [580, 610] })).toBe(0)
      expect(ink(image, { y: [20, 70] })).toBe(0)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('Letters are as far apart as Newsreader’s makers set them', () => {
  expect(typeface.unitsPerEm).toBe(2000)
  const [a, v, both] = ['A', 'V', 'AV'].map((text) => widthOf(typeface, text)) as number[]
  expect([a, v, both]).toEqual([1512, 1457, 2778])
  expect(widthOf(typeface, 'ŁA')).toBe(widthOf(typeface, 'Ł') + 1512)
})

test('A headline is broken into few lines of like width, and cut only at the end of a word', () => {
  const sizes = [
    { size: 80, most: 2 },
    { size: 40, most: 3 },
  ]
  const set = (text: string) => fitted(typeface, text, 1000, sizes)
  expect(set('My client expects me to be available all day')).toEqual({
    lines: ['My client expects me', 'to be available all day'],
    size: 80,
  })
  fc.assert(
    fc.property(headline, (text) => {
      const whole = settable(text)
      fc.pre(whole !== '' && canSet(typeface, whole))
      const { lines, size } = set(whole)
      expect(lines.length).toBeLessThanOrEqual(size === 80 ? 2 : 3)
      for (const line of lines) {
        expect((widthOf(typeface, line) * size) / typeface.unitsPerEm).toBeLessThanOrEqual(1000)
      }
      const joined = lines.join(' ')
      if (joined.endsWith('…') && !whole.endsWith('…')) {
        expect(whole.replaceAll(' ', '')).toContain(joined.slice(0, -1).replaceAll(' ', ''))
      } else if (whole.split(' ').every((word) => widthOf(typeface, word) < 40_000)) {
        expect(joined).toBe(whole)
      }
    }),
  )
})
