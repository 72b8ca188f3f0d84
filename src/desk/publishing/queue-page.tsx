import type { Health } from '../../clock.ts'
import { writtenDay, writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { NudgeRow } from '../../schema.ts'
import { zoneName } from '../../zone.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { ClockPart } from './clock-part.tsx'
import { DeadNudges } from './dead-nudges.tsx'
import type { OwedPurge } from './purge.ts'
import { FailedPurges } from './purge-part.tsx'
import { QueueRow } from './queue-row.tsx'
import { type Gap, gaps } from './rhythm.ts'
import type { Queued } from './schedule.ts'

type Props = {
  drafts: Queued[]
  dead: NudgeRow[]
  purges: OwedPurge[]
  lastPublished: string | null
  health: Health
  timeZone: string
  now: string
  error?: string
}

/** What runs when, what is in its way, the weeks without a column, and all that did not go well. */
export function QueuePage(props: Props) {
  const { drafts, dead, purges, lastPublished, health, timeZone, now, error } = props
  // What has failed will not run: it fills no week.
  const running = drafts.filter(({ failure }) => !failure)
  const times = running.map(({ scheduledFor }) => scheduledFor)
  const empty = gaps(times, { lastPublished, now, timeZone })
  const previous = new Map(running.map((draft, index) => [draft.id, running[index - 1]]))
  return (
    <>
      <ErrorSummary errors={error ? [{ href: '#queue', text: error }] : []} />
      <h1 id="queue">Queue</h1>
      <p>
        Times are those of {zoneName(timeZone)} (<a href={paths.desk.teamVerb('zone')}>change</a>).
        What is due runs within a minute, once, as it was saved.
      </p>
      {drafts.length === 0 ? (
        <p>
          Nothing is scheduled.
          {lastPublished && ` The last column ran on ${ranOn(lastPublished, timeZone)}.`}
        </p>
      ) : (
        <ol class="queue">
          {drafts.map((draft) => (
            <>
              {empty
                .filter(({ before }) => running[before]?.id === draft.id)
                .map((gap) => (
                  <Empty {...gap} />
                ))}
              <QueueRow {...{ draft, now, timeZone }} previous={previous.get(draft.id)} />
            </>
          ))}
          <li class="gap">Nothing is scheduled after that.</li>
        </ol>
      )}
      <FailedPurges purges={purges} timeZone={timeZone} />
      <ClockPart health={health} timeZone={timeZone} />
      <DeadNudges dead={dead} />
    </>
  )
}

function Empty({ from, until, weeks }: Gap) {
  const [first, last] = [writtenDay(from, 'en'), writtenDay(until, 'en')]
  return (
    <li class="gap">
      <strong>{weeks === 1 ? 'A week' : `${weeks} weeks`} without a column:</strong> Monday {first}{' '}
      to Sunday {last}
    </li>
  )
}

function ranOn(lastPublished: string, timeZone: string): string {
  return writtenInstant(lastPublished, 'en', timeZone).replace(/, [^,]*$/, '')
}
