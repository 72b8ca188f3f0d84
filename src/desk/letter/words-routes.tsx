import { answerTakeDown, ask, reply } from '../../letters/ask.ts'
import { newRoom } from '../../room.ts'
import { readForm } from '../form.ts'
import { changed, goOn, readVersion, refuse } from './letter-answers.tsx'
import { readWords } from './words-form.tsx'

/** What the desk says to a letter's writer. */
export const wordsRoutes = newRoom()

wordsRoutes.post('/letters/:id/ask', async (c) => {
  const { db, hand, vault } = c.var
  const id = c.req.param('id')
  const { text, refused } = readWords('ask', await readForm(c))
  if (refused) return refuse(c, id, refused)
  const letter = await ask(db, vault, id, { ...hand, version: await readVersion(c), text })
  return letter ? goOn(c, letter) : changed(c, id, text)
})

wordsRoutes.post('/letters/:id/reply', async (c) => {
  const { db, hand, vault } = c.var
  const id = c.req.param('id')
  const { text, refused } = readWords('reply', await readForm(c))
  if (refused) return refuse(c, id, refused)
  const words = { ...hand, version: await readVersion(c), text }
  const letter = (await reply(db, vault, id, words)) ?? (await answerTakeDown(db, vault, id, words))
  return letter ? goOn(c, letter) : changed(c, id, text)
})
