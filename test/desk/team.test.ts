import { env } from 'cloudflare:workers'
import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { deviceOf } from '../../src/desk/team/device.ts'
import { firstInvitation, invite, makeLink } from '../../src/desk/team/invitation.ts'
import { OPERATOR } from '../../src/desk/team/owner.ts'
import { changeRole, removeEditor } from '../../src/desk/team/team.ts'
import { logged } from '../../src/desk-log.ts'
import { deskLog, editors, invitations, passkeys, sessions } from '../../src/schema.ts'
import { asEditor, db, NOW, ORIGIN, site } from '../newsroom.ts'
import { type Cookie, withPasskey } from './keys.ts'
import { arrive, rowOf } from './letters.ts'

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
  test('neither invites, nor makes links, nor changes roles, nor removes', async () => {
    await asEditor('owner')
    const editor = await asEditor('editor')
    const olive = await idOf('Olive')
    for (const verb of ['invite', 'link', 'role', 'remove']) {
      for (const whom of [olive, await idOf('Edith')]) {
        const response = await act(verb, { role: 'owner', editor: whom }, editor)
        expect(response.status, verb).toBe(403)
      }
    }
    expect(await db.$count(invitations)).toBe(0)
    expect(await db.$count(editors, eq(editors.role, 'owner'))).toBe(1)
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

describe('A role', () => {
  const roles = async () => {
    const all = await db.select().from(editors).orderBy(asc(editors.name))
    return Object.fromEntries(all.map(({ name, role }) => [name, role]))
  }

  test('is changed by an owner, and counts at once', async () => {
    const olive = await asEditor('owner')
    const edith = await asEditor('editor', 'Edith')
    const change = async (role: string) => act('role', { editor: await idOf('Edith'), role }, olive)
    expect((await act('invite', { role: 'editor' }, edith)).status).toBe(403)
    expect((await change('owner')).status).toBe(303)
    expect((await act('invite', { role: 'editor' }, edith)).status).toBe(200)
    expect((await change('editor')).status).toBe(303)
    expect((await act('invite', { role: 'editor' }, edith)).status).toBe(403)
    const log = await db.select().from(deskLog).where(eq(deskLog.verb, 'change-role'))
    expect(log.map(({ by, editorId, reason }) => [by, editorId, reason])).toEqual([
      [await idOf('Olive'), await idOf('Edith'), 'owner'],
      [await idOf('Olive'), await idOf('Edith'), 'editor'],
    ])
  })

  test('of a former owner leaves no invitation behind that may have been kept', async () => {
    const olive = await asEditor('owner')
    const oscar = await asEditor('owner', 'Oscar')
    await act('invite', { role: 'owner' }, oscar)
    await act('role', { editor: await idOf('Oscar'), role: 'editor' }, olive)
    expect(await db.$count(invitations)).toBe(0)
  })

  test('of the last owner stays, and so does one that is no role', async () => {
    const olive = await asEditor('owner')
    const editor = await idOf('Olive')
    const refused = await act('role', { editor, role: 'editor' }, olive)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('this is the last owner')
    for (const role of ['owner', 'king', '']) {
      expect((await act('role', { editor, role }, olive)).status).toBe(422)
    }
    expect(await roles()).toEqual({ Olive: 'owner' })
  })

  test('of the last two owners, each changing the other’s at once, leaves one', async () => {
    const olive = await asEditor('owner')
    const oscar = await asEditor('owner', 'Oscar')
    const [oliveId, oscarId] = [await idOf('Olive'), await idOf('Oscar')]
    await Promise.all([
      ...Array.from({ length: 10 }, () => act('role', { editor: oscarId, role: 'editor' }, olive)),
      ...Array.from({ length: 10 }, () => act('role', { editor: oliveId, role: 'editor' }, oscar)),
    ])
    expect(Object.values(await roles()).sort()).toEqual(['editor', 'owner'])
  })

  test('that is lost while a form is on its way refuses what the form asks for', async () => {
    await asEditor('owner')
    await asEditor('editor', 'Edith')
    await asEditor('owner', 'Oscar')
    const [oscar, edith] = [await idOf('Oscar'), await idOf('Edith')]
    await changeRole(db, oscar, 'editor', { by: await idOf('Olive'), now: NOW })
    const hand = { by: oscar, now: NOW }
    expect(await invite(db, 'owner', hand)).toBeNull()
    expect(await makeLink(db, edith, hand)).toBeNull()
    expect(await changeRole(db, oscar, 'owner', hand)).toBeNull()
    expect(await removeEditor(db, edith, hand)).toBeNull()
    expect(await roles()).toEqual({ Edith: 'editor', Olive: 'owner', Oscar: 'editor' })
  })
})

test('An owner ends another editor’s sessions; an editor ends nobody else’s', async () => {
  const owner = await asEditor('owner')
  const edith = await asEditor('editor', 'Edith')
  const bea = await asEditor('editor', 'Bea')
  const page = await (await site().get('/desk/team', owner)).text()
  expect(page).toContain('Edith is signed in on 1 device')
  const editor = await idOf('Edith')
  const [hers] = await db.select().from(sessions).where(eq(sessions.editorId, editor))
  const statusOf = async (one: Cookie) => (await site().get('/desk/team', one)).status
  for (const session of [String(hers?.hash), 'others']) {
    await act('session-end', { session, editor }, bea)
    expect(await statusOf(edith)).toBe(200)
  }
  await act('session-end', { session: String(hers?.hash), editor: await idOf('Bea') }, owner)
  expect(await statusOf(edith)).toBe(200)
  await act('session-end', { session: String(hers?.hash), editor }, owner)
  expect(await statusOf(edith)).toBe(303)
  await act('session-end', { session: 'others', editor: await idOf('Bea') }, owner)
  expect([await statusOf(bea), await statusOf(owner)]).toEqual([303, 200])
  const log = await db.select().from(deskLog).orderBy(asc(deskLog.id))
  expect(log.slice(-2).map(({ by, editorId, verb }) => [verb, by, editorId])).toEqual([
    ['end-session', await idOf('Olive'), editor],
    ['end-other-sessions', await idOf('Olive'), await idOf('Bea')],
  ])
})

describe('An editor who is removed', () => {
  /** A database on which somebody removes an editor just before the next act is carried out. */
  function removing(id: string): D1Database {
    return new Proxy(env.DB, {
      get(target, key) {
        const value = Reflect.get(target, key)
        if (key !== 'batch') return typeof value === 'function' ? value.bind(target) : value
        return async (statements: D1PreparedStatement[]) => {
          await removeEditor(db, id, { by: OPERATOR, now: NOW })
          return target.batch(statements)
        }
      },
    })
  }

  test('does nothing any more, not even by a form that was on its way, and keeps its text', async () => {
    await asEditor('owner')
    const edith = await asEditor('editor', 'Edith')
    const letter = await arrive()
    const form = { version: '1', words: 'Too like last week’s.' }
    const late = site({ database: removing(await idOf('Edith')) })
    const response = await late.post(`/desk/letters/${letter.id}/decline`, form, edith)
    expect(response.status).toBe(401)
    const page = await response.text()
    expect(page).toContain('<h1>You are signed out</h1>')
    expect(page).toContain('value="Too like last week’s."')
    expect(await rowOf(letter)).toEqual(letter)
    expect((await db.select().from(deskLog)).map(({ verb }) => verb).slice(-1)).toEqual([
      'remove-editor',
    ])
  })

  test('cannot sign what is done in the name of the desk, whatever the verb', async () => {
    await asEditor('owner')
    await asEditor('editor', 'Edith')
    const by = await idOf('Edith')
    await removeEditor(db, by, { by: OPERATOR, now: NOW })
    for (const verb of ['save', 'publish', 'remove-editor', 'add-passkey']) {
      await expect(Promise.resolve(logged(db, { verb, by, now: NOW }))).rejects.toThrow()
    }
  })

  test('may be the owner who asks for it, when another is left', async () => {
    const olive = await asEditor('owner')
    await asEditor('owner', 'Oscar')
    expect((await act('remove', { editor: await idOf('Olive') }, olive)).status).toBe(303)
    expect((await site().get('/desk/team', olive)).status).toBe(303)
    expect(await db.$count(deskLog, eq(deskLog.verb, 'remove-editor'))).toBe(1)
  })
})

test('A passkey has a name of its editor’s choosing, up to 60 characters', async () => {
  const edith = await asEditor('editor', 'Edith')
  const bea = await asEditor('editor', 'Bea')
  await withPasskey(edith)
  const [passkey] = await db.select().from(passkeys)
  const rename = (name: string, by: Cookie) =>
    act('passkey-name', { passkey: String(passkey?.id), name }, by)
  const shown = async () => (await site().get('/desk/team', edith)).text()
  expect(await shown()).toContain('Rename the passkey added with A browser')
  expect((await rename('  The blue <b>laptop</b> ', edith)).status).toBe(303)
  expect(await shown()).toContain('The blue &lt;b&gt;laptop&lt;/b&gt;')
  expect((await rename('Mine now', bea)).status).toBe(422)
  expect((await rename('é'.repeat(61), edith)).status).toBe(422)
  expect((await rename('', edith)).status).toBe(303)
  expect((await db.select().from(passkeys))[0]?.name).toBeNull()
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
