import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { paths } from '../../paths.ts'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { type Sent, SentFields } from '../sent-fields.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { CONFIRMED_MINUTES } from './session.ts'

type ConfirmPageProps = {
  /** Where the form was sent, and what it held. */
  action: string
  sent: Sent
  /** Null: the editor has no passkey. */
  options: PublicKeyCredentialRequestOptionsJSON | null
  hasCodes: boolean
  /** The fields that take the answer. */
  fields: { passkey: string; code: string }
  error?: { href: string; text: string }
}

/** Holds what was sent, and completes it together with the answer. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { action, error, fields, hasCodes, options, sent } = props
  return (
    <article class="sign-in">
      <ErrorSummary errors={error ? [error] : []} />
      <h1>Confirm that it is you</h1>
      <p>
        This changes who can enter the desk. Nothing is done yet: it is done as soon as you confirm,
        and for {CONFIRMED_MINUTES} minutes after that you are not asked again.
      </p>
      {options && (
        <PasskeyForm
          action={action}
          use="get"
          options={options}
          button="Confirm with your passkey"
          answer={fields.passkey}
        >
          <SentFields sent={sent} />
        </PasskeyForm>
      )}
      {hasCodes && <ByCode {...props} />}
      {!options && !hasCodes && <WithoutKeys {...props} />}
      <p>
        <a href={paths.desk.team()}>Leave it, and go back to the team page</a>
      </p>
    </article>
  )
}

function ByCode({ action, error, fields, options, sent }: ConfirmPageProps) {
  return (
    <form method="post" action={action}>
      <SentFields sent={sent} />
      <TextField
        name={fields.code}
        label={options ? 'Or one of your recovery codes' : 'One of your recovery codes'}
        hint="Sixteen characters. It is used up."
        error={error?.href === `#${fields.code}` ? error.text : undefined}
        autocomplete="off"
        isRequired
      />
      <button type="submit">Confirm with the code</button>
    </form>
  )
}

/** Coming in anew confirms too: the session is in every tab. */
function WithoutKeys({ action, sent }: ConfirmPageProps) {
  return (
    <>
      <p>You have no passkey and no recovery codes to confirm it with.</p>
      <ol>
        <li>
          <a href={paths.desk.team()} target="_blank" rel="noopener">
            Add a passkey or make recovery codes in another tab
          </a>
          , or come in there by a new one-time link.
        </li>
        <li>Come back to this tab.</li>
        <li>Send the form again.</li>
      </ol>
      <form method="post" action={action}>
        <SentFields sent={sent} />
        <button type="submit" class="main">
          Send it again
        </button>
      </form>
    </>
  )
}
