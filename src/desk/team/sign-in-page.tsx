import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { paths } from '../../paths.ts'
import type { Role } from '../../schema.ts'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { type Sent, SentFields } from '../sent-fields.tsx'
import { PasskeyForm } from './passkey-form.tsx'

/** What was typed to come in by a recovery code, and was not right. */
export type Tried = { name: string; code: string; error: string }

export function SignInPage(props: {
  options: PublicKeyCredentialRequestOptionsJSON
  next?: string
  error?: string
  tried?: Tried
}) {
  const { error, next, options, tried } = props
  const errors = [
    ...(error ? [{ href: '#passkey', text: error }] : []),
    ...(tried ? [{ href: '#code', text: tried.error }] : []),
  ]
  return (
    <article class="sign-in">
      <ErrorSummary errors={errors} />
      <h1>Sign in to the desk</h1>
      <PasskeyForm
        action={paths.desk.signIn()}
        use="get"
        options={options}
        button="Sign in with a passkey"
      >
        {next && <input type="hidden" name="next" value={next} />}
      </PasskeyForm>
      <h2>No passkey here?</h2>
      <p>Come in by one of your recovery codes, or by a one-time link.</p>
      <CodeForm next={next} tried={tried} />
      <HowToGetLink />
    </article>
  )
}

function CodeForm({ next, tried }: { next?: string; tried?: Tried }) {
  return (
    <form method="post" action={paths.desk.signIn()}>
      <input type="hidden" name="with" value="code" />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="name"
        label="Your name at the desk"
        value={tried?.name}
        autocomplete="username"
        isRequired
      />
      <TextField
        name="code"
        label="Recovery code"
        hint="Sixteen characters. It works once."
        value={tried?.code}
        error={tried?.error}
        autocomplete="off"
        isRequired
      />
      <button type="submit">Come in by the code</button>
    </form>
  )
}

function HowToGetLink() {
  return (
    <p>
      An owner of the desk makes a one-time link for you on the team page. Whoever runs the site
      makes one with <code>npm run editor -- link NAME</code>.
    </p>
  )
}

export function InvitationPage(props: {
  siteName: string
  code: string
  role: Role
  name?: string
  error?: string
}) {
  const { code, error, name, role, siteName } = props
  return (
    <article class="sign-in">
      <ErrorSummary errors={error ? [{ href: '#name', text: error }] : []} />
      <h1>Join the desk of {siteName}</h1>
      <p>
        {role === 'owner'
          ? 'You are invited as an owner: you read and answer letters, and say who else may.'
          : 'You are invited as an editor: you read letters, answer and publish them.'}
      </p>
      <form method="post" action={paths.desk.signIn()}>
        <input type="hidden" name="link" value={code} />
        <TextField
          name="name"
          label="Your name at the desk"
          hint="Your colleagues and the desk log see it; readers do not. Up to 60 characters."
          value={name}
          error={error}
          autocomplete="name"
          isRequired
        />
        <button class="main" type="submit">
          Join the desk
        </button>
      </form>
    </article>
  )
}

export function ComeBackPage({ code, name }: { code: string; name: string }) {
  return (
    <article class="sign-in">
      <h1>Welcome back, {name}</h1>
      <p>
        This link works once. Add a passkey to this browser next, and you will not need another.
      </p>
      <form method="post" action={paths.desk.signIn()}>
        <input type="hidden" name="link" value={code} />
        <button class="main" type="submit">
          Come in
        </button>
      </form>
    </article>
  )
}

export function LinkOverPage() {
  return (
    <article class="sign-in">
      <h1>This link does not work</h1>
      <p>It was used, has run out, or was not copied whole. You need a new one.</p>
      <HowToGetLink />
      <p>
        <a href={paths.desk.signIn()}>Sign in with a passkey instead</a>
      </p>
    </article>
  )
}

/** Holds what was sent: going back would ask for the form anew, and not every browser fills it in. */
export function SignedOutPage(props: { action: string; sent: Sent }) {
  return (
    <article class="sign-in">
      <h1>You are signed out</h1>
      <p>Nothing was done, and nothing is lost: this page holds what you sent.</p>
      <ol>
        <li>
          <a href={paths.desk.signIn()} target="_blank" rel="noopener">
            Sign in again in another tab
          </a>
        </li>
        <li>Come back to this tab.</li>
        <li>Send the form again.</li>
      </ol>
      <form method="post" action={props.action}>
        <SentFields sent={props.sent} />
        <button type="submit" class="main">
          Send it again
        </button>
      </form>
    </article>
  )
}

export function OwnersOnlyPage() {
  return (
    <article class="sign-in">
      <h1>Only an owner can do this</h1>
      <p>
        Nothing was done. Ask an owner of the desk; they are editors who say who else may enter.
      </p>
      <p>
        <a href={paths.desk.team()}>Back to your passkeys and sessions</a>
      </p>
    </article>
  )
}
