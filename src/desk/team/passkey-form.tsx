import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Child } from 'hono/jsx'

/** What `src/enhance/sign-in.ts` turns into a browser's passkey, and sends as a plain form. */
export function PasskeyForm(props: {
  action: string
  use: 'get' | 'create'
  options: PublicKeyCredentialRequestOptionsJSON | PublicKeyCredentialCreationOptionsJSON
  button: string
  /** The field that takes the browser's answer. */
  answer?: string
  children?: Child
}) {
  return (
    <form
      method="post"
      action={props.action}
      data-passkey={props.use}
      data-options={JSON.stringify(props.options)}
    >
      {props.children}
      <input type="hidden" name={props.answer ?? 'credential'} data-answer />
      <button id="passkey" class="main" type="submit" hidden>
        {props.button}
      </button>
      <p role="status">
        Passkeys need JavaScript and a secure connection, and this browser has not both here.
      </p>
    </form>
  )
}
