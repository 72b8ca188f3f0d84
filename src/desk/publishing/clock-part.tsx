import type { Health } from '../../clock.ts'
import { paths } from '../../paths.ts'
import { writtenMoment } from '../../zone.ts'

type Props = { health: Health; timeZone: string }

/** Says on every page of the desk that the clock stands still, or that its work fails. */
export function ClockAlarm({ health, timeZone }: Props) {
  if (health.state === 'well') return null
  return (
    <p class="alarm" role="alert">
      <strong>{TROUBLE[health.state]}</strong>{' '}
      {health.ranAt && `It last ran on ${writtenMoment(health.ranAt, timeZone)}. `}
      <a href={`${paths.desk.queue()}#clock`}>What to do</a>
    </p>
  )
}

const TROUBLE = {
  late: 'The clock has not run for more than five minutes.',
  never: 'The clock has not run yet.',
  failing: 'Some of what the clock does has failed in its last run.',
}

/** When the clock ran last, and what to do when it does not. */
export function ClockPart({ health, timeZone }: Props) {
  const { state, ranAt } = health
  return (
    <section id="clock" class={state === 'well' ? undefined : 'failure'} aria-labelledby="clock-is">
      <h2 id="clock-is">The clock</h2>
      <p>
        {ranAt ? `It last ran on ${writtenMoment(ranAt, timeZone)}.` : 'It has not run yet.'} Once a
        minute it publishes what is due, purges, sends nudges and erases.
      </p>
      {(state === 'late' || state === 'never') && (
        <p>
          Until it runs again, each page of the desk that somebody opens publishes one column that
          is due; nudges and erasing wait. Ask whoever runs the site to look at the Worker’s
          triggers in Cloudflare’s dashboard, and to set them again with{' '}
          <code>npx wrangler deploy</code>.
        </p>
      )}
      {state === 'failing' && (
        <p>
          It tries again every minute. If this stays, ask whoever runs the site to read what went
          wrong with <code>npx wrangler tail</code>.
        </p>
      )}
    </section>
  )
}
