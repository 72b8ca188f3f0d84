import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { firstInvitation, invite, makeLink } from '../../src/desk/team/invitation.ts'
import { OPERATOR } from '../../src/desk/team/owner.ts'
import { removeEditor } from '../../src/desk/team/team.ts'
import { deskLog, editors, invitations, type Role, sessions } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'

const DAY = 24 * 60
const hand = { by: OPERATOR, now: NOW }

async function invitation(role: Role = 'editor') {
  return String(await invite(db, role, hand))
}

async function linkFor(name: string) {
  const editor = (await db.select().from(editors)).find((row) => row.name === name)
  return String(await makeLink(db, String(editor?.id), hand))
}

function useLink(link: string, name = '', now = NOW) {
  return site({ now }).post('/desk/sign-in', { link, name })
}

describe('An invitation', () => {
  test('lets one person in, who comes to the team page to add a passkey', async () => {
    const response = await useLink(await invitation('owner'), '  Ana   Lima ')
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/desk/team')
    const cookie = response.headers.get('Set-Cookie') ?? ''
    const page = await site().get('/desk/team', { Cookie: String(cookie.split(';')[0]) })
    expect(await page.text()).toContain('You are signed in as Ana Lima, an owner.')
  })

  test('gives a cookie that scripts, other hosts and plain connections never see', async () => {
    const cookie = (await useLink(await invitation(), 'Ana')).headers.get('Set-Cookie') ?? ''
    const [pair = '', ...flags] = cookie.split('; ')
    expect(pair).toMatch(/^__Host-desk=[\w-]{43}$/)
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure'])
    const [session] = await db.select().from(sessions)
    expect(JSON.stringify(session)).not.toContain(pair.split('=')[1])
  })

  test('is not used up when a chat program opens it to show a preview', async () => {
    const link = await invitation()
    for (let opened = 0; opened < 2; opened += 1) {
      const page = await site().get(`/desk/sign-in?link=${link}`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('Join the desk of Off the Clock')
    }
    expect((await useLink(link, 'Ana')).status).toBe(303)
  })

  test('used by twenty at once lets one person in', async () => {
    const link = await invitation()
    const all = Array.from({ length: 20 }, (_, index) => useLink(link, `Guest ${index}`))
    const statuses = (await Promise.all(all)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 410)).toHaveLength(19)
    expect(await db.$count(editors)).toBe(1)
    expect(await db.$count(sessions)).toBe(1)
  })

  test('that is wrong, used or a week old gets one plain answer', async () => {
    const used = await invitation()
    await useLink(used, 'Ana')
    const old = await invitation()
    const week = minutesLater(NOW, 7 * DAY)
    const pages = await Promise.all([
      site().get('/desk/sign-in?link='),
      site().get('/desk/sign-in?link=wrong'),
      site().get(`/desk/sign-in?link=${used}`),
      useLink(used, 'Bea'),
      site({ now: week }).get(`/desk/sign-in?link=${old}`),
      useLink(old, 'Bea', week),
    ])
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 410))
    const texts = new Set(await Promise.all(pages.map((page) => page.text())))
    expect(texts.size).toBe(1)
    expect([...texts][0]).toContain('npm run editor -- link NAME')
    expect((await useLink(old, 'Bea', minutesLater(week, -1))).status).toBe(303)
  })

  test('asks again for a name that is empty, too long or taken, and stays good', async () => {
    await asEditor('editor', 'Edith')
    const link = await invitation()
    for (const [name, why] of [
      ['', 'Enter a name'],
      [' .\u200b ', 'Enter a name'],
      ['a'.repeat(61), 'Enter a name'],
      ['EDITH', 'Somebody at the desk has or had this name'],
    ] as const) {
      const response = await useLink(link, name)
      expect(response.status, name).toBe(422)
      const page = await response.text()
      expect(page).toContain(why)
      expect(page).toContain('<title>Error: Join the desk')
      expect(page).toContain('aria-describedby="name-hint name-error"')
    }
    expect((await useLink(link, 'é'.repeat(60))).status).toBe(303)
  })

  test('is kept as a hash, and joining stands in the desk log', async () => {
    const link = await invitation()
    expect(JSON.stringify(await db.select().from(invitations))).not.toContain(link)
    await useLink(link, 'Ana')
    const [ana] = await db.select().from(editors)
    const log = await db.select().from(deskLog)
    expect(log).toMatchObject([
      { verb: 'invite', by: OPERATOR },
      { verb: 'join', by: ana?.id, editorId: ana?.id },
    ])
    expect(JSON.stringify(log)).not.toContain(link)
  })
})

describe('The first invitation', () => {
  test('is an owner’s, and the one that was printed before stops working', async () => {
    const before = String(await firstInvitation(db, NOW))
    const first = String(await firstInvitation(db, NOW))
    expect((await useLink(before, 'Ana')).status).toBe(410)
    expect((await useLink(first, 'Ana')).status).toBe(303)
    expect(await db.select().from(editors)).toMatchObject([{ name: 'Ana', role: 'owner' }])
  })

  test('is not made once somebody is at the desk', async () => {
    await asEditor('owner')
    expect(await firstInvitation(db, NOW)).toBeNull()
  })
})

describe('A link for an editor to come back', () => {
  test('works once, within 24 hours', async () => {
    await asEditor('editor', 'Edith')
    const link = await linkFor('Edith')
    expect(await (await site().get(`/desk/sign-in?link=${link}`)).text()).toContain('Edith')
    expect((await useLink(link, '', minutesLater(NOW, DAY))).status).toBe(410)
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await useLink(link)).status),
    )
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 410)).toHaveLength(19)
    expect(await db.$count(sessions)).toBe(2)
  })

  test('takes the place of the one before', async () => {
    await asEditor('editor', 'Edith')
    const before = await linkFor('Edith')
    await linkFor('Edith')
    expect((await useLink(before)).status).toBe(410)
  })

  test('is of no use to an editor who was removed', async () => {
    await asEditor('owner')
    await asEditor('editor', 'Edith')
    const link = await linkFor('Edith')
    const edith = (await db.select().from(editors)).find(({ name }) => name === 'Edith')
    await removeEditor(db, String(edith?.id), hand)
    expect((await useLink(link)).status).toBe(410)
    expect(await makeLink(db, String(edith?.id), hand)).toBeNull()
  })
})

test('Signing in clears away the sessions and links that have run out', async () => {
  await asEditor('owner')
  await invitation()
  const later = minutesLater(NOW, 8 * DAY)
  const link = String(await invite(db, 'editor', { by: OPERATOR, now: later }))
  await useLink(link, 'Ana', later)
  expect(await db.$count(sessions)).toBe(1)
  expect(await db.$count(invitations)).toBe(0)
})
