import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { makeLink } from '../../src/desk/team/invitation.ts'
import { OPERATOR } from '../../src/desk/team/owner.ts'
import { deskLog, editors, invitations, passkeys, recoveryCodes } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { newAuthenticator } from './authenticator.ts'
import { type Cookie, codesOn, cookieOf, optionsIn, withCodes, withPasskey } from './keys.ts'

/** When the ten minutes after the sign-in are over. */
const LATER = minutesLater(NOW, 10)

function act(verb: string, form: Record<string, string>, editor: Cookie, now = LATER) {
  return site({ now }).post(`/desk/team/${verb}`, form, editor)
}

async function idOf(name: string) {
  const [editor] = await db.select().from(editors).where(eq(editors.name, name))
  return String(editor?.id)
}

const unescaped = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What the confirm page would send again, without the answer. */
function carried(page: string): Record<string, string> {
  const form = /<form[^>]*>(.*?)<\/form>/s.exec(page.slice(page.indexOf('Confirm that it is you')))
  const fields = [...(form?.[1] ?? '').matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, unescaped(value)]))
}

describe('An act on keys or roles', () => {
  test('is done at once within ten minutes of coming in', async () => {
    const owner = await asEditor('owner')
    await withPasskey(owner)
    const soon = minutesLater(NOW, 9)
    expect((await act('invite', { role: 'editor' }, owner, soon)).status).toBe(200)
    expect((await act('invite', { role: 'editor' }, owner)).status).toBe(401)
  })

  test('asks for the passkey after that, whichever it is, and does nothing without', async () => {
    const owner = await asEditor('owner')
    await withPasskey(owner)
    await withPasskey(owner)
    await asEditor('editor', 'Edith')
    const edith = await idOf('Edith')
    const [key] = await db.select().from(passkeys)
    const before = await db.select().from(deskLog)
    const acts: [string, Record<string, string>][] = [
      ['passkey', {}],
      ['passkey', { credential: '{"made":"up"}' }],
      ['passkey-remove', { passkey: String(key?.id) }],
      ['codes', {}],
      ['invite', { role: 'owner' }],
      ['link', { editor: edith }],
      ['role', { editor: edith, role: 'owner' }],
      ['remove', { editor: edith }],
    ]
    for (const [verb, form] of acts) {
      const response = await act(verb, form, owner)
      expect(response.status, verb).toBe(401)
      const page = await response.text()
      expect(page).toContain('<h1>Confirm that it is you</h1>')
      expect(page).toContain(`<form method="post" action="/desk/team/${verb}"`)
      expect(carried(page), verb).toEqual(form)
    }
    expect(await db.select().from(deskLog)).toEqual(before)
    expect(await db.$count(passkeys)).toBe(2)
    expect(await db.$count(invitations)).toBe(0)
    expect(await db.$count(recoveryCodes)).toBe(0)
  })

  test('is completed by the form that the page carried on, and none is asked for ten minutes', async () => {
    const owner = await asEditor('owner')
    const authenticator = await withPasskey(owner)
    await asEditor('editor', 'Edith')
    const page = await (
      await act('role', { editor: await idOf('Edith'), role: 'owner' }, owner)
    ).text()
    const answer = await authenticator.get(optionsIn(page))
    const done = await act('role', { ...carried(page), 'confirm-passkey': answer }, owner)
    expect(done.status).toBe(303)
    const [edith] = await db.select().from(editors).where(eq(editors.name, 'Edith'))
    expect(edith?.role).toBe('owner')
    const log = await db.select().from(deskLog)
    expect(log.slice(-2).map(({ verb, reason }) => [verb, reason])).toEqual([
      ['confirm', 'passkey'],
      ['change-role', 'owner'],
    ])
    const invitedAfter = (minutes: number) =>
      act('invite', { role: 'editor' }, owner, minutesLater(LATER, minutes))
    expect((await invitedAfter(9)).status).toBe(200)
    expect((await invitedAfter(10)).status).toBe(401)
  })

  test('is confirmed by a recovery code in a plain form, once', async () => {
    const owner = await asEditor('owner')
    await withPasskey(owner)
    const [code = '', other = ''] = await withCodes(owner)
    const asked = await act('invite', { role: 'editor' }, owner)
    expect(await asked.text()).toContain('name="confirm-code"')
    const done = await act('invite', { role: 'editor', 'confirm-code': code.toLowerCase() }, owner)
    expect(done.status).toBe(200)
    expect(await done.text()).toContain('The one-time link')
    const later = minutesLater(LATER, 10)
    const again = await act('invite', { role: 'editor', 'confirm-code': code }, owner, later)
    expect(again.status).toBe(422)
    const page = await again.text()
    expect(page).toContain('none of your recovery codes, or it was used')
    expect(carried(page)).toEqual({ role: 'editor' })
    const fresh = await act('invite', { role: 'editor', 'confirm-code': other }, owner, later)
    expect(fresh.status).toBe(200)
  })

  test('is not confirmed by twenty tries at once of one code but by one', async () => {
    const edith = await asEditor()
    await withPasskey(edith)
    const [code = ''] = await withCodes(edith)
    await Promise.all(
      Array.from({ length: 20 }, () => act('codes', { 'confirm-code': code }, edith)),
    )
    expect(await db.$count(deskLog, eq(deskLog.verb, 'confirm'))).toBe(1)
  })

  test('is not confirmed by another editor’s passkey or code', async () => {
    const owner = await asEditor('owner')
    await withPasskey(owner)
    const edith = await asEditor()
    const [code = ''] = await withCodes(edith)
    const hers = await withPasskey(edith)
    const page = await (await act('invite', { role: 'editor' }, owner)).text()
    const answer = await hers.get(optionsIn(page))
    const refused = await act('invite', { role: 'editor', 'confirm-passkey': answer }, owner)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('The passkey did not confirm it')
    expect((await act('invite', { role: 'editor', 'confirm-code': code }, owner)).status).toBe(422)
    expect(await db.$count(recoveryCodes)).toBe(10)
    expect(await db.$count(invitations)).toBe(0)
  })

  test('is not confirmed by an answer for the sign-in, for another session, or without a PIN', async () => {
    const owner = await asEditor('owner')
    const authenticator = await withPasskey(owner)
    const link = String(await makeLink(db, await idOf('Olive'), { by: OPERATOR, now: NOW }))
    const elsewhere = cookieOf(await site().post('/desk/sign-in', { link }))
    const asked = async (editor: Cookie) =>
      optionsIn(await (await act('invite', { role: 'editor' }, editor)).text())
    const signIn = optionsIn(await (await site({ now: LATER }).get('/desk/sign-in')).text())
    const answers = [
      await authenticator.get(signIn),
      await authenticator.get(await asked(elsewhere)),
      await authenticator.get(await asked(owner), { isVerified: false }),
      await (await newAuthenticator()).get(await asked(owner)),
      'garbage',
    ]
    for (const answer of answers) {
      const refused = await act('invite', { role: 'editor', 'confirm-passkey': answer }, owner)
      expect(refused.status).toBe(422)
    }
    const forConfirming = await authenticator.get(await asked(owner))
    const intruder = await site({ now: LATER }).post('/desk/sign-in', { credential: forConfirming })
    expect(intruder.status).toBe(422)
    expect(await db.$count(invitations)).toBe(0)
  })

  test('asks for nothing that an editor without any key could not give: the first is made without', async () => {
    const edith = await asEditor()
    const team = await (await site({ now: LATER }).get('/desk/team', edith)).text()
    const authenticator = await newAuthenticator()
    const credential = await authenticator.create(optionsIn(team))
    expect((await act('passkey', { credential }, edith)).status).toBe(303)
    expect(await db.$count(passkeys)).toBe(1)
    const bea = await asEditor('editor', 'Bea')
    const codes = codesOn(await (await act('codes', {}, bea)).text())
    expect(codes).toHaveLength(10)
    expect((await act('codes', {}, bea)).status).toBe(401)
    expect((await act('passkey', {}, bea)).status).toBe(401)
  })

  test('tells an owner without any key what to do, and holds the form meanwhile', async () => {
    const owner = await asEditor('owner')
    const response = await act('invite', { role: 'editor' }, owner)
    expect(response.status).toBe(401)
    const page = await response.text()
    expect(page).toContain('You have no passkey and no recovery codes')
    expect(carried(page)).toEqual({ role: 'editor' })
    const link = String(await makeLink(db, await idOf('Olive'), { by: OPERATOR, now: LATER }))
    const entered = cookieOf(await site({ now: LATER }).post('/desk/sign-in', { link }))
    expect((await act('invite', carried(page), entered)).status).toBe(200)
  })
})

test('Adding a passkey asks first, so that no device holds one that was refused', async () => {
  const edith = await asEditor()
  const authenticator = await withPasskey(edith)
  const team = await (await site({ now: LATER }).get('/desk/team', edith)).text()
  expect(team).not.toContain('data-passkey="create"')
  expect(team).toContain('action="/desk/team/passkey"')
  const page = await (await act('passkey', {}, edith)).text()
  const answer = await authenticator.get(optionsIn(page))
  const confirmed = await act('passkey', { 'confirm-passkey': answer }, edith)
  expect(confirmed.headers.get('Location')).toBe('/desk/team#passkeys')
  const fresh = await (await site({ now: LATER }).get('/desk/team', edith)).text()
  expect(fresh).toContain('data-passkey="create"')
})
