import chromium from '@sparticuz/chromium'

/** With the first two, closing a context ends the browser; with the others, it does not guard pages. */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
]

/** How the Chromium that came with `npm ci` is launched: as a browser that guards its pages. */
export async function chromiumLaunch(): Promise<{ executablePath: string; args: string[] }> {
  return {
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((flag) => !UNWANTED.includes(flag)),
  }
}
