import { paths } from '../../paths.ts'
import type { NudgeRow } from '../../schema.ts'

/** The nudges that reached nobody. Their writers read everything on the ticket all the same. */
export function DeadNudges({ dead }: { dead: NudgeRow[] }) {
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
