import { paths } from '../../paths.ts'
import type { PasskeyRow } from '../../schema.ts'
import { PasskeyForm } from '../team/passkey-form.tsx'
import { CODES } from '../team/recovery-code.ts'
import type { TeamPageProps } from '../team/team-page.tsx'

type Written = { written: (at: string) => string }

/** The editor's own passkeys. One alone is a risk: what to do about it is said here. */
export function Passkeys(props: TeamPageProps & Written) {
  const { codes, options, passkeys, written } = props
  return (
    <section id="passkeys">
      <h2>Your passkeys</h2>
      {passkeys.length === 0 && codes === 0 && (
        <p>You have none yet. Add one now: without it, you need a new link to come back.</p>
      )}
      {passkeys.length > 0 && (
        <ul>
          {passkeys.map((passkey) => (
            <Passkey passkey={passkey} isOnly={passkeys.length === 1} written={written} />
          ))}
        </ul>
      )}
      {passkeys.length === 1 && <p class="hint">Your only passkey stays until you add another.</p>}
      {passkeys.length === 1 && codes === 0 && (
        <p class="urge">
          If you lose it, you cannot come in without somebody’s help. Add a second one on another
          device, or make recovery codes.
        </p>
      )}
      {options ? (
        <PasskeyForm
          action={paths.desk.teamVerb('passkey')}
          use="create"
          options={options}
          button="Add a passkey"
        />
      ) : (
        <form method="post" action={paths.desk.teamVerb('passkey')}>
          <button id="passkey" type="submit">
            Add a passkey
          </button>
        </form>
      )}
    </section>
  )
}

function Passkey(props: { passkey: PasskeyRow; isOnly: boolean } & Written) {
  const { isOnly, passkey, written } = props
  const { createdAt, device, id, name, usedAt } = passkey
  const called = name ?? `the passkey added with ${device}`
  return (
    <li>
      <p>
        {name ?? `Added with ${device}`}{' '}
        <small>
          {name && `Added with ${device}, `}
          {written(createdAt)}; {usedAt ? `last used ${written(usedAt)}` : 'not used yet'}
        </small>
      </p>
      {!isOnly && (
        <form method="post" action={paths.desk.teamVerb('passkey-remove')}>
          <input type="hidden" name="passkey" value={id} />
          <button type="submit" aria-label={`Remove ${called}`}>
            Remove
          </button>
        </form>
      )}
      <details>
        <summary>Rename {called}</summary>
        <form class="actions" method="post" action={paths.desk.teamVerb('passkey-name')}>
          <input type="hidden" name="passkey" value={id} />
          <label for={`name-${id}`}>Name</label>
          <input id={`name-${id}`} name="name" value={name ?? ''} maxlength={60} />
          <button type="submit">Save the name</button>
        </form>
      </details>
    </li>
  )
}

/** How many codes are left, and a new set. */
export function RecoveryCodes({ codes }: TeamPageProps) {
  return (
    <section id="codes">
      <h2>Your recovery codes</h2>
      <p>
        {codes === 0
          ? `You have none. A set is ${CODES} codes on paper: each lets you in once when no passkey is at hand.`
          : `${codes} of ${CODES} ${codes === 1 ? 'is' : 'are'} left. Each lets you in once when no passkey is at hand.`}
        {codes > 0 && codes <= LOW && ' Make a new set before they run out.'}
      </p>
      <form method="post" action={paths.desk.teamVerb('codes')}>
        <button type="submit" aria-describedby={codes > 0 ? 'codes-hint' : undefined}>
          {codes === 0 ? 'Make recovery codes' : 'Make new recovery codes'}
        </button>
        {codes > 0 && (
          <p class="hint" id="codes-hint">
            The codes that are left stop working.
          </p>
        )}
      </form>
    </section>
  )
}

const LOW = 3
