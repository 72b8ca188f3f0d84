import { paths } from '../../paths.ts'
import { SelectField } from '../../ui/field.tsx'
import { SessionsOf } from './sessions-part.tsx'
import type { Colleague } from './team.ts'
import type { TeamPageProps } from './team-page.tsx'

type Written = { written: (at: string) => string }

/** The part of the team page that only owners see: who may enter, and who else shall. */
export function Editors(props: TeamPageProps & Written) {
  const { editor, editors, sessions, written } = props
  const isLastOwner = editors.filter(({ role }) => role === 'owner').length === 1
  return (
    <>
      <section id="editors">
        <h2>Who may enter the desk</h2>
        <ul>
          {editors.map((colleague) => (
            <li>
              <p>
                {colleague.name}{' '}
                <small>
                  {colleague.role}, joined {written(colleague.joinedAt)}; {keys(colleague)}
                </small>
              </p>
              <EditorActs {...colleague} isLastOwner={isLastOwner && colleague.role === 'owner'} />
              {colleague.id !== editor.id && (
                <SessionsOf
                  name={colleague.name}
                  sessions={sessions.filter(({ editorId }) => editorId === colleague.id)}
                  written={written}
                />
              )}
              {!(isLastOwner && colleague.role === 'owner') && <Remove {...colleague} />}
            </li>
          ))}
        </ul>
      </section>
      <Invite />
    </>
  )
}

/** Says by what somebody can come in: an owner sees who is a lost phone away from needing a link. */
function keys({ codes, passkeys }: Colleague): string {
  const count = (number: number, what: string) =>
    `${number === 0 ? 'no' : number} ${what}${number === 1 ? '' : 's'}`
  return `${count(passkeys, 'passkey')}, ${count(codes, 'recovery code')}`
}

function EditorActs(props: Colleague & { isLastOwner: boolean }) {
  const { id, isLastOwner, name, role } = props
  const other = role === 'owner' ? 'editor' : 'owner'
  return (
    <>
      <form method="post" action={paths.desk.teamVerb('link')}>
        <input type="hidden" name="editor" value={id} />
        <button type="submit" aria-label={`Make a link for ${name} to come back`}>
          Make a link
        </button>
      </form>
      {!isLastOwner && (
        <form method="post" action={paths.desk.teamVerb('role')}>
          <input type="hidden" name="editor" value={id} />
          <input type="hidden" name="role" value={other} />
          <button type="submit" aria-label={`Make an ${other} of ${name}`}>
            Make an {other}
          </button>
        </form>
      )}
    </>
  )
}

function Remove({ id, name }: { id: string; name: string }) {
  return (
    <details>
      <summary>Remove {name}</summary>
      <form method="post" action={paths.desk.teamVerb('remove')}>
        <p>
          {name} is signed out everywhere at once. Every one-time link that has not been used stops
          working. The name stays in the desk log.
        </p>
        <input type="hidden" name="editor" value={id} />
        <button type="submit">Remove {name} now</button>
      </form>
    </details>
  )
}

function Invite() {
  return (
    <section id="invite">
      <h2>Invite somebody</h2>
      <form method="post" action={paths.desk.teamVerb('invite')}>
        <SelectField name="role" label="As" options={ROLE_OPTIONS} />
        <button type="submit">Make an invitation</button>
      </form>
    </section>
  )
}

const ROLE_OPTIONS = [
  { value: 'editor', name: 'an editor' },
  { value: 'owner', name: 'an owner, who also says who may enter' },
]
