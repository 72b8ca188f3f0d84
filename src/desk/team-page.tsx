import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { writtenInstant } from '../dates.ts'
import { paths } from '../paths.ts'
import type { EditorRow, PasskeyRow, Role, SessionRow } from '../schema.ts'
import { zoneName } from '../zone.ts'
import { Editors } from './editors-part.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { PasskeyForm } from './passkey-form.tsx'

/** What the page says about the act before it: a link that is shown this once, or a problem. */
export type Said = {
  link?: { url: string; lasts: string }
  error?: { href: string; text: string }
}

type TeamPageProps = {
  editor: { id: string; name: string; role: Role }
  session: string
  passkeys: PasskeyRow[]
  sessions: SessionRow[]
  editors: EditorRow[]
  options: PublicKeyCredentialCreationOptionsJSON
  said: Said
  timeZone: string
}

export function TeamPage(props: TeamPageProps) {
  const { editor, said } = props
  const written = (at: string) => writtenInstant(at, 'en', props.timeZone)
  return (
    <article class="team">
      <ErrorSummary errors={said.error ? [said.error] : []} />
      <h1>Team</h1>
      {said.link && <OneTimeLink {...said.link} />}
      <p>
        You are signed in as {editor.name}, {editor.role === 'owner' ? 'an owner' : 'an editor'}.
        Times are those of {zoneName(props.timeZone)} (
        <a href={paths.desk.teamVerb('zone')}>change</a>).
      </p>
      <Passkeys {...props} written={written} />
      <Sessions {...props} written={written} />
      {editor.role === 'owner' && <Editors editors={props.editors} written={written} />}
    </article>
  )
}

function OneTimeLink({ url, lasts }: { url: string; lasts: string }) {
  return (
    <section class="once" aria-labelledby="link-heading">
      <h2 id="link-heading">The one-time link</h2>
      <p id="link-hint">
        It is shown only now and works once, within {lasts}. Send it so that nobody else reads it:
        whoever uses it first enters the desk.
      </p>
      <label for="link">Link</label>
      <input id="link" value={url} readonly aria-describedby="link-hint" />
    </section>
  )
}

type Part = TeamPageProps & { written: (at: string) => string }

function Passkeys({ options, passkeys, written }: Part) {
  return (
    <section id="passkeys">
      <h2>Your passkeys</h2>
      {passkeys.length === 0 ? (
        <p>You have none yet. Add one now: without it, you need a new link to come back.</p>
      ) : (
        <ul>
          {passkeys.map(({ id, device, createdAt, usedAt }) => (
            <li>
              <p>
                Added with {device}{' '}
                <small>
                  {written(createdAt)}; {usedAt ? `last used ${written(usedAt)}` : 'not used yet'}
                </small>
              </p>
              {passkeys.length > 1 && (
                <form method="post" action={paths.desk.teamVerb('passkey-remove')}>
                  <input type="hidden" name="passkey" value={id} />
                  <button type="submit" aria-label={`Remove the passkey added with ${device}`}>
                    Remove
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {passkeys.length === 1 && <p class="hint">Your only passkey stays until you add another.</p>}
      <PasskeyForm
        action={paths.desk.teamVerb('passkey')}
        use="create"
        options={options}
        button="Add a passkey"
      />
    </section>
  )
}

function Sessions({ session, sessions, written }: Part) {
  return (
    <section id="sessions">
      <h2>Where you are signed in</h2>
      <ul>
        {sessions.map(({ hash, device, usedAt }) => (
          <li>
            <p>
              {device}{' '}
              <small>{hash === session ? 'This browser' : `Last used ${written(usedAt)}`}</small>
            </p>
            {hash !== session && (
              <form method="post" action={paths.desk.teamVerb('session-end')}>
                <input type="hidden" name="session" value={hash} />
                <button type="submit" aria-label={`End the session on ${device}`}>
                  End
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={paths.desk.teamVerb('session-end')}>
          <input type="hidden" name="session" value="others" />
          <button type="submit">End all but this one</button>
        </form>
      )}
    </section>
  )
}
