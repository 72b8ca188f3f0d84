import { expect } from 'vitest'
import { opens, type Person } from './browser.ts'

const ELSEWHERE = 'https://www.bbc.co.uk/weather'

/** Leaves a half-written letter by link and, with scripts, by key; that site is played here. */
export async function leaves(writer: Person, question: string): Promise<void> {
  const { page, hasScripts, faults } = writer
  await page.route(ELSEWHERE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
  )
  await begins(writer, question)
  await page.getByRole('complementary', { name: 'Exit this page' }).getByRole('link').click()
  await page.getByRole('heading', { name: 'Weather' }).waitFor()
  if (hasScripts) {
    await begins(writer, question)
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    await page.getByRole('heading', { name: 'Weather' }).waitFor()
  }
  const visit = `asked for ${ELSEWHERE}`
  expect(faults.splice(0)).toEqual(hasScripts ? [visit, visit] : [visit])
}

async function begins(writer: Person, question: string): Promise<void> {
  await opens(writer, '/write')
  await writer.page.getByLabel('Your question in one line').fill(question)
}
