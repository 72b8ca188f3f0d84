import { writtenDay } from '../dates.ts'
import type { Dated, Exchange } from '../manuscript.ts'
import { type Paths, pathsIn } from '../paths.ts'
import { words } from '../text.ts'
import { type Copy, copies, type Language } from '../ui/copy/index.ts'
import { Invitation } from '../ui/layout.tsx'
import { PrintedLetter, Text } from '../ui/printed-letter.tsx'
import type { Column } from './column.ts'

/** Words read in a minute, for prose on a screen (Brysbaert 2019: 238, rounded down). */
const WORDS_A_MINUTE = 230

/** A dot between facts: where the line breaks, it ends one line and does not begin the next. */
const BETWEEN = '\u00a0· '

type Props = { column: Column; columnist: string; copy: Copy; language: Language; paths: Paths }

/** The column's page: the desk's preview shows the same. */
export function ColumnPage({ column, columnist, copy, language, paths }: Props) {
  const { manuscript } = column
  const { exchanges } = manuscript
  const isDigest = exchanges.length > 1
  return (
    <article>
      <header>
        {column.topics.length > 0 && (
          <p class="kicker">
            {column.topics.map(({ slug, name }, index) => (
              <>
                {index > 0 && BETWEEN}
                <a href={paths.topic(slug)}>{name}</a>
              </>
            ))}
          </p>
        )}
        <h1>{manuscript.headline}</h1>
        <p class="standfirst">{manuscript.standfirst}</p>
        <Facts {...{ column, columnist, copy, language, paths }} />
      </header>
      {manuscript.note && (
        <div class="note" role="note" aria-label={copy.column.editorsNote}>
          <Text markdown={manuscript.note} below={1} copy={copy.column} />
        </div>
      )}
      {manuscript.contentNote && (
        <p class="note">
          <strong>{copy.column.contentNote}:</strong> {manuscript.contentNote}
        </p>
      )}
      {isDigest && (
        <nav class="contents" aria-label={copy.column.lettersHere}>
          <ol>
            {exchanges.map(({ headline }, index) => (
              <li>
                <a href={`#letter-${index + 1}`}>{headline}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {exchanges.map((exchange, index) => (
        <Printed exchange={exchange} position={index + 1} copy={copy} />
      ))}
      <Addenda
        id="updates"
        title={copy.column.updates}
        label={copy.column.update}
        list={manuscript.updates}
        {...{ copy, language }}
      />
      <Addenda
        id="corrections"
        title={copy.column.corrections}
        label={copy.column.correction}
        list={manuscript.corrections}
        {...{ copy, language }}
      />
      {column.next.length > 0 && (
        <aside class="next" aria-labelledby="next">
          <h2 class="label" id="next">
            {copy.column.next}
          </h2>
          <ul>
            {column.next.map(({ slug, headline, standfirst }) => (
              <li>
                <a href={paths.column(slug)}>{headline}</a>
                <span>{standfirst}</span>
              </li>
            ))}
          </ul>
        </aside>
      )}
      <Invitation copy={copy} paths={paths} />
    </article>
  )
}

function Facts({ column, columnist, copy, language }: Props) {
  const { manuscript } = column
  const country = (code: string) =>
    new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
  const facts = [
    copy.column.by(manuscript.byline ?? columnist),
    <time datetime={manuscript.published}>{writtenDay(manuscript.published, language)}</time>,
    copy.column.minutes(Math.max(1, Math.round(words(text(column)) / WORDS_A_MINUTE))),
    manuscript.checked && copy.column.checked(writtenDay(manuscript.checked, language)),
    manuscript.place && copy.column.place(country(manuscript.place)),
    ...column.editions.map((edition) => <Edition {...edition} />),
  ].filter((fact) => fact)
  return (
    <p class="facts">
      {facts.map((fact, index) => (
        <>
          {index > 0 && BETWEEN}
          {fact}
        </>
      ))}
    </p>
  )
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

type PrintedProps = { exchange: Exchange; position: number; copy: Copy }

function Printed({ exchange, position, copy }: PrintedProps) {
  return (
    <>
      <PrintedLetter letter={exchange} id={`letter-${position}`} copy={copy} />
      <section class="reply" aria-labelledby={`reply-${position}-label`}>
        <h2 class="label" id={`reply-${position}-label`}>
          {copy.column.reply}
        </h2>
        <Text markdown={exchange.reply} below={2} copy={copy.column} />
      </section>
    </>
  )
}

type AddendaProps = {
  id: string
  title: string
  label: string
  list: Dated[]
  copy: Copy
  language: Language
}

/** What came later: updates from the writer, or corrections, each under its day. */
function Addenda({ id, title, label, list, copy, language }: AddendaProps) {
  if (list.length === 0) return null
  return (
    <section class="addenda" id={id}>
      <h2 class="label">{title}</h2>
      {list.map(({ on, text }) => (
        <div>
          <h3>
            {label}, <time datetime={on}>{writtenDay(on, language)}</time>
          </h3>
          <Text markdown={text} below={3} copy={copy.column} />
        </div>
      ))}
    </section>
  )
}
