import type { Context } from 'hono'
import { readSigns } from '../../moving-in/signs-file.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { clean, newId } from '../../text.ts'
import { readForm } from '../form.ts'
import { findDraft } from './draft.ts'
import { showDraft } from './draft-view.tsx'
import { openPasted, type Paste, readPaste } from './paste.ts'
import { PastePage } from './paste-page.tsx'

/** A column of an older site, pasted to become a draft. */
export const pasteRoutes = newRoom()

pasteRoutes.get('/paste', (c) => showForm(c, { text: '', headline: '' }))

pasteRoutes.post('/paste', async (c) => {
  const { config, db, editor, hand } = c.var
  const field = await readForm(c)
  const typed = { text: clean(field('column')), headline: clean(field('headline')) }
  const timeZone = editor.timeZone ?? config.timeZone
  await readSigns(c.env.ASSETS)
  const read = await readPaste(db, typed, { language: config.languages[0] ?? 'en', timeZone })
  if ('refused' in read) return showForm(c, typed, read.refused, 422)
  const id = /^[a-z\d]{16}$/.test(field('id')) ? field('id') : newId()
  await openPasted(db, id, read.manuscript, hand)
  const draft = await findDraft(db, id)
  return draft ? showDraft(c, draft, { arrival: read.arrival }) : showForm(c, typed, DROPPED, 409)
})

const DROPPED = 'The draft that was made of this has been dropped. Send it again for a new one'

function showForm(c: Context<AppEnv>, typed: Paste, error?: string, status: 200 | 409 | 422 = 200) {
  c.status(status)
  return c.render(<PastePage {...{ id: newId(), typed, error }} />, {
    title: error ? 'Error: Paste an old column' : 'Paste an old column',
  })
}
