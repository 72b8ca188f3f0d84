import type { OutboxRow } from '../../schema.ts'
import { writtenMoment } from '../../zone.ts'
import type { OwedPurge } from './purge.ts'

type Props = { purges: OwedPurge[]; timeZone: string }

/** The purges that Cloudflare has refused so far. */
export function FailedPurges({ purges, timeZone }: Props) {
  const failed = purges.filter(({ attempts }) => attempts > 0)
  if (failed.length === 0) return null
  return (
    <section class="failure" aria-labelledby="purges">
      <h2 id="purges">Purges that failed</h2>
      <p>
        Cloudflare did not forget these pages when it was asked. Readers may have seen them as they
        were for a minute longer, and may again while the database is down. There is nothing to do:
        it is asked again by itself. If that goes on, ask whoever runs the site to look at
        Cloudflare’s status page; a purge in the dashboard does not reach these pages.
      </p>
      <ul>
        {failed.map((purge) => (
          <li>
            {pagesOf(purge).join('; ')}.{' '}
            {purge.owedAt && `Changed on ${writtenMoment(purge.owedAt, timeZone)}; the purge `}
            {inWords(purge, timeZone)}.
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Names the pages that a purge is to reach. */
function pagesOf({ payload, slugs }: OwedPurge): string[] {
  if (payload.includes('site')) return ['Every page']
  const kinds = new Set(payload.map((tag) => tag.split('-')[0]))
  const named = Object.keys(PAGES).filter((kind) => kinds.has(kind))
  const columns = slugs.map((slug) => `The column ${slug}, and what shows it`)
  return [...columns, ...named.map((kind) => PAGES[kind] ?? '')]
}

/** What stands under each kind of tag; nothing for those that the columns tell already. */
const PAGES: Record<string, string> = {
  latest: 'the front page and the feeds',
  topic: 'pages of its topics',
  named: 'pages that name a topic',
  topics: 'the list of topics',
  archive: 'the archive',
  year: 'its year',
  updates: 'the updates',
  scripts: 'the scripts',
  catalogue: 'the sitemap',
}

/** Says what became of a purge that is still owed. */
export function inWords({ attempts, dueAt }: OutboxRow, timeZone: string): string {
  if (attempts === 0) return 'owed, within a minute'
  const times = attempts === 1 ? 'once' : `${attempts} times`
  return `failed ${times}; tried again on ${writtenMoment(dueAt, timeZone)}`
}
