import { expect } from 'vitest'
import { addAuthenticator } from './authenticator.ts'
import { follows, opens, type Person, presses, sees } from './browser.ts'
import type { Tale, Told } from './tales.ts'

/** Joins as the first owner by the link that `npm run dev` printed, and comes back with a passkey. */
export async function joinsWithAPasskey(
  editor: Person,
  { link, name }: { link: string; name: string },
): Promise<void> {
  const { page } = editor
  await addAuthenticator(page)
  await opens(editor, link)
  await sees(editor, 'Join the desk of Off the Clock')
  await page.getByLabel('Your name at the desk').fill(name)
  await presses(editor, 'Join the desk')
  await sees(editor, 'Team')
  await presses(editor, 'Add a passkey')
  await sees(editor, 'Team')
  await page.getByText('Your only passkey stays').waitFor()
  await presses(editor, 'Sign out')
  await sees(editor, 'Sign in to the desk')
  await presses(editor, 'Sign in with a passkey')
}

export async function comesBackByLink(
  editor: Person,
  { link, name }: { link: string; name: string },
): Promise<void> {
  await opens(editor, link)
  await sees(editor, `Welcome back, ${name}`)
  await presses(editor, 'Come in')
  await sees(editor, 'Team')
  await goesTo(editor, 'Tray')
}

export async function looksRound(editor: Person): Promise<void> {
  for (const page of ['Drafts', 'Queue', 'Columns', 'Health', 'Team']) {
    await goesTo(editor, page)
    await sees(editor, page)
  }
  await goesTo(editor, 'Log')
  await sees(editor, 'Desk log')
  await goesTo(editor, 'Tray')
}

export async function shortlists(editor: Person, { question, letter }: Told): Promise<void> {
  await sees(editor, 'Tray')
  await follows(editor, editor.page.getByRole('link', { name: question }))
  await sees(editor, question)
  expect(await editor.page.getByRole('article').innerText()).toContain(letter)
  await presses(editor, 'Shortlist')
  await sees(editor, 'Tray')
}

export async function picks(editor: Person, tale: Told): Promise<void> {
  await opensFrom(editor, 'Shortlisted', tale)
  await presses(editor, 'Pick')
  await sees(editor, tale.question)
}

/** Opens a letter from one of the lists that the tray names. */
export async function opensFrom(
  editor: Person,
  list: string,
  { question }: Pick<Told, 'question'>,
): Promise<void> {
  const { page } = editor
  await follows(editor, page.getByRole('article').getByRole('link', { name: list }))
  await follows(editor, page.getByRole('link', { name: question }))
  await sees(editor, question)
}

export async function edits(editor: Person, tale: Told): Promise<void> {
  const document = editor.page.getByLabel('Document', { exact: true })
  await editor.page.getByLabel('Address').fill(tale.slug)
  await document.fill(edited(await document.inputValue(), tale))
  await saves(editor)
  await sees(editor, tale.headline)
  await letsStand(editor)
  const shutGates = editor.page.getByRole('listitem').filter({ hasText: /^Not yet:/ })
  const expected = tale.wantsToSeeIt ? [expect.stringContaining('has not been shown it yet')] : []
  expect(await shutGates.allInnerTexts()).toEqual(expected)
}

/** Lets every detail of the letter stand that the draft still has, and says why. */
async function letsStand(editor: Person): Promise<void> {
  const { page } = editor
  const details = page.locator('.found').getByRole('checkbox')
  if ((await details.count()) === 0) return
  for (const detail of await details.all()) await detail.check()
  await page.getByLabel('Why what is ticked may stand').fill('The writer agreed to it.')
  await presses(editor, 'Let it stand')
}

/** Saves the draft: in its place, or without scripts by sending its form. */
export async function saves(editor: Person): Promise<void> {
  const { page, hasScripts } = editor
  if (!hasScripts) return presses(editor, 'Save')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(/^Saved, version \d+/).waitFor()
}

function edited(document: string, tale: Told): string {
  return document
    .replace(/^headline: .*$/m, `headline: ${tale.headline}`)
    .replace(/^standfirst: .*$/m, `standfirst: ${tale.standfirst}`)
    .replace(tale.disguise.from, tale.disguise.to)
    .replace(/^# Reply$/m, `# Reply\n\n${tale.reply}`)
}

export async function previews(editor: Person, tale: Told): Promise<void> {
  const opened = editor.page.waitForEvent('popup')
  await editor.page.getByRole('button', { name: 'Preview' }).click()
  const page = await opened
  await page.waitForLoadState()
  await sees({ ...editor, page }, tale.headline)
  expect(await page.getByText(tale.standfirst).count()).toBe(1)
  expect(await page.getByRole('figure').count()).toBe(1)
  await page.close()
}

export async function publishes(editor: Person, tale: Told): Promise<void> {
  await presses(editor, /^Publish version \d+ now$/)
  await sees(editor, tale.headline)
}

export async function corrects(editor: Person, tale: Tale): Promise<void> {
  await opensTheColumn(editor, tale)
  await editor.page.getByLabel('The correction').fill(tale.correction)
  await presses(editor, 'Publish the correction')
  await sees(editor, tale.headline)
}

export async function retracts(editor: Person, tale: Told): Promise<void> {
  await opensTheColumn(editor, tale)
  await editor.page.getByLabel('Why').fill('Somebody was recognised.')
  await editor.page.getByLabel('What readers are told').fill(tale.note)
  await presses(editor, 'Retract the column')
  await sees(editor, 'Columns')
}

export async function opensTheColumn(editor: Person, tale: Told): Promise<void> {
  await goesTo(editor, 'Columns')
  await follows(editor, editor.page.getByRole('link', { name: tale.headline }))
  await sees(editor, tale.headline)
}

export async function goesTo(editor: Person, page: string): Promise<void> {
  const desk = editor.page.getByRole('navigation', { name: 'Desk' })
  await follows(editor, desk.getByRole('link', { name: page, exact: true }))
}
