import { expect } from 'vitest'
import { follows, opens, type Person, presses, sees } from './browser.ts'
import { goesTo, opensFrom, opensTheColumn, publishes, saves } from './editor.ts'
import type { Letter, Life } from './lives.ts'

export async function asks(editor: Person, life: Life): Promise<void> {
  const { page } = editor
  await opensFrom(editor, 'Shortlisted', life)
  await page.locator('summary', { hasText: /Ask$/ }).click()
  await page.getByLabel('What do you need to know?').fill(life.asked)
  await presses(editor, 'Ask the writer')
  await sees(editor, 'Tray')
}

export async function picksForItsAnswer(editor: Person, life: Life): Promise<void> {
  await goesTo(editor, 'Tray')
  await opensFrom(editor, 'Shortlisted', life)
  await editor.page.getByText(life.answer).waitFor()
  await presses(editor, 'Pick')
  await sees(editor, life.question)
}

export async function showsIt(editor: Person, { headline }: Life): Promise<void> {
  await presses(editor, 'Show it to the writer')
  await sees(editor, headline)
  await editor.page.getByText('They have until').waitFor()
  await triesToPublish(editor, headline)
}

/** Publishes as a page would that was opened when nothing stood in the way, and is refused. */
async function triesToPublish(editor: Person, headline: string): Promise<void> {
  const { page } = editor
  expect(await page.getByRole('button', { name: /^Publish/ }).count()).toBe(0)
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await save.evaluate((button: HTMLButtonElement) => {
    button.formAction = `${location.pathname}/publish`
  })
  await follows(editor, save)
  await sees(editor, headline)
  expect(await page.title()).toMatch(/^Error: /)
  await page.getByRole('alert').getByText('It is not ready').waitFor()
}

export async function meetsTheWish(editor: Person, life: Life): Promise<void> {
  const { page } = editor
  const document = page.getByLabel('Document', { exact: true })
  await opensTheDraft(editor, life)
  await page.getByText(life.wish).waitFor()
  await triesToPublish(editor, life.headline)
  await document.fill((await document.inputValue()).replace(life.change.from, life.change.to))
  await saves(editor)
  await sees(editor, life.headline)
  await page.getByText('They have until').waitFor()
  expect(await page.getByRole('button', { name: /^Publish/ }).count()).toBe(0)
}

export async function opensTheDraft(editor: Person, { headline }: Life): Promise<void> {
  await goesTo(editor, 'Drafts')
  await follows(editor, editor.page.getByRole('link', { name: headline }))
  await sees(editor, headline)
}

export async function printsTheUpdate(editor: Person, life: Life): Promise<void> {
  const { page } = editor
  await opensTheColumn(editor, life)
  await page.getByText('They took part of the advice. It is better now.').waitFor()
  await page.getByText(life.news).waitFor()
  await presses(editor, 'Insert it as an update')
  await sees(editor, life.headline)
  const document = await page.getByLabel('Document', { exact: true }).inputValue()
  expect(document).toMatch(/^# Update \d{4}-\d\d-\d\d$/m)
  expect(document).toContain(life.news)
  await publishes(editor, life)
}

export async function seesTheRequest(editor: Person, life: Life): Promise<void> {
  await goesTo(editor, 'Tray')
  await opensFrom(editor, 'Take-down asked', life)
  await editor.page.getByText(life.why).waitFor()
}

/** Picks a new letter at once and gives the address of its draft. */
export async function picksAtOnce(editor: Person, { question }: Letter): Promise<string> {
  const { page } = editor
  await goesTo(editor, 'Tray')
  await follows(editor, page.getByRole('link', { name: question }))
  await sees(editor, question)
  await presses(editor, 'Pick')
  await sees(editor, question)
  return page.url()
}

/** Looks for a withdrawn letter in its draft, on its own page and in the lists, and finds no word. */
export async function findsItWithdrawn(
  editor: Person,
  draft: string,
  { question, letter }: Letter,
): Promise<void> {
  const { page } = editor
  const findsNothing = async () => {
    const html = await page.content()
    for (const words of [question, letter.slice(0, 30)]) expect(html).not.toContain(words)
  }
  await opens(editor, draft)
  await page.getByRole('alert').getByText('A writer has withdrawn the letter').waitFor()
  await findsNothing()
  await follows(editor, page.getByRole('link', { name: 'open it' }))
  await sees(editor, 'A letter without its text')
  await findsNothing()
  for (const path of ['/desk?status=all', '/desk/drafts', '/desk/log']) {
    await opens(editor, path)
    await findsNothing()
  }
}

export async function declines(editor: Person, { question }: Letter): Promise<void> {
  const { page } = editor
  await goesTo(editor, 'Tray')
  await follows(editor, page.getByRole('link', { name: question }))
  await sees(editor, question)
  await page.locator('summary', { hasText: /Decline$/ }).click()
  await presses(editor, 'Unclear')
  await sees(editor, 'Tray')
}
