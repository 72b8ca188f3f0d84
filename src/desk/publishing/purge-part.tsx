import type { OutboxRow } from '../../schema.ts'
import { writtenMoment } from '../../zone.ts'

type Props = { purges: OutboxRow[]; timeZone: string }

/** The purges that Cloudflare has refused so far. */
export function FailedPurges({ purges, timeZone }: Props) {
  const failed = purges.filter(({ attempts }) => attempts > 0)
  if (failed.length === 0) return null
  return (
    <section class="failure" aria-labelledby="purges">
      <h2 id="purges">Purges that failed</h2>
      <p>
        Cloudflare did not forget these pages when it was asked, and readers may see them as they
        were for some ten minutes. It is asked again by itself. If that goes on, purge everything in
        Cloudflare’s dashboard, under Caching.
      </p>
      <ul>
        {failed.map((purge) => (
          <li>
            {purge.payload.join(', ')}: {inWords(purge, timeZone)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Says what became of a purge that is still owed. */
export function inWords({ attempts, dueAt }: OutboxRow, timeZone: string): string {
  if (attempts === 0) return 'owed, within a minute'
  const times = attempts === 1 ? 'once' : `${attempts} times`
  return `failed ${times}; tried again on ${writtenMoment(dueAt, timeZone)}`
}
