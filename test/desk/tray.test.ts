import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { letters, topics } from '../../src/schema.ts'
import { asEditor, db, site } from '../newsroom.ts'
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
