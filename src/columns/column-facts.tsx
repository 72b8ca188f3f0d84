import type { Child } from 'hono/jsx'
import { writtenDay } from '../dates.ts'
import { pathsIn } from '../paths.ts'
import { type Copy, copies, type Language } from '../ui/copy/index.ts'
import type { Column } from './column.ts'

/** Words read in a minute, for prose on a screen (Brysbaert 2019: 238, rounded down). */
const WORDS_A_MINUTE = 230

/** A dot between facts: where the line breaks, it ends one line and does not begin the next. */
export const BETWEEN = '\u00a0· '

type Props = { column: Column; columnist: string; copy: Copy; language: Language }

/**
 * Who answered, how long it is and where else it is; and below, how far the advice can be relied on:
 * from when it is, when it was looked at last, and where it holds.
 */
export function Facts({ column, columnist, copy, language }: Props) {
  const { published, byline, checked, place, updates, corrections } = column.manuscript
  const time = (on: string) => <time datetime={on}>{writtenDay(on, language)}</time>
  const latest = (all: { on: string }[]) =>
    all
      .map(({ on }) => on)
      .sort()
      .at(-1)
  const [updated, corrected] = [latest(updates), latest(corrections)]
  return (
    <div class="facts">
      <p>
        <Line
          facts={[
            copy.column.by(byline ?? columnist),
            copy.column.minutes(
              Math.max(1, Math.round(text(column).split(' ').length / WORDS_A_MINUTE)),
            ),
            ...column.editions.map((edition) => <Edition {...edition} />),
          ]}
        />
      </p>
      <p>
        <Line
          facts={[
            <>
              {copy.column.published} {time(published)}
            </>,
            updated && (
              <>
                <a href="#updates">{copy.column.updated}</a> {time(updated)}
              </>
            ),
            corrected && (
              <>
                <a href="#corrections">{copy.column.corrected}</a> {time(corrected)}
              </>
            ),
            checked && (
              <>
                {copy.column.checked} {time(checked)}
              </>
            ),
            place && copy.column.place(countryName(place, language)),
          ]}
        />
      </p>
    </div>
  )
}

function Line({ facts }: { facts: Child[] }) {
  return (
    <>
      {facts
        .filter((fact) => fact)
        .map((fact, index) => (
          <>
            {index > 0 && BETWEEN}
            {fact}
          </>
        ))}
    </>
  )
}

/** As it is called in a line: “US” and “UK” rather than their full names, where a language has such. */
function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region', style: 'short' }).of(code) ?? code
}

function Edition({ slug, language }: { slug: string; language: string }) {
  const own = copies[language as Language]
  return (
    <a href={pathsIn(language as Language).column(slug)} lang={language} hreflang={language}>
      {own.column.also(own.languageName)}
    </a>
  )
}

function text({ manuscript }: Column): string {
  return manuscript.exchanges.map(({ letter, reply }) => `${letter} ${reply}`).join(' ')
}
