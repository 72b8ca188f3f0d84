import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const EVERYTHING: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
const CONTRAST: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } }

/** In milliseconds. A page takes axe about half a second; in a page without scripts it would wait for ever. */
const PATIENCE = 20_000

/** The shapes of all pages that axe has looked at: stories come to the same page many times. */
const lookedAt = new Set<string>()

/**
 * Insists that anybody can use a page: it does not scroll sideways on a screen of 320 pixels, each id
 * is one element's, and axe finds nothing, in light and in dark. Axe is left out without scripts,
 * and on a page that differs from one that it has seen in nothing but its words.
 */
export async function expectAccessible(
  page: Page,
  { hasScripts }: { hasScripts: boolean },
): Promise<void> {
  expect(await tooWide(page), `wider than a small screen: ${page.url()}`).toEqual([])
  expect(await sharedIds(page), `ids of two elements: ${page.url()}`).toEqual([])
  if (!hasScripts) return
  const { size } = lookedAt
  if (lookedAt.add(await shape(page)).size === size) return
  await page.evaluate(axe.source)
  expect(await problems(page, EVERYTHING), `axe on ${page.url()}`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await problems(page, CONTRAST)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(inDark, `axe in the dark on ${page.url()}`).toEqual([])
}

/** Names what sticks out of a screen of 320 pixels. */
async function tooWide(page: Page): Promise<string[]> {
  const usual = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  const wide = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return right > innerWidth || left < 0
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })
  if (usual) await page.setViewportSize(usual)
  return wide
}

/** Names what is the id of two elements: labels and links then lead to the first, and axe says nothing. */
function sharedIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, index) => ids.indexOf(id) < index)
  })
}

/** All that axe judges a page by: each kind of element in its place, with what it says of itself. */
function shape(page: Page): Promise<string> {
  return page.evaluate(() => {
    const told =
      /^(class|role|type|lang|dir|open|hidden|disabled|tabindex|aria-(?!(labelledby|describedby|controls)).*)$/
    const kind = (element: Element) =>
      [
        element.tagName,
        ...[...element.attributes].map(({ name, value }) =>
          told.test(name) ? `${name}=${value}` : name,
        ),
        element.textContent?.trim() ? 'words' : 'empty',
      ].join(' ')
    const kinds = [...document.querySelectorAll('*')].map((element) =>
      [element.parentElement, element].map((one) => one && kind(one)).join(' > '),
    )
    return [...new Set(kinds)].sort().join('\n')
  })
}

/**
 * Runs axe in the page and gives what it finds wrong. It is asked for that alone: with all that is right too,
 * and its script put in anew for the dark, as its own builder does, a page takes three times as long.
 */
async function problems(page: Page, options: RunOptions): Promise<string[]> {
  const tooLate = AbortSignal.timeout(PATIENCE)
  const late = new Promise<never>((_, reject) => {
    tooLate.addEventListener('abort', () => reject(new Error(`axe hangs on ${page.url()}`)))
  })
  // A page in a frame has landmarks of its own: it is looked at where it is opened by itself.
  const found = page.evaluate(
    async (asked) => (await window.axe.run({ exclude: ['iframe'] }, asked)).violations,
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  )
  return (await Promise.race([found, late])).flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`,
    ),
  )
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
