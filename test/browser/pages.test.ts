import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { siteWithArabic } from './arabic.ts'
import { atTheSite } from './at-the-site.ts'
import type { Person } from './browser.ts'

const COLUMN = '/columns/my-client-expects-me-to-be-available-all-day'

/** A page of each kind that readers and writers come to by an address. */
const PAGES = [
  '/',
  '/topics',
  '/topics/boundaries',
  '/archive',
  '/archive/2026',
  '/updates',
  '/scripts',
  '/scripts?topic=boundaries',
  '/search',
  '/search?q=boss',
  '/search?q=zyzzyva',
  '/about',
  '/privacy',
  '/guidelines',
  '/write',
  '/ticket',
  '/nowhere',
]

const ENGLISH = [...PAGES, COLUMN, '/columns/five-small-questions-about-meetings']
const INDONESIAN = [...PAGES.map((path) => `/id${path}`), '/id/columns/thr-saya-belum-dibayar']

let arabic: Awaited<ReturnType<typeof siteWithArabic>>
afterAll(() => arabic?.remove())
const here = atTheSite(async () => {
  arabic = await siteWithArabic()
  return arabic.folder
})

const someone = ({ hasScripts = true } = {}) => here.someone({ hasScripts })

async function opens({ page, faults }: Person, path: string): Promise<void> {
  const response = await page.goto(path)
  expect(response?.status(), path).toBe(/nowhere/.test(path) ? 404 : 200)
  expect(faults).toEqual([])
}

test.each([
  ['English', ENGLISH],
  ['Indonesian', INDONESIAN],
])('Anybody can use every page in %s: axe finds nothing, in light or dark', async (_, paths) => {
  const reader = await someone()
  for (const path of paths) {
    await opens(reader, path)
    await expectAccessible(reader.page, reader)
  }
  expect(paths.length).toBeGreaterThan(PAGES.length)
})

describe('A language that is written from right to left', () => {
  const paths = () => ['/ar/', '/ar/topics', '/ar/search?q=boss', '/ar/write', '/ar/ticket']

  test('is added by one file and one setting, and anybody can use its pages', async () => {
    const reader = await someone()
    for (const path of [...paths(), arabic.column]) {
      await opens(reader, path)
      expect(await reader.page.locator('html').getAttribute('dir')).toBe('rtl')
      await expectAccessible(reader.page, reader)
    }
    await opens(reader, COLUMN)
    await reader.page.getByRole('contentinfo').locator('a[hreflang=ar]').click()
    expect(new URL(reader.page.url()).pathname).toBe(arabic.column)
  })

  test.each([320, 1280])('is laid out as in a mirror, %i pixels wide', async (width) => {
    const { page, ...reader } = await someone()
    await page.setViewportSize({ width, height: 900 })
    for (const path of [...paths(), arabic.column]) {
      await opens({ page, ...reader }, path)
      const seen = await places(page, 'rtl')
      const mirrored = await places(page, 'ltr')
      expect(seen.length).toBeGreaterThan(10)
      expect(seen.map(({ what, start }) => ({ what, start }))).toEqual(
        mirrored.map(({ what, start }) => ({ what, start })),
      )
    }
  })
})

/** How far each box of a page is from the side where lines start, in pixels, when it is written that way. */
function places(page: Page, direction: 'ltr' | 'rtl') {
  return page.evaluate(async (dir) => {
    document.documentElement.dir = dir
    // Until its own type is there, a word is as wide as in another.
    await document.fonts.ready
    // What is in a language of its own keeps its direction, and a line of text breaks as it must.
    const boxes = [...document.querySelectorAll('body, body *:not(body [dir], body [dir] *)')]
      .filter((element) => !/inline|none|contents/.test(getComputedStyle(element).display))
      .filter((element) => element.getBoundingClientRect().width > 0)
    return boxes.map((element) => {
      const { left, right } = element.getBoundingClientRect()
      const start = Math.round(dir === 'ltr' ? left : document.documentElement.clientWidth - right)
      return { what: `${element.localName}.${element.className}`, start }
    })
  }, direction)
}

