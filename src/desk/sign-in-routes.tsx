import type { Context } from 'hono'
import { paths } from '../paths.ts'
import { type AppEnv, newRoom } from '../room.ts'
import { ceremonyOf, deskPath, editorsOnly, handOverSession, takeSessionBack } from './access.ts'
import { readForm } from './form.ts'
import { comeBack, findLink, join } from './invitation.ts'
import { signIn, signInOptions } from './passkey.ts'
import { endSession } from './session.ts'
import { ComeBackPage, InvitationPage, LinkOverPage, SignInPage } from './sign-in-page.tsx'

/** The only addresses of the desk that a stranger may use. */
export const signInRoutes = newRoom()

signInRoutes.get('/sign-in', (c) => {
  const { link, next } = c.req.query()
  return link === undefined ? showSignIn(c, { next }) : showLink(c, link)
})

async function showSignIn(c: Context<AppEnv>, asked: { next?: string; error?: string }) {
  const options = await signInOptions(ceremonyOf(c))
  return c.render(<SignInPage options={options} {...asked} />, {
    title: asked.error ? 'Error: Sign in' : 'Sign in',
    script: 'sign-in.js',
    hasForm: true,
  })
}

/** Shows what a link is for and changes nothing: mail and chat programs open links to preview them. */
async function showLink(
  c: Context<AppEnv>,
  code: string,
  asked: { name?: string; error?: string } = {},
) {
  const link = await findLink(c.var.db, code, c.var.now)
  if (!link) return linkIsOver(c)
  const title = link.editor ? 'Welcome back' : 'Join the desk'
  return c.render(
    link.editor ? (
      <ComeBackPage code={code} name={link.editor.name} />
    ) : (
      <InvitationPage siteName={c.var.config.name.en} code={code} role={link.role} {...asked} />
    ),
    { title: asked.error ? `Error: ${title}` : title, hasForm: true },
  )
}

function linkIsOver(c: Context<AppEnv>) {
  c.status(410)
  return c.render(<LinkOverPage />, { title: 'This link does not work' })
}

signInRoutes.post('/sign-in', async (c) => {
  const field = await readForm(c)
  return field('link') ? useLink(c, field) : usePasskey(c, field)
})

async function useLink(c: Context<AppEnv>, field: (name: string) => string) {
  const { db, now } = c.var
  const { device } = ceremonyOf(c)
  const [code, name] = [field('link'), field('name')]
  const link = await findLink(db, code, now)
  if (!link) return linkIsOver(c)
  const entry = link.editor
    ? await comeBack(db, code, { editorId: link.editor.id, device, now })
    : await join(db, code, { name, device, now })
  if (entry === 'no link') return linkIsOver(c)
  if (typeof entry === 'string') {
    c.status(422)
    return showLink(c, code, { name, error: NAME_ERRORS[entry] })
  }
  handOverSession(c, entry.token)
  return c.redirect(paths.desk.team(), 303)
}

const NAME_ERRORS = {
  'bad name': 'Enter a name of 1 to 60 characters, with at least one letter or digit',
  'name taken': 'Somebody at the desk has or had this name: add an initial, or choose another',
}

async function usePasskey(c: Context<AppEnv>, field: (name: string) => string) {
  const next = field('next')
  const token = await signIn(c.var.db, field('credential'), ceremonyOf(c))
  if (!token) {
    c.status(422)
    const error = 'The passkey did not let you in: the page may have been open too long. Try again'
    return showSignIn(c, { next, error })
  }
  handOverSession(c, token)
  return c.redirect(deskPath(next), 303)
}

signInRoutes.post('/sign-out', editorsOnly, async (c) => {
  await endSession(c.var.db, c.var.session, c.var.hand)
  takeSessionBack(c)
  return c.redirect(paths.desk.signIn(), 303)
})
