import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { atTheSite } from './at-the-site.ts'
import { opens, type Person, presses, sees } from './browser.ts'
import { seedLetters } from './seeds.ts'

const LETTERS = 50

/** What an editor decides on one letter after the other, by the keys of each decision. */
const ROUTINE = ['s', 'h', 'd1', 'x', 'd3', 'h', 's', 'd2', 'x', 'h']

const here = atTheSite()

describe('An editor goes through the tray', () => {
  test('without a mouse: fifty letters in one visit, and the next is always there', async () => {
    here.tellsOnFailure()
    const editor = await joins({ hasScripts: true })
    await seedLetters(here.site.dataDir, LETTERS)
    await measures(editor.page)
    await opens(editor, '/desk')
    await editor.page.keyboard.press('j')
    await seesLetter(editor.page, 1)
    await sees(editor, await editor.page.locator('h1').innerText())
    let keys = 0
    for (let number = 1; number <= LETTERS; number += 1) {
      const decision = ROUTINE[number % ROUTINE.length] ?? ''
      for (const key of decision) await editor.page.keyboard.press(key)
      keys += decision.length
      if (number < LETTERS) await seesLetter(editor.page, number + 1)
    }
    tells(keys, await editor.page.evaluate(() => window.waits))
    // The last decision is sent behind all others.
    await editor.page
      .getByRole('heading', { name: 'Tray', exact: true })
      .waitFor({ timeout: 60_000 })
    expect(await statesOf(editor.page)).toEqual({
      Received: 0,
      Shortlisted: 10,
      Held: 15,
      Declined: 15,
      Spam: 10,
    })
    expect(editor.faults).toEqual([])
  }, 120_000)
})

declare global {
  interface Window {
    /** In milliseconds, from the last key to the letter that it brought, painted. */
    waits: number[]
  }
}

async function joins(how: { hasScripts: boolean }): Promise<Person> {
  const editor = await here.someone(how)
  await opens(editor, here.site.ownersLink)
  await editor.page.getByLabel('Your name at the desk').fill('Olive Oak')
  await presses(editor, 'Join the desk')
  return editor
}

/** Notes in the page how long the editor waits for each letter. */
async function measures(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.waits = []
    let pressedAt = 0
    addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), true)
    document.addEventListener('letter-opened', () => {
      const since = pressedAt
      requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - since)))
    })
  })
}

/** The letter is there, its heading has the focus, and the list and the address know it. */
async function seesLetter(page: Page, number: number): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: new RegExp(`^Letter ${number}:`) })
  await heading.waitFor()
  expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
  const open = page.locator('.item > a[aria-current=true]')
  expect(await open.locator('b').innerText()).toMatch(new RegExp(`^Letter ${number}:`))
  expect(new URL(page.url()).pathname).toBe(
    await open.evaluate((link: HTMLAnchorElement) => link.pathname),
  )
}

function tells(keys: number, waits: number[]): void {
  const sorted = [...waits].sort((one, other) => one - other)
  const [median = 0, worst = 0] = [sorted[sorted.length >> 1], sorted.at(-1)]
  console.info(
    `${LETTERS} letters, ${keys} keys (${(keys / LETTERS).toFixed(2)} a decision); ` +
      `to the next letter: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`,
  )
}

async function statesOf(page: Page): Promise<Record<string, number>> {
  const lines = await page.locator('.states li').allInnerTexts()
  const counts = lines
    .map((line) => /^(.+?) (\d+)/.exec(line) ?? [])
    .map(([, name = '', count]) => [name, Number(count)] as const)
  const known = ['Received', 'Shortlisted', 'Held', 'Declined', 'Spam']
  return Object.fromEntries(counts.filter(([name]) => known.includes(name)))
}
