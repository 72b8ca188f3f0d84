import type { Near } from '../../nearest.ts'
import { pathsIn } from '../../paths.ts'
import type { Language } from '../../ui/copy/index.ts'
import { Key, pressedBy } from '../key.tsx'

type Props = {
  near: Near[]
  /** The language that they were looked for in: the letter's. */
  language: string
  /** Where a decline is sent, and the version it is for; null when the letter is past it. */
  decline: { action: string; version: number } | null
}

/** The columns that may have answered a letter, each with a key that declines it with their address. */
export function NearPart({ near, language, decline }: Props) {
  if (near.length === 0) return null
  return (
    <section class="beside near">
      <h2>Nearest columns</h2>
      <ol>
        {near.map(({ anchor, columnId, headline, sentence, slug }, index) => (
          <li>
            <a href={pathsIn(language as Language).column(slug, anchor)} lang={language}>
              {headline}
            </a>
            <p lang={language}>{sentence}</p>
            {decline && (
              <form method="post" action={decline.action} data-send="next">
                <input type="hidden" name="version" value={String(decline.version)} />
                <input type="hidden" name="column" value={columnId} />
                <input type="hidden" name="exchange" value={String(anchor ?? 1)} />
                <button
                  type="submit"
                  name="reason"
                  value="answered"
                  {...pressedBy(String(index + 1))}
                >
                  <Key of={String(index + 1)} />
                  Decline with this link
                  <span class="unseen">: {headline}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
