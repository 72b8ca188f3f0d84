import { gather, type Member } from '../../letters/group.ts'
import { paths } from '../../paths.ts'
import { newRoom } from '../../room.ts'
import { filtered, readFilter } from '../tray/tray-filter.ts'
import { changed, goOn } from './letter-answers.tsx'

/** Letters that are alike, grouped at once. */
export const gatherRoutes = newRoom()

/** More letters than these the desk never suggests at once. */
const MOST = 10

gatherRoutes.post('/letters/:id/gather', async (c) => {
  const { db, hand } = c.var
  const lead = c.req.param('id')
  const form = await c.req.parseBody({ all: true })
  const members = [form.member].flat().flatMap(readMember).slice(0, MOST)
  const grouped = await gather(db, members, { ...hand, lead })
  const late = members.find(({ id }) => !grouped.some((row) => row.id === id))
  if (late || members.length === 0) return changed(c, late?.id ?? lead)
  const read = grouped.find(({ id }) => id === form.read)
  if (read) return goOn(c, read)
  return c.redirect(filtered(paths.desk.letter(lead), readFilter(c.req.query())), 303)
})

/** A letter's number and the version that stood on the editor's page. */
function readMember(value: unknown): Member[] {
  const [, id, version] = /^([0-9a-z]{16})\.(\d{1,9})$/.exec(String(value)) ?? []
  return id ? [{ id, version: Number(version) }] : []
}
