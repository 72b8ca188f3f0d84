import { localTime } from '../dates.ts'
import { paths } from '../paths.ts'
import type { DraftView } from './draft-view.tsx'

/** When a draft runs: now, at a time to come, or no longer. */
export function PublishingPanel({ draft, checked, timeZone }: DraftView) {
  const version = <input type="hidden" name="version" value={String(draft.version)} />
  if (draft.status === 'scheduled') {
    return (
      <form method="post" action={paths.desk.draftVerb(draft.id, 'unschedule')}>
        <button type="submit">Take it out of the queue</button>
      </form>
    )
  }
  if (!checked.canBeScheduled || draft.status === 'retracted') return null
  return (
    <section class="publishing" aria-label="Publishing">
      {checked.isPassed && (
        <form method="post" action={paths.desk.draftVerb(draft.id, 'publish')}>
          {version}
          <button type="submit" class="main">
            Publish version {draft.version} now
          </button>
        </form>
      )}
      {draft.status !== 'live' && (
        <form method="post" action={paths.desk.draftVerb(draft.id, 'schedule')}>
          {version}
          <label for="at">
            {checked.isPassed ? 'Or schedule it' : 'Schedule it'} ({timeZone})
          </label>
          <input
            id="at"
            name="at"
            type="datetime-local"
            required
            value={draft.scheduledFor ? localTime(draft.scheduledFor, timeZone) : undefined}
          />
          <button type="submit">Schedule</button>
        </form>
      )}
      {!checked.isPassed && (
        <p class="hint">When it is due, it waits for its writer’s word or the end of their time.</p>
      )}
    </section>
  )
}
