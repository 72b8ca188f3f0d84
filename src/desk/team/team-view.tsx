import type { Context } from 'hono'
import type { AppEnv } from '../../room.ts'
import { ceremonyOf } from '../access.ts'
import { newPasskeyOptions, passkeysOf } from './passkey.ts'
import { sessionsOf } from './session.ts'
import { listEditors } from './team.ts'
import { type Said, TeamPage } from './team-page.tsx'

/** Answers with the team page: what every editor sees of themselves, and owners of everybody. */
export async function showTeam(c: Context<AppEnv>, said: Said = {}) {
  const { config, db, editor, isConfirmed, now, session } = c.var
  const isOwner = editor.role === 'owner'
  const [passkeys, sessions, editors] = await db.batch([
    passkeysOf(db, editor.id),
    sessionsOf(db, isOwner ? null : editor.id, now),
    listEditors(db),
  ])
  const codes = editors.find(({ id }) => id === editor.id)?.codes ?? 0
  const mayAdd = isConfirmed || passkeys.length + codes === 0
  const adding = { editorId: editor.id, session, name: editor.name }
  const options = mayAdd ? await newPasskeyOptions(adding, passkeys, ceremonyOf(c)) : null
  const team = { editor, session, passkeys, codes, sessions, editors, options, said }
  return c.render(<TeamPage {...team} timeZone={config.timeZone} />, {
    title: said.error ? 'Error: Team' : 'Team',
    script: options ? 'sign-in.js' : undefined,
    hasForm: true,
  })
}
