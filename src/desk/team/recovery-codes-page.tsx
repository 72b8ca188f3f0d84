import { paths } from '../../paths.ts'

/** Shown once: of the codes themselves nothing is kept. `src/enhance/codes.ts` adds copy and print. */
export function RecoveryCodesPage(props: {
  codes: string[]
  signIn: string
  name: string
  siteName: string
}) {
  return (
    <article class="sign-in">
      <h1>Your recovery codes</h1>
      <p>
        They are shown only now. Print them or write them down, and keep them where you keep your
        keys, not on the device that holds your passkey. Any earlier codes have stopped working.
      </p>
      <ol class="codes" data-codes>
        {props.codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>
        For {props.name} at the desk of {props.siteName}: sign in at {props.signIn} with this name
        and one of the codes. Each works once.
      </p>
      <p class="back">
        <a href={paths.desk.team()}>I have kept them: back to the team page</a>
      </p>
    </article>
  )
}
