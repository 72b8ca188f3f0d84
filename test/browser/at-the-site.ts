import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFailed } from 'vitest'
import { type Site, startSite } from '../../src/cli/local-site.ts'
import { newPerson, openBrowser, type Person } from './browser.ts'

/**
 * Starts a site and a browser before a file's tests, and ends both after them. `folder` gives where the site
 * lies, when it is not this one. Both are there while tests run, and not before.
 */
export function atTheSite(folder: () => Promise<string | undefined> = async () => undefined) {
  let site: Site
  let browser: Browser

  beforeAll(async () => {
    const starting = startSite(await folder())
    browser = await openBrowser()
    site = await starting
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  }, 30_000)

  return {
    get site(): Site {
      return site
    },
    /** Lets somebody come to the site, with JavaScript on or off. */
    someone: ({ hasScripts }: { hasScripts: boolean }): Promise<Person> =>
      newPerson(browser, site.address, { hasScripts }),
    /** Shows what the server said, should the test that is running fail. */
    tellsOnFailure: () => onTestFailed(() => console.error(`The server said:\n${site.log()}`)),
  }
}
