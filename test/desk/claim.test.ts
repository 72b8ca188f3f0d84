import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { claim, claimsSwept } from '../../src/desk/tray/claim.ts'
import { claims, editors } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { arrive, decide, page, rowOf } from './letters.ts'

describe('An editor who claims a letter', () => {
  test('is named beside it until twenty minutes later, to the others too', async () => {
    const letter = await arrive()
    const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
    const answer = await decide(letter, 'claim', edith)
    expect(answer.headers.get('Location')).toBe(`/desk/letters/${letter.id}`)
    expect(await page(`/desk/letters/${letter.id}`, edith)).toContain('yours until 09:20')
    for (const path of ['/desk', `/desk/letters/${letter.id}`]) {
      expect(await page(path, otto)).toContain('Edith is reading this, until 09:20')
    }
    const late = site({ now: minutesLater(NOW, 20) })
    expect(await (await late.get('/desk', otto)).text()).not.toContain('Edith is reading')
  })

  test('is told when somebody else came first, and can still decide', async () => {
    const letter = await arrive()
    const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
    await decide(letter, 'claim', edith)
    const late = await decide(letter, 'claim', otto)
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('<a href="#claim">Edith is reading this, until 09:20</a>')
    expect(html).toContain('<title>Error: Letter · Off the Clock</title>')
    expect((await decide(letter, 'shortlist', otto)).status).toBe(303)
    expect(await db.$count(claims)).toBe(0)
  })

  test('lets it go, or keeps it for longer, and nobody else can do that', async () => {
    const letter = await arrive()
    const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
    await decide(letter, 'claim', edith)
    await decide(letter, 'claim', otto, { release: 'yes' })
    expect(await db.$count(claims)).toBe(1)
    const [{ editorId = '' } = {}] = await db.select().from(claims)
    await claim(db, letter.id, { by: editorId, now: minutesLater(NOW, 10) })
    expect(await db.select().from(claims)).toMatchObject([{ until: '2026-11-23T09:30:00Z' }])
    await decide(letter, 'claim', edith, { release: 'yes' })
    expect(await db.$count(claims)).toBe(0)
  })

  test('is one of twenty who do so at once', async () => {
    const letter = await arrive()
    const names = Array.from({ length: 20 }, (_, number) => `editor${number}`)
    const joinedAt = '2026-11-01T00:00:00Z'
    for (const id of names)
      await db.insert(editors).values({ id, name: id, role: 'editor', joinedAt })
    const standing = await Promise.all(names.map((by) => claim(db, letter.id, { by, now: NOW })))
    expect(new Set(standing.map((one) => one?.editorId)).size).toBe(1)
    expect(await db.$count(claims)).toBe(1)
  })

  test('cannot claim a letter that is settled, or never came', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    await decide(letter, 'decline', editor, { reason: 'room' })
    expect((await decide(await rowOf(letter), 'claim', editor)).status).toBe(409)
    const nowhere = await site().post('/desk/letters/nowhere/claim', {}, editor)
    expect(nowhere.status).toBe(404)
  })
})

test('A decision leads past what others are reading, and not past one’s own', async () => {
  const [first, second, third] = [await arrive({}, 3), await arrive({}, 2), await arrive({}, 1)]
  const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
  await decide(second, 'claim', otto)
  await decide(third, 'claim', edith)
  const on = await decide(first, 'hold', edith)
  expect(on.headers.get('Location')).toBe(`/desk/letters/${third.id}`)
  const mine = await page('/desk?mine=yes', edith)
  expect(mine).toContain(third.id)
  expect(mine).not.toContain(second.id)
})

test('Nothing is left of a claim once it has run out', async () => {
  const letter = await arrive()
  await claim(db, letter.id, { by: 'edith', now: NOW })
  await claimsSwept(db, minutesLater(NOW, 19))
  expect(await db.$count(claims)).toBe(1)
  await claimsSwept(db, minutesLater(NOW, 20))
  expect(await db.$count(claims)).toBe(0)
})
