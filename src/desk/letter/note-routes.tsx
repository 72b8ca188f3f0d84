import { paths } from '../../paths.ts'
import { newRoom } from '../../room.ts'
import { readForm } from '../form.ts'
import { filtered, readFilter } from '../tray/tray-filter.ts'
import { showLetter } from './letter-answers.tsx'
import { note } from './note.ts'
import { readNote } from './note-form.tsx'

/** What editors note about a letter for each other. */
export const noteRoutes = newRoom()

noteRoutes.post('/letters/:id/note', async (c) => {
  const { db, hand, vault } = c.var
  const id = c.req.param('id')
  const { number, text, noted } = readNote(await readForm(c))
  if (noted) {
    c.status(422)
    return showLetter(c, id, { noted })
  }
  if (await note(db, vault, id, { ...hand, number, text })) {
    return c.redirect(`${filtered(paths.desk.letter(id), readFilter(c.req.query()))}#notes`, 303)
  }
  c.status(409)
  return showLetter(c, id, { noted: { typed: text, error: TOO_LATE } })
})

const TOO_LATE =
  'Your note is not saved yet: somebody else noted something meanwhile, or the letter was erased. Read it and save yours again'
