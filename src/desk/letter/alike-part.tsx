import { paths } from '../../paths.ts'
import type { LetterRow } from '../../schema.ts'
import { Key, pressedBy } from '../key.tsx'
import { filtered, type TrayFilter } from '../tray/tray-filter.ts'
import type { Beside } from './beside.ts'
import { age, STATUS_WORDS } from './letter-words.ts'
import { type AlikeLetter, type Suggestion, suggestGroup } from './suggest.ts'

type Props = { row: LetterRow; beside: Beside; filter: TrayFilter; now: Date }

/** The letters that a letter follows, leads, and is alike to; and one key that groups them. */
export function AlikePart({ row, beside, filter, now }: Props) {
  const followers = beside.followers
  const alike = beside.alike.filter(({ leadId }) => leadId !== row.id)
  const suggestion = suggestGroup(row, alike)
  const item = (letter: AlikeLetter) => <Item letter={letter} filter={filter} now={now} />
  return (
    <>
      {row.leadId && (
        <p>
          It follows <a href={paths.desk.letter(row.leadId)}>letter {row.leadId}</a> and shares what
          becomes of it.
        </p>
      )}
      {followers.length > 0 && (
        <section class="beside alike">
          <h2>{followersWords(followers.length)}</h2>
          <p class="hint">One answer serves them all, and each ticket follows.</p>
          <ul>{followers.map(item)}</ul>
        </section>
      )}
      {alike.length > 0 && (
        <section class="beside alike">
          <h2>Letters like it</h2>
          <ul>{alike.map(item)}</ul>
          {suggestion && <GroupThem {...{ row, suggestion, filter }} />}
        </section>
      )}
    </>
  )
}

function followersWords(count: number): string {
  return count === 1 ? 'A letter follows it' : `${count} letters follow it`
}

function Item({ letter, filter, now }: { letter: AlikeLetter; filter: TrayFilter; now: Date }) {
  const { id, question, language, likeness, receivedOn, status } = letter
  return (
    <li>
      <a
        href={filtered(paths.desk.letter(id), filter)}
        lang={question === null ? undefined : language}
      >
        {question ?? `Letter ${id}`}
      </a>{' '}
      <span class="hint">
        {likeness > 0 && `${likeness} % of the words · `}
        {STATUS_WORDS[status].toLowerCase()} · {age(receivedOn, now)}
      </span>
    </li>
  )
}

/** Each letter is sent in the version that stands here: one that has changed since is not grouped. */
function GroupThem(props: { row: LetterRow; suggestion: Suggestion; filter: TrayFilter }) {
  const { row, suggestion, filter } = props
  const { lead, members } = suggestion
  return (
    <form
      method="post"
      action={filtered(paths.desk.letterVerb(lead, 'gather'), filter)}
      data-send="here"
    >
      <input type="hidden" name="read" value={row.id} />
      {members.map(({ id, version }) => (
        <input type="hidden" name="member" value={`${id}.${version}`} />
      ))}
      <button type="submit" {...pressedBy('g')}>
        <Key of="g" />
        {buttonWords(row, suggestion)}
      </button>
    </form>
  )
}

function buttonWords({ id }: LetterRow, { lead, members }: Suggestion): string {
  if (lead !== id) {
    return members.length === 1
      ? 'Group it with the lead'
      : `Group these ${members.length} with the lead`
  }
  return members.length === 1
    ? 'Group that letter with this one'
    : `Group those ${members.length} with this one`
}
