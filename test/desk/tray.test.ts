import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { letters, topics } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { arrive, decide, page } from './letters.ts'

describe('The tray', () => {
  test('lists new letters by their question, what runs out first, with what an editor needs', async () => {
    await arrive({ question: 'Is it too late?', neededBy: '2026-11-27' }, 1)
    await arrive({ question: 'Haruskah saya pergi?', language: 'id', consent: 'private' }, 9)
    const html = await page('/desk', await asEditor())
    expect(html.indexOf('Is it too late?')).toBeLessThan(html.indexOf('Haruskah saya pergi?'))
    expect(html).toContain('9 days · Indonesian · colleague · private answer only')
    expect(html).toContain('1 day · colleague · show me first')
    expect(html).toContain('needed by 27 November 2026')
    expect(html).toContain('Received 2 · what runs out first · all topics')
    expect(html).toContain('<title>Tray · Off the Clock</title>')
  })

  test('shows the letters of one state, topic and language, and keeps that in its links', async () => {
    await db.insert(topics).values([
      { slug: 'meetings', language: 'id', name: 'Rapat', description: '', position: 1 },
      { slug: 'meetings', language: 'en', name: 'Meetings', description: '', position: 1 },
    ])
    const noon = await arrive({ topic: 'meetings', language: 'id' })
    const other = await arrive({ language: 'id', question: 'Is it fair?' })
    const editor = await asEditor()
    await decide(noon, 'hold', editor)
    await decide(other, 'hold', editor)
    const html = await page('/desk?status=held&topic=meetings&language=id', editor)
    expect(html).toContain('Held 2 · what runs out first · Meetings · Indonesian')
    expect(html).toContain(
      `href="/desk/letters/${noon.id}?status=held&amp;topic=meetings&amp;language=id"`,
    )
    expect(html).not.toContain('Is it fair?')
    expect(await page('/desk?status=held&language=en', editor)).not.toContain(noon.id)
    expect(await page('/desk?status=all', editor)).toContain(other.id)
  })

  test('goes on page by page and shows every letter once', async () => {
    const sent = await Promise.all(Array.from({ length: 65 }, (_, age) => arrive({}, age % 3)))
    const editor = await asEditor()
    const seen: string[] = []
    let path: string | undefined = '/desk'
    while (path) {
      const html = await page(path, editor)
      seen.push(...[...html.matchAll(/href="\/desk\/letters\/(\w+)/g)].map(([, id = '']) => id))
      path = /href="([^"]+)">Later letters/.exec(html)?.[1]
    }
    expect(seen.length).toBe(65)
    expect(new Set(seen)).toEqual(new Set(sent.map(({ id }) => id)))
  })

  test('says kindly that nobody is waiting when it is empty', async () => {
    const html = await page('/desk', await asEditor())
    expect(html).toContain('No letter is waiting: everybody who wrote has been read.')
  })

  test('leaves out what it does not understand in its address', async () => {
    await arrive()
    const odd = '/desk?status=lost&language=%21%21&after=%27&topic='
    expect(await page(odd, await asEditor())).toContain('How do I get my lunch hour back?')
  })

  test('stays usable when a letter was sealed with a key that is lost', async () => {
    const lost = await arrive({ question: 'Can you read me?' })
    await arrive()
    await db.update(letters).set({ dataKey: 'v1.00000000.AAAA' }).where(eq(letters.id, lost.id))
    const editor = await asEditor()
    const list = await page('/desk', editor)
    expect(list).toContain('This letter cannot be opened')
    expect(list).toContain('How do I get my lunch hour back?')
    expect(await page(`/desk/letters/${lost.id}`, editor)).toContain('none of the site’s keys fits')
  })
})

describe('The tray’s filter', () => {
  const idsOn = (html: string) =>
    [...html.matchAll(/data-letter="(\w+)"/g)].map(([, id = '']) => id)

  test('takes what may be printed, is old, is needed, or is undecided', async () => {
    const quiet = await arrive({ consent: 'private' }, 40)
    const soon = await arrive({ neededBy: '2026-11-30' }, 8)
    const far = await arrive({ neededBy: '2027-03-01' })
    const passed = await arrive({ neededBy: '2026-11-22' })
    const editor = await asEditor()
    await decide(far, 'hold', editor)
    const found = async (query: string) => idsOn(await page(`/desk?${query}`, editor))
    expect(await found('consent=private')).toEqual([quiet.id])
    expect(await found('consent=publish')).toEqual([])
    expect(await found('age=7')).toEqual([soon.id, quiet.id])
    expect(await found('age=30')).toEqual([quiet.id])
    expect(await found('needed=soon')).toEqual([soon.id])
    expect(await found('needed=passed')).toEqual([passed.id])
    expect(await found('needed=any')).toEqual([passed.id, soon.id])
    expect(await found('status=open&needed=any')).toEqual([passed.id, soon.id, far.id])
    expect(await found('age=8&consent=x&needed=never&mine=no')).toHaveLength(3)
    const html = await page('/desk?consent=private&age=30&needed=any', editor)
    expect(html).toContain('private answer only · 30 days or older · needed by some day')
  })

  test('lists what runs out first, page by page, and loses no letter', async () => {
    const days = (number: number) => new Date(NOW.getTime() + number * 24 * 60 * 60_000)
    const needed = (number: number) => days(number).toISOString().slice(0, 10)
    const sent = await Promise.all(
      Array.from({ length: 70 }, (_, number) =>
        arrive({ neededBy: number % 3 ? needed((number * 37) % 400) : null }, number % 5),
      ),
    )
    const editor = await asEditor()
    const seen: string[] = []
    for (let path: string | undefined = '/desk'; path; ) {
      const html: string = await page(path, editor)
      seen.push(...idsOn(html))
      path = /href="([^"]+)">Later letters/.exec(html)?.[1]
    }
    expect(seen).toHaveLength(70)
    expect(new Set(seen)).toEqual(new Set(sent.map(({ id }) => id)))
    const rows = await db.select().from(letters)
    const order = seen.map((id) => rows.find((row) => row.id === id)?.runsOutOn)
    expect(order).toEqual([...order].sort())
  })

  test('looks for words in what undecided writers wrote, and puts them into no address', async () => {
    const fern = await arrive({ letter: 'He gave me his Ferns.', tried: 'I watered them in vain.' })
    await arrive({ letter: 'He gave me his keys.', tried: 'I kept them.' })
    const settled = await arrive({ letter: 'More ferns, watered daily.' })
    const editor = await asEditor()
    await decide(settled, 'decline', editor, { reason: 'room' })
    const answer = await site().post('/desk?language=en', { text: ' ferns  WATERED ' }, editor)
    const html = await answer.text()
    expect(idsOn(html)).toEqual([fern.id])
    expect(html).toContain('“ferns  WATERED” in 2 letters')
    expect(html).toContain('value="ferns  WATERED"')
    expect([...html.matchAll(/(?:href|action)="([^"]*)"/g)].join().toLowerCase()).not.toContain(
      'fern',
    )
  })

  test('is filtered by a flag in its address, and looked through a part at a time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => arrive({}, 1)))
    const grave = await arrive({ letter: 'She books noon. Some nights I want to end my life.' })
    const editor = await asEditor()
    const first = await page('/desk?flag=crisis', editor)
    expect(idsOn(first)).toEqual([])
    expect(first).toContain('words of crisis in 20 letters')
    const [, on = ''] = /action="([^"]+after=[^"]+)"/.exec(first) ?? []
    const path = on.replaceAll('&amp;', '&')
    const second = await (await site().post(path, { text: '' }, editor)).text()
    expect(idsOn(second)).toEqual([grave.id])
    expect(second).toContain('<option value="crisis" selected="">')
    const both = await site().post('/desk?flag=crisis', { text: 'nothing of that' }, editor)
    expect(idsOn(await both.text())).toEqual([])
  })

  test('looks through twenty letters at a time, and goes on from there', async () => {
    await Promise.all(Array.from({ length: 20 }, () => arrive({}, 1)))
    const last = await arrive({ letter: 'Ferns.' })
    const editor = await asEditor()
    const first = await (await site().post('/desk', { text: 'ferns' }, editor)).text()
    expect(idsOn(first)).toEqual([])
    expect(first).toContain('in 20 letters')
    const [, on = ''] = /action="([^"]+after=[^"]+)"/.exec(first) ?? []
    const second = await (await site().post(on, { text: 'ferns' }, editor)).text()
    expect(idsOn(second)).toEqual([last.id])
    expect(second).not.toContain('Look through the next letters')
  })
})

