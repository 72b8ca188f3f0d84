import { expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { findLive } from '../../src/desk/column/column.ts'
import { findDraft } from '../../src/desk/draft/draft.ts'
import { purgeDue } from '../../src/desk/publishing/purge.ts'
import { drafts, outbox } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { arrive, decide, page, rowOf } from './letters.ts'

const SLUG = 'the-kettle'

/** Publishes a letter's column, and gives the letter. */
async function published(editor: { Cookie: string }) {
  const letter = await arrive({ consent: 'publish' })
  const picked = await decide(letter, 'pick', editor)
  const address = picked.headers.get('Location') ?? ''
  const document = column().replace(/^published: .*\n/m, '')
  await site().post(`${address}/save`, { version: '1', document, slug: SLUG }, editor)
  expect((await site().post(`${address}/publish`, { version: '2' }, editor)).status).toBe(303)
  return letter
}

const act = (editor: { Cookie: string }, verb: string, form: Record<string, string>) =>
  site().post(`/desk/columns/${SLUG}/${verb}`, form, editor)

test('After publishing, the desk shows the page, the feed entry, the purge and the tickets', async () => {
  const editor = await asEditor()
  const { id } = await published(editor)
  const shown = await page(`/desk/columns/${SLUG}`, editor)
  expect(shown).toContain(`<a href="/columns/${SLUG}">/columns/${SLUG}</a>`)
  const found = await findLive(db, SLUG)
  expect(shown).toContain(`urn:uuid:${found?.column.permanentId}`)
  expect(shown).toContain(`href="/desk/letters/${id}"`)
  expect(shown).toContain(`its ticket says “Answered”, with the link /columns/${SLUG}`)
  expect(shown).toContain('with all that shows it: nothing is cached here')
})

test('A purge that fails is shown on the column’s page and in the queue until it is done', async () => {
  const editor = await asEditor()
  await published(editor)
  await db.insert(outbox).values({
    ...{ kind: 'purge', dueAt: '2026-11-23T09:00:00Z' },
    payload: ['site', `column-${(await findLive(db, SLUG))?.column.id}`],
  })
  const shown = () => page(`/desk/columns/${SLUG}`, editor)
  expect(await shown()).toContain('owed, within a minute')
  await purgeDue(db, async () => false, NOW)
  expect(await shown()).toContain('failed once; tried again on')
  expect(await page('/desk/queue', editor)).toContain('Purges that failed')
  await purgeDue(db, async () => true, new Date(NOW.getTime() + 120_000))
  expect(await page('/desk/queue', editor)).not.toContain('Purges that failed')
})

test('A column that is given another address keeps everything else, and its tickets say the new one', async () => {
  const editor = await asEditor()
  const letter = await published(editor)
  const before = await findLive(db, SLUG)
  const form = { version: '3', to: 'the-teapot' }
  const all = await Promise.all(Array.from({ length: 3 }, () => act(editor, 'move', form)))
  expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
  expect((await site().get(`/columns/${SLUG}`)).headers.get('Location')).toBe('/columns/the-teapot')
  expect((await rowOf(letter)).answerPath).toBe('/columns/the-teapot')
  const after = await findLive(db, 'the-teapot')
  for (const kept of ['permanentId', 'publishedAt', 'changedAt', 'liveHash'] as const) {
    expect(after?.column[kept]).toBe(before?.column[kept])
  }
})

test('An address that is another’s, or was, or is none, is refused and stays in the form', async () => {
  const editor = await asEditor()
  await published(editor)
  await print({ lamp: column({ headline: 'The lamp' }) })
  for (const to of ['lamp', 'The Teapot']) {
    const refused = await act(editor, 'move', { version: '3', to })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(`value="${to}"`)
  }
})

test('An act on a column that somebody has changed is refused, and what was typed is kept', async () => {
  const editor = await asEditor()
  await published(editor)
  await act(editor, 'correct', { version: '3', correction: 'It is a jug.' })
  for (const [verb, form] of [
    ['correct', { correction: 'It is a cup.' }],
    ['retract', { reason: 'Why not.', note: 'It is a cup.' }],
    ['move', { to: 'it-is-a-cup' }],
    ['revise', {}],
  ] as const) {
    const refused = await act(editor, verb, { version: '3', ...form })
    expect(refused.status, verb).toBe(409)
    const text = await refused.text()
    for (const typed of Object.values(form)) expect(text).toContain(typed)
  }
  expect((await site().get(`/columns/${SLUG}`)).status).toBe(200)
})

test('A retracted column’s page offers to restore it and not to save it', async () => {
  const editor = await asEditor()
  await published(editor)
  const id = (await findLive(db, SLUG))?.column.id ?? ''
  await act(editor, 'retract', { version: '3', reason: 'Wrong.', note: 'It was wrong.' })
  const shown = await page(`/desk/drafts/${id}`, editor)
  expect(shown).toContain('Restore it as a draft')
  expect(shown).not.toContain(`/desk/drafts/${id}/save`)
  expect((await act(editor, 'restore', { version: '2' })).status).toBe(409)
  expect((await act(editor, 'restore', { version: '3' })).status).toBe(303)
  expect((await findDraft(db, id))?.status).toBe('draft')
})

test('A translation begins with the original beside it, and runs when all of it is translated', async () => {
  const editor = await asEditor()
  await published(editor)
  expect((await act(editor, 'translate', { language: 'fr' })).status).toBe(422)
  const started = await act(editor, 'translate', { language: 'id' })
  const address = started.headers.get('Location') ?? ''
  const shown = await page(address, editor)
  expect(shown).toContain('The original:')
  expect(shown).toContain('edition_of: the-kettle')
  expect(shown).toContain('Reply 1 still has the words of the original.')
  const document = column({
    ...{ language: 'id', headline: 'Ketel saya', standfirst: 'Katanya milik bersama.' },
    more: `edition_of: ${SLUG}\n`,
    text: '# Letter\n\nTeh saya diminum.\n\n# Reply\n\nBeri label.',
  }).replace(/^published: .*\n/m, '')
  await site().post(`${address}/save`, { version: '1', document, slug: 'ketel' }, editor)
  expect((await site().post(`${address}/publish`, { version: '2' }, editor)).status).toBe(303)
  expect(await (await site().get(`/columns/${SLUG}`)).text()).toContain('href="/id/columns/ketel"')
  const second = (await act(editor, 'translate', { language: 'id' })).headers.get('Location') ?? ''
  await site().post(`${second}/save`, { version: '1', document, slug: 'ketel-2' }, editor)
  const refused = await site().post(`${second}/publish`, { version: '2' }, editor)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('is the edition in Indonesian already')
})

test('A purge that fails is tried each minute, then ever more seldom, and the queue says which pages', async () => {
  const editor = await asEditor()
  await published(editor)
  await act(editor, 'retract', { version: '3', reason: 'Found out.', note: 'Withdrawn.' })
  const { id } = (await db.select().from(drafts))[0] ?? { id: '' }
  await db.insert(outbox).values({
    ...{ kind: 'purge', payload: [`column-${id}`, 'latest-en'], dueAt: '2026-11-23T09:00:00Z' },
    owedAt: '2026-11-23T09:00:00Z',
  })
  const tries: number[] = []
  for (let minute = 0; minute < 200; minute += 1) {
    const now = minutesLater(NOW, minute)
    await purgeDue(db, async () => tries.push(minute) < 0, now)
  }
  expect(tries).toEqual([0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67, 127, 187])
  const queue = await page('/desk/queue', editor)
  expect(queue).toContain(`The column ${SLUG}, and what shows it; the front page and the feeds.`)
  expect(queue).toContain(
    'Changed on Monday 23 November 2026, 09:00 (London); the purge failed 13 times',
  )
})

test('What many changes owe is one purge of a hundred tags, or else of the whole site', async () => {
  const owe = (count: number, start = 0) =>
    db.insert(outbox).values({
      ...{ kind: 'purge', dueAt: '2026-11-23T09:00:00Z' },
      payload: Array.from({ length: count }, (_, index) => `column-${start + index}`),
    })
  const asked: string[][] = []
  const purge = async (tags: string[]) => asked.push(tags) > 0
  await owe(60)
  await owe(40, 60)
  await purgeDue(db, purge, NOW)
  await owe(60)
  await owe(41, 60)
  await purgeDue(db, purge, NOW)
  expect(asked.map((tags) => tags.length)).toEqual([100, 1])
  expect(asked[1]).toEqual(['site'])
  expect(await db.select().from(outbox)).toEqual([])
})
