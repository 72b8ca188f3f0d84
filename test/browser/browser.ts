import { type Browser, type Locator, type Page, chromium as playwright } from 'playwright-core'
import { chromiumLaunch } from '../../src/cli/chromium.ts'
import { expectAccessible } from './accessible.ts'

/** Opens the Chromium that came with `npm ci`. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch(await chromiumLaunch())
}

/** Somebody at a browser of their own, and what that browser noted about the site. */
export type Person = {
  page: Page
  hasScripts: boolean
  /** Every address that was asked for, every title that was shown, and all that the console said. */
  traces: string[]
  /** Errors, breaches of the security policy, and requests to other hosts. */
  faults: string[]
}

/** Lets somebody come to the site at an address, with JavaScript on or off. */
export async function newPerson(
  browser: Browser,
  address: string,
  { hasScripts }: { hasScripts: boolean },
): Promise<Person> {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: hasScripts })
  context.setDefaultTimeout(15_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address })
  const traces: string[] = []
  const faults: string[] = []
  context.on('request', (request) => {
    traces.push(request.url())
    if (new URL(request.url()).origin !== address) faults.push(`asked for ${request.url()}`)
  })
  context.on('response', (response) => {
    // What a script sends is a form of the page, and is answered as the page would be.
    const isPage = ['document', 'xhr'].includes(response.request().resourceType())
    const status = response.status()
    if (status >= (isPage ? 500 : 400)) faults.push(`${response.url()} answered ${status}`)
  })
  context.on('console', (message) => {
    traces.push(message.text())
    // A page that answers 410 or 422 is no error of ours; what answers so wrongly is noted above.
    const isStatus = message.text().startsWith('Failed to load resource: the server responded')
    if (message.type() === 'error' && !isStatus) faults.push(message.text())
  })
  context.on('weberror', (error) => faults.push(String(error.error())))
  return { page: await context.newPage(), hasScripts, traces, faults }
}

/** Opens a path of the site and gives the status of the answer. */
export async function opens({ page }: Person, path: string): Promise<number | undefined> {
  const response = await page.goto(path)
  return response?.status()
}

/** Presses a button or follows a link, and waits for the page that it leads to, or opens in place. */
export async function follows({ page }: Person, control: Locator): Promise<void> {
  const loaded = page.waitForEvent('load')
  await Promise.all([Promise.race([loaded, openedInPlace(page)]), control.click()])
}

/** Never, on a page that does not open letters in place: it is left instead. */
function openedInPlace(page: Page): Promise<void> {
  const opened = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        document.addEventListener('letter-opened', () => resolve(), { once: true })
      }),
  )
  return opened.catch(() => new Promise<void>(() => {}))
}

/** Presses the button of this name. */
export async function presses(person: Person, name: string | RegExp): Promise<void> {
  await follows(person, person.page.getByRole('button', { name, exact: true }))
}

/** Insists on being on the page of this heading, and that anybody could use it. */
export async function sees(person: Person, heading: string): Promise<void> {
  const { page, traces } = person
  const shown = await page.getByRole('heading', { level: 1 }).allInnerTexts()
  if (shown.join() !== heading) {
    const text = await page.locator('body').innerText()
    throw new Error(`“${heading}” should stand on ${page.url()}, which says:\n${text}`)
  }
  traces.push(await page.title())
  await expectAccessible(page, person)
}
