import { expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { restore, retract } from '../../src/desk/column/column.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { parse } from '../../src/manuscript.ts'
import { draftVersions } from '../../src/schema.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { arrive, decide } from './letters.ts'

test.each(['It was Tuesday.\n\n# Reply\n\nSorry.', 'It was `Tuesday`:\n\n```\nTuesday'])(
  'A correction that would make the column’s file unreadable is refused: %j',
  async (correction) => {
    const editor = await asEditor()
    await print({ kettle: column() })
    const refused = await site().post('/desk/columns/kettle/correct', { correction }, editor)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('It was')
    const file = await (await site().get('/columns/kettle.md')).text()
    expect(parse(file, 'kettle').problems).toEqual([])
    expect(file).not.toContain('Tuesday')
  },
)

test('Two editors who retract a column at once take it down, and neither meets an error', async () => {
  await print({ kettle: column() })
  const hand = { by: 'edith', now: NOW, reason: 'Wrong.', note: 'It was wrong.' }
  const both = [1, 2].map(() => retract(db, 'kettle', hand))
  expect((await Promise.all(both)).sort()).toEqual(['kettle', null])
  expect((await site().get('/columns/kettle')).status).toBe(410)
})

test('An editor pages through every column, though all were published on one day', async () => {
  const editor = await asEditor()
  const slugs = Array.from({ length: 70 }, (_, index) => `kettle-${index}`)
  await print(Object.fromEntries(slugs.map((slug) => [slug, column({ headline: slug })])))
  const first = await (await site().get('/desk/columns', editor)).text()
  const older = /href="([^"]*older=[^"]*)"/.exec(first)?.[1] ?? ''
  const second = await (await site().get(older, editor)).text()
  const shown = [...(first + second).matchAll(/href="\/desk\/columns\/(kettle-\d+)"/g)]
  expect(shown.map(([, slug]) => slug).sort()).toEqual(slugs.sort())
})

test('The letter’s own text goes after 30 days from a column that was retracted and restored', async () => {
  const editor = await asEditor()
  const letter = await arrive({ consent: 'publish' })
  const picked = await decide(letter, 'pick', editor)
  const address = picked.headers.get('Location') ?? ''
  const document = column().replace(/^published: .*\n/m, '')
  await site().post(`${address}/save`, { version: '1', document, slug: 'kettle' }, editor)
  await site().post(`${address}/publish`, { version: '2' }, editor)
  const hand = { by: 'edith', now: NOW }
  await retract(db, 'kettle', { ...hand, reason: 'Wrong.', note: 'It was wrong.' })
  await restore(db, 'kettle', hand)
  await eraseDue(db, minutesLater(NOW, 31 * 24 * 60))
  const kept = await db.select({ document: draftVersions.document }).from(draftVersions)
  expect(kept.map((version) => version.document.includes('Letter'))).toEqual([false, false, true])
})