describe('By keyboard alone', () => {
  test.each(['/', COLUMN, '/search?q=boss', '/write', '/ticket'])(
    'a reader comes to everything on %s, in the order in which it stands, and sees where',
    async (path) => {
      const reader = await someone()
      await opens(reader, path)
      const stops = await reader.page.evaluate(() => {
        const all = document.querySelectorAll<HTMLElement>(
          'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
        )
        const canStop = (one: HTMLElement) =>
          one.checkVisibility() &&
          one.tabIndex >= 0 &&
          !(one instanceof HTMLInputElement && one.type === 'radio' && !isOneOfItsGroup(one))
        const isOneOfItsGroup = (radio: HTMLInputElement) => {
          const group = [...document.querySelectorAll<HTMLInputElement>(`[name="${radio.name}"]`)]
          return radio === (group.find(({ checked }) => checked) ?? group[0])
        }
        const reachable = [...all].filter(canStop)
        for (const [index, one] of reachable.entries()) one.dataset.stop = String(index)
        return reachable.length
      })
      expect(stops).toBeGreaterThan(10)
      const met: { stop: string | undefined; isSeen: boolean }[] = []
      for (let presses = 0; met.length < stops && presses < stops + 10; presses += 1) {
        await reader.page.keyboard.press('Tab')
        const here = await reader.page.evaluate(() => {
          const element = document.activeElement as HTMLElement
          const { outlineStyle, outlineWidth } = getComputedStyle(element)
          const { top, bottom } = element.getBoundingClientRect()
          const isOnScreen = bottom > 0 && top < innerHeight
          const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
          return { stop: element.dataset.stop, isSeen: isOnScreen && isMarked }
        })
        // A date is three stops and its calendar one more.
        if (here.stop !== met.at(-1)?.stop) met.push(here)
      }
      expect(met).toEqual(
        Array.from({ length: stops }, (_, stop) => ({ stop: String(stop), isSeen: true })),
      )
    },
  )
})

test('Where colours are forced, each field, button and letter still has its edge', async () => {
  const { page, ...reader } = await someone()
  await page.emulateMedia({ forcedColors: 'active' })
  for (const path of [COLUMN, '/write', '/search?q=boss']) {
    await opens({ page, ...reader }, path)
    const edgeless = await page.evaluate(() => {
      const edged =
        '.letter, button, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])'
      return [...document.querySelectorAll(edged)]
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element)
          const hasBorder = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0
          return !hasBorder && outlineStyle === 'none'
        })
        .map((element) => element.outerHTML.slice(0, 120))
    })
    expect(edgeless, path).toEqual([])
  }
})

describe('On an old phone', () => {
  test('a column is four requests: 20 KB with its style, and 50 KB of type', async () => {
    const { page } = await someone({ hasScripts: false })
    const files: { type: string; bytes: number }[] = []
    page.on('response', async (response) => {
      const type = response.request().resourceType()
      const body = await response.body()
      files.push({ type, bytes: type === 'font' ? body.length : gzipSync(body).length })
    })
    await page.goto(COLUMN, { waitUntil: 'networkidle' })
    console.info(files.map(({ type, bytes }) => `${type} ${bytes}`).join(', '))
    const sum = (wanted: RegExp) =>
      files.filter(({ type }) => wanted.test(type)).reduce((all, { bytes }) => all + bytes, 0)
    expect(files.length).toBeLessThanOrEqual(4)
    expect(sum(/document|stylesheet/)).toBeLessThanOrEqual(20_000)
    expect(sum(/font/)).toBeLessThanOrEqual(50_000)
  })

  test.each([COLUMN, '/write', '/ticket'])(
    'what scripts add to %s is under 10 KB',
    async (path) => {
      const { page } = await someone()
      const sizes: number[] = []
      page.on('response', async (response) => {
        if (response.request().resourceType() !== 'script') return
        sizes.push(gzipSync(await response.body()).length)
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      expect(sizes).toHaveLength(1)
      expect(sizes[0]).toBeLessThan(10_000)
    },
  )
})
