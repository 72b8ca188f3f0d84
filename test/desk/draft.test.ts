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
