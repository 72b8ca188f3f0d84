import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { deskPath } from '../../src/desk/access.ts'
import { editors, sessions } from '../../src/schema.ts'
import { allRoutes, asEditor, db, NOW, site } from '../newsroom.ts'

const HOUR = 60

/** Every address of the desk that only editors may use, with each method it takes. */
async function guardedRoutes() {
  const open = ['/desk/sign-in']
  return (await allRoutes())
    .filter(({ path }) => /^\/desk(\/|$)/.test(path) && !path.includes('*'))
    .filter(({ path }) => !open.includes(path))
    .map(({ method, path }) => ({ method, path: path.replaceAll(/:\w+(\{[^}]*\})?/g, 'x') }))
}

describe('A stranger', () => {
  test('gets no page of the desk, whatever the address and the method', async () => {
    const routes = await guardedRoutes()
    const { get, request } = site()
    expect(routes.length).toBeGreaterThan(5)
    for (const { path } of [...routes, { path: '/desk/nowhere' }]) {
      const got = await get(path)
      expect(got.status, path).toBe(303)
      const next = path === '/desk' ? '%2Fdesk' : encodeURIComponent(path)
      expect(got.headers.get('Location')).toBe(`/desk/sign-in?next=${next}`)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const headers = { 'Sec-Fetch-Site': 'same-origin' }
        const response = await request(path, { method, headers })
        expect(response.status, `${method} ${path}`).toBe(401)
      }
    }
  })

  test('who sent a form gets it back whole, to send it again once signed in', async () => {
    const document = '"A long evening’s <b>work</b>"\n\nOver two paragraphs.'
    const response = await site().post('/desk/drafts/x/save', { version: '2', document })
    expect(response.status).toBe(401)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const page = await response.text()
    expect(page).toContain('<form method="post" action="/desk/drafts/x/save">')
    expect(page).toContain('name="version" value="2"')
    const escaped = '&quot;A long evening’s &lt;b&gt;work&lt;/b&gt;&quot;\n\nOver two paragraphs.'
    expect(page).toContain(`name="document" value="${escaped}"`)
    expect(page).toMatch(/href="\/desk\/sign-in" target="_blank"/)
  })

  test('gets back every value of a field that stood in the form several times', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = 'letter=one&letter=two&verb=hold'
    const response = await site().request('/desk/letters', {
      method: 'POST',
      headers: { ...headers, 'Sec-Fetch-Site': 'same-origin' },
      body,
    })
    const fields = [...(await response.text()).matchAll(/name="(\w+)" value="(\w+)"/g)]
    expect(
      new URLSearchParams(fields.map(([, name, value]) => [name, value] as string[])).toString(),
    ).toBe(body)
  })

  test('with a made-up cookie is a stranger still', async () => {
    await asEditor()
    const [session] = await db.select().from(sessions)
    for (const token of ['', 'x', session?.hash]) {
      const response = await site().get('/desk/team', { Cookie: `__Host-desk=${token}` })
      expect(response.status).toBe(303)
    }
  })

  test('cannot send a form in an editor’s name from another site', async () => {
    const cookie = await asEditor('owner')
    for (const headers of [
      { ...cookie, Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
      { ...cookie, Origin: 'https://column.example', 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const response = await site().post('/desk/team/invite', { role: 'owner' }, headers)
      expect(response.status).toBe(403)
    }
    const withoutOrigin = { method: 'POST', headers: cookie }
    expect((await site().request('/desk/team/invite', withoutOrigin)).status).toBe(403)
  })
})

describe('An editor’s session', () => {
  const statusAt = async (now: Date, headers: { Cookie: string }) =>
    (await site({ now }).get('/desk/team', headers)).status

  test('ends after 12 hours without use', async () => {
    const headers = await asEditor()
    expect(await statusAt(minutesLater(NOW, 12 * HOUR), headers)).toBe(303)
    expect(await statusAt(minutesLater(NOW, 12 * HOUR - 1), headers)).toBe(200)
  })

  test('goes on while it is used, for 7 days and not longer', async () => {
    const headers = await asEditor()
    for (let hours = 11; hours < 7 * 24; hours += 11) {
      expect(await statusAt(minutesLater(NOW, hours * HOUR), headers), `${hours} h`).toBe(200)
    }
    expect(await statusAt(minutesLater(NOW, 7 * 24 * HOUR - 1), headers)).toBe(200)
    expect(await statusAt(minutesLater(NOW, 7 * 24 * HOUR), headers)).toBe(303)
  })

  test('is written down as used every few minutes only', async () => {
    const headers = await asEditor()
    const usedAfter = async (minutes: number) => {
      await statusAt(minutesLater(NOW, minutes), headers)
      return (await db.select().from(sessions))[0]?.usedAt
    }
    expect(await usedAfter(4)).toBe('2026-11-23T09:00:00Z')
    expect(await usedAfter(5)).toBe('2026-11-23T09:05:00Z')
  })

  test('is over at once when it is ended, everywhere else or by signing out', async () => {
    const headers = await asEditor()
    const response = await site().post('/desk/sign-out', {}, headers)
    expect(response.headers.get('Location')).toBe('/desk/sign-in')
    expect(response.headers.get('Set-Cookie')).toMatch(/^__Host-desk=; Max-Age=0; Path=\/; Secure/)
    expect(await statusAt(NOW, headers)).toBe(303)
  })

  test('is over at once when the editor is removed', async () => {
    const headers = await asEditor('editor', 'Edith')
    const owner = await asEditor('owner')
    const [edith] = await db.select().from(editors).where(eq(editors.name, 'Edith'))
    await site().post('/desk/team/remove', { editor: String(edith?.id) }, owner)
    expect(await statusAt(NOW, headers)).toBe(303)
    expect(await statusAt(NOW, owner)).toBe(200)
  })
})

describe('After the sign-in', () => {
  test('an editor comes to the page that was asked for', () => {
    expect(deskPath('/desk/drafts/x?note=1')).toBe('/desk/drafts/x?note=1')
    expect(deskPath('/desk')).toBe('/desk')
  })

  test('nobody is led to another site, another room, or back to the sign-in', () => {
    for (const next of [
      undefined,
      '',
      'https://evil.example/desk',
      '//evil.example/desk',
      '/\\evil.example/desk',
      '\\\\evil.example/desk',
      '/desk/../ticket',
      '/desk/%2e%2e/ticket',
      '/deskless',
      '/desk@evil.example',
      'javascript:alert(1)',
      '/desk/sign-in?link=x',
      '/desk/sign-out',
    ]) {
      expect(deskPath(next), String(next)).toBe('/desk')
    }
  })
})
