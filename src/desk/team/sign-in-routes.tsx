import type { Context } from 'hono'
import { isAllowed, minutesToWait } from '../../letters/limit.ts'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { ceremonyOf, deskPath, editorsOnly, handOverSession, takeSessionBack } from '../access.ts'
import { readForm } from '../form.ts'
import { passkeyOptions, SIGN_IN } from './assertion.ts'
import { comeBack, findLink, join } from './invitation.ts'
import { endSession } from './session.ts'
import { signIn, signInByCode } from './sign-in.ts'
import { signInAllowance } from './sign-in-limit.ts'
import {
  ComeBackPage,
  InvitationPage,
  LinkOverPage,
  SignInPage,
  type Tried,
} from './sign-in-page.tsx'

/** The only addresses of the desk that a stranger may use. */
export const signInRoutes = newRoom()

signInRoutes.get('/sign-in', (c) => {
  const { link, next } = c.req.query()
  return link === undefined ? showSignIn(c, { next }) : showLink(c, link)
})

type Asked = { next?: string; error?: string; tried?: Tried }

async function showSignIn(c: Context<AppEnv>, asked: Asked) {
  const options = await passkeyOptions(SIGN_IN, ceremonyOf(c))
  return c.render(<SignInPage options={options} {...asked} />, {
    title: asked.error || asked.tried ? 'Error: Sign in' : 'Sign in',
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
  if (field('link')) return useLink(c, field)
  return field('with') === 'code' ? useCode(c, field) : usePasskey(c, field)
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

async function useCode(c: Context<AppEnv>, field: (name: string) => string) {
  const { db, now } = c.var
  const [name, code, next] = [field('name'), field('code'), field('next')]
  if (!(await isAllowed(db, await signInAllowance(c)))) {
    c.status(429)
    c.header('Retry-After', String(minutesToWait(now) * 60))
    const error = `Too many codes were tried here. Try again in ${minutesToWait(now)} minutes`
    return showSignIn(c, { next, tried: { name, code, error } })
  }
  const token = await signInByCode(db, { name, code, device: ceremonyOf(c).device, now })
  if (!token) {
    c.status(422)
    const error = 'No such code belongs to this name, or it was used. Check both, or try another'
    return showSignIn(c, { next, tried: { name, code, error } })
  }
  handOverSession(c, token)
  return c.redirect(next ? deskPath(next) : paths.desk.team(), 303)
}

signInRoutes.post('/sign-out', editorsOnly, async (c) => {
  const { db, editor, hand, session } = c.var
  await endSession(db, { session, editorId: editor.id }, hand)
  takeSessionBack(c)
  return c.redirect(paths.desk.signIn(), 303)
})
