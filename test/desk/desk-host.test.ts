import { expect, test } from 'vitest'
import { asEditor, ORIGIN, site } from '../newsroom.ts'
import { readyDraft } from './ready.ts'

const DESK = 'https://desk.column.example'
const settings = { DESK_HOST: 'desk.column.example' }
const desk = () => site({ settings, origin: DESK })
const readers = () => site({ settings })

test('With a hostname of its own, the desk is found there and nowhere else', async () => {
  const editor = await asEditor('owner')
  for (const path of ['/desk', '/desk/sign-in', '/desk/nowhere']) {
    expect((await readers().get(path, editor)).status, path).toBe(404)
    const { status } = await readers().post(path, {}, editor)
    expect(status, path).toBe(404)
  }
  expect((await desk().get('/desk', editor)).status).toBe(200)
  const workersDev = site({ settings, origin: 'https://sincerely.you.workers.dev' })
  expect((await workersDev.get('/desk/sign-in')).status).toBe(404)
})

test('Whoever comes to the desk’s hostname for a page of readers is led to it', async () => {
  const led = async (path: string) => {
    const { status, headers } = await desk().get(path)
    expect(headers.get('Cache-Control'), path).toBe('no-store')
    return `${status} ${headers.get('Location')}`
  }
  expect(await led('/')).toBe('302 /desk')
  expect(await led('/columns/a-kettle?x=1')).toBe(`302 ${ORIGIN}/columns/a-kettle?x=1`)
  expect(await led('/id/write')).toBe(`302 ${ORIGIN}/id/write`)
  expect(await led('/robots.txt')).toBe(`302 ${ORIGIN}/robots.txt`)
  expect((await desk().get('/healthz')).status).toBe(200)
})

test('No letter is taken at the desk’s hostname', async () => {
  expect((await desk().post('/write', { letter: 'x', step: 'check' })).status).toBe(404)
  expect((await desk().post('/ticket', { ticket: 'x' })).status).toBe(404)
})

test('A form from the site’s own hostname is a stranger’s to the desk', async () => {
  const owner = await asEditor('owner')
  const sent = (origin: string) =>
    desk().request('/desk/team/invite', {
      method: 'POST',
      headers: { ...owner, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'role=owner',
    })
  expect((await sent(ORIGIN)).status).toBe(403)
  const response = await sent(DESK)
  expect(response.status).toBe(200)
  // The link that is to be passed on leads to where the desk is.
  expect(await response.text()).toContain(`${DESK}/desk/sign-in?link=`)
})

test('A hostname that the desk shares with readers serves both', async () => {
  const both = site({ settings: { DESK_HOST: 'column.example' } })
  expect((await both.get('/desk/sign-in')).status).toBe(200)
  expect((await both.get('/about')).status).toBe(200)
})

test('A preview at the desk’s hostname has no form, and its links lead readers home', async () => {
  const editor = await asEditor()
  const { id, version } = await readyDraft()
  const draft = `/desk/drafts/${id}`
  await desk().post(`${draft}/link`, { version: String(version), days: '3' }, editor)
  const [shared] = /\/preview\/[^"]+/.exec(await (await desk().get(draft, editor)).text()) ?? []
  for (const path of [`${draft}/preview`, String(shared)]) {
    const response = await desk().get(path, editor)
    const page = await response.text()
    expect(response.status, path).toBe(200)
    // Sent to the desk, a reader's form would be led to another host, which the policy forbids.
    expect(response.headers.get('Content-Security-Policy')).toContain("form-action 'self'")
    expect(page, path).not.toContain('<form')
    for (const [, href = ''] of page.matchAll(/<a [^>]*href="(\/(?!desk)[^"]*)"/g)) {
      const { status, headers } = await desk().get(href)
      const to = href === '/' ? '/desk' : ORIGIN + href
      expect([status, headers.get('Location')], href).toEqual([302, to])
    }
  }
})
