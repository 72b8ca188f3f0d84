import { paths } from '../../paths.ts'
import type { SessionRow } from '../../schema.ts'
import type { TeamPageProps } from './team-page.tsx'

type Written = { written: (at: string) => string }

/** Where the editor who looks is signed in. */
export function OwnSessions(props: TeamPageProps & Written) {
  const { editor, session, sessions, written } = props
  const own = sessions.filter(({ editorId }) => editorId === editor.id)
  return (
    <section id="sessions">
      <h2>Where you are signed in</h2>
      <Sessions sessions={own} here={session} whose="the session" written={written} />
      {own.length > 1 && <EndOthers editorId={editor.id} button="End all but this one" />}
    </section>
  )
}

/** Where another editor is signed in, for an owner. */
export function SessionsOf(props: { name: string; sessions: SessionRow[] } & Written) {
  const { name, sessions, written } = props
  const [first] = sessions
  if (!first) return null
  return (
    <details>
      <summary>
        {name} is signed in on {sessions.length === 1 ? '1 device' : `${sessions.length} devices`}
      </summary>
      <Sessions sessions={sessions} here={null} whose={`${name}’s session`} written={written} />
      {sessions.length > 1 && (
        <EndOthers editorId={first.editorId} button={`End all of ${name}’s sessions`} />
      )}
    </details>
  )
}

function Sessions(props: { sessions: SessionRow[]; here: string | null; whose: string } & Written) {
  return (
    <ul>
      {props.sessions.map(({ createdAt, device, editorId, hash, usedAt }) => (
        <li>
          <p>
            {device}{' '}
            <small>
              {hash === props.here ? 'This browser' : `Last used ${props.written(usedAt)}`}; signed
              in {props.written(createdAt)}
            </small>
          </p>
          {hash !== props.here && (
            <form method="post" action={paths.desk.teamVerb('session-end')}>
              <input type="hidden" name="session" value={hash} />
              <input type="hidden" name="editor" value={editorId} />
              <button type="submit" aria-label={`End ${props.whose} on ${device}`}>
                End
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

function EndOthers({ button, editorId }: { button: string; editorId: string }) {
  return (
    <form method="post" action={paths.desk.teamVerb('session-end')}>
      <input type="hidden" name="session" value="others" />
      <input type="hidden" name="editor" value={editorId} />
      <button type="submit">{button}</button>
    </form>
  )
}
