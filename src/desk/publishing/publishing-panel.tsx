import { localTime } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { writtenMoment } from '../../zone.ts'
import type { DraftView } from '../draft/draft-view.tsx'
import { Seen } from './schedule-page.tsx'
import { WhenField } from './when-field.tsx'

/** When a draft runs: now, at a time to come, or no longer. Each button says what it does. */
export function PublishingPanel(view: DraftView) {
  const { draft, checked } = view
  if (draft.status === 'scheduled') return <InTheQueue {...view} />
  if (!checked.canBeScheduled || draft.status === 'retracted') return null
  return (
    <section class="publishing" aria-label="Publishing">
      {draft.scheduledFor && draft.status !== 'live' && (
        <p role="status">
          It was to run on {writtenMoment(draft.scheduledFor, view.timeZone)}. It no longer runs by
          itself: schedule it again, or publish it.
        </p>
      )}
      {checked.isPassed && (
        <form method="post" action={paths.desk.draftVerb(draft.id, 'publish')}>
          <input type="hidden" name="version" value={String(draft.version)} />
          <button type="submit" class="main">
            Publish version {draft.version} now
          </button>
        </form>
      )}
      {draft.status !== 'live' && (
        <Choosing {...view} label={checked.isPassed ? 'Or schedule it' : 'Schedule it'} />
      )}
      {!checked.isPassed && (
        <p class="hint">When it is due, it waits for its writer’s word or the end of their time.</p>
      )}
    </section>
  )
}

function InTheQueue(view: DraftView) {
  const { draft } = view
  return (
    <section class="publishing" aria-label="Publishing">
      <form method="post" action={paths.desk.draftVerb(draft.id, 'unschedule')}>
        <Seen draft={draft} />
        <button type="submit">Take it out of the queue</button>
      </form>
      <Choosing {...view} label="Move it to another time" />
    </section>
  )
}

/**
 * A time is chosen, and the next page's button says what it does. The script lets this button say it
 * at once, wherever the time is there once: then one press is enough.
 */
function Choosing({ draft, timeZone, label }: DraftView & { label: string }) {
  return (
    <form
      method="get"
      action={paths.desk.draftVerb(draft.id, 'schedule')}
      data-zone={timeZone}
      data-act={draft.status === 'scheduled' ? 'Move it to' : 'Schedule for'}
    >
      <Seen draft={draft} />
      <WhenField
        label={label}
        timeZone={timeZone}
        value={draft.scheduledFor ? localTime(draft.scheduledFor, timeZone) : undefined}
      />
      <button type="submit">Choose this time</button>
    </form>
  )
}