test('Single keys are switched off and on by a form, for one editor', async () => {
  const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
  const letter = await arrive()
  const back = `/desk/letters/${letter.id}?status=all`
  const off = await site().post('/desk/keys', { keys: 'off', back }, edith)
  expect(off.headers.get('Location')).toBe(back)
  expect(await page(back, edith)).toContain('data-keys="off"')
  expect(await page('/desk', edith)).toContain('Single keys are switched off for you.')
  expect(await page('/desk', otto)).toContain('data-keys="on"')
  const on = await site().post('/desk/keys', { keys: 'on', back: 'https://evil.example' }, edith)
  expect(on.headers.get('Location')).toBe('/desk')
  expect(await page('/desk', edith)).toContain('data-keys="on"')
})

describe('The desk’s frame', () => {
  test('shows where one is, who one is and the way out', async () => {
    const editor = await asEditor()
    const html = await page('/desk/log', editor)
    expect(html).toContain('<a href="/desk/log" aria-current="page">Log</a>')
    expect(html.match(/aria-current/g)).toHaveLength(1)
    expect(html).toContain('<span>Edith</span>')
    expect(html).toContain('<form class="who" method="post" action="/desk/sign-out">')
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).not.toContain('rel="canonical"')
  })

  test('shows a stranger the site’s name and nothing of the desk', async () => {
    const response = await site().get('/desk/sign-in')
    const html = await response.text()
    expect(html).toContain('Off the Clock</a>')
    expect(html).not.toContain('href="/desk/drafts"')
    expect(html).not.toContain('Sign out')
    expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
  })
})
