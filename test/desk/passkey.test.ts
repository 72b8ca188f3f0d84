import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { challenges, deskLog, editors, passkeys } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { newAuthenticator } from './authenticator.ts'
import { type Cookie, optionsIn } from './keys.ts'

const optionsOn = async (path: string, headers: Record<string, string> = {}) =>
  optionsIn(await (await site().get(path, headers)).text())

const newPasskeyOptions = (editor: Cookie) => optionsOn('/desk/team', editor)
const signInOptions = () => optionsOn('/desk/sign-in')

function add(credential: string, editor: Cookie) {
  return site().post('/desk/team/passkey', { credential }, editor)
}

function signIn(credential: string, { now = NOW, next = '' } = {}) {
  return site({ now }).post('/desk/sign-in', { credential, next }, { 'User-Agent': FIREFOX })
}

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** An editor with a passkey. */
async function editorWithPasskey(name = 'Edith') {
  const editor = await asEditor('editor', name)
  const authenticator = await newAuthenticator()
  await add(await authenticator.create(await newPasskeyOptions(editor)), editor)
  return { editor, authenticator }
}

describe('An editor', () => {
  test('adds a passkey and signs in with it, to the page that was asked for', async () => {
    const { authenticator } = await editorWithPasskey()
    const answer = await authenticator.get(await signInOptions())
    const response = await signIn(answer, { next: '/desk/drafts' })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/desk/drafts')
    const Cookie = String(response.headers.get('Set-Cookie')?.split(';')[0])
    expect(await (await site().get('/desk/team', { Cookie })).text()).toContain(
      'as Edith, an editor',
    )
    const [edith] = await db.select().from(editors)
    const log = await db
      .select()
      .from(deskLog)
      .where(eq(deskLog.by, String(edith?.id)))
    expect(log.map(({ verb }) => verb)).toEqual(['join', 'add-passkey', 'sign-in'])
  })

  test('cannot use one answer twice, not even at the same moment', async () => {
    const { authenticator, editor } = await editorWithPasskey()
    const answer = await authenticator.get(await signInOptions())
    const twice = await Promise.all([signIn(answer), signIn(answer)])
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 422])
    const other = await newAuthenticator()
    const added = await other.create(await newPasskeyOptions(editor))
    expect((await add(added, editor)).status).toBe(303)
    expect((await add(added, editor)).status).toBe(422)
  })

  test('whose page stood open for 5 minutes is asked to try again, and can', async () => {
    const { authenticator } = await editorWithPasskey()
    const answer = await authenticator.get(await signInOptions())
    const late = await signIn(answer, { now: minutesLater(NOW, 5), next: '/desk/queue' })
    expect(late.status).toBe(422)
    const page = await late.text()
    expect(page).toContain('Try again')
    expect(page).toContain('<title>Error: Sign in')
    expect(page).toContain('name="next" value="/desk/queue"')
    expect((await signIn(answer, { now: minutesLater(NOW, 4) })).status).toBe(303)
  })

  test('who was removed cannot sign in with a passkey from before', async () => {
    const owner = await asEditor('owner')
    const { authenticator } = await editorWithPasskey()
    const answer = await authenticator.get(await signInOptions())
    const [edith] = await db.select().from(editors).where(eq(editors.name, 'Edith'))
    await site().post('/desk/team/remove', { editor: String(edith?.id) }, owner)
    expect((await signIn(answer)).status).toBe(422)
    expect(await db.$count(passkeys)).toBe(0)
  })

  test('removes one of two passkeys, but not the only one, and nobody else’s', async () => {
    const { editor } = await editorWithPasskey()
    const bea = await editorWithPasskey('Bea')
    const second = await newAuthenticator()
    await add(await second.create(await newPasskeyOptions(editor)), editor)
    const [edith] = await db.select().from(editors).where(eq(editors.name, 'Edith'))
    const ofEdith = await db
      .select()
      .from(passkeys)
      .where(eq(passkeys.editorId, String(edith?.id)))
    expect(ofEdith).toHaveLength(2)
    const remove = (id: string | undefined, by: Cookie) =>
      site().post('/desk/team/passkey-remove', { passkey: String(id) }, by)
    expect((await remove(ofEdith[0]?.id, bea.editor)).status).toBe(422)
    expect((await remove(ofEdith[0]?.id, editor)).status).toBe(303)
    const refused = await remove(ofEdith[1]?.id, editor)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Your only passkey stays until you add another')
  })
})

