import { undo } from '../../letters/undo.ts'
import { paths } from '../../paths.ts'
import { newRoom } from '../../room.ts'
import { readForm } from '../form.ts'
import { changed, readVersion, showLetter } from '../letter/letter-answers.tsx'
import { claim, release } from './claim.ts'
import { filtered, readFilter } from './tray-filter.ts'

/** What concerns who reads a letter, and what was done to it a moment ago. */
export const claimRoutes = newRoom()

claimRoutes.post('/letters/:id/claim', async (c) => {
  const { db, editor, hand } = c.var
  const id = c.req.param('id')
  const page = filtered(paths.desk.letter(id), readFilter(c.req.query()))
  if ((await readForm(c))('release')) {
    await release(db, id, hand)
    return c.redirect(page, 303)
  }
  const standing = await claim(db, id, hand)
  if (!standing) return changed(c, id)
  if (standing.editorId === editor.id) return c.redirect(page, 303)
  c.status(409)
  return showLetter(c, id, { taken: standing })
})

claimRoutes.post('/letters/:id/undo', async (c) => {
  const { db, hand } = c.var
  const id = c.req.param('id')
  const letter = await undo(db, id, { ...hand, version: await readVersion(c) })
  if (!letter) return changed(c, id)
  return c.redirect(filtered(paths.desk.letter(id), readFilter(c.req.query())), 303)
})
