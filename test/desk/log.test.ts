import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { retract } from '../../src/desk/column/column.ts'
import { drop, save } from '../../src/desk/draft/draft.ts'
import { publish } from '../../src/desk/publishing/publish.ts'
import { logged } from '../../src/desk-log.ts'
import { deskLog, drafts } from '../../src/schema.ts'
import { asEditor, db, NOW, site, vault } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { arrive } from './letters.ts'
import { HAND, RULES, readyDraft } from './ready.ts'

async function logPage(query: string, editor: { Cookie: string }): Promise<string> {
  const response = await site().get(`/desk/log${query}`, editor)
  expect(response.status).toBe(200)
  return response.text()
}

function rows(html: string): string[] {
  return html.match(/<tr>.*?<\/tr>/gs)?.slice(1) ?? []
}

test('The log shows who did what, when and why, and no word of a letter', async () => {
  const letter = await arrive()
  const editor = await asEditor()
  const form = { version: '1', words: 'Too like last week’s.' }
  await site().post(`/desk/letters/${letter.id}/decline`, form, editor)
  const html = await logPage('', editor)
  const [newest = ''] = rows(html)
  expect(newest).toContain('Monday 23 November 2026, 09:00')
  expect(newest).toContain('<td>Edith</td><td>declined</td>')
  expect(newest).toContain(`<a href="/desk/letters/${letter.id}">Letter ${letter.id}</a>`)
  expect(newest).toContain('In the desk’s own words')
  expect(html).not.toContain('Too like last week’s.')
  expect(html).not.toContain('lunch')
  expect(html).toContain('<title>Desk log · Off the Clock</title>')
})

test('A draft is named by its number and a live column by its address', async () => {
  const editor = await asEditor()
  const draft = { id: 'd1', headline: 'My boss', language: 'en', changedBy: 'clock', document: '' }
  const changedAt = '2026-11-23T09:00:00Z'
  await db.insert(drafts).values([
    { ...draft, status: 'draft', slug: 'my-boss', changedAt },
    { ...draft, id: 'd2', status: 'live', slug: 'our-boss', changedAt },
  ])
  await print({ 'our-boss': column() }, { ids: { 'our-boss': 'd2' } })
  await logged(db, { verb: 'save', draftId: 'd1', by: 'clock', now: NOW })
  await logged(db, { verb: 'publish', draftId: 'd2', by: 'clock', now: NOW })
  const html = await logPage('?editor=clock', editor)
  expect(html).toContain('<a href="/desk/drafts/d1">Draft d1</a>')
  expect(html).toContain('<a href="/desk/columns/our-boss">Column our-boss</a>')
  expect(html).toContain('<td>clock</td>')
  expect(html).not.toContain('my-boss')
})

test('What the log links to is there, and what was dropped is no link', async () => {
  const editor = await asEditor()
  const order = { ...HAND, version: 2, ...RULES }
  const retracted = await readyDraft({ slug: 'retracted' })
  await publish(db, vault, retracted, order)
  await retract(db, 'retracted', { ...HAND, reason: 'Wrong.', note: 'It was wrong.' })
  const moving = await readyDraft({ slug: 'moving' })
  await publish(db, vault, moving, order)
  await save(db, moving.id, { ...moving, version: 3, slug: 'not-yet-moved' }, HAND)
  const dropped = await readyDraft({ slug: 'dropped' })
  await drop(db, dropped.id, { ...HAND, version: 2 })
  const html = await logPage('', editor)
  expect(html).toContain(`<td>Draft ${dropped.id}</td>`)
  const links = [...html.matchAll(/href="(\/desk\/(?:columns|drafts)\/[^"]+)"/g)]
  expect(new Set(links.map(([, path]) => path)).size).toBe(2)
  for (const [, path = ''] of links) {
    expect((await site().get(path, editor)).status, path).toBe(200)
  }
})

test('An editor looks through the log by letter, draft, editor and verb', async () => {
  const editor = await asEditor()
  for (const letterId of ['one', 'two']) {
    await logged(db, { verb: 'hold', letterId, by: 'clock', now: NOW })
    await logged(db, { verb: 'pick', letterId, draftId: `d-${letterId}`, by: 'operator', now: NOW })
  }
  expect(rows(await logPage('?letter=one', editor))).toHaveLength(2)
  expect(rows(await logPage('?draft=d-two', editor))).toHaveLength(1)
  expect(rows(await logPage('?verb=hold', editor))).toHaveLength(2)
  expect(rows(await logPage('?editor=operator&letter=two', editor))).toHaveLength(1)
  expect(await logPage('?letter=three', editor)).toContain('Nothing like that was done.')
})

test('All that the log can be looked through by is a field that an editor fills in', async () => {
  const editor = await asEditor()
  await logged(db, { verb: 'hold', letterId: 'one', by: 'clock', now: NOW })
  const asked = '?letter=one&draft=d1&editor=clock&verb=hold&from=2026-11-22&until=2026-11-23'
  const html = await logPage(asked, editor)
  for (const [name, value] of new URLSearchParams(asked)) {
    const field = new RegExp(`<(?:input|select) id="${name}" name="${name}"`)
    expect(html, name).toMatch(field)
    expect(html, name).toContain(
      name === 'editor' || name === 'verb' ? `value="${value}" selected=""` : `value="${value}"`,
    )
  }
  const pasted = encodeURIComponent('https://column.example/desk/letters/one?status=held')
  expect(rows(await logPage(`?letter=${pasted}`, editor))).toHaveLength(1)
})

test('The days of the log are those of the desk’s zone, the last one whole', async () => {
  const editor = await asEditor()
  for (const at of ['2026-03-07T23:30', '2026-03-08T05:30', '2026-03-09T03:59', '2026-03-09T04:00'])
    await logged(db, { verb: 'hold', letterId: at, by: 'clock', now: new Date(`${at}:00Z`) })
  const newYork = site({ settings: { TIME_ZONE: 'America/New_York' } })
  const shown = async (query: string) => {
    const html = await (await newYork.get(`/desk/log?verb=hold&${query}`, editor)).text()
    return [...html.matchAll(/>Letter (2026[^<]+)</g)].map(([, at]) => at)
  }
  // The clocks went forward on 8 March: that day had 23 hours.
  expect(await shown('from=2026-03-08&until=2026-03-08')).toEqual([
    '2026-03-09T03:59',
    '2026-03-08T05:30',
  ])
  expect(await shown('until=2026-03-07')).toEqual(['2026-03-07T23:30'])
  expect(await shown('from=2026-13-45')).toHaveLength(4)
})

test('The log goes on page by page, the newest act first, and shows every act once', async () => {
  const editor = await asEditor()
  for (let act = 1; act <= 120; act += 1) {
    await logged(db, { verb: 'hold', letterId: `letter${act}`, by: 'clock', now: NOW })
  }
  const seen: number[] = []
  let query: string | undefined = '?verb=hold'
  while (query !== undefined) {
    const html = await logPage(query, editor)
    seen.push(...[...html.matchAll(/>Letter letter(\d+)/g)].map(([, act]) => Number(act)))
    query = /href="\/desk\/log([^"]+)">Earlier acts/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index))
})

test('Nobody can change or remove what is in the log', async () => {
  await logged(db, { verb: 'hold', letterId: 'one', by: 'clock', now: NOW })
  await expect(db.update(deskLog).set({ reason: 'Other' })).rejects.toThrow()
  await expect(db.delete(deskLog).where(eq(deskLog.letterId, 'one'))).rejects.toThrow()
  const [entry] = await db.select().from(deskLog)
  expect(entry?.reason).toBeNull()
})
