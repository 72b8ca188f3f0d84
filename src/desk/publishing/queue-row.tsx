import { localTime, writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { writtenMoment } from '../../zone.ts'
import { languageName } from '../letter/letter-words.ts'
import type { Queued } from './schedule.ts'
import { Seen } from './schedule-page.tsx'
import { WhenField } from './when-field.tsx'

type Props = {
  draft: Queued
  /** What runs before it, if anything does. */
  previous?: Queued
  timeZone: string
  now: string
}

/** One draft of the queue: when it runs, what is in its way, and how to change that. */
export function QueueRow(props: Props) {
  const { draft, now, timeZone } = props
  const isLate = draft.scheduledFor <= now
  return (
    <li class={draft.failure || isLate || draft.attempts > 0 ? 'run failure' : 'run'}>
      <p class="time">
        <time datetime={draft.scheduledFor}>
          {writtenInstant(draft.scheduledFor, 'en', timeZone)}
        </time>
      </p>
      <div>
        <p class="what">
          <a href={paths.desk.draft(draft.id)}>{draft.headline}</a>{' '}
          <small>
            version {draft.version}, {languageName(draft.language)}
          </small>
        </p>
        <Trouble {...props} />
        <Changing {...props} />
      </div>
    </li>
  )
}

function Trouble({ draft, previous, now, timeZone }: Props) {
  const isLate = draft.scheduledFor <= now
  if (draft.failure) {
    return (
      <p>
        <strong>It was due and did not run.</strong> {draft.failure} Put it right{' '}
        <a href={paths.desk.draft(draft.id)}>on its page</a>, and schedule it again.
      </p>
    )
  }
  if (draft.awaitedUntil && draft.awaitedUntil > draft.scheduledFor) {
    const until = writtenMoment(draft.awaitedUntil, timeZone)
    return <p>It waits for its writer, who has time to answer until {until}; then it runs.</p>
  }
  if (draft.attempts > 0) {
    return (
      <p>
        <strong>
          It broke on its way {draft.attempts === 1 ? 'once' : `${draft.attempts} times`}.
        </strong>{' '}
        It is tried again every minute. If that goes on, take it out of the queue, and ask whoever
        runs the site what <code>npx wrangler tail</code> says.
      </p>
    )
  }
  if (isLate) {
    return (
      <p>
        <strong>Overdue.</strong> One runs each minute, and one with each page of the desk that is
        opened: load this page again. If it stays, look at <a href="#clock">the clock</a>.
      </p>
    )
  }
  if (previous?.scheduledFor === draft.scheduledFor) {
    return (
      <p>
        <strong>At the same minute</strong> as “{previous.headline}”: this one runs a minute later.
        Give it another time if that is not meant.
      </p>
    )
  }
  return null
}

/** Small forms, closed until they are wanted: another time, the place before, out of the queue. */
function Changing({ draft, previous, now, timeZone }: Props) {
  const canSwap =
    previous && previous.scheduledFor > now && previous.scheduledFor !== draft.scheduledFor
  return (
    <details>
      <summary aria-label={`Change when “${draft.headline}” runs`}>Change</summary>
      <form method="get" action={paths.desk.draftVerb(draft.id, 'schedule')}>
        <Seen draft={draft} />
        <WhenField
          id={`at-${draft.id}`}
          label="Another time"
          timeZone={timeZone}
          value={localTime(draft.scheduledFor, timeZone)}
        />
        <button type="submit">Choose this time</button>
      </form>
      {canSwap && (
        <form method="post" action={paths.desk.queueSwap()}>
          <Place name="one" draft={draft} />
          <Place name="other" draft={previous} />
          <button type="submit">Swap with “{previous.headline}”, the one before</button>
        </form>
      )}
      <form method="post" action={paths.desk.draftVerb(draft.id, 'unschedule')}>
        <Seen draft={draft} />
        <button type="submit">Take it out of the queue</button>
      </form>
    </details>
  )
}

/** A place in the queue as the page shows it: draft, version, and when it runs. */
function Place({ name, draft }: { name: string; draft: Queued }) {
  const seen = `${draft.id} ${draft.version} ${draft.scheduledFor}`
  return <input type="hidden" name={name} value={seen} />
}
