import type { Context, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isAllowed, minutesToWait } from '../../letters/limit.ts'
import type { AppEnv } from '../../room.ts'
import { ceremonyOf } from '../access.ts'
import { readForm, readSent } from '../form.ts'
import { confirming, passkeyOptions } from './assertion.ts'
import { ConfirmPage } from './confirm-page.tsx'
import { confirmByCode, confirmByPasskey, keysOf } from './confirmation.ts'
import { signInAllowance } from './sign-in-limit.ts'

/** The fields of a confirmation, beside those of the form that it confirms. */
const PASSKEY = 'confirm-passkey'
const CODE = 'confirm-code'

/**
 * Lets an act on keys, roles or exports pass when the editor came in or showed a key in the last ten
 * minutes, and else asks for one: the page carries the form on, and sends it again with the answer.
 */
export const confirmedOnly = confirmed()

/** The same, but asks nothing of an editor who has no key yet: for the act that makes the first. */
export const confirmedUnlessFirst = confirmed({ isForFirstKey: true })

function confirmed({ isForFirstKey = false } = {}): MiddlewareHandler<AppEnv> {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.var.isConfirmed) return next()
    const keys = await keysOf(c.var.db, c.var.editor.id)
    if (isForFirstKey && keys.passkeys.length + keys.codes === 0) return next()
    const outcome = await tryToConfirm(c)
    return outcome === 'confirmed' ? next() : ask(c, keys, outcome)
  })
}

type Outcome = 'confirmed' | 'not asked' | 'wrong passkey' | 'wrong code' | 'too often'

async function tryToConfirm(c: Context<AppEnv>): Promise<Outcome> {
  const { db, editor, now, session } = c.var
  const field = await readForm(c)
  const [credential, code] = [field(PASSKEY), field(CODE)]
  const whose = { editorId: editor.id, session }
  if (credential) {
    const shown = { credential, ceremony: ceremonyOf(c) }
    return (await confirmByPasskey(db, whose, shown)) ? 'confirmed' : 'wrong passkey'
  }
  if (!code) return 'not asked'
  if (!(await isAllowed(db, await signInAllowance(c)))) return 'too often'
  return (await confirmByCode(db, whose, { code, now })) ? 'confirmed' : 'wrong code'
}

async function ask(
  c: Context<AppEnv>,
  { passkeys, codes }: Awaited<ReturnType<typeof keysOf>>,
  outcome: Exclude<Outcome, 'confirmed'>,
) {
  const { now, session } = c.var
  const sent = (await readSent(c)).filter(([name]) => name !== PASSKEY && name !== CODE)
  const options =
    passkeys.length > 0 ? await passkeyOptions(confirming(session), ceremonyOf(c), passkeys) : null
  const error = {
    'not asked': undefined,
    'wrong passkey': {
      href: '#passkey',
      text: 'The passkey did not confirm it: the page may have been open too long. Try again',
    },
    'wrong code': {
      href: `#${CODE}`,
      text: 'This is none of your recovery codes, or it was used. Try another',
    },
    'too often': {
      href: `#${CODE}`,
      text: `Too many codes were tried here. Try again in ${minutesToWait(now)} minutes`,
    },
  }[outcome]
  c.status(outcome === 'not asked' ? 401 : outcome === 'too often' ? 429 : 422)
  const page = { action: c.req.path, sent, options, hasCodes: codes > 0, error }
  return c.render(<ConfirmPage {...page} fields={{ passkey: PASSKEY, code: CODE }} />, {
    title: error ? 'Error: Confirm' : 'Confirm',
    script: options ? 'sign-in.js' : undefined,
    hasForm: true,
  })
}
