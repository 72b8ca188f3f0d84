import { expect, test } from 'vitest'
import { correct, findLive } from '../../src/desk/column/column.ts'
import { draftVersions } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { column, print } from '../printed.ts'

const HAND = { by: 'edith', now: NOW }

test('Readers see the old text of a column until its revision is published', async () => {
  const editor = await asEditor()
  await print({ kettle: column() })
  const opened = await site().post('/desk/columns/kettle/revise', {}, editor)
  const address = opened.headers.get('Location') ?? ''
  const document = column().replace('Label the box.', 'Buy another.')
  await site().post(`${address}/save`, { version: '1', document, slug: 'kettle' }, editor)
  expect(await (await site().get('/columns/kettle')).text()).toContain('Label the box.')
  await site().post(`${address}/publish`, { version: '2' }, editor)
  const page = await (await site().get('/columns/kettle')).text()
  expect(page).toContain('Buy another.')
  expect(page).not.toContain('Label the box.')
})

test('A revision may change the address, and the old one leads to the new', async () => {
  const editor = await asEditor()
  await print({ kettle: column() })
  const opened = await site().post('/desk/columns/kettle/revise', {}, editor)
  const address = opened.headers.get('Location') ?? ''
  await site().post(`${address}/save`, { version: '1', document: column(), slug: 'teapot' }, editor)
  await site().post(`${address}/publish`, { version: '2' }, editor)
  expect((await site().get('/columns/kettle')).headers.get('Location')).toBe('/columns/teapot')
})

test('A correction stands on the page with its day', async () => {
  const editor = await asEditor()
  await print({ kettle: column() })
  const sent = await site().post(
    '/desk/columns/kettle/correct',
    { correction: 'It is a jug.' },
    editor,
  )
  expect(sent.status).toBe(303)
  const page = await (await site().get('/columns/kettle')).text()
  expect(page).toContain('<time datetime="2026-11-23">23 November 2026</time>')
  expect(page).toContain('It is a jug.')
})

test('Two corrections at once: one is made, the other is told so, and neither is lost', async () => {
  await print({ kettle: column() })
  const outcomes = await Promise.all(
    ['One.', 'Two.'].map((text) => correct(db, 'kettle', { text, ...HAND })),
  )
  expect(outcomes.sort()).toEqual(['corrected', 'overtaken'])
  expect((await findLive(db, 'kettle'))?.manuscript.corrections).toHaveLength(1)
})

test('A correction without words, or too long, comes back with what was typed', async () => {
  const editor = await asEditor()
  await print({ kettle: column() })
  expect(
    (await site().post('/desk/columns/kettle/correct', { correction: ' ' }, editor)).status,
  ).toBe(422)
  const long = 'x'.repeat(1001)
  const refused = await site().post('/desk/columns/kettle/correct', { correction: long }, editor)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(long)
})

test('A retracted column is gone everywhere at once, and can be made a draft again', async () => {
  const editor = await asEditor()
  await print({ kettle: column(), lamp: column({ headline: 'The lamp hums' }) })
  const form = {
    reason: 'The writer was found out.',
    note: 'We took this down for the writer’s sake.',
  }
  expect((await site().post('/desk/columns/kettle/retract', form, editor)).status).toBe(303)
  const page = await site().get('/columns/kettle')
  expect(page.status).toBe(410)
  const text = await page.text()
  expect(text).toContain('We took this down for the writer’s sake.')
  expect(text).not.toContain('found out')
  for (const path of [
    '/',
    '/search?q=kettle',
    '/feed.xml',
    '/feed.json',
    '/sitemap.xml',
    '/llms.txt',
  ]) {
    expect(await (await site().get(path)).text(), path).not.toContain('/columns/kettle')
  }
  const restored = await site().post('/desk/columns/kettle/restore', { version: '1' }, editor)
  const address = restored.headers.get('Location') ?? ''
  expect((await site().get('/columns/kettle')).status).toBe(410)
  expect((await site().post(`${address}/publish`, { version: '1' }, editor)).status).toBe(303)
  expect((await site().get('/columns/kettle')).status).toBe(200)
})

test('Retracting needs a reason for the log and words for the readers', async () => {
  const editor = await asEditor()
  await print({ kettle: column() })
  const refused = await site().post('/desk/columns/kettle/retract', { reason: 'A reason' }, editor)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Say what readers shall be told')
  expect((await site().get('/columns/kettle')).status).toBe(200)
})

test('A column under revision is corrected in its draft, not beside it', async () => {
  const editor = await asEditor()
  await print({ kettle: column() })
  const opened = await site().post('/desk/columns/kettle/revise', {}, editor)
  const address = opened.headers.get('Location') ?? ''
  await site().post(`${address}/save`, { version: '1', document: column(), slug: 'kettle' }, editor)
  const refused = await site().post(
    '/desk/columns/kettle/correct',
    { correction: 'A jug.' },
    editor,
  )
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('A jug.')
  expect(await db.select().from(draftVersions)).toHaveLength(2)
})
