import { writtenDay } from '../../dates.ts'
import type { Due } from '../../letters/due.ts'
import { paths } from '../../paths.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { STATUS_WORDS } from '../letter/letter-words.ts'
import { DonePart } from './done-part.tsx'
import { countOf, LIST_WORDS, LISTS } from './filter-forms.tsx'
import { LetterList, type Viewer } from './letter-list.tsx'
import type { Outcome } from './many.ts'
import { ManyPart } from './many-part.tsx'
import { ShortcutsPart } from './shortcuts-part.tsx'
import type { Tray } from './tray.ts'
import { filtered, NEW_LETTERS } from './tray-filter.ts'

type Props = Viewer & {
  tray: Tray
  /** What the clock erases soon. */
  due: Due[]
  /** The day on which the letter box opens again, when it is closed. */
  closedUntil: string | null
  /** What became of a decision on many letters. */
  outcome?: Outcome
}

export function TrayPage({ due, closedUntil, outcome, ...props }: Props) {
  const { tray, timeZone, me } = props
  return (
    <div class="split" data-keys={me.hasKeys ? 'on' : 'off'}>
      <LetterList {...props} />
      <article class="pane" id="letter">
        <DonePart tray={tray} />
        <ErrorSummary errors={errorsOf(tray)} />
        {outcome && <ManyPart {...{ outcome, timeZone }} filter={tray.filter} />}
        <h1 tabindex={-1}>Tray</h1>
        <p>Choose a letter to read it.</p>
        <ul class="states">
          {LISTS.map((status) => (
            <li>
              <a href={filtered(paths.desk.tray(), { ...NEW_LETTERS, status })}>
                {LIST_WORDS[status]}
              </a>{' '}
              {countOf(tray, status)}
            </li>
          ))}
        </ul>
        {closedUntil && (
          <p>
            The letter box is closed until {writtenDay(closedUntil, 'en')}.{' '}
            <a href={paths.desk.settings()}>Settings</a>
          </p>
        )}
        <Erasures due={due} />
        <ShortcutsPart hasKeys={me.hasKeys} here={filtered(paths.desk.tray(), tray.filter)} />
      </article>
    </div>
  )
}

function errorsOf({ many }: Tray) {
  return many?.error ? [{ href: `#${many.error.field}`, text: many.error.text }] : []
}

function Erasures({ due }: { due: Due[] }) {
  if (due.length === 0) return null
  return (
    <section class="beside">
      <h2>What is erased in the next 30 days</h2>
      <ul class="states">
        {due.map(({ on, status, count }) => (
          <li>
            {writtenDay(on, 'en')}: {count} {STATUS_WORDS[status].toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  )
}
