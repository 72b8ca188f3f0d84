import { localTime } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Key, pressedBy } from '../key.tsx'
import type { Claim } from './claim.ts'
import type { Viewer } from './letter-list.tsx'
import type { ReadLetter } from './tray.ts'
import { filtered, type TrayFilter } from './tray-filter.ts'

type For = Pick<Viewer, 'me' | 'timeZone'>

/** Says who is reading a letter, and until when nobody else needs to. */
export function claimWords(
  { editorId, name, until }: Omit<Claim, 'letterId'>,
  { me, timeZone }: For,
) {
  const time = localTime(until, timeZone).slice(11)
  return editorId === me.id ? `yours until ${time}` : `${name} is reading this, until ${time}`
}

/** Who is reading a letter, and the key by which its reader says so, or lets it go. */
export function ClaimPart(
  props: For & { letter: ReadLetter; filter: TrayFilter; isOpen: boolean },
) {
  const { letter, filter, isOpen, ...viewer } = props
  const { claim, row } = letter
  const action = filtered(paths.desk.letterVerb(row.id, 'claim'), filter)
  return (
    <div id="claim">
      {claim && <p class="claim">{claimWords(claim, viewer)}</p>}
      {claim?.editorId === viewer.me.id && (
        <form method="post" action={action} data-send="#claim">
          <input type="hidden" name="release" value="yes" />
          <button type="submit">Let it go</button>
        </form>
      )}
      {!claim && isOpen && (
        <form method="post" action={action} data-send="#claim" data-soon>
          <button type="submit" {...pressedBy('c')}>
            <Key of="c" />
            Claim it
          </button>
        </form>
      )}
    </div>
  )
}
