import { paths } from '../../paths.ts'
import { STATUS_WORDS } from '../letter/letter-words.ts'
import { actInWords, verbWords } from '../log/act-words.ts'
import type { ManyVerb, Outcome } from './many.ts'
import { filtered, type TrayFilter } from './tray-filter.ts'

type Props = { outcome: Outcome; filter: TrayFilter; timeZone: string }

const PAST: Record<ManyVerb, string> = {
  shortlist: verbWords('shortlist'),
  hold: verbWords('hold'),
  spam: verbWords('spam'),
  decline: verbWords('decline'),
  undo: 'brought back as they were',
}

/** What became of a decision on many letters: how many it was done to, and which not, and why. */
export function ManyPart({ outcome: { verb, done, left }, filter, timeZone }: Props) {
  return (
    <section class="outcome" aria-labelledby="outcome">
      <h2 id="outcome" tabindex={-1}>
        {done.length === 1 ? '1 letter was' : `${done.length} letters were`} {PAST[verb]}
      </h2>
      {left.length > 0 && (
        <>
          <p>Nothing was done to {left.length === 1 ? 'this one' : `these ${left.length}`}:</p>
          <ul>
            {left.map(({ row, question, last }) => (
              <li>
                <a href={filtered(paths.desk.letter(row.id), filter)} lang={row.language}>
                  {question ?? 'A letter without its text'}
                </a>{' '}
                is {STATUS_WORDS[row.status].toLowerCase()} by now
                {last && ` (${actInWords(last, timeZone)})`}
              </li>
            ))}
          </ul>
        </>
      )}
      {verb !== 'undo' && done.length > 0 && (
        <form method="post" action={filtered(paths.desk.letters(), filter)}>
          {done.map(({ id, version }) => (
            <input type="hidden" name="letter" value={`${id}.${version}`} />
          ))}
          <button type="submit" name="verb" value="undo">
            {done.length === 1 ? 'Undo it' : `Undo all ${done.length}`}
          </button>
        </form>
      )}
    </section>
  )
}
