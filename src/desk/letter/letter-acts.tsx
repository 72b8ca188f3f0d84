import { paths } from '../../paths.ts'
import { Key, pressedBy } from '../key.tsx'
import type { ReadLetter, Tray } from '../tray/tray.ts'
import { filtered } from '../tray/tray-filter.ts'
import { type Declined, DeclineForm } from './decline-form.tsx'
import type { ReadyText } from './reasons.ts'
import type { LetterVerb } from './triage.ts'
import { GroupForm, type Refused, WordsForm } from './words-form.tsx'

type Props = {
  tray: Tray
  letter: ReadLetter
  verbs: LetterVerb[]
  texts: ReadyText[]
  declined?: Declined
  refused?: Refused
}

/** The keys and forms for all that an editor may do to a letter now. */
export function LetterActs(props: Props) {
  const { tray, letter, verbs, texts, declined, refused } = props
  const { row } = letter
  const version = <input type="hidden" name="version" value={String(row.version)} />
  const leads = tray.items
    .filter((item) => item.row.id !== row.id)
    .map((item) => ({ id: item.row.id, question: item.question }))
  if (verbs.length === 0) return null
  return (
    <div class="acts">
      {verbs.map((verb) => {
        const action = filtered(paths.desk.letterVerb(row.id, verb), tray.filter)
        if (verb === 'decline') {
          return (
            <DeclineForm {...{ action, texts, declined }} language={row.language}>
              {version}
            </DeclineForm>
          )
        }
        if (verb === 'ask' || verb === 'reply') {
          return <WordsForm {...{ verb, action, refused }}>{version}</WordsForm>
        }
        if (verb === 'group') {
          return <GroupForm {...{ action, refused, leads }}>{version}</GroupForm>
        }
        return (
          <form method="post" action={action} data-send={verb === 'pick' ? undefined : 'next'}>
            {version}
            <button
              type="submit"
              class={verb === 'pick' ? 'main' : undefined}
              {...pressedBy(KEYS[verb])}
            >
              <Key of={KEYS[verb]} />
              {BUTTONS[verb]}
            </button>
          </form>
        )
      })}
    </div>
  )
}

type Plain = Exclude<LetterVerb, 'decline' | 'ask' | 'reply' | 'group'>

const BUTTONS: Record<Plain, string> = {
  pick: 'Pick',
  shortlist: 'Shortlist',
  split: 'Split it off',
  hold: 'Hold',
  spam: 'Spam',
  restore: 'Restore',
}

const KEYS: Record<Plain, string> = {
  pick: 'p',
  shortlist: 's',
  split: 't',
  hold: 'h',
  spam: 'x',
  restore: 'r',
}
