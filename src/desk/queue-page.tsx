import { writtenInstant } from '../dates.ts'
import { paths } from '../paths.ts'
import type { DraftRow, NudgeRow } from '../schema.ts'

type Props = { drafts: DraftRow[]; dead: NudgeRow[]; timeZone: string; now: string }

/** What runs when, what is in its way, and the nudges that reached nobody. */
export function QueuePage({ drafts, dead, timeZone, now }: Props) {
  return (
    <>
      <h1>Queue</h1>
      <p>Times are those of {timeZone}. What is due runs within a minute, once, as it was saved.</p>
      {drafts.length === 0 ? (
        <p>Nothing is scheduled.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Headline</th>
              <th scope="col">What is in its way</th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => (
              <tr class={draft.failure ? 'failure' : undefined}>
                <td>{draft.scheduledFor && writtenInstant(draft.scheduledFor, 'en', timeZone)}</td>
                <td>
                  <a href={paths.desk.draft(draft.id)}>{draft.headline}</a>
                </td>
                <td data-label="in its way:">
                  {draft.failure ?? ((draft.scheduledFor ?? '') <= now ? 'Overdue' : 'Nothing')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <DeadNudges dead={dead} />
    </>
  )
}

/** Their writers read everything on the ticket all the same. */
function DeadNudges({ dead }: { dead: NudgeRow[] }) {
  if (dead.length === 0) return null
  return (
    <section>
      <h2>Nudges that could not be sent</h2>
      <p>
        These writers left an address that takes no mail. Their tickets tell them all the same, and
        the addresses are erased with the letters.
      </p>
      <ul>
        {dead.map(({ letterId, kind }) => (
          <li>
            <a href={paths.desk.letter(letterId)}>A letter</a>: {kind.replaceAll('_', ' ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
