import { paths, pathsIn } from '../../paths.ts'
import type { ColumnRow } from '../../schema.ts'
import { copies, type Language } from '../../ui/copy/index.ts'
import { writtenMoment } from '../../zone.ts'
import { languageName } from '../letter/letter-words.ts'
import { inWords } from '../publishing/purge-part.tsx'
import type { Aftermath } from './after-publishing.ts'

type Props = {
  column: ColumnRow
  aftermath: Aftermath
  /** Whether anything is cached where the site runs. */
  isCached: boolean
  timeZone: string
}

/** What stands where now that a column is live: page, feed, cache, tickets, editions. */
export function AfterPart({ column, aftermath, isCached, timeZone }: Props) {
  const at = pathsIn(column.language as Language)
  return (
    <section aria-labelledby="after">
      <h2 id="after">What stands where</h2>
      <ul>
        <li>
          The page: <a href={at.column(column.slug)}>{at.column(column.slug)}</a>
        </li>
        <li>
          Its entry in <a href={at.atom()}>the feed</a>: <code>urn:uuid:{column.permanentId}</code>,
          published {writtenMoment(column.publishedAt, timeZone)}, changed{' '}
          {writtenMoment(column.changedAt, timeZone)}
        </li>
        {column.updatedOn && (
          <li>
            Its latest update dates it {column.updatedOn} in <a href={at.updates()}>the updates</a>
          </li>
        )}
        <Purged {...{ aftermath, isCached, timeZone }} />
        {aftermath.editions.map(({ slug, language }) => (
          <li>
            Its edition in {languageName(language)}: <a href={paths.desk.column(slug)}>{slug}</a>
          </li>
        ))}
        {aftermath.letters.map(({ id, status, answerPath }) => (
          <li>
            <a href={paths.desk.letter(id)}>A letter of it</a>: its ticket says “
            {copies.en.letters.states[status].name}”{answerPath && `, with the link ${answerPath}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Purged({ aftermath, isCached, timeZone }: Omit<Props, 'column'>) {
  const owed = aftermath.purges
  const worst = owed.toSorted((one, other) => other.attempts - one.attempts)[0]
  const state = worst ? inWords(worst, timeZone) : isCached ? 'done' : 'nothing is cached here'
  return (
    <li class={worst?.attempts ? 'failure' : undefined}>
      Purged from Cloudflare’s cache, with all that shows it: {state}
    </li>
  )
}
