import { paths } from '../../paths.ts'
import type { LetterRow } from '../../schema.ts'
import { actInWords } from '../log/act-words.ts'
import type { Entry } from '../log/log.ts'
import { filtered, type TrayFilter } from '../tray/tray-filter.ts'
import { STATUS_WORDS } from './letter-words.ts'

type Props = {
  row: LetterRow
  last?: Entry
  filter: TrayFilter
  timeZone: string
  /** What the editor had written as a reason: it is not lost. */
  words: string
}

/** A decision that came too late: what the letter's state is now, and the way back. */
export function ChangedPage({ row, last, filter, timeZone, words }: Props) {
  return (
    <article class="page">
      <h1>Nothing was done: the letter has changed</h1>
      <p>
        Since you opened it, somebody may have decided on this letter. It is now:{' '}
        <strong>{STATUS_WORDS[row.status]}</strong>.
      </p>
      {last && <p>What was done last: {actInWords(last, timeZone)}</p>}
      {row.consent === 'private' && (
        <p>Its writer wants a private answer only, so it cannot be picked for a column.</p>
      )}
      {words && (
        <div class="field">
          <label for="words">What you wrote</label>
          <textarea id="words" rows={4} readonly>
            {`\n${words}`}
          </textarea>
        </div>
      )}
      <p>
        <a href={filtered(paths.desk.letter(row.id), filter)}>Open the letter as it is now</a> ·{' '}
        <a href={filtered(paths.desk.tray(), filter)}>Back to the tray</a>
      </p>
    </article>
  )
}
