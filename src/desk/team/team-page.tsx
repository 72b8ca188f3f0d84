import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { PasskeyRow, Role, SessionRow } from '../../schema.ts'
import { zoneName } from '../../zone.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Passkeys, RecoveryCodes } from '../tray/keys-part.tsx'
import { Editors } from './editors-part.tsx'
import { OwnSessions } from './sessions-part.tsx'
import type { Colleague } from './team.ts'

/** What the page says about the act before it: a link that is shown this once, or a problem. */
export type Said = {
  link?: { url: string; lasts: string }
  error?: { href: string; text: string }
}

export type TeamPageProps = {
  editor: { id: string; name: string; role: Role }
  /** The hash of the session that looks at the page. */
  session: string
  passkeys: PasskeyRow[]
  /** Recovery codes that are left. */
  codes: number
  /** The editor's own, and for an owner everybody's. */
  sessions: SessionRow[]
  editors: Colleague[]
  /** Null: the editor has to show a key before adding one. */
  options: PublicKeyCredentialCreationOptionsJSON | null
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
      <RecoveryCodes {...props} />
      <OwnSessions {...props} written={written} />
      {editor.role === 'owner' && <Editors {...props} written={written} />}
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
