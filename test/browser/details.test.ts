import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { atTheSite } from './at-the-site.ts'

const TOLD = 'My manager, Teresa Quill, rings me at night. '.repeat(9)
const UNKNOWN = 'We could not look for names, places, dates or numbers just now.'

const here = atTheSite()

const someone = (hasScripts: boolean) => here.someone({ hasScripts })
const letterOn = (page: Page) => page.getByRole('textbox', { name: 'Your letter' })
const replaceOn = (page: Page) =>
  page.getByRole('button', { name: 'Replace with “my manager”' }).first()

test('What could give a writer away is listed while they type, and fetched no sooner', async () => {
  const { page, traces, faults } = await someone(true)
  await page.goto('/write')
  await page.waitForLoadState('networkidle')
  expect(traces.filter((trace) => /\/details-/.test(trace))).toEqual([])
  await letterOn(page).fill(TOLD)
  await replaceOn(page).click()
  expect(await letterOn(page).inputValue()).not.toContain('Teresa')
  const fetched = traces.filter((trace) => /\/details-[^/]+\.js(?:on)?$/.test(trace))
  expect(fetched).toHaveLength(2)
  expect(faults).toEqual([])
})

test('A writer whose lists do not come is told so, once, and the next key asks again', async () => {
  const { page } = await someone(true)
  await page.route('**/details-*.json', (route) => route.abort())
  await page.goto('/write')
  await letterOn(page).fill(TOLD)
  const told = page.getByRole('status').filter({ hasText: UNKNOWN })
  await told.waitFor()
  await letterOn(page).fill(`${TOLD}And again.`)
  expect(await told.count()).toBe(1)
  expect(await letterOn(page).inputValue()).toBe(`${TOLD}And again.`)
  await page.unroute('**/details-*.json')
  await letterOn(page).fill(TOLD)
  await replaceOn(page).waitFor()
  expect(await told.count()).toBe(0)
})

test('Without JavaScript the page before sending lists it', async () => {
  const { page, traces } = await someone(false)
  await page.goto('/write')
  await page.getByLabel('Your question in one line').fill('How do I stop her?')
  await letterOn(page).fill(TOLD)
  await page.getByRole('radio', { name: 'Yes', exact: true }).check()
  await page.getByLabel('I am an adult').check()
  await page.getByRole('button', { name: 'Read it through' }).click()
  await replaceOn(page).waitFor()
  expect(await page.locator('mark').count()).toBe(9)
  expect(traces.filter((trace) => /\/details-/.test(trace))).toEqual([])
})
