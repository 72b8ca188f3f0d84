import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { deviceOf } from '../../src/desk/device.ts'
import { firstInvitation } from '../../src/desk/invitation.ts'
import { deskLog, editors, invitations, sessions } from '../../src/schema.ts'
import { asEditor, db, NOW, ORIGIN, site } from '../newsroom.ts'

type Cookie = { Cookie: string }

async function idOf(name: string) {
  const [editor] = await db.select().from(editors).where(eq(editors.name, name))
  return String(editor?.id)
}

function act(verb: string, form: Record<string, string>, editor: Cookie) {
  return site().post(`/desk/team/${verb}`, form, editor)
}

function linkOn(page: string): string {
  return /https:\/\/column\.example(\/desk\/sign-in\?link=[\w-]{43})"/.exec(page)?.[1] ?? ''
}

describe('An owner', () => {
  test('sees a new invitation’s link once, and it lets somebody join', async () => {
    const owner = await asEditor('owner')
    const shown = await (await act('invite', { role: 'editor' }, owner)).text()
    const link = linkOn(shown)
    expect(link).not.toBe('')
    expect(shown).toContain(ORIGIN + link)
    expect(await (await site().get('/desk/team', owner)).text()).not.toContain('link=')
    const page = await (await site().get(link)).text()
    expect(page).toContain('You are invited as an editor')
  })

  test('makes a link for an editor to come back', async () => {
    const owner = await asEditor('owner')
    await asEditor('editor', 'Edith')
    const shown = await (await act('link', { editor: await idOf('Edith') }, owner)).text()
    expect(shown).toContain('within 24 hours')
    expect(await (await site().get(linkOn(shown))).text()).toContain('Welcome back, Edith')
  })

  test('removes an editor, and every link not yet used stops working', async () => {
    const owner = await asEditor('owner')
    await asEditor('owner', 'Oscar')
    await act('invite', { role: 'owner' }, owner)
    const response = await act('remove', { editor: await idOf('Oscar') }, owner)
    expect(response.status).toBe(303)
    expect(await db.$count(invitations)).toBe(0)
    expect(await (await site().get('/desk/team', owner)).text()).not.toContain('Oscar')
  })

  test('who is the last one cannot be removed, and the page says why', async () => {
    const owner = await asEditor('owner')
    await asEditor('editor', 'Edith')
    const response = await act('remove', { editor: await idOf('Olive') }, owner)
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain('this is the last owner')
    expect(page).toContain('<title>Error: Team')
    expect((await site().get('/desk/team', owner)).status).toBe(200)
  })

  test('and another, each removing the other at once, leave one owner', async () => {
    const olive = await asEditor('owner')
    const oscar = await asEditor('owner', 'Oscar')
    const [oliveId, oscarId] = [await idOf('Olive'), await idOf('Oscar')]
    await Promise.all([
      act('remove', { editor: oscarId }, olive),
      act('remove', { editor: oliveId }, oscar),
    ])
    const left = (await db.select().from(editors)).filter(({ removedAt }) => removedAt === null)
    expect(left).toHaveLength(1)
    expect(await firstInvitation(db, NOW)).toBeNull()
  })

  test('is asked again when a form says something else', async () => {
    const owner = await asEditor('owner')
    expect((await act('invite', { role: 'king' }, owner)).status).toBe(422)
    expect((await act('link', { editor: 'nobody' }, owner)).status).toBe(422)
    expect((await act('remove', { editor: 'nobody' }, owner)).status).toBe(422)
    expect((await act('invite', {}, owner)).status).toBe(422)
  })
})

describe('An editor who is no owner', () => {
  test('neither invites, nor makes links, nor removes', async () => {
    await asEditor('owner')
    const editor = await asEditor('editor')
    const olive = await idOf('Olive')
    for (const verb of ['invite', 'link', 'remove']) {
      const response = await act(verb, { role: 'owner', editor: olive }, editor)
      expect(response.status, verb).toBe(403)
    }
    expect(await db.$count(invitations)).toBe(0)
    expect(await (await site().get('/desk/team', editor)).text()).not.toContain('Olive')
  })
})

describe('An editor’s other sessions', () => {
  test('are listed by device, and one or all of them can be ended', async () => {
    const owner = await asEditor('owner')
    const edith = await asEditor('editor', 'Edith')
    const phone = async () => {
      const shown = await (await act('link', { editor: await idOf('Edith') }, owner)).text()
      const link = linkOn(shown).split('link=')[1] ?? ''
      const entered = await site().post('/desk/sign-in', { link }, { 'User-Agent': IPHONE })
      return { Cookie: String(entered.headers.get('Set-Cookie')?.split(';')[0]) }
    }
    const statuses = (...all: Cookie[]) =>
      Promise.all(all.map(async (one) => (await site().get('/desk/team', one)).status))
    const first = await phone()
    const page = await (await site().get('/desk/team', edith)).text()
    expect(page).toContain('End the session on Safari on iPhone')
    const [stored] = await db.select().from(sessions).where(eq(sessions.device, 'Safari on iPhone'))
    await act('session-end', { session: String(stored?.hash) }, owner)
    expect(await statuses(first)).toEqual([200])
    await act('session-end', { session: String(stored?.hash) }, edith)
    expect(await statuses(edith, first)).toEqual([200, 303])
    const [second, third] = [await phone(), await phone()]
    await act('session-end', { session: 'others' }, edith)
    expect(await statuses(edith, second, third, owner)).toEqual([200, 303, 303, 200])
  })
})

test('Every act stands in the desk log with who did it, and never with a link', async () => {
  const owner = await asEditor('owner')
  const invited = linkOn(await (await act('invite', { role: 'editor' }, owner)).text())
  await asEditor('editor', 'Edith')
  const edith = await idOf('Edith')
  await act('link', { editor: edith }, owner)
  await act('remove', { editor: edith }, owner)
  await act('remove', { editor: edith }, owner)
  await site().post('/desk/sign-out', {}, owner)
  const log = await db.select().from(deskLog).orderBy(asc(deskLog.id))
  const olive = await idOf('Olive')
  const hers = log.filter(({ by }) => by === olive)
  expect(hers.map(({ verb, editorId }) => [verb, editorId])).toEqual([
    ['join', olive],
    ['invite', null],
    ['link', edith],
    ['remove-editor', edith],
    ['end-session', olive],
  ])
  expect(JSON.stringify(log)).not.toContain(invited.split('link=')[1])
})

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'

test('A device is told apart as coarsely as is of use', () => {
  const told = (middle: string, end: string) => deviceOf(`Mozilla/5.0 (${middle}) ${end}`)
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'
  expect(deviceOf(IPHONE)).toBe('Safari on iPhone')
  expect(told('Windows NT 10.0; Win64; x64', `${chrome} Edg/150.0.0.0`)).toBe('Edge on Windows')
  expect(told('Linux; Android 16; K', chrome)).toBe('Chrome on Android')
  expect(told('Macintosh; Intel Mac OS X 10_15_7', chrome)).toBe('Chrome on Mac')
  expect(told('X11; Linux x86_64; rv:150.0', 'Gecko/20100101 Firefox/150.0')).toBe(
    'Firefox on Linux',
  )
  expect(deviceOf('curl/8')).toBe('A browser')
  expect(deviceOf(undefined)).toBe('A browser')
})
