import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { ROLES } from '../../schema.ts'
import { ceremonyOf, ownersOnly } from '../access.ts'
import { readForm } from '../form.ts'
import { confirmedOnly, confirmedUnlessFirst } from './confirmed-only.tsx'
import { INVITATION_DAYS, invite, LINK_HOURS, makeLink } from './invitation.ts'
import { addPasskey, removePasskey, renamePasskey } from './passkey.ts'
import { makeCodes } from './recovery-code.ts'
import { RecoveryCodesPage } from './recovery-codes-page.tsx'
import { endOtherSessions, endSession } from './session.ts'
import { changeRole, removeEditor } from './team.ts'
import type { Said } from './team-page.tsx'
import { showTeam } from './team-view.tsx'

export const teamRoutes = newRoom()

teamRoutes.get('/team', (c) => showTeam(c))

function refuse(c: Context<AppEnv>, href: string, text: string) {
  c.status(422)
  return showTeam(c, { error: { href, text } })
}

function done(c: Context<AppEnv>, part = '') {
  return c.redirect(paths.desk.team() + part, 303)
}

/** Without a passkey in it, the form only asks whether it is you: the button of the page it leads to adds one. */
teamRoutes.post('/team/passkey', confirmedUnlessFirst, async (c) => {
  const { db, editor, session } = c.var
  const field = await readForm(c)
  if (!field('credential')) return done(c, '#passkeys')
  const adding = { editorId: editor.id, session }
  const isAdded = await addPasskey(db, adding, field('credential'), ceremonyOf(c))
  const why = 'The passkey was not added: the page may have been open too long. Try again'
  return isAdded ? done(c) : refuse(c, '#passkey', why)
})

teamRoutes.post('/team/passkey-name', async (c) => {
  const field = await readForm(c)
  const { by } = c.var.hand
  const isNamed = await renamePasskey(c.var.db, field('passkey'), { name: field('name'), by })
  const why = 'The passkey was not renamed: write a name of up to 60 characters'
  return isNamed ? done(c, '#passkeys') : refuse(c, '#passkeys', why)
})

teamRoutes.post('/team/passkey-remove', confirmedOnly, async (c) => {
  const field = await readForm(c)
  const isRemoved = await removePasskey(c.var.db, field('passkey'), c.var.hand)
  const why = 'The passkey was not removed: it is your only one, or it was gone already'
  return isRemoved ? done(c, '#passkeys') : refuse(c, '#passkeys', why)
})

teamRoutes.post('/team/codes', confirmedUnlessFirst, async (c) => {
  const { config, db, editor, hand } = c.var
  const codes = await makeCodes(db, hand)
  const signIn = new URL(paths.desk.signIn(), c.req.url).href
  const page = { codes, signIn, name: editor.name, siteName: config.name.en }
  return c.render(<RecoveryCodesPage {...page} />, { title: 'Recovery codes', script: 'codes.js' })
})

teamRoutes.post('/team/session-end', async (c) => {
  const field = await readForm(c)
  const { db, editor, hand, session } = c.var
  const editorId = field('editor') || editor.id
  const kept = editorId === editor.id ? session : null
  if (field('session') === 'others') await endOtherSessions(db, { kept, editorId }, hand)
  else await endSession(db, { session: field('session'), editorId }, hand)
  return done(c)
})

teamRoutes.post('/team/invite', ownersOnly, confirmedOnly, async (c) => {
  const field = await readForm(c)
  const role = ROLES.find((known) => known === field('role'))
  if (!role) return refuse(c, '#role', 'Choose whether to invite an editor or an owner')
  const code = await invite(c.var.db, role, c.var.hand)
  return showLink(c, code, `${INVITATION_DAYS} days`)
})

teamRoutes.post('/team/link', ownersOnly, confirmedOnly, async (c) => {
  const field = await readForm(c)
  const code = await makeLink(c.var.db, field('editor'), c.var.hand)
  return showLink(c, code, `${LINK_HOURS} hours`)
})

/** The link has the request's own origin, not the site's: with DESK_HOST, the desk has one to itself. */
function showLink(c: Context<AppEnv>, code: string | null, lasts: string) {
  if (!code) return refuse(c, '#editors', 'No link was made: this editor has left the desk')
  const link: Said['link'] = { url: new URL(paths.desk.signIn(code), c.req.url).href, lasts }
  return showTeam(c, { link })
}

teamRoutes.post('/team/role', ownersOnly, confirmedOnly, async (c) => {
  const field = await readForm(c)
  const role = ROLES.find((known) => known === field('role'))
  const changed = role && (await changeRole(c.var.db, field('editor'), role, c.var.hand))
  const why = 'No role was changed: this is the last owner, or somebody else changed it first'
  return changed ? done(c, '#editors') : refuse(c, '#editors', why)
})

teamRoutes.post('/team/remove', ownersOnly, confirmedOnly, async (c) => {
  const field = await readForm(c)
  const removed = await removeEditor(c.var.db, field('editor'), c.var.hand)
  const why = 'Nobody was removed: this is the last owner, or the editor has left already'
  return removed ? done(c, '#editors') : refuse(c, '#editors', why)
})
