import type { Flag } from './flags.ts'

/** So many words are quoted with a flag; the letter has them all marked. */
const QUOTED = 6

/** What an editor should know about a letter, and why the desk says so. */
export function FlagsPart({ flags, language }: { flags: Flag[]; language: string }) {
  if (flags.length === 0) return null
  return (
    <section class="beside flags">
      <h2>To know</h2>
      <ul>
        {flags.map(({ kind, title, why, words }) => (
          <li class={kind}>
            <strong>{title}</strong>
            {words.length > 0 && (
              <>
                {': '}
                <span lang={language}>{quoted(words)}</span>
              </>
            )}
            . {why}
          </li>
        ))}
      </ul>
    </section>
  )
}

function quoted(words: string[]): string {
  const shown = words.slice(0, QUOTED).map((each) => `“${each}”`)
  const rest = words.length - shown.length
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
