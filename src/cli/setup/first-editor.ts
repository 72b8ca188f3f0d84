import { invite, join, makeLink } from '../../desk/team/invitation.ts'
import { OPERATOR } from '../../desk/team/owner.ts'
import { editorOf, endSession } from '../../desk/team/session.ts'
import { editorNamed } from '../../desk/team/team.ts'
import type { Db } from '../../schema.ts'
import { Mistake } from '../command-line.ts'

/**
 * Makes an owner of the desk with a name, unless there is one, and gives the code of the link by which
 * they come in for the first time, within 24 hours.
 */
export async function firstEditor(db: Db, name: string, now: Date): Promise<string> {
  const hand = { by: OPERATOR, now }
  if (!(await editorNamed(db, name))) await joined(db, name, now)
  const editor = await editorNamed(db, name)
  const code = editor && (await makeLink(db, editor.id, hand))
  if (!code) throw new Mistake(`${name} could not be let in: run \`npm run editor -- list\`.`)
  return code
}

/** Joins on their behalf, and leaves no browser signed in. */
async function joined(db: Db, name: string, now: Date): Promise<void> {
  const code = await invite(db, 'owner', { by: OPERATOR, now })
  const entry = await join(db, code ?? '', { name, device: 'npm run setup', now })
  if (entry === 'name taken') throw new Mistake(`Somebody who left the desk was called ${name}.`)
  if (typeof entry === 'string') throw new Mistake(`“${name}” is no name for the desk.`)
  const found = await editorOf(db, entry.token, now)
  if (!found) return
  const { session, editor } = found
  await endSession(db, { session, editorId: editor.id }, { by: editor.id, now })
}
