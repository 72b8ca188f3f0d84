import type { Context } from 'hono'
import { paths } from '../paths.ts'
import { type AppEnv, newRoom } from '../room.ts'
import { ROLES } from '../schema.ts'
import { ceremonyOf, ownersOnly } from './access.ts'
import { readForm } from './form.ts'
import { INVITATION_DAYS, invite, LINK_HOURS, makeLink } from './invitation.ts'
import { addPasskey, newPasskeyOptions, passkeysOf, removePasskey } from './passkey.ts'
import { endOtherSessions, endSession, sessionsOf } from './session.ts'
import { listEditors, removeEditor } from './team.ts'
import { type Said, TeamPage } from './team-page.tsx'

export const teamRoutes = newRoom()

teamRoutes.get('/team', (c) => showTeam(c))

async function showTeam(c: Context<AppEnv>, said: Said = {}) {
  const { config, db, editor, now, session } = c.var
  const [passkeys, sessions, editors] = await db.batch([
    passkeysOf(db, editor.id),
    sessionsOf(db, editor.id, now),
    listEditors(db),
  ])
  const options = await newPasskeyOptions(editor, passkeys, ceremonyOf(c))
  const team = { editor, session, passkeys, sessions, editors, options, said }
  return c.render(<TeamPage {...team} timeZone={config.timeZone} />, {
    title: said.error ? 'Error: Team' : 'Team',
    script: 'sign-in.js',
    hasForm: true,
  })
}

function refuse(c: Context<AppEnv>, href: string, text: string) {
  c.status(422)
  return showTeam(c, { error: { href, text } })
}

function done(c: Context<AppEnv>) {
  return c.redirect(paths.desk.team(), 303)
}

teamRoutes.post('/team/passkey', async (c) => {
  const field = await readForm(c)
  const isAdded = await addPasskey(c.var.db, c.var.editor.id, field('credential'), ceremonyOf(c))
  const why = 'The passkey was not added: the page may have been open too long. Try again'
  return isAdded ? done(c) : refuse(c, '#passkey', why)
})

teamRoutes.post('/team/passkey-remove', async (c) => {
  const field = await readForm(c)
  const isRemoved = await removePasskey(c.var.db, field('passkey'), c.var.hand)
  const why = 'The passkey was not removed: it is your only one, or it was gone already'
  return isRemoved ? done(c) : refuse(c, '#passkeys', why)
})

teamRoutes.post('/team/session-end', async (c) => {
  const field = await readForm(c)
  const { db, hand, session } = c.var
  if (field('session') === 'others') await endOtherSessions(db, session, hand)
  else await endSession(db, field('session'), hand)
  return done(c)
})

teamRoutes.post('/team/invite', ownersOnly, async (c) => {
  const field = await readForm(c)
  const role = ROLES.find((known) => known === field('role'))
  if (!role) return refuse(c, '#role', 'Choose whether to invite an editor or an owner')
  const code = await invite(c.var.db, role, c.var.hand)
  return showTeam(c, { link: { url: linkUrl(c, code), lasts: `${INVITATION_DAYS} days` } })
})

teamRoutes.post('/team/link', ownersOnly, async (c) => {
  const field = await readForm(c)
  const code = await makeLink(c.var.db, field('editor'), c.var.hand)
  if (!code) return refuse(c, '#editors', 'No link was made: this editor has left the desk')
  return showTeam(c, { link: { url: linkUrl(c, code), lasts: `${LINK_HOURS} hours` } })
})

/** The request's own origin, not the site's: with DESK_HOST, the desk has one to itself. */
function linkUrl(c: Context<AppEnv>, code: string): string {
  return new URL(paths.desk.signIn(code), c.req.url).href
}

teamRoutes.post('/team/remove', ownersOnly, async (c) => {
  const field = await readForm(c)
  const removed = await removeEditor(c.var.db, field('editor'), c.var.hand)
  const why = 'Nobody was removed: this is the last owner, or the editor has left already'
  return removed ? done(c) : refuse(c, '#editors', why)
})
