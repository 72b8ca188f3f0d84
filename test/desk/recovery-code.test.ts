import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPERATOR } from '../../src/desk/team/owner.ts'
import { removeEditor } from '../../src/desk/team/team.ts'
import { deskLog, editors, recoveryCodes, sessions } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { codesOn, cookieOf, withCodes, withPasskey } from './keys.ts'

const from = (address: string) => ({ 'CF-Connecting-IP': address })

function comesIn(name: string, code: string, { now = NOW, headers = {}, next = '' } = {}) {
  return site({ now }).post('/desk/sign-in', { with: 'code', name, code, next }, headers)
}

const teamPage = async (editor: { Cookie: string }, now = NOW) =>
  (await site({ now }).get('/desk/team', editor)).text()

describe('Recovery codes', () => {
  test('are shown once, ten of 80 bits, and kept as hashes alone', async () => {
    const edith = await asEditor()
    const response = await site().post('/desk/team/codes', {}, edith)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const page = await response.text()
    const codes = codesOn(page)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) {
      expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    }
    expect(page).toContain('sign in at https://column.example/desk/sign-in')
    const stored = JSON.stringify([
      await db.select().from(recoveryCodes),
      await db.select().from(deskLog),
    ])
    const later = await teamPage(edith)
    for (const code of codes) {
      expect(stored).not.toContain(code)
      expect(stored).not.toContain(code.replaceAll('-', ''))
      expect(later).not.toContain(code)
    }
    expect(later).toContain('10 of 10 are left.')
  })

  test('let their editor in once each, by name, and the page tells how many are left', async () => {
    const codes = await withCodes(await asEditor())
    const first = await comesIn(' edith', String(codes[0]))
    expect(first.status).toBe(303)
    expect(first.headers.get('Location')).toBe('/desk/team')
    expect(await teamPage(cookieOf(first))).toContain('9 of 10 are left.')
    expect((await comesIn('Edith', String(codes[0]))).status).toBe(422)
    const next = await comesIn('Edith', String(codes[1]), { next: '/desk/queue' })
    expect(next.headers.get('Location')).toBe('/desk/queue')
    const log = await db.select().from(deskLog).where(eq(deskLog.verb, 'sign-in'))
    expect(log.map(({ reason }) => reason)).toEqual(['recovery code', 'recovery code'])
  })

  test('are read as a person writes them', async () => {
    const codes = await withCodes(await asEditor())
    let next = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', ' ', '-', '–', ' - '),
        fc.boolean(),
        async (between, isLower) => {
          const code = String(codes[next++]).replaceAll('-', between).replaceAll('0', 'O')
          const typed = isLower ? code.toLowerCase().replaceAll('1', 'l') : code
          expect((await comesIn('Edith', ` ${typed} `)).status, typed).toBe(303)
        },
      ),
      { numRuns: 10, verbose: true, endOnFailure: true },
    )
  })

  test('used by twenty at the same moment let exactly one in', async () => {
    const [code = ''] = await withCodes(await asEditor())
    const all = await Promise.all(Array.from({ length: 20 }, () => comesIn('Edith', code)))
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(all.filter(({ status }) => status === 422)).toHaveLength(19)
    expect(await db.$count(sessions)).toBe(2)
    expect(await db.$count(recoveryCodes)).toBe(9)
  })

  test('are void once a new set is made, and when the editor is removed', async () => {
    await asEditor('owner')
    const edith = await asEditor()
    const [old = ''] = await withCodes(edith)
    const [fresh = '', other = ''] = await withCodes(edith)
    expect(await db.$count(recoveryCodes)).toBe(10)
    expect((await comesIn('Edith', old)).status).toBe(422)
    expect((await comesIn('Edith', fresh)).status).toBe(303)
    const [row] = await db.select().from(editors).where(eq(editors.name, 'Edith'))
    await removeEditor(db, String(row?.id), { by: OPERATOR, now: NOW })
    expect((await comesIn('Edith', other)).status).toBe(422)
    expect(await db.$count(recoveryCodes)).toBe(0)
  })

  test('with a wrong name, another’s name or no code get one plain answer, and keep what was typed', async () => {
    const [code = ''] = await withCodes(await asEditor())
    await asEditor('editor', 'Bea')
    const wrong = [
      ['Bea', code],
      ['Nobody', code],
      ['Edith', '0000-0000-0000-0000'],
      ['Edith', 'short'],
      ['Edith', ''],
      ['', ''],
    ]
    for (const [name = '', tried = ''] of wrong) {
      const response = await comesIn(name, tried, { next: '/desk/queue' })
      expect(response.status).toBe(422)
      const page = await response.text()
      expect(page).toContain('No such code belongs to this name, or it was used.')
      expect(page).toContain('<title>Error: Sign in')
      expect(page).toContain(`name="name" required="" type="text" value="${name}"`)
      expect(page).toContain('name="next" value="/desk/queue"')
      expect(response.headers.get('Set-Cookie')).toBeNull()
    }
    expect((await comesIn('Edith', code)).status).toBe(303)
  })

  test('cannot be tried without end from one network, and others are not locked out by it', async () => {
    const [code = ''] = await withCodes(await asEditor())
    const headers = from('203.0.113.9')
    for (let tries = 0; tries < 20; tries += 1) {
      expect((await comesIn('Edith', '0000-0000-0000-0000', { headers })).status).toBe(422)
    }
    const refused = await comesIn('Edith', code, { headers })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('3600')
    expect(await refused.text()).toContain(`value="${code}"`)
    expect((await comesIn('Edith', code, { headers: from('203.0.113.10') })).status).toBe(303)
  })

  test('are urged on whoever has one passkey and no codes, and on nobody else', async () => {
    const urge = 'you cannot come in without somebody’s help'
    const edith = await asEditor()
    expect(await teamPage(edith)).not.toContain(urge)
    await withPasskey(edith)
    expect(await teamPage(edith)).toContain(urge)
    await withCodes(edith)
    expect(await teamPage(edith)).not.toContain(urge)
    const bea = await asEditor('editor', 'Bea')
    await withPasskey(bea)
    await withPasskey(bea)
    expect(await teamPage(bea)).not.toContain(urge)
  })

  test('that run out are told in time', async () => {
    const codes = await withCodes(await asEditor())
    let last = codes[0]
    let page = ''
    for (last of codes.slice(0, 7)) page = await teamPage(cookieOf(await comesIn('Edith', last)))
    expect(page).toContain('3 of 10 are left.')
    expect(page).toContain('Make a new set before they run out.')
  })
})
