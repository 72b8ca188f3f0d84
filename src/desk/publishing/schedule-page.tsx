import { localTime, writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { DraftRow } from '../../schema.ts'
import { writtenMoment, zoneName } from '../../zone.ts'
import { ErrorSummary } from '../error-summary.tsx'
import type { When } from './when.ts'
import { WhenField } from './when-field.tsx'

type Props = {
  draft: DraftRow
  /** What was typed into the field, as it was. */
  typed: string
  when: When
  timeZone: string
  error?: string
}

/** A time was chosen: the button says what it does, and a time that the clocks skip or repeat is told. */
export function SchedulePage(props: Props) {
  const { draft, typed, when, timeZone } = props
  const error = props.error ?? (when.kind === 'none' ? when.why : undefined)
  return (
    <article class="page">
      <ErrorSummary errors={error ? [{ href: '#at', text: error }] : []} />
      <p class="kicker">
        {draft.status === 'scheduled' && draft.scheduledFor
          ? `Scheduled for ${writtenMoment(draft.scheduledFor, timeZone)}`
          : 'Not scheduled'}
        , version {draft.version}
      </p>
      <h1>{draft.headline || 'No headline yet'}</h1>
      <Explained when={when} typed={typed} timeZone={timeZone} />
      {when.kind !== 'none' && (
        <form class="choice" method="post" action={paths.desk.draftVerb(draft.id, 'schedule')}>
          <Seen draft={draft} />
          {when.kind === 'twice' ? (
            <>
              <Offer {...props} at={when.first} which=", the first time" />
              <Offer {...props} at={when.second} which=", the second time" />
            </>
          ) : (
            <Offer {...props} at={when.at} />
          )}
        </form>
      )}
      <form class="another" method="get" action={paths.desk.draftVerb(draft.id, 'schedule')}>
        <WhenField label="Another time" timeZone={timeZone} value={wallOf(typed, timeZone)} />
        <button type="submit">Choose this time</button>
      </form>
      <p>
        <a href={paths.desk.draft(draft.id)}>Back to the draft</a> ·{' '}
        <a href={paths.desk.queue()}>See the queue</a>
      </p>
    </article>
  )
}

/** What the editor saw, which every form about a draft's time carries. */
export function Seen({ draft }: { draft: Pick<DraftRow, 'version' | 'status' | 'scheduledFor'> }) {
  const was = draft.status === 'scheduled' ? (draft.scheduledFor ?? '') : ''
  return (
    <>
      <input type="hidden" name="version" value={String(draft.version)} />
      <input type="hidden" name="was" value={was} />
    </>
  )
}

function Offer({ draft, at, timeZone, which = '' }: Props & { at: string; which?: string }) {
  const act = draft.status === 'scheduled' ? 'Move it to' : 'Schedule for'
  return (
    <button type="submit" class="main" name="at" value={at}>
      {act} {writtenMoment(at, timeZone)}
      {which}
    </button>
  )
}

function Explained({ when, typed, timeZone }: { when: When; typed: string; timeZone: string }) {
  const city = zoneName(timeZone)
  if (when.kind === 'skipped') {
    const [day, time] = [typed.slice(0, 10), typed.slice(11, 16)]
    const on = writtenInstant(`${day}T12:00:00Z`, 'en', 'UTC').replace(/, 12:00$/, '')
    return (
      <p role="status">
        There is no {time} in {city} on {on}: the clocks go forward over it. The next time that
        there is:
      </p>
    )
  }
  if (when.kind === 'twice') {
    const minutes = (Date.parse(when.second) - Date.parse(when.first)) / 60_000
    return (
      <p role="status">
        In {city} the clocks go back that day, so that {typed.slice(11, 16)} comes twice, {minutes}{' '}
        minutes apart. Which one?
      </p>
    )
  }
  if (when.kind === 'none') return null
  return <p>It runs by itself at that time, once, as it stands now.</p>
}

/** An instant that one of our buttons sent is shown as the time that it is. */
function wallOf(typed: string, timeZone: string): string {
  const isInstant = typed.endsWith('Z') && !Number.isNaN(Date.parse(typed))
  return isInstant ? localTime(typed, timeZone) : typed
}
