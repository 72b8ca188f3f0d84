import { paths } from '../../paths.ts'
import { Key, pressedBy } from '../key.tsx'
import { verbWords } from '../log/act-words.ts'
import type { Entry } from '../log/log.ts'
import type { Tray } from './tray.ts'
import { filtered, type TrayFilter } from './tray-filter.ts'

/** What the editor did a moment ago, with the key that takes it back. It stays until the next page. */
export function DonePart({ tray: { done, filter } }: { tray: Tray }) {
  return (
    <div id="done" role="status">
      {done?.letterId && (
        <p>
          A moment ago you {verbWords(done.verb)}{' '}
          <a href={filtered(paths.desk.letter(done.letterId), filter)}>a letter</a>.
        </p>
      )}
      {done && <UndoForm entry={done} filter={filter} hasKey />}
    </div>
  )
}

/** The button that takes an act back, while its letter is as the act left it. */
export function UndoForm(props: { entry: Entry; filter: TrayFilter; hasKey?: boolean }) {
  const { letterId, undoable } = props.entry
  if (!letterId || undoable === null) return null
  const action = filtered(paths.desk.letterVerb(letterId, 'undo'), props.filter)
  return (
    <form method="post" action={action} data-send="here">
      <input type="hidden" name="version" value={String(undoable)} />
      <button type="submit" {...(props.hasKey ? pressedBy('u') : {})}>
        {props.hasKey && <Key of="u" />}
        Undo
      </button>
    </form>
  )
}
