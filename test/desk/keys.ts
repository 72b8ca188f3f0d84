import { site } from '../newsroom.ts'
import { newAuthenticator, type Options } from './authenticator.ts'

export type Cookie = { Cookie: string }

/** Reads what a page's passkey button would hand to the browser. */
export function optionsIn(page: string): Options {
  const json = /data-options="([^"]*)"/.exec(page)?.[1] ?? ''
  return JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

/** Gives an editor one more passkey, just after the sign-in. */
export async function withPasskey(editor: Cookie) {
  const authenticator = await newAuthenticator()
  const page = await (await site().get('/desk/team', editor)).text()
  const credential = await authenticator.create(optionsIn(page))
  const added = await site().post('/desk/team/passkey', { credential }, editor)
  if (added.status !== 303) throw new Error('The passkey was not added')
  return authenticator
}

/** Gives an editor a set of recovery codes, just after the sign-in, as the page shows them. */
export async function withCodes(editor: Cookie): Promise<string[]> {
  const page = await (await site().post('/desk/team/codes', {}, editor)).text()
  return codesOn(page)
}

export function codesOn(page: string): string[] {
  return [...page.matchAll(/<code>([0-9A-Z-]{19})<\/code>/g)].map(([, code = '']) => code)
}

/** Gives the signed-in browser of an answer that let somebody in. */
export function cookieOf(response: Response): Cookie {
  return { Cookie: String(response.headers.get('Set-Cookie')?.split(';')[0]) }
}
