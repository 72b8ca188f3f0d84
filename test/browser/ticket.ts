import { expect } from 'vitest'
import { follows, opens, type Person, presses, sees } from './browser.ts'
import { type Detail, type Letter, type Life, without } from './lives.ts'
import { looksIn, readsItThrough, sendsIt } from './writer.ts'

/** Sends another letter, in short, and gives its ticket; the writer does not let it be asked back. */
export async function sendsAnother(writer: Person, { question, letter }: Letter): Promise<string> {
  const { page } = writer
  await opens(writer, '/write')
  const since = Date.now()
  await page.getByLabel('Your question in one line').fill(question)
  await page.getByRole('textbox', { name: 'Your letter' }).fill(letter)
  await page.getByLabel('I am an adult').check()
  await readsItThrough(writer, { letter })
  const ticket = await sendsIt(writer, since)
  await follows(writer, page.getByRole('link', { name: 'Skip this' }))
  await sees(writer, 'Off the Clock')
  return ticket
}

/** Waits for what the page's script shows of columns while a letter is typed. */
export async function seesWhatIsNear({ page }: Person): Promise<void> {
  const near = page.getByRole('status').filter({ hasText: 'Have we answered this already?' })
  await near.getByRole('link').first().waitFor()
  expect(await near.getByRole('listitem').count()).toBeLessThanOrEqual(3)
}

/** Replaces a detail while typing, takes that back, replaces it again, and gives the letter then. */
export async function replacesWhileTyping(
  { page }: Person,
  letter: string,
  detail: Detail,
): Promise<string> {
  const field = page.getByRole('textbox', { name: 'Your letter' })
  const replace = page.getByRole('button', { name: `Replace with “${detail.instead}”` })
  await page.getByRole('heading', { name: 'What could give you away' }).waitFor()
  await replace.click()
  expect(await field.inputValue()).toBe(without(letter, detail))
  await page.getByRole('button', { name: 'Put it back' }).click()
  expect(await field.inputValue()).toBe(letter)
  await replace.click()
  return without(letter, detail)
}

/** Replaces a detail on the check page, takes that back, replaces it again, and gives the letter then. */
export async function replacesOnReading(
  writer: Person,
  letter: string,
  detail: Detail,
): Promise<string> {
  const name = `Replace with “${detail.instead}”`
  await presses(writer, name)
  await reads(writer, without(letter, detail))
  await presses(writer, 'Put it back')
  await reads(writer, letter)
  await presses(writer, name)
  await reads(writer, without(letter, detail))
  await sees(writer, 'Read it once more')
  return without(letter, detail)
}

async function reads(writer: Person, letter: string): Promise<void> {
  const sheet = writer.page.getByRole('region', { name: /^The letter, as you wrote it/ })
  expect(await sheet.innerText()).toContain(letter)
}

/** Types the ticket's last group from the note: once wrongly, then rightly. */
export async function provesTheNote(writer: Person, ticket: string): Promise<void> {
  const { page } = writer
  const last = page.getByLabel('The last four characters of your ticket')
  await last.fill(ticket.slice(0, 4))
  await presses(writer, 'Compare')
  await sees(writer, 'We have your letter')
  expect(await page.title()).toMatch(/^Error: /)
  await page.getByRole('alert').getByText('These are not the last four characters').waitFor()
  await last.fill(ticket.slice(-4).toLowerCase())
  await presses(writer, 'Compare')
  await sees(writer, 'We have your letter')
  await page.getByText('Your note is right.').waitFor()
}

export async function answers(writer: Person, ticket: string, life: Life): Promise<void> {
  const { page } = writer
  await looksIn(writer, ticket, 'We asked you something')
  await page.getByText(life.asked).waitFor()
  await page.getByLabel('What would you like to tell us?').fill(life.answer)
  await presses(writer, 'Send the answer')
  await sees(writer, 'Being considered')
  await page.getByText('Thank you: we have it.').waitFor()
}

/** Reads the edited letter, and in it and among the changes what stands now for what stood before. */
export async function isShown(
  writer: Person,
  ticket: string,
  { from, to }: Life['change'],
): Promise<void> {
  const { page } = writer
  await looksIn(writer, ticket, 'Being answered')
  const printed = await page.locator('#printed').innerText()
  expect(printed).toContain(to)
  expect(printed).not.toContain(from)
  await page.getByText('What we changed').click()
  await page
    .getByRole('deletion')
    .filter({ hasText: from.split(' ').at(-1) ?? '' })
    .waitFor()
  await page
    .getByRole('insertion')
    .filter({ hasText: to.split(' ').at(-1) ?? '' })
    .waitFor()
  await sees(writer, 'Being answered')
}

export async function wishesAChange(writer: Person, { wish }: Life): Promise<void> {
  await writer.page.getByRole('radio', { name: 'Please change something' }).check()
  await writer.page.getByLabel('What should we change?').fill(wish)
  await presses(writer, 'Send my answer')
  await sees(writer, 'Being answered')
  await writer.page.getByText('You asked for a change.').waitFor()
}

export async function findsItFine(writer: Person): Promise<void> {
  await writer.page.getByRole('radio', { name: 'Yes, it is fine' }).check()
  await presses(writer, 'Send my answer')
  await sees(writer, 'Being answered')
  await writer.page.getByText('You said that it is fine.').waitFor()
}

export async function tellsHowItWent(writer: Person, ticket: string, life: Life): Promise<void> {
  const { page } = writer
  await looksIn(writer, ticket, 'Answered')
  await page.getByRole('radio', { name: 'In part' }).check()
  await page.getByRole('radio', { name: 'Better' }).check()
  await page.getByLabel('Is there anything you would like to add?').fill(life.news)
  await presses(writer, 'Send the update')
  await sees(writer, 'Answered')
  await page.getByText(life.news).waitFor()
}

export async function wantsItDown(writer: Person, { why }: Life): Promise<void> {
  const { page } = writer
  await page.getByLabel('Why?').fill(why)
  await presses(writer, 'Ask to take it down')
  await sees(writer, 'Answered')
  await page.getByText('You have asked us to take it down.').waitFor()
}

export async function seesItIsDown(writer: Person, ticket: string): Promise<void> {
  await looksIn(writer, ticket, 'Answered')
  await writer.page.getByText('We have taken the column down.').waitFor()
  expect(await writer.page.getByRole('link', { name: 'Read the answer' }).count()).toBe(0)
}

export async function withdraws(writer: Person, ticket: string): Promise<void> {
  await looksIn(writer, ticket, 'Being answered')
  await writer.page.getByLabel('Yes, erase my letter').check()
  await presses(writer, 'Withdraw the letter')
  await sees(writer, 'Withdrawn')
}
