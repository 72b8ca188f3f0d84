import { expect, test } from 'vitest'
import { documentAt, findDraft, save } from '../../src/desk/draft.ts'
import { asEditor, db, site } from '../newsroom.ts'
import { HAND, readyDraft } from './ready.ts'

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
