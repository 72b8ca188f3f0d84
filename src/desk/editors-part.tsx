import { paths } from '../paths.ts'
import type { EditorRow } from '../schema.ts'
import { SelectField } from '../ui/field.tsx'

/** The part of the team page that only owners see: who may enter, and who else shall. */
export function Editors(props: { editors: EditorRow[]; written: (at: string) => string }) {
  return (
    <>
      <section id="editors">
        <h2>Who may enter the desk</h2>
        <ul>
          {props.editors.map((editor) => (
            <li>
              <p>
                {editor.name}{' '}
                <small>
                  {editor.role}, joined {props.written(editor.joinedAt)}
                </small>
              </p>
              <EditorActs {...editor} />
            </li>
          ))}
        </ul>
      </section>
      <Invite />
    </>
  )
}

function EditorActs({ id, name }: EditorRow) {
  return (
    <>
      <form method="post" action={paths.desk.teamVerb('link')}>
        <input type="hidden" name="editor" value={id} />
        <button type="submit" aria-label={`Make a link for ${name} to come back`}>
          Make a link
        </button>
      </form>
      <details>
        <summary>Remove {name}</summary>
        <form method="post" action={paths.desk.teamVerb('remove')}>
          <p>
            {name} is signed out everywhere at once. Every one-time link that has not been used
            stops working. The name stays in the desk log.
          </p>
          <input type="hidden" name="editor" value={id} />
          <button type="submit">Remove {name} now</button>
        </form>
      </details>
    </>
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