describe('A passkey’s answer is refused', () => {
  test('when it comes from another site', async () => {
    const { authenticator, editor } = await editorWithPasskey()
    const quirks = { origin: 'https://column.example.evil.example' }
    expect((await signIn(await authenticator.get(await signInOptions(), quirks))).status).toBe(422)
    const other = await newAuthenticator()
    const added = await other.create(await newPasskeyOptions(editor), quirks)
    expect((await add(added, editor)).status).toBe(422)
  })

  test('when no fingerprint, face or PIN stood behind it', async () => {
    const { authenticator, editor } = await editorWithPasskey()
    const quirks = { isVerified: false }
    expect((await signIn(await authenticator.get(await signInOptions(), quirks))).status).toBe(422)
    const other = await newAuthenticator()
    const added = await other.create(await newPasskeyOptions(editor), quirks)
    expect((await add(added, editor)).status).toBe(422)
  })

  test('when its challenge was made for something or somebody else, or by nobody', async () => {
    const { authenticator, editor } = await editorWithPasskey()
    const bea = await asEditor('editor', 'Bea')
    const { challenge } = await newPasskeyOptions(bea)
    const options = await signInOptions()
    const ours = new TextDecoder().decode(
      Uint8Array.from(atob(options.challenge.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
        letter.charCodeAt(0),
      ),
    )
    const longer = btoa(ours.replace('2026', '2027')).replaceAll('+', '-').replaceAll('/', '_')
    for (const forged of [challenge, 'AAAA', '', longer]) {
      const answer = await authenticator.get({ ...options, challenge: forged })
      expect((await signIn(answer)).status, forged).toBe(422)
    }
    const other = await newAuthenticator()
    const forBea = await other.create({ ...(await newPasskeyOptions(editor)), challenge })
    expect((await add(forBea, editor)).status).toBe(422)
    expect((await add(forBea, bea)).status).toBe(303)
  })

  test('when another key signed it, or its counter runs backwards', async () => {
    const { authenticator } = await editorWithPasskey()
    const stranger = await newAuthenticator()
    const genuine = JSON.parse(await authenticator.get(await signInOptions()))
    const foreign = JSON.parse(await stranger.get(await signInOptions()))
    const swapped = { ...foreign, id: genuine.id, rawId: genuine.rawId }
    expect((await signIn(JSON.stringify(swapped))).status).toBe(422)
    const at = async (counter: number) =>
      (await signIn(await authenticator.get(await signInOptions(), { counter }))).status
    expect(await at(7)).toBe(303)
    expect(await at(7)).toBe(422)
  })

  test('when it is garbage, with a page and not an error of ours', async () => {
    const { authenticator, editor } = await editorWithPasskey()
    const genuine = JSON.parse(await authenticator.get(await signInOptions()))
    const { clientDataJSON } = genuine.response
    for (const garbage of [
      '',
      'null',
      '[]',
      '"text"',
      '{',
      '{"response":{"clientDataJSON":"bnVsbA"}}',
      JSON.stringify({ ...genuine, id: { toString: 1 } }),
      JSON.stringify({ ...genuine, response: { clientDataJSON } }),
      JSON.stringify({ ...genuine, response: { ...genuine.response, signature: [] } }),
      JSON.stringify({ ...genuine, response: { ...genuine.response, authenticatorData: 'AA' } }),
    ]) {
      expect((await signIn(garbage)).status, garbage).toBe(422)
      // Nothing at all is how the button asks, before there is a passkey, whether it is you.
      expect((await add(garbage, editor)).status, garbage).toBe(garbage === '' ? 303 : 422)
    }
    expect(await db.$count(passkeys)).toBe(1)
  })
})

describe('The sign-in page', () => {
  test('writes nothing, however often strangers load it', async () => {
    for (let loads = 0; loads < 3; loads += 1) await site().get('/desk/sign-in')
    const stranger = await newAuthenticator()
    expect((await signIn(await stranger.get(await signInOptions()))).status).toBe(422)
    expect(await db.$count(challenges)).toBe(0)
  })

  test('runs our own script only, and says how to get in without one', async () => {
    const response = await site().get('/desk/sign-in')
    const policy = response.headers.get('Content-Security-Policy')
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(response.headers.get('Referrer-Policy')).toBe('same-origin')
    const page = await response.text()
    expect(page).toContain('npm run editor -- link NAME')
    expect(page).toMatch(/<button[^>]*hidden/)
  })
})
