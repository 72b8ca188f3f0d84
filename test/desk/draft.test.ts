import { expect, test } from 'vitest'
import { retract } from '../../src/desk/column/column.ts'
import { documentAt, drop, findDraft, save } from '../../src/desk/draft/draft.ts'
import { publish } from '../../src/desk/publishing/publish.ts'
import { asEditor, db, site, vault } from '../newsroom.ts'
import { HAND, RULES, readyDraft } from './ready.ts'

test('A draft that somebody has saved since is not dropped from an older page', async () => {
  const editor = await asEditor()
  const { id, slug, document } = await readyDraft()
  await save(db, id, { version: 2, slug, document: `${document}\nTwo hours’ work.\n` }, HAND)
  const dropped = await site().post(
    `/desk/drafts/${id}/drop`,
    { version: '2', sure: 'yes' },
    editor,
  )
  expect(dropped.status).toBe(409)
  expect(await dropped.text()).toContain('Two hours’ work.')
  expect((await findDraft(db, id))?.version).toBe(3)
  expect(await documentAt(db, id, 3)).toContain('Two hours’ work.')
})

test('Of two editors who schedule a draft, the second does not change the first one’s time', async () => {
  const editor = await asEditor()
  const { id } = await readyDraft()
  const schedule = (at: string) =>
    site().post(`/desk/drafts/${id}/schedule`, { version: '2', at }, editor)
  expect((await schedule('2026-12-01T09:00')).status).toBe(303)
  expect((await schedule('2026-12-05T09:00')).status).toBe(409)
  expect((await findDraft(db, id))?.scheduledFor).toBe('2026-12-01T09:00:00Z')
})

test('An editor who saves a draft that was dropped, or retracted, keeps the text', async () => {
  const editor = await asEditor()
  const form = { document: 'Two hours’ work.', slug: 'the-kettle' }
  const dropped = await readyDraft({ slug: 'dropped' })
  await drop(db, dropped.id, { ...HAND, version: 2 })
  const late = await site().post(
    `/desk/drafts/${dropped.id}/save`,
    { ...form, version: '2' },
    editor,
  )
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('The draft was dropped')
  expect(page).toContain('Two hours’ work.')
  const live = await readyDraft()
  await publish(db, vault, live, { ...HAND, version: 2, ...RULES })
  await retract(db, 'the-kettle', { ...HAND, reason: 'Wrong.', note: 'It was wrong.' })
  const later = await site().post(`/desk/drafts/${live.id}/save`, { ...form, version: '3' }, editor)
  expect(later.status).toBe(409)
  expect(await later.text()).toContain('The column was retracted')
})
