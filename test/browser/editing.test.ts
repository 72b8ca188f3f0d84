import { describe, expect, test } from 'vitest'
import { atTheSite } from './at-the-site.ts'
import { follows, opens, type Person, presses, sees } from './browser.ts'
import { goesTo, saves } from './editor.ts'

const here = atTheSite()

const MANY_MINUTES = 10 * 60_000

/** An editor who comes in by a one-time link. */
async function comesIn(name: string, link: string, hasScripts: boolean): Promise<Person> {
  const editor = await here.someone({ hasScripts })
  await opens(editor, link)
  await editor.page.getByLabel('Your name at the desk').fill(name)
  await presses(editor, 'Join the desk')
  await goesTo(editor, 'Drafts')
  return editor
}

async function invited(): Promise<string> {
  const said = await here.site.npm('editor', 'invite', '--url', here.site.address)
  return /http\S+link=\S+/.exec(said)?.[0] ?? ''
}

/** Makes a draft of a text from elsewhere, and sees what was left out of it. */
async function pastesAnOldColumn(editor: Person): Promise<void> {
  const { page } = editor
  await follows(editor, page.getByRole('link', { name: 'Paste an old column' }))
  await sees(editor, 'Paste an old column')
  const old =
    'Whose chair?\n\nLetter:\nSomebody takes my chair.\n\nReply:\nAsk for it.\n\nShare this'
  await field(editor, 'The column').fill(old)
  await presses(editor, 'Make a draft of it')
  await sees(editor, 'Whose chair?')
  await page.getByText('links for sharing').waitFor()
  expect(await field(editor, 'Printed letter').inputValue()).toBe('Somebody takes my chair.')
  await goesTo(editor, 'Drafts')
}

const text = ({ page }: Person) => page.getByLabel('Document', { exact: true })
const field = ({ page }: Person, name: string) => page.getByLabel(name, { exact: true })
const preview = ({ page }: Person) => page.frameLocator('iframe[title=Preview]')

describe('An editor edits a draft by its fields and by its text', () => {
  test('with JavaScript, which keeps both in step, shows the column and saves by itself', async () => {
    here.tellsOnFailure()
    const olive = await comesIn('Olive Oak', here.site.ownersLink, true)
    const { page } = olive
    await pastesAnOldColumn(olive)
    await page.clock.install()
    await presses(olive, 'Start an empty draft')
    await field(olive, 'Headline').fill('The kettle: mine')
    await field(olive, 'Standfirst').fill('He says it is everyone’s.')
    await field(olive, 'Topics').fill('colleagues, boundaries')
    await field(olive, 'Printed letter').fill('Somebody drinks my tea.\n\n— Parched')
    await field(olive, 'Reply').fill('Label the box.')
    const written = await text(olive).inputValue()
    expect(written).toContain('headline: "The kettle: mine"\n')
    expect(written).toContain('topics: [colleagues, boundaries]\n')
    expect(written).toContain('# Reply\n\nLabel the box.\n')
    await text(olive).fill(written.replace('Label', 'Hide'))
    expect(await field(olive, 'Reply').inputValue()).toBe('Hide the box.')

    await page.clock.runFor(2_000)
    await preview(olive).getByText('Hide the box.').waitFor()
    await text(olive).fill(written.replace('# Reply', '# Replie'))
    await page.clock.runFor(2_000)
    await page.getByRole('status').getByText('Unknown heading “# Replie”').waitFor()
    await text(olive).fill(`${written}\n# Letter: And mine\n\nMe too.\n\n# Reply\n\nSo hide it.\n`)
    expect(await page.getByRole('group', { name: 'Letter 2' }).count()).toBe(1)
    const second = page.getByRole('group', { name: 'Letter 2' })
    expect(await second.getByLabel('Reply').inputValue()).toBe('So hide it.')
    await second.getByLabel('Reply').fill('So lock it.')
    expect(await text(olive).inputValue()).toContain('# Reply\n\nSo lock it.\n')
    await text(olive).fill(written)

    await page.clock.runFor(MANY_MINUTES)
    await page.getByText('Saved, version 2').waitFor()
    expect(await page.getByText('Draft, version 2').count()).toBe(1)
    await field(olive, 'Reply').fill('Lock the box.')
    await page.keyboard.press('Control+s')
    await page.getByText('Saved, version 3').waitFor()
    await sees(olive, 'The kettle: mine')

    await page.getByText('Insert a script or a link').click()
    await field(olive, 'Script: the words').fill('It is mine.')
    await presses(olive, 'Insert the script')
    expect(await text(olive).inputValue()).toContain(
      'Lock the box.\n\n> [!SCRIPT]\n> It is mine.\n',
    )
    await saves(olive)
    await sees(olive, 'The kettle: mine')

    await page.locator('#at').fill('2030-03-05T09:00')
    await page
      .getByRole('button', { name: 'Schedule for Tuesday 5 March 2030, 09:00 (London)' })
      .waitFor()
    await page.locator('#at').fill('2030-03-31T01:30')
    await page.getByRole('button', { name: 'Choose this time' }).waitFor()

    await savesMeanwhile(page.url())
    await field(olive, 'Reply').fill('Lock the box twice.')
    await page.clock.runFor(MANY_MINUTES)
    await page.getByText('Somebody else has saved another version.').waitFor()
    expect(await field(olive, 'Reply').inputValue()).toBe('Lock the box twice.')
    await presses(olive, 'Save')
    await page.getByText('Lock the box twice.').first().waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Both changes fit')
    await presses(olive, /^Save the merge as version/)
    expect(await text(olive).inputValue()).toContain('Lock the box twice.')
    expect(await text(olive).inputValue()).toContain('It is everyone’s.')

    await page.context().clearCookies()
    await field(olive, 'Reply').fill('Never mind the box.')
    await page.clock.runFor(MANY_MINUTES)
    await page.getByText('You are signed out, so this is not saved.').waitFor()
    expect(await text(olive).inputValue()).toContain('Never mind the box.')
    expect(olive.faults.filter((fault) => !/ answered 4(01|09|22)$/.test(fault))).toEqual([])
  })

  async function savesMeanwhile(address: string) {
    const edith = await comesIn('Edith Elm', await invited(), false)
    await opens(edith, new URL(address).pathname)
    await field(edith, 'Standfirst').fill('It is everyone’s.')
    await saves(edith)
    expect(edith.faults).toEqual([])
  }

  test('without JavaScript, and without losing what was typed when signed out', async () => {
    here.tellsOnFailure()
    const mira = await comesIn('Mira Maple', await invited(), false)
    const { page } = mira
    await presses(mira, 'Start an empty draft')
    await field(mira, 'Headline').fill('The chair')
    await text(mira).fill(
      (await text(mira).inputValue()).replace('# Letter\n', '# Letter\n\nMine.\n'),
    )
    await saves(mira)
    await sees(mira, 'The chair')
    expect(await text(mira).inputValue()).toContain('headline: The chair\n')
    expect(await field(mira, 'Printed letter').inputValue()).toBe('Mine.')
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await field(mira, 'Reply').fill('Ask for it.')
    await presses(mira, 'Save')
    await sees(mira, 'You are signed out')
    await page.context().addCookies(cookies)
    await presses(mira, 'Send it again')
    expect(await text(mira).inputValue()).toContain('# Reply\n\nAsk for it.\n')
  })
})
