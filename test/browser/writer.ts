import { expect } from 'vitest'
import { follows, opens, type Person, presses, sees } from './browser.ts'
import type { Told } from './tales.ts'

/** In milliseconds: what is sent sooner after the form was opened, the site takes for a machine's. */
const THINKING = 3100
const TOO_SHORT = 'They make me do it every week.'

/** Sends the letter at the second attempt and gives the ticket, as the writer notes it. */
export async function sendsALetter(writer: Person, tale: Told): Promise<string> {
  await sendsTooLittle(writer, tale)
  const since = Date.now()
  await putsItRight(writer, tale)
  await readsItThrough(writer, tale)
  return sendsIt(writer, since)
}

export async function sendsTooLittle(writer: Person, tale: Told): Promise<void> {
  const { page } = writer
  const yes = tale.wantsToSeeIt ? 'Yes, but show me first' : 'Yes'
  await opens(writer, '/')
  await follows(writer, page.getByRole('link', { name: 'Send a letter', exact: true }))
  await sees(writer, 'Send a letter')
  await page.getByLabel('Your question in one line').fill(tale.question)
  await page.getByRole('textbox', { name: 'Your letter' }).fill(TOO_SHORT)
  await page.getByLabel('Pen name').fill(tale.signoff)
  await page.getByRole('radio', { name: yes, exact: true }).check()
  await page.getByLabel('What is it about?').selectOption(tale.topic.name)
  await presses(writer, 'Read it through')
}

export async function putsItRight(writer: Person, tale: Told): Promise<void> {
  const { page } = writer
  await sees(writer, 'Send a letter')
  expect(await page.title()).toMatch(/^Error: /)
  const problems = page.getByRole('alert').getByRole('link')
  expect(await problems.allInnerTexts()).toEqual([
    'Your letter has 7 words: we need at least 40 to understand what happened',
    'Tick the box to let us edit your letter and to say that you are an adult',
  ])
  await problems.first().click()
  const letter = page.getByRole('textbox', { name: 'Your letter' })
  expect(await letter.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await letter.inputValue()).toBe(TOO_SHORT)
  expect(await page.getByLabel('Your question in one line').inputValue()).toBe(tale.question)
  await letter.fill(tale.letter)
  await page.getByLabel('I am an adult').check()
}

export async function readsItThrough(
  writer: Person,
  { letter }: Pick<Told, 'letter'>,
): Promise<void> {
  await presses(writer, 'Read it through')
  await sees(writer, 'Read it once more')
  expect(await writer.page.getByRole('main').innerText()).toContain(letter)
}

/** Sends the letter whose form was there at a time, and gives the ticket as the writer notes it. */
export async function sendsIt(writer: Person, since: number): Promise<string> {
  await writer.page.waitForTimeout(Math.max(0, since + THINKING - Date.now()))
  await presses(writer, 'Send the letter')
  await sees(writer, 'We have your letter')
  return notesTheTicket(writer)
}

async function notesTheTicket({ page, hasScripts }: Person): Promise<string> {
  const ticket = (
    await page.getByRole('region', { name: 'Your ticket' }).locator('.code').innerText()
  ).trim()
  expect(ticket).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
  const button = page.getByRole('button', { name: 'Copy the ticket' })
  expect(await button.count()).toBe(hasScripts ? 1 : 0)
  if (hasScripts) {
    await button.click()
    await page.getByRole('status').getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(ticket)
  }
  return ticket
}

/** Looks in with the ticket and reads what became of the letter. */
export async function looksIn(writer: Person, ticket: string, state: string): Promise<void> {
  await opens(writer, '/ticket')
  await sees(writer, 'Your ticket')
  await writer.page.getByLabel('Ticket', { exact: true }).fill(ticket.toLowerCase())
  await presses(writer, 'Show my letter')
  await sees(writer, state)
}

export async function followsTheLink(writer: Person, tale: Told): Promise<void> {
  await follows(writer, writer.page.getByRole('link', { name: 'Read the answer' }))
  await sees(writer, tale.headline)
}
