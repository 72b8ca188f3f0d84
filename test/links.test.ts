import { beforeEach, expect, test } from 'vitest'
import manifest from '../dist/assets.json'
import { NOW, ORIGIN, site } from './newsroom.ts'
import { print, samples } from './printed.ts'

beforeEach(() => print(published()))

/** The sample site, but for what is not published yet. */
function published(): Record<string, string> {
  const isOut = (document: string) => {
    const [, date = ''] = /^published: (\S+)/m.exec(document) ?? []
    return date !== '' && new Date(date) <= NOW
  }
  return Object.fromEntries(Object.entries(samples).filter(([, document]) => isOut(document)))
}

/** All that a page leads to or needs within the site: pages, feeds, forms that are read, files. */
function addresses(html: string, from: string): URL[] {
  const gets = html.replaceAll(/<form[^>]* method="post"[^>]*>/g, '')
  return [...gets.matchAll(/\s(?:href|src|action)="([^"]*)"/g)]
    .map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), ORIGIN + from))
    .filter(({ origin }) => origin === ORIGIN)
}

/** Files that are served before the Worker is asked. */
const files = new Set(Object.values(manifest.files))

test('Every link of the sample site leads somewhere, to the very part of the page', async () => {
  const broken: string[] = []
  const pages = new Map<string, string>([])
  const waiting: { to: URL; from: string }[] = ['/', '/id'].map((path) => ({
    to: new URL(ORIGIN + path),
    from: 'the start',
  }))
  let followed = 0
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { to, from } = next
    const path = to.pathname + to.search
    followed += 1
    if (files.has(path)) continue
    if (!pages.has(path)) {
      const response = await site().get(path)
      const body = response.status === 200 ? await response.text() : ''
      pages.set(path, body)
      const onward = response.headers.get('Location')
      if (onward) waiting.push({ to: new URL(onward, ORIGIN), from: path })
      if (!onward && response.status !== 200) broken.push(`${from} → ${path}: ${response.status}`)
      if (response.headers.get('Content-Type')?.startsWith('text/html')) {
        waiting.push(...addresses(body, path).map((address) => ({ to: address, from: path })))
      }
    }
    const part = to.hash.slice(1)
    if (part && !pages.get(path)?.includes(` id="${part}"`))
      broken.push(`${from} → ${path}${to.hash}`)
  }
  console.info(`${followed} links, ${pages.size} addresses`)
  expect(pages.size).toBeGreaterThan(100)
  expect(broken).toEqual([])
}, 60_000)
